import type { Rule } from '../../trace/types.ts';
import { checkRules } from './rules-checks.ts';
import { deviceRules } from './rules-device.ts';
import { lintRules } from './rules-lint.ts';
import { otherRules } from './rules-other.ts';

/** Every rule of the channel. */
export const oppoRules: readonly Rule[] = [...checkRules, ...otherRules, ...lintRules, ...deviceRules];

export type CheckRuleId = (typeof checkRules)[number]['id'];
export type LintRuleId = (typeof lintRules)[number]['id'];
export type ChannelRuleId = CheckRuleId | LintRuleId | (typeof otherRules)[number]['id'];
export type DeviceRuleId = (typeof deviceRules)[number]['id'];
