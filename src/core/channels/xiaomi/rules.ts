import type { Rule } from '../../trace/types.ts';
import { checkRules } from './rules-checks.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { otherRules } from './rules-other.ts';

/** Every rule of the channel. */
export const xiaomiRules: readonly Rule[] = [...checkRules, ...otherRules, ...lintRules, ...deviceRules];

export type CheckRuleId = (typeof checkRules)[number]['id'] | (typeof otherRules)[number]['id'];
export type LintRuleId = (typeof lintRules)[number]['id'];
export type ChannelRuleId = CheckRuleId | LintRuleId;
export type DeviceRuleId = (typeof deviceRules)[number]['id'];
