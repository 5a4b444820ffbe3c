import { keepAll } from '../kit/keep-all.ts';
import type { Channel } from '../types.ts';
import { failureAnswer } from './answers.ts';
import { build } from './build.ts';
import { xiaomiCodes } from './codes.ts';
import { xiaomiDefinition } from './definition.ts';
import { observe } from './observe.ts';
import { present } from './present.ts';
import { readAnswer } from './read-answer.ts';
import { receipts } from './receipts.ts';
import { receive } from './receive.ts';
import { xiaomiRules } from './rules.ts';
import { emptyState } from './state.ts';

/** Xiaomi push: endpoint, request of the IM side, and phone. */
export function createXiaomi(): Channel {
  return {
    definition: xiaomiDefinition,
    rules: xiaomiRules,
    codes: xiaomiCodes,
    initialState: emptyState,
    receive,
    build,
    readAnswer,
    answerWith: ({ code, httpStatus, meaning }, _request, context) =>
      failureAnswer(context, Number(code), meaning.en, httpStatus),
    store: keepAll,
    present,
    receipts,
    observe,
  };
}
