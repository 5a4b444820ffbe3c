import { decodeUtf8 } from '../kit/bytes.ts';
import { isObject, type JsonObject, member, parseBody } from '../kit/json.ts';
import { type Condition, isTopic, parseCondition } from './condition.ts';
import { SIZE_LIMIT, TOKENS_LIMIT, TTL_DEFAULT_S, TTL_MAX_S } from './definition.ts';
import { lifeOf } from './duration.ts';
import { checkFields, type Field, has, memberNames, missing, number, object, seen, text } from './fields.ts';
import { ANDROID, COMMON_NOTIFICATION, checkTexts, NOTIFICATION } from './fields-v1.ts';
import { isRefusal, MESSAGES, type Refusal, refuse } from './refusal.ts';
import { tooLong } from './size.ts';

/** Whom a message is for. */
export type Addressees =
  | { readonly kind: 'tokens'; readonly tokens: readonly string[] }
  | { readonly kind: 'topic'; readonly label: string; readonly matches: Condition };

/** A v1 or v2 message whose members are in order. */
export interface CheckedV1 {
  readonly validateOnly: boolean;
  readonly body: JsonObject;
  readonly message: JsonObject;
  readonly addressees: Addressees;
  readonly isData: boolean;
  readonly ttlSeconds: number;
}

/** A JSON object in the body, or why not; a body that was cut counts as too long. */
export function readBody(
  body: Uint8Array,
  cut: boolean,
  tokens: readonly string[],
): { readonly object: JsonObject } | Refusal {
  if (cut) return refuse('huawei-size', '80300008', { received: body.length, limit: SIZE_LIMIT });
  const value = parseBody(body);
  if (typeof value === 'string')
    return refuse('huawei-body-json', '80100001', { received: seen(decodeUtf8(body) ?? value) });
  const size = tooLong(body, tokens);
  return size === null ? { object: value } : refuse('huawei-size', '80300008', { received: size, limit: SIZE_LIMIT });
}

/** 80300010 with the limits in its text. */
export const countRefusal = (received: string | number, limit = TOKENS_LIMIT): Refusal =>
  refuse(
    'huawei-token-count',
    '80300010',
    { received, limit },
    limit === TOKENS_LIMIT ? MESSAGES['80300010'] : `token count should within 1 and ${limit}`,
  );

/** A list of 1 to `limit` texts. */
export function checkTokens(value: unknown, limit = TOKENS_LIMIT): readonly string[] | Refusal {
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === 'string'))
    return refuse('huawei-token-list', '80100001', { received: seen(value) });
  return value.length === 0 || value.length > limit ? countRefusal(value.length, limit) : value;
}

function checkAddressees(message: JsonObject): Addressees | Refusal {
  const named = ['token', 'topic', 'condition'].filter((name) => has(message, name));
  const [kind] = named;
  if (kind === undefined) return refuse('huawei-target-needed', '80300010', { received: memberNames(message) });
  if (named.length > 1) return refuse('huawei-target-one', '80100001', { received: named.join(', ') });
  if (kind === 'token') {
    const tokens = checkTokens(member(message, 'token'));
    return isRefusal(tokens) ? tokens : { kind: 'tokens', tokens };
  }
  return { kind: 'topic', label: '', matches: () => false };
}

const TOPIC: readonly Field[] = [
  { name: 'topic', kind: 'text' },
  { name: 'condition', kind: 'text' },
];

/** Topic and condition come with the members, after the payload has been found. */
function checkTopic(message: JsonObject): Addressees | Refusal | null {
  const refusal = checkFields(message, TOPIC, 'message');
  if (refusal) return refusal;
  const topic = text(message, 'topic');
  if (topic !== undefined)
    return isTopic(topic)
      ? { kind: 'topic', label: `topic ${topic}`, matches: (topics) => topics.includes(topic) }
      : refuse('huawei-topic-name', '82000007', { received: seen(topic) });
  const condition = text(message, 'condition');
  if (condition === undefined) return null;
  const matches = parseCondition(condition);
  return matches === null
    ? refuse('huawei-condition', '80100001', { received: seen(condition) })
    : { kind: 'topic', label: 'condition', matches };
}

const ENVELOPE: readonly Field[] = [
  { name: 'validate_only', kind: 'flag' },
  { name: 'review', kind: 'objects' },
];
const MESSAGE: readonly Field[] = [
  { name: 'data', kind: 'text' },
  { name: 'notification', kind: 'object', fields: COMMON_NOTIFICATION },
  { name: 'android', kind: 'object' },
];
const OTHERS: readonly Field[] = [
  { name: 'apns', kind: 'object' },
  { name: 'webpush', kind: 'object' },
];

/** `collapse_key` and `ttl`, the first members of `android`, have codes of their own. */
function checkDelivery(android: JsonObject): Refusal | null {
  const key = number(android, 'collapse_key');
  const given = has(android, 'collapse_key');
  if (given && (key === undefined || !Number.isInteger(key) || key < -1 || key > 100))
    return refuse('huawei-collapse-key', '80100013', { received: seen(member(android, 'collapse_key')) });
  const ttl = text(android, 'ttl');
  const bad = has(android, 'ttl') && (ttl === undefined || lifeOf(ttl) === null);
  return bad ? refuse('huawei-ttl', '80100004', { received: seen(member(android, 'ttl')), limit: TTL_MAX_S }) : null;
}

/** Title and body: the platform's own win, and both must end up with text. */
export const mergedText = (message: JsonObject, name: 'title' | 'body'): string =>
  text(object(object(message, 'android'), 'notification'), name) ?? text(object(message, 'notification'), name) ?? '';

function checkNotification(message: JsonObject, own: JsonObject): Refusal | null {
  const path = 'message.android.notification';
  const refusal = checkFields(own, COMMON_NOTIFICATION.slice(0, 2), path);
  if (refusal) return refusal;
  for (const name of ['title', 'body'] as const)
    if (mergedText(message, name) === '') return missing(`${path}.${name}`, name);
  return checkFields(own, NOTIFICATION, path) ?? checkTexts(own, path);
}

function checkMembers(body: JsonObject, message: JsonObject, isData: boolean): Refusal | null {
  const android = object(message, 'android');
  return (
    checkFields(body, ENVELOPE) ??
    checkFields(message, MESSAGE, 'message') ??
    checkDelivery(android) ??
    checkFields(android, ANDROID, 'message.android') ??
    (isData ? null : checkNotification(message, object(android, 'notification'))) ??
    checkFields(message, OTHERS, 'message')
  );
}

/** What the message carries: null when neither data nor a notification is there. */
function isDataMessage(message: JsonObject): boolean | null {
  const android = member(message, 'android');
  const within = (name: string): boolean => isObject(android) && has(android, name);
  if (has(message, 'notification') || within('notification')) return false;
  return has(message, 'data') || within('data') ? true : null;
}

/** Steps 4 to 6 of the order of checks. */
export function checkV1(bytes: Uint8Array, cut: boolean): CheckedV1 | Refusal {
  const read = readBody(bytes, cut, ['message', 'token']);
  if (isRefusal(read)) return read;
  const message = member(read.object, 'message');
  if (!isObject(message)) return refuse('huawei-message', '80300010', { received: memberNames(read.object) });
  const addressees = checkAddressees(message);
  if (isRefusal(addressees)) return addressees;
  const isData = isDataMessage(message);
  if (isData === null)
    return refuse(
      'huawei-payload',
      '80100003',
      { received: memberNames(message) },
      'Illegal payload, notification is invalid',
    );
  const topic = checkTopic(message);
  if (topic !== null && isRefusal(topic)) return topic;
  const refusal = checkMembers(read.object, message, isData);
  if (refusal) return refusal;
  const ttl = text(object(message, 'android'), 'ttl');
  return {
    validateOnly: String(member(read.object, 'validate_only')).toLowerCase() === 'true',
    body: read.object,
    message,
    addressees: topic ?? addressees,
    isData,
    ttlSeconds: (ttl === undefined ? null : lifeOf(ttl)) ?? TTL_DEFAULT_S,
  };
}
