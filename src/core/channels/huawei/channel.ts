import type { Channel } from '../types.ts';
import { authorization, build } from './build.ts';
import { huaweiCodes } from './codes.ts';
import { huaweiDefinition } from './definition.ts';
import { retryAt, waits } from './night.ts';
import { observe } from './observe.ts';
import { present } from './present.ts';
import { readAnswer } from './read-answer.ts';
import { droppedReceipts, receipts } from './receipts.ts';
import { answerWith, receive } from './receive.ts';
import { huaweiRules } from './rules.ts';
import { emptyState } from './state.ts';
import { store } from './store.ts';

/** Huawei push: endpoints of three generations, request of the IM side, and phone. */
export function createHuawei(): Channel {
  return {
    definition: huaweiDefinition,
    rules: huaweiRules,
    codes: huaweiCodes,
    initialState: emptyState,
    receive,
    build,
    readAnswer,
    authorization,
    answerWith,
    store,
    waits,
    retryAt,
    present,
    receipts,
    droppedReceipts,
    observe,
  };
}
