import type { Channel } from './channels/types.ts';
import { androidRules } from './device/android-rules.ts';
import { deviceRules } from './device/rules.ts';
import { imRules } from './im/rules.ts';
import { handoverRules } from './simulator/rules.ts';
import { createRuleRegistry, type RuleRegistry } from './trace/registry.ts';
import type { Rule } from './trace/types.ts';

/** The rooms that have rules, in the order in which a push passes them; channels come after the IM side. */
export const ROOMS: readonly { readonly title: string; readonly rules: readonly Rule[] }[] = [
  { title: 'IM side: commit and offline decision', rules: imRules },
  { title: 'From the IM side to the vendor and to the phone', rules: handoverRules },
  { title: 'Phone, whatever its vendor', rules: deviceRules },
  { title: 'Android phone, whatever its vendor', rules: androidRules },
];

/** Every rule there is. Throws when two rooms use one id. */
export function createRules(channels: readonly Channel[]): RuleRegistry {
  return createRuleRegistry([...ROOMS.map((room) => room.rules), ...channels.map((channel) => channel.rules)]);
}
