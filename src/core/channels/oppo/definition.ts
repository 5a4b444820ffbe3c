import type { ChannelDefinition } from '../types.ts';
import { BATCH_LIMIT } from './batch.ts';
import { ALIAS_LIMIT, TAGS_LIMIT } from './bindings.ts';
import { TARGETS_LIMIT } from './broadcast.ts';
import { PREFIX } from './endpoints.ts';
import { FETCH_LIMIT } from './feedback.ts';
import { oppoGaps } from './gaps.ts';
import {
  ACTIVITY_LIMIT,
  CALLBACK_PARAMETER_LIMIT,
  CALLBACK_URL_LIMIT,
  CONTENT_LIMITS,
  LIFE_LIMIT,
  PARAMETERS_LIMIT,
  SHOW_TTL_LIMIT,
  SUB_TITLE_LIMIT,
  TITLE_LIMIT,
  URL_LIMIT,
} from './notification.ts';

/** Hosts, paths and limits of OPPO push. */
export const oppoDefinition: ChannelDefinition = {
  id: 'oppo',
  name: { en: 'OPPO push', zh: 'OPPO 推送' },
  hosts: [
    // The name of the specification's days, which nearly every client still calls.
    'api.push.oppomobile.com',
    'api-push-cn.heytapmobi.com',
    'api-intl.push.oppomobile.com',
    'feedback.push.oppomobile.com',
    'api-media.push.heytapmobi.com',
    'api-device.push.heytapmobi.com',
  ],
  ownsPath: (path) => {
    const plain = path.split('?')[0] ?? path;
    return plain === PREFIX || plain.startsWith(`${PREFIX}/`);
  },
  gaps: oppoGaps,
  limits: {
    title: TITLE_LIMIT,
    subTitle: SUB_TITLE_LIMIT,
    content: CONTENT_LIMITS[1],
    longContent: CONTENT_LIMITS[2],
    pictureContent: CONTENT_LIMITS[3],
    activity: ACTIVITY_LIMIT,
    url: URL_LIMIT,
    actionParameters: PARAMETERS_LIMIT,
    offLineSeconds: LIFE_LIMIT,
    showSeconds: SHOW_TTL_LIMIT,
    callbackUrl: CALLBACK_URL_LIMIT,
    callbackParameter: CALLBACK_PARAMETER_LIMIT,
    batch: BATCH_LIMIT,
    targets: TARGETS_LIMIT,
    alias: ALIAS_LIMIT,
    tags: TAGS_LIMIT,
    fetchedIds: FETCH_LIMIT,
    bodyBytes: 1_048_576,
  },
};
