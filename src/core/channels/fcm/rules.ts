import type { Rule } from '../../trace/types.ts';
import { authRules } from './rules-auth.ts';
import { buildRules } from './rules-build.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { otherRules } from './rules-other.ts';
import { sendRules } from './rules-send.ts';

/** Every rule of the channel. */
export const fcmRules: readonly Rule[] = [
  ...authRules,
  ...sendRules,
  ...otherRules,
  ...lintRules,
  ...buildRules,
  ...deviceRules,
];

type IdOf<T extends readonly { readonly id: string }[]> = T[number]['id'];
export type CheckRuleId = IdOf<typeof authRules> | IdOf<typeof sendRules> | IdOf<typeof otherRules>;
export type LintRuleId = IdOf<typeof lintRules>;
export type ChannelRuleId = CheckRuleId | LintRuleId | IdOf<typeof buildRules>;
export type DeviceRuleId = IdOf<typeof deviceRules>;
