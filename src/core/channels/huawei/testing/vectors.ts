import type { Device } from '../../../device/types.ts';
import type { RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import {
  APP_ID,
  accessToken,
  alert,
  bearer,
  hps,
  JSON_TYPE,
  jwt,
  N1,
  notification,
  OTHER_ID,
  oauth,
  sendLegacy,
  sendV1,
  sendV3,
  T0,
  T1,
} from './world.ts';

/** What an exchange must give; `{id}` stands for a request id. */
export interface VectorAnswer {
  readonly status: number;
  /** Whole body; a pattern where it holds a token. */
  readonly body: string | RegExp;
  /** Header `NSP_STATUS`; absent = not sent. */
  readonly nsp?: string;
}

export interface VectorExchange {
  readonly request: RequestParts;
  readonly answer: VectorAnswer;
}

export interface HuaweiVector {
  readonly row: string;
  /** Sets phones and switches. */
  readonly prepare?: (world: VendorWorld) => void;
  readonly exchanges: (world: VendorWorld) => readonly VectorExchange[];
  /** The phone of the addressed token afterwards. */
  readonly phone?: { readonly id: string; readonly shade?: number; readonly badge?: number };
  /** `status` of each receipt of the old form, `result` of v3's. */
  readonly receipts?: readonly number[];
}

const triple = (code: string, msg: string): string =>
  `{"code":"${code}","msg":${JSON.stringify(msg)},"requestId":"{id}"}`;
const ok: VectorAnswer = { status: 200, body: triple('80000000', 'Success') };
const refused = (code: string, msg: string, status = 400): VectorAnswer => ({ status, body: triple(code, msg) });
const PARTIAL = '{"success":1,"failure":1,"illegal_tokens":["T0"]}';
const partial = refused('80100000', PARTIAL, 200);
const allBad = refused('80300007', 'All the tokens are invalid', 200);
const count = refused('80300010', 'token count should within 1 and 1000');
const nsp = (number: string, error: string): VectorAnswer => ({
  status: 200,
  body: JSON.stringify({ error }),
  nsp: number,
});
const oauthError = (error: number, sub: number, text: string): VectorAnswer => ({
  status: 400,
  body: `{"error":${error},"sub_error":${sub},"error_description":"${text}"}`,
});

type Make = (world: VendorWorld) => RequestParts;
const row = (name: string, request: Make, answer: VectorAnswer, rest: Partial<HuaweiVector> = {}): HuaweiVector => ({
  row: name,
  exchanges: (world) => [{ request: request(world), answer }],
  ...rest,
});

const list = (...tokens: readonly string[]): string => JSON.stringify(tokens);
const withBadge = (badge: object) => (world: VendorWorld) => sendV1(world, notification({ badge }));
const LAUNCHER = 'com.example.app.MainActivity';
const badgeAt4 = (world: VendorWorld): void => world.change({ badge: 4 });

/** A body of exactly so many bytes without its tokens. */
function sized(world: VendorWorld, bytes: number): RequestParts {
  const make = (title: string) => sendV1(world, { ...notification({ title }), token: [T1, T1] });
  const text = (parts: RequestParts): string => String(parts.body);
  const fixed = text(make('')).length - '["T1","T1"]'.length;
  return make('x'.repeat(bytes - fixed));
}

function uninstall(world: VendorWorld): void {
  const device: Device = world.device();
  world.change({
    app: { ...device.app, installed: false },
    targets: device.targets.map((target) => ({ ...target, state: 'unregistered' })),
  });
}

const many = Array.from({ length: 1001 }, () => T1);
const authError = refused('80200001', 'Authentication Error', 200);

/** The rows of the reference, in its order. */
export const VECTORS: readonly HuaweiVector[] = [
  row('1', (world) => sendLegacy(world), ok, { phone: { id: 'phone-1', shade: 1, badge: 0 } }),
  row('2', (world) => sendLegacy(world, { expire_time: '2026-11-30T12:30:15' }, `{"ver":1,"appId":"${APP_ID}"}`), ok),
  row('3', (world) => sendLegacy(world, { device_token_list: list(T1, T0) }), partial),
  row('4', (world) => sendLegacy(world, { device_token_list: list(T0) }), allBad),
  row(
    '5a',
    (world) => sendLegacy(world, { access_token: accessToken(world, APP_ID, 3_600_000) }),
    nsp('6', 'session timeout'),
  ),
  row('5b', (world) => sendLegacy(world, { access_token: 'DgEAAunknown==' }), nsp('102', 'invalid session')),
  row(
    '6a',
    (world) => sendLegacy(world, { nsp_svc: 'openpush.message.single_send' }),
    refused('80100001', 'UnSupported svc', 200),
  ),
  row('6b', (world) => sendLegacy(world, { nsp_svc: undefined }), nsp('105', 'parameter error')),
  row(
    '7',
    (world) => sendLegacy(world, { payload: hps({ type: 2 }) }),
    refused('80100003', 'Illegal payload, type is invalid', 200),
  ),
  row(
    '8',
    (world) => {
      const rest = hps({ body: { title: 't', content: '' } }).length;
      return sendLegacy(world, { payload: hps({ body: { title: 't', content: 'x'.repeat(4097 - rest) } }) });
    },
    refused('80300008', 'Push message size is too long', 200),
  ),
  row('9', () => oauth(), {
    status: 200,
    body: /^\{"access_token":"[0-9A-Za-z+/=]+","expires_in":3600,"token_type":"Bearer"\}$/,
  }),
  row('10', () => oauth({ client_secret: 'wrong' }), oauthError(1101, 12304, 'invalid client_secret')),
  row(
    '11',
    () => ({ ...oauth(), headers: [JSON_TYPE], body: '{"grant_type":"client_credentials"}' }),
    oauthError(1102, 20181, 'missing grant_type'),
  ),
  row('12a', () => oauth({ client_id: 'abc' }), oauthError(1101, 20002, 'invalid client_id')),
  row('12b', () => oauth({ client_id: '999' }), oauthError(1101, 20003, 'invalid client_id')),
  row('13', (world) => sendV1(world, notification()), ok, {
    prepare: badgeAt4,
    phone: { id: 'phone-1', shade: 1, badge: 4 },
    receipts: [0],
  }),
  row('14', (world) => sendV1(world, notification(), { validate_only: true }), ok, {
    phone: { id: 'phone-1', shade: 0 },
    receipts: [],
  }),
  row('15', (world) => sendV1(world, { ...notification(), token: [T1, T0] }), partial, {
    phone: { id: 'phone-1', shade: 1 },
  }),
  row('16', (world) => sendV1(world, { ...notification(), token: [T0] }), allBad),
  row('17a', (world) => sendV1(world, { ...notification(), token: [] }), count),
  row('17b', (world) => sendV1(world, { ...notification(), token: many }), count),
  row('17c', (world) => ({ ...sendV1(world, {}), body: JSON.stringify({ mesage: notification() }) }), count),
  row(
    '17d',
    (world) =>
      sendV1(world, { ...notification(), token: many.slice(0, 1000), notification: { title: 't', body: 'b' } }),
    ok,
  ),
  row(
    '18',
    (world) => sendV1(world, { ...notification(), topic: 'news' }),
    refused('80100001', 'Check Parameter Error'),
  ),
  row('19a', (world) => ({ ...sendV1(world, notification()), headers: [JSON_TYPE] }), authError),
  row('19b', (world) => sendV1(world, notification(), {}, accessToken(world, OTHER_ID)), authError),
  row(
    '19c',
    (world) => sendV1(world, notification(), {}, accessToken(world, APP_ID, 3_600_000)),
    refused('80200003', 'Access token expired', 200),
  ),
  row('20', (world) => ({ ...sendV1(world, {}), body: '{' }), refused('80100001', 'Check Parameter Error')),
  row('21a', (world) => sized(world, 4097), refused('80300008', 'Push message size is too long')),
  row('21b', (world) => sized(world, 4096), ok),
  row(
    '22a',
    (world) => sendV1(world, notification({ click_action: undefined })),
    refused('80100003', 'Illegal payload, click_action is invalid'),
  ),
  row(
    '22b',
    (world) => sendV1(world, { ...notification(), notification: { title: 't' } }),
    refused('80100003', 'Illegal payload, body is invalid'),
  ),
  row(
    '23',
    withBadge({ add_num: 0, class: LAUNCHER }),
    refused('80100003', 'Illegal payload, badge add_num value ranges from 1 to 99'),
  ),
  row('24', withBadge({ class: LAUNCHER }), ok, { prepare: badgeAt4, phone: { id: 'phone-1', badge: 5 } }),
  row('25', withBadge({ add_num: 3, set_num: 0, class: LAUNCHER }), ok, {
    prepare: badgeAt4,
    phone: { id: 'phone-1', badge: 0 },
  }),
  row(
    '26a',
    (world) => sendV1(world, notification({}, { collapse_key: 101 })),
    refused('80100013', 'collapse_key is invalid'),
  ),
  row(
    '26b',
    (world) => sendV1(world, notification({}, { ttl: '1296001s' })),
    refused('80100004', 'Illegal expire time'),
  ),
  row(
    '27',
    (world) => sendV1(world, { token: [T1], data: 'd', android: { urgency: 'HIGH' } }),
    refused('80300011', 'no right to send HIGH urgency data messages'),
  ),
  row('28', (world) => sendV1(world, { token: [T1], data: 'd' }), ok, {
    phone: { id: 'phone-1', shade: 0 },
    receipts: [27],
  }),
  {
    row: '29',
    exchanges: (world) => [1, 2, 3].map(() => ({ request: sendV1(world, notification()), answer: ok })),
    phone: { id: 'phone-1', shade: 2 },
    receipts: [0, 0, 102],
  },
  {
    row: '30',
    prepare: uninstall,
    exchanges: (world) => [
      { request: sendV1(world, notification()), answer: ok },
      { request: sendV1(world, notification()), answer: allBad },
    ],
    phone: { id: 'phone-1', shade: 0 },
    receipts: [2],
  },
  row('31', (world) => topic(world, 'subscribe', { topic: 'news', tokenArray: [T1, T0] }), {
    status: 200,
    body: '{"msg":"Success","code":"80000000","requestId":"{id}","successCount":1,"failureCount":1,"errors":[{"index":1,"reason":"invalid token"}]}',
  }),
  row(
    '32',
    (world) => topic(world, 'subscribe', { topic: 'a b', tokenArray: [T1] }),
    refused('82000007', 'topic invalid'),
  ),
  row('33', (world) => sendV3(world, alert()), ok, { phone: { id: 'phone-3', shade: 1, badge: 0 }, receipts: [0] }),
  row('34', (world) => sendV3(world, alert(), { token: accessToken(world) }), authError),
  row(
    '35a',
    (world) => sendV3(world, alert(), { token: jwt(world, { exp: Math.floor(world.now / 1000) + 172_800 }) }),
    refused('80300036', 'JWT expire period over threshold', 200),
  ),
  row(
    '35b',
    (world) => {
      const now = Math.floor(world.now / 1000);
      return sendV3(world, alert(), { token: jwt(world, { iat: now - 3600, exp: now }) });
    },
    refused('80200005', 'Jwt token expired', 200),
  ),
  row(
    '36',
    (world) => sendV3(world, alert(), { pushType: null }),
    refused('80100003', 'Illegal payload, The header does not contain valid push-type'),
  ),
  row(
    '37',
    (world) => sendV3(world, alert(), { target: { token: [N1, T0] } }),
    refused('80100000', '{"illegalTokens":{"tokenFormatError":["T0"]},"success":1,"failure":1}', 200),
  ),
  row(
    '38',
    (world) => sendV3(world, {}, { pushType: '1', target: { token: [N1, 'N2'] } }),
    refused('80300010', 'token count should within 1 and 1'),
  ),
  row(
    '39',
    (world) => sendV3(world, alert({ badge: { addNum: 100 } })),
    refused('80100003', 'Illegal payload, badge addNum value ranges from 1 to 99'),
  ),
  row('40', (world) => revoke(world, { token: [T1] }), refused('80300032', 'No permission to revoke messages', 200)),
];

/** A call of the topic interfaces. */
export function topic(world: VendorWorld, verb: string, body: unknown): RequestParts {
  return {
    path: `/v1/${APP_ID}/topic:${verb}`,
    headers: [bearer(accessToken(world)), JSON_TYPE],
    body: JSON.stringify(body),
  };
}

export function revoke(world: VendorWorld, body: unknown, pushType = '0'): RequestParts {
  return {
    path: `/v1/${APP_ID}/messages:revoke`,
    headers: [bearer(jwt(world)), JSON_TYPE, ['push-type', pushType]],
    body: JSON.stringify(body),
  };
}

/** The body with its request id put aside. */
export const withoutId = (body: string): string => body.replace(/"requestId":"\d{24}"/, '"requestId":"{id}"');
