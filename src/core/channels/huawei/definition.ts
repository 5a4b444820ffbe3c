import type { ChannelDefinition } from '../types.ts';
import { huaweiGaps } from './gaps.ts';

export const TOKENS_LIMIT = 1000;
export const SIZE_LIMIT = 4096;
export const TTL_DEFAULT_S = 86_400;
export const TTL_MAX_S = 1_296_000;
export const TOPIC_LIMIT = 900;
export const TOPICS_PER_APP = 2000;
export const CONDITION_TOPICS = 5;
/** Undelivered messages kept for one app on one phone. */
export const CACHE_LIMIT = 120;
export const RECEIPTS_LIMIT = 100;

/** Messages, topics and tokens of the newer interfaces, and the old interface's single path. */
const OWN =
  /^\/(?:oauth2\/v[23]\/token|pushsend\.do|v[12]\/[^/]+\/(?:messages(?::|%3[Aa])(?:send|revoke)|topic(?::|%3[Aa])(?:subscribe|unsubscribe|list))|v3\/[^/]+\/messages(?::|%3[Aa])send)$/;

export const OLD_HOST = 'api.push.hicloud.com';
export const LOGIN_HOST = 'oauth-login.cloud.huawei.com';

/** Hosts, paths and limits of Huawei push. */
export const huaweiDefinition: ChannelDefinition = {
  id: 'huawei',
  name: { en: 'Huawei push', zh: '华为推送' },
  hosts: ['push-api.cloud.huawei.com', OLD_HOST, LOGIN_HOST, 'login.cloud.huawei.com'],
  ownsPath: (path) => OWN.test(path.split('?')[0] ?? path),
  gaps: huaweiGaps,
  limits: {
    tokens: TOKENS_LIMIT,
    messageBytes: SIZE_LIMIT,
    ttlSeconds: TTL_MAX_S,
    topicCharacters: TOPIC_LIMIT,
    topicsPerApp: TOPICS_PER_APP,
    conditionTopics: CONDITION_TOPICS,
    offlineMessages: CACHE_LIMIT,
    buttons: 3,
    inboxLines: 5,
    badge: 99,
  },
};
