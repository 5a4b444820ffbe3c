import type { defaultProfile } from '../../../profile.ts';
import { HUAWEI_KEY_ID, testCredentials, testKeys } from '../../../testing/credentials.ts';
import { type KeyPair, signWith } from '../../../testing/crypto.ts';
import { type RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import type { HuaweiApp, HuaweiReceiptAddress } from '../../credentials.ts';
import { encodeBase64Url, encodeUtf8 } from '../../kit/bytes.ts';
import { createHuawei } from '../channel.ts';
import type { HuaweiState } from '../state.ts';
import { issueToken } from '../tokens.ts';

/** Push tokens: two phones of before, two of HarmonyOS 5, one of another app, and one that nobody has. */
export const T1 = 'T1';
export const T2 = 'T2';
export const N1 = 'N1';
export const N2 = 'N2';
export const FOREIGN = 'F1';
export const T0 = 'T0';

const [own, other] = testCredentials.huawei.apps as readonly [HuaweiApp, HuaweiApp];
export const APP_ID = own.appId;
export const SECRET = own.appSecret;
export const PROJECT = own.projectId;
export const OTHER_ID = other.appId;
export const RECEIPT_URL = 'http://127.0.0.1:9/receipts';
export const CALLBACK_SECRET = 'Y2FsbGJhY2stc2VjcmV0';

const RECEIPTS: readonly HuaweiReceiptAddress[] = [
  { id: null, url: RECEIPT_URL, userName: null, secret: null },
  { id: 'RCP01', url: `${RECEIPT_URL}/signed`, userName: 'push-user', secret: CALLBACK_SECRET },
];

export function huaweiWorld(): VendorWorld {
  const world = new VendorWorld(createHuawei(), [T1, T2, N1, N2]);
  for (const id of ['phone-3', 'phone-4']) {
    const { system } = world.device(id);
    world.change({ system: { ...system, name: 'HarmonyOS', version: '5.0', android: null } }, id);
  }
  world.add('phone-5', FOREIGN, 'com.other');
  world.credentials = {
    ...testCredentials,
    huawei: { ...testCredentials.huawei, apps: [{ ...own, receipts: RECEIPTS }, other] },
  };
  return world;
}

/** Sets switches of this vendor. */
export function setHuawei(world: VendorWorld, patch: Partial<typeof defaultProfile.huawei>): void {
  world.profile = { ...world.profile, huawei: { ...world.profile.huawei, ...patch } };
}

export const stateOf = (world: VendorWorld): HuaweiState => world.state as HuaweiState;

/** An access token; `age` ms ago it was issued. */
export function accessToken(world: VendorWorld, appId = APP_ID, age = 0): string {
  const app = world.credentials.huawei.apps.find((one) => one.appId === appId);
  if (app === undefined) throw new Error(`no app ${appId}`);
  return issueToken({ ...world.context, now: world.now - age }, app).value;
}

const part = (value: object): string => encodeBase64Url(encodeUtf8(JSON.stringify(value)));

/** A service account's JWT; `claims` and `header` change it. */
export function jwt(
  world: VendorWorld,
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
  key: () => KeyPair = testKeys[HUAWEI_KEY_ID] ?? missingKey,
): string {
  const iat = Math.floor(world.now / 1000);
  const account = testCredentials.huawei.serviceAccounts[0];
  const body = { aud: AUDIENCE, iss: account?.subAccount, iat, exp: iat + 3600, ...claims };
  const signed = `${part({ kid: HUAWEI_KEY_ID, typ: 'JWT', alg: 'PS256', ...header })}.${part(body)}`;
  return `${signed}.${encodeBase64Url(signWith('PS256', key(), signed))}`;
}

const AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token';

function missingKey(): never {
  throw new Error(`no key ${HUAWEI_KEY_ID}`);
}

export const bearer = (token: string): readonly [string, string] => ['authorization', `Bearer ${token}`];
export const JSON_TYPE = ['content-type', 'application/json; charset=UTF-8'] as const;
export const FORM_TYPE = ['content-type', 'application/x-www-form-urlencoded;charset=utf-8'] as const;

export const form = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
    )
    .join('&');

/** The members of a good v1 message. */
export const notification = (own: Readonly<Record<string, unknown>> = {}, android: object = {}) => ({
  token: [T1],
  notification: { title: 't', body: 'b' },
  android: { ...android, notification: { click_action: { type: 3 }, ...own } },
});

/** `messages:send` of v1 with a message. */
export const sendV1 = (
  world: VendorWorld,
  message: unknown,
  rest: object = {},
  token = accessToken(world),
): RequestParts => ({
  path: `/v1/${APP_ID}/messages:send`,
  headers: [bearer(token), JSON_TYPE],
  body: JSON.stringify({ ...rest, message }),
});

/** A good payload of v3. */
export const alert = (own: Readonly<Record<string, unknown>> = {}) => ({
  notification: { category: 'IM', title: 't', body: 'b', clickAction: { actionType: 0 }, ...own },
});

export interface V3Parts {
  readonly pushType?: string | null;
  readonly token?: string;
  readonly options?: object;
  readonly target?: object;
}

/** `messages:send` of v3 with a payload. */
export function sendV3(world: VendorWorld, payload: unknown, parts: V3Parts = {}): RequestParts {
  const { pushType = '0', token = jwt(world), options, target = { token: [N1] } } = parts;
  return {
    path: `/v3/${PROJECT}/messages:send`,
    headers: [bearer(token), JSON_TYPE, ...(pushType === null ? [] : [['push-type', pushType] as const])],
    body: JSON.stringify({ payload, target, ...(options === undefined ? {} : { pushOptions: options }) }),
  };
}

/** The payload of the old interface. */
export const hps = (msg: Readonly<Record<string, unknown>> = {}, ext?: object): string =>
  JSON.stringify({
    hps: {
      msg: {
        type: 3,
        body: { title: 't', content: 'b' },
        action: { type: 3, param: { appPkgName: 'com.example.app' } },
        ...msg,
      },
      ...(ext === undefined ? {} : { ext }),
    },
  });

/** `pushsend.do`; `undefined` leaves a field out. */
export function sendLegacy(
  world: VendorWorld,
  fields: Readonly<Record<string, string | undefined>> = {},
  context: string | null = `{"ver":"1", "appId":"${APP_ID}"}`,
): RequestParts {
  return {
    host: 'api.push.hicloud.com',
    path: `/pushsend.do${context === null ? '' : `?nsp_ctx=${encodeURIComponent(context)}`}`,
    headers: [FORM_TYPE],
    body: form({
      access_token: accessToken(world),
      nsp_svc: 'openpush.message.api.send',
      nsp_ts: String(Math.floor(world.now / 1000)),
      device_token_list: JSON.stringify([T1]),
      payload: hps(),
      ...fields,
    }),
  };
}

/** The token endpoint. */
export const oauth = (fields: Readonly<Record<string, string | undefined>> = {}, version = 'v3'): RequestParts => ({
  host: 'oauth-login.cloud.huawei.com',
  path: `/oauth2/${version}/token`,
  headers: [['content-type', 'application/x-www-form-urlencoded']],
  body: form({ grant_type: 'client_credentials', client_id: APP_ID, client_secret: SECRET, ...fields }),
});
