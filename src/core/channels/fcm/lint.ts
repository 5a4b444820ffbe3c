import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import { type Call, queryValue } from './call.ts';
import { isBroadcast, type MessageInput, sizeLimits } from './checks.ts';
import type { LintRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

interface Linter {
  readonly rule: LintRuleId;
  /** Parameters of the note, or null when there is nothing to say. */
  readonly look: (input: MessageInput) => TraceParams | null;
}

const BARE: TraceParams = {};
const received = (text: string | undefined): TraceParams | null =>
  text === undefined ? null : { received: shorten(text) };

const LABEL = /^[a-zA-Z0-9\-_.~%]{1,50}$/;
const COLOR = /^#[0-9a-fA-F]{6}$/;

/** Keys that Google's error page forbids as a prefix though the server is known to take them. */
const doubtfulKey = ({ android }: MessageInput): string | undefined =>
  Object.keys(android.data).find((key) => key.startsWith('google') || key.startsWith('gcm'));

const unused = (text: string | undefined, key: string | undefined): boolean => Boolean(text) && Boolean(key);

function locKey({ android: { notification } }: MessageInput): TraceParams | null {
  if (notification === null) return null;
  if (unused(notification.title, notification.title_loc_key)) return { received: 'title_loc_key', text: 'title' };
  return unused(notification.body, notification.body_loc_key) ? { received: 'body_loc_key', text: 'body' } : null;
}

function lights({ android: { notification } }: MessageInput): TraceParams | null {
  const settings = notification?.light_settings;
  if (settings === undefined) return null;
  const { color, light_on_duration, light_off_duration } = settings;
  return color !== undefined && light_on_duration !== undefined && light_off_duration !== undefined ? null : BARE;
}

const isAddress = (text: string): boolean => text.startsWith('https://');

function overDocumented(input: MessageInput): TraceParams | null {
  const { documented } = sizeLimits(input);
  return input.size > documented ? { received: input.size, limit: documented } : null;
}

function replacedData({ message }: MessageInput): TraceParams | null {
  const part = message.android_v2?.data ?? message.android?.data;
  if (part === undefined || message.data === undefined) return null;
  const lost = Object.keys(message.data).filter((key) => !Object.hasOwn(part, key));
  return lost.length === 0 ? null : { received: shorten(lost.join(', ')) };
}

/** Notes on messages that FCM takes. */
const LINTERS: readonly Linter[] = [
  { rule: 'fcm-size-documented', look: overDocumented },
  { rule: 'fcm-data-key-prefix', look: (input) => received(doubtfulKey(input)) },
  {
    rule: 'fcm-data-collapse-key',
    look: ({ android }) => (Object.hasOwn(android.data, 'collapse_key') ? BARE : null),
  },
  { rule: 'fcm-data-replaced', look: replacedData },
  {
    rule: 'fcm-collapse-ignored',
    look: ({ android }) =>
      android.notification !== null && android.collapseKey !== null ? received(android.collapseKey) : null,
  },
  {
    rule: 'fcm-nothing-to-show',
    look: ({ android }) => (android.notification === null && Object.keys(android.data).length === 0 ? BARE : null),
  },
  { rule: 'fcm-loc-key-unused', look: locKey },
  {
    rule: 'fcm-image-address',
    look: ({ android }) => {
      const image = android.notification?.image;
      return image !== undefined && !isAddress(image) ? received(image) : null;
    },
  },
  {
    rule: 'fcm-color',
    look: ({ android }) => {
      const color = android.notification?.color;
      return color !== undefined && !COLOR.test(color) ? received(color) : null;
    },
  },
  { rule: 'fcm-light-settings', look: lights },
  {
    rule: 'fcm-vibrate-short',
    look: ({ android }) => (android.notification?.vibrate_timings?.length === 1 ? BARE : null),
  },
  {
    rule: 'fcm-count-negative',
    look: ({ android }) => {
      const count = android.notification?.notification_count;
      return count !== undefined && count < 0 ? { received: count } : null;
    },
  },
  {
    rule: 'fcm-analytics-label',
    look: ({ android }) =>
      android.analyticsLabel !== null && !LABEL.test(android.analyticsLabel) ? received(android.analyticsLabel) : null,
  },
  {
    rule: 'fcm-webpush-link',
    look: ({ message }) => {
      const link = message.webpush?.fcm_options?.link;
      return link !== undefined && link !== '' && !isAddress(link) ? received(link) : null;
    },
  },
  { rule: 'fcm-ttl-zero', look: ({ android }) => (android.ttl === 0 ? BARE : null) },
  { rule: 'fcm-preview', look: ({ message }) => (message.android_v2 === undefined ? null : BARE) },
];

/** What an accepted message will not do as meant; `reached`: how many registrations it goes to. */
export function lintMessage(input: MessageInput, reached: number): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const { rule, look } of LINTERS) {
    const params = look(input);
    if (params) steps.push(channelStep(rule, 'note', params));
  }
  if (reached === 0 && isBroadcast(input.message)) steps.push(channelStep('fcm-no-subscriber', 'note'));
  return steps;
}

/** Parameters of the front end that are taken and have no effect here. */
export function lintCall({ query }: Call): readonly TraceStep[] {
  if (query.size === 0) return [];
  const alt = queryValue(query, 'alt');
  const idle = ['callback', 'fields', 'uploadType', 'upload_protocol'].filter((name) => query.has(name));
  if (alt !== undefined && alt !== 'json') idle.push('alt');
  return idle.length === 0 ? [] : [channelStep('fcm-query-idle', 'note', { received: idle.join(', ') })];
}
