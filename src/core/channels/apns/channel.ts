import type { Channel } from '../types.ts';
import { readAnswer } from './answer.ts';
import { receiveBroadcast } from './broadcast.ts';
import { isBroadcastPath } from './broadcast-run.ts';
import { createBuild } from './build.ts';
import { codes } from './codes.ts';
import { definition } from './definition.ts';
import { initialState } from './memory.ts';
import { present } from './present.ts';
import { createReceive } from './receive.ts';
import { rules } from './rules.ts';
import { answerWith } from './scripted.ts';
import { store } from './store.ts';
import { waits } from './waits.ts';

/** A fresh APNs channel; only the provider tokens that it signed for the IM side live in it. */
export function createApns(): Channel {
  const receiveDevice = createReceive();
  return {
    definition,
    rules,
    codes,
    initialState: () => initialState,
    receive: (request, context) =>
      isBroadcastPath(request.path) ? receiveBroadcast(request, context) : receiveDevice(request, context),
    build: createBuild(),
    readAnswer,
    answerWith,
    store,
    waits,
    present,
    receipts: () => [],
  };
}

/** Apple Push Notification service. */
export const apns: Channel = createApns();
