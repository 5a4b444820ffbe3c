import type { RuleProfile } from '../../profile.ts';
import { utf8Length } from '../kit/bytes.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext } from '../types.ts';
import { type Condition, parseCondition } from './condition.ts';
import * as errors from './errors.ts';
import { type AndroidMessage, androidMessage, LONGEST_TTL } from './payload.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CheckRuleId } from './rules.ts';
import type { FcmMessage } from './schema.ts';
import { channelStep } from './steps.ts';

export const CONDITION_TOPICS = 5;
export const TOPIC_LENGTH = 900;
export const SIZE_OBSERVED = 4506;
export const SIZE_DOCUMENTED = 4096;
export const SIZE_DOCUMENTED_TOPIC = 2048;

export const TOKEN = /^[A-Za-z0-9_-]{11,64}:[A-Za-z0-9_-]{20,}$/;
const TOPIC = /^[a-zA-Z0-9\-_.~%]+$/;

export const isTopicName = (name: string): boolean => name.length <= TOPIC_LENGTH && TOPIC.test(name);

export type Target =
  | { readonly kind: 'token' | 'topic' | 'fid'; readonly value: string }
  | { readonly kind: 'condition'; readonly value: string; readonly condition: Condition };

/** One message and all that the checks of it need to know. */
export interface MessageInput {
  readonly message: FcmMessage;
  readonly android: AndroidMessage;
  readonly condition: Condition | null;
  /** UTF-8 bytes that count against the limit. */
  readonly size: number;
  readonly profile: RuleProfile['fcm'];
}

export function messageInput(
  message: FcmMessage,
  { profile, senderTime }: Pick<ReceiveContext, 'profile' | 'senderTime'>,
): MessageInput {
  const android = androidMessage(message, senderTime);
  const condition = message.condition === undefined ? null : parseCondition(message.condition);
  return { message, android, condition, size: sizeOf(android), profile: profile.fcm };
}

/** No text has more bytes than this for each of its UTF-16 units. */
const BYTES_OF_UNIT = 3;

/**
 * Keys and values of the data in force, and the texts of the notification in force. Exact from the smallest limit on;
 * below it the characters are taken for bytes.
 */
export function sizeOf({ data, notification }: AndroidMessage): number {
  const texts: string[] = [];
  for (const key of Object.keys(data)) texts.push(key, data[key] ?? '');
  for (const value of Object.values(notification ?? {}).flat()) if (typeof value === 'string') texts.push(value);
  let units = 0;
  for (const text of texts) units += text.length;
  if (units * BYTES_OF_UNIT <= SIZE_DOCUMENTED_TOPIC) return units;
  return texts.reduce((size, text) => size + utf8Length(text), 0);
}

export const isBroadcast = ({ topic, condition }: FcmMessage): boolean =>
  topic !== undefined || condition !== undefined;

function targetPresent({ message }: MessageInput): Refusal | null {
  const { token, topic, condition, fid, apns } = message;
  const some = token ?? topic ?? condition ?? fid;
  if (some === undefined) return refuse('fcm-target-present', errors.noTarget(), {});
  // A live activity is addressed through its phone's registration.
  if (apns?.live_activity_token && token === undefined) return refuse('fcm-target-present', errors.noTarget(), {});
  return null;
}

function topicName({ message: { topic } }: MessageInput): Refusal | null {
  if (topic === undefined || isTopicName(topic)) return null;
  return refuse('fcm-topic-name', errors.badTopic(), { received: shorten(topic) });
}

function conditionSyntax({ message, condition }: MessageInput): Refusal | null {
  if (message.condition === undefined || condition !== null) return null;
  return refuse('fcm-condition', errors.badCondition(), { received: shorten(message.condition) });
}

function conditionTopics({ condition }: MessageInput): Refusal | null {
  const received = condition?.topics.length ?? 0;
  if (received <= CONDITION_TOPICS) return null;
  return refuse('fcm-condition-topics', errors.badCondition(), { received, limit: CONDITION_TOPICS });
}

function tokenForm({ message: { token }, profile }: MessageInput): Refusal | null {
  if (token === undefined || TOKEN.test(token)) return null;
  const error = errors.malformedToken(profile.errorTexts === 'older');
  return refuse('fcm-token-form', error, { received: token === '' ? '–' : shorten(token) });
}

const isReserved = (key: string): boolean =>
  key === 'from' || key === 'message_type' || key.startsWith('google.') || key.startsWith('gcm.notification.');

/** The first reserved key of a data map. */
export const reservedKeyOf = (data: Readonly<Record<string, string>> | undefined): string | undefined =>
  data && Object.keys(data).find(isReserved);

function dataKeys({ message }: MessageInput): Refusal | null {
  const { data, android, android_v2, webpush } = message;
  const maps = [
    ['message.data', data],
    ['message.android.data', android?.data],
    ['message.android_v2.data', android_v2?.data],
    ['message.webpush.data', webpush?.data],
  ] as const;
  for (const [field, map] of maps) {
    const key = reservedKeyOf(map);
    if (key !== undefined)
      return refuse('fcm-data-key', errors.reservedKey(key, field), { received: shorten(key), field });
  }
  return null;
}

function webpushTtl({ message: { webpush } }: MessageInput): Refusal | null {
  const ttl = webpush?.headers && Object.hasOwn(webpush.headers, 'TTL') ? webpush.headers.TTL : undefined;
  if (ttl === undefined || /^\d+$/.test(ttl)) return null;
  return refuse('fcm-webpush-ttl', errors.webpushTtl(), { received: shorten(ttl) });
}

function ttlRange({ message: { android, android_v2 } }: MessageInput): Refusal | null {
  const parts = [
    ['message.android.ttl', android?.ttl],
    ['message.android_v2.ttl', android_v2?.ttl],
  ] as const;
  for (const [field, ttl] of parts) {
    if (ttl !== undefined && (ttl < 0 || ttl > LONGEST_TTL))
      return refuse('fcm-ttl', errors.ttlRange(field), { received: ttl, limit: LONGEST_TTL, field });
  }
  return null;
}

/** What a message may weigh, and what Google's documents say. */
export function sizeLimits({ message, profile }: MessageInput): {
  readonly limit: number;
  readonly documented: number;
} {
  const documented = isBroadcast(message) ? SIZE_DOCUMENTED_TOPIC : SIZE_DOCUMENTED;
  return { documented, limit: profile.payloadLimit === 'docs' ? documented : SIZE_OBSERVED };
}

function size(input: MessageInput): Refusal | null {
  const { limit } = sizeLimits(input);
  if (input.size <= limit) return null;
  const error = errors.tooLarge(input.profile.errorTexts === 'older');
  return refuse('fcm-size', error, { received: input.size, limit });
}

/** In the order of the reference; the first that fails answers. */
const CHECKS: readonly {
  readonly rule: CheckRuleId;
  readonly run: (input: MessageInput) => Refusal | null;
  /** Is there anything to check, so that passing is worth a line? */
  readonly applies?: (message: FcmMessage) => boolean;
}[] = [
  { rule: 'fcm-target-present', run: targetPresent },
  { rule: 'fcm-topic-name', run: topicName, applies: ({ topic }) => topic !== undefined },
  { rule: 'fcm-condition', run: conditionSyntax, applies: ({ condition }) => condition !== undefined },
  { rule: 'fcm-condition-topics', run: conditionTopics, applies: ({ condition }) => condition !== undefined },
  { rule: 'fcm-token-form', run: tokenForm, applies: ({ token }) => token !== undefined },
  { rule: 'fcm-data-key', run: dataKeys, applies: ({ data, android }) => (data ?? android?.data) !== undefined },
  { rule: 'fcm-webpush-ttl', run: webpushTtl, applies: ({ webpush }) => webpush?.headers !== undefined },
  {
    rule: 'fcm-ttl',
    run: ttlRange,
    applies: ({ android, android_v2 }) => (android?.ttl ?? android_v2?.ttl) !== undefined,
  },
  { rule: 'fcm-size', run: size },
];

const PASSES = CHECKS.map(({ rule }) => channelStep(rule, 'pass'));

/** Runs the checks of a message; the steps are those that passed before the refusal. */
export function checkMessage(input: MessageInput): {
  readonly steps: readonly ReturnType<typeof channelStep>[];
  readonly refusal: Refusal | null;
} {
  const steps: ReturnType<typeof channelStep>[] = [];
  for (const [index, { run, applies }] of CHECKS.entries()) {
    const refusal = run(input);
    if (refusal !== null) return { steps, refusal };
    const pass = PASSES[index];
    if (pass && (applies === undefined || applies(input.message))) steps.push(pass);
  }
  return { steps, refusal: null };
}

/** What a message that passed the checks addresses. */
export function targetOf({ message, condition }: MessageInput): Target | null {
  const { token, topic, fid } = message;
  if (token !== undefined) return { kind: 'token', value: token };
  if (topic !== undefined) return { kind: 'topic', value: topic };
  if (fid !== undefined) return { kind: 'fid', value: fid };
  return condition === null ? null : { kind: 'condition', value: message.condition ?? '', condition };
}
