import type { Channel } from '../types.ts';
import { readAnswer } from './answer.ts';
import { createBuild } from './build.ts';
import { codes } from './codes.ts';
import { definition } from './definition.ts';
import { initialState } from './memory.ts';
import { present } from './present.ts';
import { createReceive } from './receive.ts';
import { rules } from './rules.ts';
import { answerWith } from './scripted.ts';
import { store } from './store.ts';

/** A fresh APNs channel; only the provider tokens that it signed for the IM side live in it. */
export function createApns(): Channel {
  return {
    definition,
    rules,
    codes,
    initialState: () => initialState,
    receive: createReceive(),
    build: createBuild(),
    readAnswer,
    answerWith,
    store,
    present: (push, device) => present(push, device),
    receipts: () => [],
  };
}

/** Apple Push Notification service. */
export const apns: Channel = createApns();
