import type { ChannelDefinition } from '../types.ts';
import { apnsGaps } from './gaps.ts';

const HOUR = 3_600_000;

/** Where device pushes go; the first one is what the IM side calls for a production registration. */
export const PRODUCTION_HOST = 'api.push.apple.com';
export const SANDBOX_HOST = 'api.sandbox.push.apple.com';

/** Hosts of the production environment; every other name is decided by its parts (see `environment.ts`). */
export const PRODUCTION_HOSTS: ReadonlySet<string> = new Set([
  PRODUCTION_HOST,
  'api-broadcast.push.apple.com',
  'api-manage-broadcast.push.apple.com',
]);

/** What Apple's names serve of broadcast channels; the old alias of the sandbox knows device pushes only (choice). */
export const BROADCAST_HOSTS: ReadonlyMap<string, 'send' | 'manage' | 'none'> = new Map([
  [PRODUCTION_HOST, 'send'],
  [SANDBOX_HOST, 'send'],
  ['api.development.push.apple.com', 'none'],
  ['api-broadcast.push.apple.com', 'send'],
  ['api-broadcast.sandbox.push.apple.com', 'send'],
  ['api-manage-broadcast.push.apple.com', 'manage'],
  ['api-manage-broadcast.sandbox.push.apple.com', 'manage'],
]);

/** Numbers of the provider API. Bytes for sizes, ms for times. */
export const LIMITS = {
  payload: 4096,
  voipPayload: 5120,
  broadcastPayload: 5120,
  collapseId: 64,
  topic: 255,
  tokenAge: HOUR,
  tokenLead: HOUR,
  tokenRefresh: 20 * 60_000,
  storage: 30 * 24 * HOUR,
  broadcastStorage: 8 * HOUR,
  channels: 10_000,
} as const;

export type PushType =
  | 'alert'
  | 'background'
  | 'voip'
  | 'complication'
  | 'fileprovider'
  | 'mdm'
  | 'location'
  | 'liveactivity'
  | 'pushtotalk'
  | 'widgets'
  | 'controls';

/** What a push type appends to the bundle id to make its topic; `''` = the bundle id itself. */
export const TOPIC_SUFFIXES: Readonly<Record<PushType, string>> = {
  alert: '',
  background: '',
  mdm: '',
  voip: '.voip',
  complication: '.complication',
  fileprovider: '.pushkit.fileprovider',
  location: '.location-query',
  liveactivity: '.push-type.liveactivity',
  pushtotalk: '.voip-ptt',
  widgets: '.push-type.widgets',
  controls: '.push-type.controls',
};

export const isPushType = (value: string): value is PushType => Object.hasOwn(TOPIC_SUFFIXES, value);

const SUFFIXES: readonly string[] = Object.values(TOPIC_SUFFIXES).filter((suffix) => suffix !== '');

/** The special suffix that a topic ends in, `''` when it is a bare bundle id. */
export function topicSuffix(topic: string): string {
  for (const suffix of SUFFIXES) if (topic.endsWith(suffix)) return suffix;
  return '';
}

/** The bundle id inside a topic. */
export function bundleOf(topic: string): string {
  const suffix = topicSuffix(topic);
  return suffix === '' ? topic : topic.slice(0, -suffix.length);
}

/** Addresses of APNs: device pushes, the old sandbox alias, broadcast hosts. */
export const definition: ChannelDefinition = {
  id: 'apns',
  name: { en: 'APNs', zh: 'APNs' },
  hosts: [
    PRODUCTION_HOST,
    SANDBOX_HOST,
    'api.development.push.apple.com',
    'api-broadcast.push.apple.com',
    'api-broadcast.sandbox.push.apple.com',
    'api-manage-broadcast.push.apple.com',
    'api-manage-broadcast.sandbox.push.apple.com',
  ],
  // Other vendors' paths start with /v1, /v2, /v3 or a word, so a bare digit is enough.
  ownsPath: (path) => /^\/[134](?:\/|$)/.test(path),
  gaps: apnsGaps,
  limits: LIMITS,
};
