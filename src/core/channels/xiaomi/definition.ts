import type { ChannelDefinition } from '../types.ts';
import {
  CALLBACK_PARAM_LIMIT,
  CALLBACK_URL_LIMIT,
  DESCRIPTION_LIMIT,
  EXTRA_KEYS_LIMIT,
  EXTRA_LENGTH_LIMIT,
  PAYLOAD_LIMIT,
  TITLE_LIMIT,
} from './checks.ts';
import { ENDPOINTS } from './endpoints.ts';
import { xiaomiGaps } from './gaps.ts';
import { TARGETS_LIMIT, TOPICS_LIMIT } from './targets.ts';

const OVERSEAS = ['', 'fr.', 'ru.', 'idmb.'].flatMap((region) => [
  `${region}api.xmpush.global.xiaomi.com`,
  `${region}feedback.xmpush.global.xiaomi.com`,
]);
const OVERSEAS_NOW = ['ru', 'idmb', 'fr', 'sgp'].map((region) => `${region}-api.xmpush.global.xiaomi.com`);

/** Path prefixes that no other vendor uses, so that a misspelt interface still gets Xiaomi's answer. */
const PREFIX =
  /^\/(v[1-4]\/message|v2\/multi_messages|v[1-4]\/schedule_job|v1\/trace|v1\/stats|v[12]\/topic|v[123]\/regid|v1\/(alias|account|miid|validation|feedback|channel)|media\/upload)(\/|$)/;

const pathOnly = (path: string): string => path.split('?')[0] ?? path;

/** Hosts, paths and limits of Xiaomi push. */
export const xiaomiDefinition: ChannelDefinition = {
  id: 'xiaomi',
  name: { en: 'Xiaomi push', zh: '小米推送' },
  hosts: [
    'api.xmpush.xiaomi.com',
    'sandbox.xmpush.xiaomi.com',
    'vip.api.xmpush.xiaomi.com',
    'lg.api.xmpush.xiaomi.com',
    'c3.api.xmpush.xiaomi.com',
    'feedback.xmpush.xiaomi.com',
    'emq.xmpush.xiaomi.com',
    ...OVERSEAS,
    'vip.api.xmpush.global.xiaomi.com',
    ...OVERSEAS_NOW,
  ],
  ownsPath: (path) => {
    const plain = pathOnly(path);
    return ENDPOINTS.has(plain) || PREFIX.test(plain);
  },
  gaps: xiaomiGaps,
  // The receipt document says 90 days offline; another note says 30.
  registrationDays: 90,
  limits: {
    /** Fewer than this many characters. */
    title: TITLE_LIMIT,
    /** Fewer than this many characters. */
    description: DESCRIPTION_LIMIT,
    payloadBytes: PAYLOAD_LIMIT,
    extraKeys: EXTRA_KEYS_LIMIT,
    extraCharacters: EXTRA_LENGTH_LIMIT,
    callbackUrl: CALLBACK_URL_LIMIT,
    callbackParamBytes: CALLBACK_PARAM_LIMIT,
    targets: TARGETS_LIMIT,
    topics: TOPICS_LIMIT,
    bodyBytes: 1_048_576,
  },
};
