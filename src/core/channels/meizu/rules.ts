import type { Rule } from '../../trace/types.ts';
import { checkRules } from './rules-checks.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { messageRules, targetRules } from './rules-message.ts';
import { otherRules } from './rules-other.ts';

/** Every rule of the channel. */
export const meizuRules: readonly Rule[] = [
  ...checkRules,
  ...messageRules,
  ...targetRules,
  ...otherRules,
  ...lintRules,
  ...deviceRules,
];

type IdOf<T extends readonly { readonly id: string }[]> = T[number]['id'];

export type TargetRuleId = IdOf<typeof targetRules>;
export type CheckRuleId = IdOf<typeof checkRules> | IdOf<typeof messageRules> | TargetRuleId | IdOf<typeof otherRules>;
export type ChannelRuleId = CheckRuleId | IdOf<typeof lintRules>;
export type DeviceRuleId = IdOf<typeof deviceRules>;
