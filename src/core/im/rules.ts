import type { Rule } from '../trace/types.ts';
import { decisionRules } from './rules-decision.ts';
import { fieldRules } from './rules-fields.ts';
import { hintRules } from './rules-hints.ts';
import { requirementRules } from './rules-requirement.ts';

/** Every rule of the IM side: stages commit and offline. */
export const imRules: readonly Rule[] = [...decisionRules, ...fieldRules, ...hintRules, ...requirementRules];
