import { keepAll } from '../kit/keep-all.ts';
import type { Channel } from '../types.ts';
import { failureAnswer, textOf, unparsable } from './answers.ts';
import { authorization, build } from './build.ts';
import { oppoCodes } from './codes.ts';
import { oppoDefinition } from './definition.ts';
import { present } from './present.ts';
import { readAnswer } from './read-answer.ts';
import { receipts } from './receipts.ts';
import { receive } from './receive.ts';
import { oppoRules } from './rules.ts';
import { emptyState } from './state.ts';

/** OPPO push: endpoint, request of the IM side, and phone. */
export function createOppo(): Channel {
  return {
    definition: oppoDefinition,
    rules: oppoRules,
    codes: oppoCodes,
    initialState: emptyState,
    receive,
    build,
    readAnswer,
    authorization,
    answerWith: ({ code }, _request, { profile }) =>
      code === '-3' ? unparsable() : failureAnswer(Number(code), textOf(Number(code), profile)),
    store: keepAll,
    present,
    receipts,
  };
}
