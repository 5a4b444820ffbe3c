import { BAD_REQUEST, fcm, fieldFirst, invalid, mapping, taken, takenByTopic, violations } from './answers.ts';
import { type FcmVector, one } from './vector.ts';
import { sendParts, T } from './world.ts';

const BAD_TOPIC = fieldFirst('INVALID_ARGUMENT/topic', 'Topic name contains invalid characters.', 'message');
const BAD_CONDITION = invalid('INVALID_ARGUMENT/condition', 'Request contains an invalid argument.');

const TWO_TARGETS = mapping(
  'INVALID_ARGUMENT/union',
  "Invalid value at 'message' (oneof), oneof field 'target' is already set. Cannot set 'topic'",
  'message',
);

const withTtl = (ttl: string) => sendParts({ token: T, android: { ttl } });
const withPriority = (priority: string) => sendParts({ token: T, android: { priority } });
const sized = (length: number) => sendParts({ topic: 'news', data: { p: 'x'.repeat(length) } });

const DURATION =
  "Invalid value at 'message.android.ttl' (type.googleapis.com/google.protobuf.Duration), Field 'ttl', Illegal duration format; duration must end with 's'";

const PRIORITY =
  'Invalid value at \'message.android.priority\' (type.googleapis.com/google.firebase.fcm.v1.AndroidConfig.AndroidMessagePriority), "URGENT"';

const UNKNOWN = (name: string, at?: string) =>
  `Invalid JSON payload received. Unknown name "${name}"${at === undefined ? '' : ` at '${at}'`}: Cannot find field.`;

export const FIELDS: readonly FcmVector[] = [
  one('15a', sendParts({ topic: 'bad#topic!name' }), BAD_TOPIC),
  one('15b', sendParts({ topic: '/topics/news' }), BAD_TOPIC),
  one('15c', sendParts({ topic: 'x'.repeat(901) }), BAD_TOPIC),
  one('16a', sendParts({ condition: "'a' in topics &&" }), BAD_CONDITION),
  one(
    '16b',
    sendParts({ condition: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `'${name}' in topics`).join(' || ') }),
    BAD_CONDITION,
  ),
  one('17a', sendParts(`{"message":{"token":"${T}","topic":"news"}}`), TWO_TARGETS),
  one('17b', sendParts(`{"message":{"token":"${T}","topic":""}}`), TWO_TARGETS),
  one(
    '18a',
    sendParts({ token: T, data: { n: 12 } }),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[0].value' (TYPE_STRING), 12",
      'message.data[0].value',
    ),
  ),
  one(
    '18b',
    sendParts({ token: T, data: { a: 'x', n: true } }),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[1].value' (TYPE_STRING), true",
      'message.data[1].value',
    ),
  ),
  one(
    '18c',
    sendParts(`{"message":{"token":"${T}","data":{"b":"x","1":2}}}`),
    mapping(
      'INVALID_ARGUMENT/value',
      "Invalid value at 'message.data[1].value' (TYPE_STRING), 2",
      'message.data[1].value',
    ),
  ),
  one('19a', sendParts({ toen: 'x' }), mapping('INVALID_ARGUMENT/field', UNKNOWN('toen', 'message'), 'message')),
  one('19b', sendParts('{"foo":1}'), mapping('INVALID_ARGUMENT/field', UNKNOWN('foo'))),
  one(
    '20',
    sendParts({ token: T, first: 1, android: { second: 2 } }),
    invalid('INVALID_ARGUMENT/field', `${UNKNOWN('first', 'message')}\n${UNKNOWN('second', 'message.android')}`, [
      violations(
        { field: 'message', description: UNKNOWN('first', 'message') },
        { field: 'message.android', description: UNKNOWN('second', 'message.android') },
      ),
    ]),
  ),
  one(
    '21a',
    sendParts({ token: T, notification: { title: ['a'] } }),
    mapping(
      'INVALID_ARGUMENT/field',
      'Invalid JSON payload received. Unknown name "title" at \'message.notification\': Proto field is not repeating, cannot start list.',
      'message.notification',
    ),
  ),
  one('21b', sendParts({ token: T, notification: { title: null, body: 'b' } }), taken, { shade: 1 }),
  one(
    '22a',
    sendParts({ token: T, data: { from: 'x' } }),
    fieldFirst('INVALID_ARGUMENT/data-key', 'Invalid data payload key: from', 'message.data'),
  ),
  one(
    '22b',
    sendParts({ token: T, data: { 'google.x': 'y' } }),
    fieldFirst('INVALID_ARGUMENT/data-key', 'Invalid data payload key: google.x', 'message.data'),
  ),
  one('22c', sendParts({ token: T, data: { collapse_key: 'k' } }), taken),
  one('23a', sized(4505), takenByTopic),
  one(
    '23b',
    sized(4506),
    invalid('INVALID_ARGUMENT/size', 'Message is too large. The maximum is 4K (4096 bytes).', [
      { '@type': BAD_REQUEST },
      fcm('INVALID_ARGUMENT'),
    ]),
  ),
  one(
    '24',
    sendParts({ token: T, webpush: { headers: { TTL: 'abc' } } }),
    fieldFirst('INVALID_ARGUMENT/webpush-ttl', 'TTL must be a non-negative integer.', 'message.webpush.headers.TTL'),
  ),
  one('25a', withTtl('0s'), taken),
  one('25b', withTtl('3.5s'), taken),
  one('25c', withTtl('3600'), mapping('INVALID_ARGUMENT/value', DURATION, 'message.android.ttl')),
  one(
    '25d',
    withTtl('2419201s'),
    fieldFirst('INVALID_ARGUMENT/ttl', 'TTL must be between 0 and 2419200 seconds.', 'message.android.ttl'),
  ),
  one('26a', withPriority('high'), taken),
  one('26b', withPriority('HIGH'), taken),
  one('26c', withPriority('URGENT'), mapping('INVALID_ARGUMENT/value', PRIORITY, 'message.android.priority')),
  one(
    '27',
    sendParts({
      topic: 'news',
      fcmOptions: { analyticsLabel: 'a1' },
      android: {
        ttl: '1.500000000s',
        collapse_key: 'k',
        notification: {
          channel_id: 'c',
          vibrate_timings: ['0.100000000s'],
          event_time: '2026-09-01T08:30:00.000Z',
        },
      },
    }),
    takenByTopic,
  ),
  one(
    '28',
    sendParts({ token: T, android: { restricted_package_name: 'com.other' } }),
    invalid('INVALID_ARGUMENT/package', 'Request contains an invalid argument.', [
      fcm('INVALID_ARGUMENT'),
      violations({ field: 'message.android.restricted_package_name', description: 'Invalid package name' }),
    ]),
  ),
];
