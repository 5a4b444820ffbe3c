import type { ChannelDefinition } from '../types.ts';
import { tidyPath } from './endpoints.ts';
import { vivoGaps } from './gaps.ts';
import {
  CALLBACK_LIMIT,
  CONTENT_LIMIT,
  ERA_LIMITS,
  MAP_LENGTH_LIMIT,
  MAP_PAIRS_LIMIT,
  REQUEST_ID_LIMIT,
  TARGETS_LIMIT,
  TASK_IDS_LIMIT,
  TITLE_LIMIT,
} from './limits.ts';

/** First parts of a path that no other vendor uses, so that a misspelt interface still gets vivo's answer. */
const PREFIX = /^\/(message|report|invalidUser|tag|tagGroup|tagSegment|livemessage)(\/|$)/;

/** Hosts, paths and limits of vivo push. */
export const vivoDefinition: ChannelDefinition = {
  id: 'vivo',
  name: { en: 'vivo push', zh: 'vivo 推送' },
  hosts: ['api-push.vivo.com.cn'],
  ownsPath: (path) => PREFIX.test(tidyPath(path.split('?')[0] ?? path)),
  gaps: vivoGaps,
  // "About three months", says the client's document.
  registrationDays: 90,
  limits: {
    title: TITLE_LIMIT,
    content: CONTENT_LIMIT,
    skipContent: ERA_LIMITS.tolerant.link,
    customPairs: MAP_PAIRS_LIMIT,
    customCharacters: MAP_LENGTH_LIMIT,
    callbackUrl: CALLBACK_LIMIT,
    callbackParam: ERA_LIMITS.tolerant.callbackParam,
    requestId: REQUEST_ID_LIMIT,
    targets: TARGETS_LIMIT,
    taskIds: TASK_IDS_LIMIT,
    bodyBytes: 1_048_576,
  },
};
