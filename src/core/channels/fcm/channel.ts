import type { Channel } from '../types.ts';
import { authorization, build } from './build.ts';
import { fcmCodes } from './codes.ts';
import { fcmDefinition } from './definition.ts';
import { observe } from './pace.ts';
import { present } from './present.ts';
import { retryAt, waits } from './reach.ts';
import { readAnswer } from './read-answer.ts';
import { receive } from './receive.ts';
import { fcmRules } from './rules.ts';
import { answerWith } from './scripted.ts';
import { emptyState } from './state.ts';
import { store } from './store.ts';

/** Google FCM: token endpoint, HTTP v1, topic management, the endpoints before, and the phone. */
export function createFcm(): Channel {
  return {
    definition: fcmDefinition,
    rules: fcmRules,
    codes: fcmCodes,
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
    observe,
    // FCM tells senders nothing of what happened on the phone.
    receipts: () => [],
  };
}
