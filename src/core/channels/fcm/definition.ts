import type { ChannelDefinition } from '../types.ts';
import { BATCH_LIMIT } from './batch.ts';
import { CONDITION_TOPICS, SIZE_DOCUMENTED, SIZE_DOCUMENTED_TOPIC, SIZE_OBSERVED, TOPIC_LENGTH } from './checks.ts';
import { fcmGaps } from './gaps.ts';
import { IMPORT_LIMIT, TOKENS_LIMIT, TOPICS_LIMIT } from './iid.ts';
import { REGISTRATIONS_LIMIT } from './legacy.ts';
import { LONGEST_TTL } from './payload.ts';
import { HOSTS } from './routes.ts';

/** Paths that no other vendor uses, so that a misspelt interface still gets Google's answer. */
const OWN = /^\/(?:v1\/projects\/[^/]+\/|iid(?:\/|$)|fcm(?:\/|$)|token$|batch$)/;

/** Hosts, paths and limits of FCM. */
export const fcmDefinition: ChannelDefinition = {
  id: 'fcm',
  name: { en: 'FCM', zh: 'FCM' },
  hosts: HOSTS,
  ownsPath: (path) => OWN.test(path.split('?')[0] ?? path),
  gaps: fcmGaps,
  // Firebase: managing registration tokens.
  registrationDays: 270,
  limits: {
    payloadBytes: SIZE_DOCUMENTED,
    payloadBytesTopic: SIZE_DOCUMENTED_TOPIC,
    payloadBytesMeasured: SIZE_OBSERVED,
    ttlSeconds: LONGEST_TTL,
    topicCharacters: TOPIC_LENGTH,
    conditionTopics: CONDITION_TOPICS,
    topicsOfRegistration: TOPICS_LIMIT,
    tokensOfSubscription: TOKENS_LIMIT,
    tokensOfImport: IMPORT_LIMIT,
    batchMessages: BATCH_LIMIT,
    legacyRegistrations: REGISTRATIONS_LIMIT,
    bodyBytes: 1_048_576,
  },
};
