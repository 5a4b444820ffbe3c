import { keepAll } from '../kit/keep-all.ts';
import type { Channel } from '../types.ts';
import { build } from './build.ts';
import { answerWith, meizuCodes } from './codes.ts';
import { meizuDefinition } from './definition.ts';
import { observe } from './observe.ts';
import { present } from './present.ts';
import { readAnswer } from './read-answer.ts';
import { receipts } from './receipts.ts';
import { receive } from './receive.ts';
import { meizuRules } from './rules.ts';
import { emptyState } from './state.ts';

/** Meizu push: endpoint, request of the IM side, and phone. */
export function createMeizu(): Channel {
  return {
    definition: meizuDefinition,
    rules: meizuRules,
    codes: meizuCodes,
    initialState: emptyState,
    receive,
    build,
    readAnswer,
    answerWith,
    store: keepAll,
    present,
    receipts,
    observe,
  };
}
