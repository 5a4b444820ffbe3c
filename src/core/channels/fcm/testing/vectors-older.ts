import { error, HTML_HEADERS, invalid, notFound } from './answers.ts';
import { type FcmVector, notification, one } from './vector.ts';
import { bearer, D, F, JSON_TYPE, legacyParts, T } from './world.ts';

const before = { legacy: 'before', batch: 'before' } as const;
const several = { registration_ids: [T, D, 'x'], data: { n: 1 } };

const legacyError = (body: unknown, status: number, code: string, text: RegExp): FcmVector['exchanges'][number] => ({
  request: legacyParts(body),
  answer: { status, code, text },
});

const resultOf = (name: string): RegExp =>
  new RegExp(
    `^\\{"multicast_id":\\d{19},"success":0,"failure":1,"canonical_ids":0,"results":\\[\\{"error":"${name}"\\}\\]\\}$`,
  );

export const OLDER: readonly FcmVector[] = [
  one('38a', { path: '/batch', headers: [bearer()], body: 'x' }, notFound),
  one('38b', legacyParts({ to: T }), notFound),
  one(
    '38c',
    { path: '/batch', headers: [bearer()], body: 'x' },
    {
      status: 501,
      code: 'UNIMPLEMENTED',
      json: error(501, 'UNIMPLEMENTED', 'Operation is not implemented, or supported, or enabled.'),
    },
    { profile: { batch: 'closing' } },
  ),
  one(
    '38d',
    { path: '/batch', headers: [bearer()], body: 'x' },
    invalid('INVALID_ARGUMENT/batch', 'Failed to parse batch request.'),
    { profile: before },
  ),
  one(
    '38e',
    legacyParts({ to: T }),
    { status: 200, code: 'DeprecatedApi', text: resultOf('DeprecatedApi') },
    { profile: { legacy: 'closing' } },
  ),
  one(
    '39a',
    legacyParts(several),
    {
      status: 200,
      code: 'NotRegistered',
      text: /^\{"multicast_id":\d{19},"success":1,"failure":2,"canonical_ids":0,"results":\[\{"message_id":"0:\d{16}%[0-9a-f]{16}"\},\{"error":"NotRegistered"\},\{"error":"InvalidRegistration"\}\]\}$/,
    },
    { profile: before },
  ),
  {
    row: '39b',
    profile: before,
    exchanges: [
      legacyError(
        { to: T, time_to_live: 5_184_000 },
        400,
        'InvalidTtl',
        /^Invalid value \(5184000\) for "time_to_live": must be between 0 and 2419200$/,
      ),
      legacyError({}, 400, 'MissingRegistration', /^MissingRegistration$/),
      legacyError({ to: 'x' }, 200, 'InvalidRegistration', resultOf('InvalidRegistration')),
      legacyError({ to: F }, 200, 'MismatchSenderId', resultOf('MismatchSenderId')),
      legacyError(
        { to: T, restricted_package_name: 'com.other' },
        200,
        'InvalidPackageName',
        resultOf('InvalidPackageName'),
      ),
      legacyError({ to: T, data: { from: 'x' } }, 200, 'InvalidDataKey', resultOf('InvalidDataKey')),
      legacyError({ to: T, data: { p: 'x'.repeat(4096) } }, 200, 'MessageTooBig', resultOf('MessageTooBig')),
      legacyError({ to: T, priority: 'urgent' }, 400, 'InvalidParameters', /^InvalidParameters: Field "priority"/),
      legacyError('a', 400, 'JSON_PARSING_ERROR', /^JSON_PARSING_ERROR: Unexpected character \(a\) at position 0\.$/),
      {
        request: legacyParts({ to: T }, { headers: [['authorization', 'key=wrong'], JSON_TYPE] }),
        answer: { status: 401, code: 'legacy/401', text: /<title>Error 401 \(Unauthorized\)/, headers: HTML_HEADERS },
      },
    ],
  },
  {
    row: '39c',
    profile: before,
    exchanges: [
      {
        request: legacyParts(`registration_id=${encodeURIComponent(T)}&data.k=v`, {
          headers: [
            ['authorization', 'key=AAAAtest:APA91b-server-key'],
            ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
          ],
        }),
        answer: { status: 200, code: null, text: /^id=0:\d{16}%[0-9a-f]{16}$/ },
      },
      {
        request: legacyParts({ to: '/topics/news', notification }),
        answer: { status: 200, code: null, text: /^\{"message_id":\d{19}\}$/ },
      },
      {
        request: legacyParts({ to: T, notification, dry_run: true }),
        answer: { status: 200, code: null, text: /"message_id":"fake_message_id"/ },
      },
      {
        request: legacyParts({ to: T, notification }),
        answer: { status: 200, code: null, text: /"success":1,"failure":0/ },
      },
    ],
    shade: 1,
  },
];
