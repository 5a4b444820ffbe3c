import type { Rule } from '../../trace/types.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { messageRules } from './rules-message.ts';
import { otherRules } from './rules-other.ts';
import { requestRules } from './rules-request.ts';
import { targetRules } from './rules-target.ts';

/** Every rule of the channel. */
export const vivoRules: readonly Rule[] = [
  ...requestRules,
  ...messageRules,
  ...targetRules,
  ...otherRules,
  ...lintRules,
  ...deviceRules,
];

export type CheckRuleId =
  | (typeof requestRules)[number]['id']
  | (typeof messageRules)[number]['id']
  | (typeof targetRules)[number]['id'];
export type LintRuleId = (typeof lintRules)[number]['id'];
export type ChannelRuleId = CheckRuleId | LintRuleId | (typeof otherRules)[number]['id'];
export type DeviceRuleId = (typeof deviceRules)[number]['id'];
