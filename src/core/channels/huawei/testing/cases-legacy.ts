import { type RefusalCase, seconds, stop } from './case.ts';
import { APP_ID, accessToken, hps, OTHER_ID, oauth, sendLegacy, setHuawei, T1 } from './world.ts';

const legacy = (
  rule: string,
  code: string,
  name: string,
  fields: Readonly<Record<string, string | undefined>>,
  text?: string,
): RefusalCase => stop(rule, code, name, (world) => sendLegacy(world, fields), text === undefined ? {} : { text });
const badPayload = (name: string, payload: string): RefusalCase =>
  legacy('huawei-legacy-payload', '80100003', name, { payload });

/** The old interface. */
export const LEGACY: readonly RefusalCase[] = [
  stop('huawei-nsp-method', 'NSP 103', 'GET', (world) => ({ ...sendLegacy(world), method: 'GET', body: '' })),
  legacy('huawei-nsp-parameters', 'NSP 105', 'nsp_ts in words', { nsp_ts: 'now' }),
  legacy('huawei-nsp-parameters', 'NSP 105', 'no token', { access_token: '' }),
  stop(
    'huawei-nsp-time',
    'NSP 109',
    'ten minutes off',
    (world) => sendLegacy(world, { nsp_ts: String(seconds(world) - 600) }),
    {
      prepare: (world) => setHuawei(world, { timestampChecked: true }),
    },
  ),
  legacy('huawei-nsp-token', 'NSP 102', 'unknown', { access_token: 'nonsense' }),
  stop('huawei-nsp-token-life', 'NSP 6', 'an hour later', (world) =>
    sendLegacy(world, { access_token: accessToken(world, APP_ID, 3_600_000) }),
  ),
  stop('huawei-nsp-token-ended', 'NSP 31204', 'after a newer one', (world) => sendLegacy(world), {
    prepare: (world) => setHuawei(world, { newTokenEndsOld: true }),
    requests: (world) => [oauth({}, 'v2'), sendLegacy(world)],
  }),
  legacy(
    'huawei-nsp-service',
    '80100001',
    'older service',
    { nsp_svc: 'openpush.message.psSingleSend' },
    'UnSupported svc',
  ),
  stop('huawei-nsp-context', '80100001', 'missing', (world) => sendLegacy(world, {}, null), {
    text: 'nsp_ctx is invalid',
  }),
  stop('huawei-nsp-context', '80100001', 'without app', (world) => sendLegacy(world, {}, '{"ver":"1"}')),
  stop('huawei-nsp-app', '80300002', 'another app', (world) => sendLegacy(world, {}, `{"ver":1,"appId":${OTHER_ID}}`)),
  stop('huawei-push-enabled', '80300002', 'old interface, push off', (world) => sendLegacy(world), {
    prepare: (world) => setHuawei(world, { pushEnabled: false }),
  }),
  legacy('huawei-device-list', '80100001', 'no JSON', { device_token_list: T1 }, 'device_token_list is invalid'),
  legacy('huawei-device-list', '80100001', 'empty', { device_token_list: '[]' }),
  stop(
    'huawei-device-list',
    '80100001',
    '101 with the old limit',
    (world) => {
      const tokens = Array.from({ length: 101 }, () => T1);
      return sendLegacy(world, { device_token_list: JSON.stringify(tokens) });
    },
    { prepare: (world) => setHuawei(world, { legacyTokenLimit: 100 }) },
  ),
  legacy('huawei-legacy-payload-needed', '80100001', 'no payload', { payload: undefined }, 'payload is invalid'),
  badPayload('no JSON', '{'),
  badPayload('no hps.msg', '{}'),
  badPayload('no type', hps({ type: undefined })),
  badPayload('body is a text', hps({ body: 'text' })),
  badPayload('no content', hps({ body: { title: 't' } })),
  badPayload('action 4', hps({ action: { type: 4 } })),
  badPayload('action 1 without intent', hps({ action: { type: 1, param: {} } })),
  badPayload('action 2 without url', hps({ action: { type: 2 } })),
  badPayload('long package', hps({ action: { type: 3, param: { appPkgName: 'p'.repeat(129) } } })),
  legacy('huawei-expire-time', '80100004', 'past', { expire_time: '2020-01-01T00:00' }, 'Illegal expire time'),
  legacy('huawei-expire-time', '80100004', 'no time', { expire_time: 'tomorrow' }),
  legacy('huawei-expire-time', '80100004', 'no such day', { expire_time: '2027-02-30T00:00' }),
  stop('huawei-tokens', '80100002', 'older server', (world) => sendLegacy(world, { device_token_list: '["T0"]' }), {
    prepare: (world) => setHuawei(world, { legacyAllBad: 80100002 }),
  }),
];
