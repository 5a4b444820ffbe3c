import { rsaPair } from '../../../testing/crypto.ts';
import type { RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import { revoke, topic } from './vectors.ts';
import {
  APP_ID,
  accessToken,
  alert,
  FOREIGN,
  hps,
  JSON_TYPE,
  jwt,
  N1,
  N2,
  notification,
  OTHER_ID,
  oauth,
  PROJECT,
  sendLegacy,
  sendV1,
  sendV3,
  setHuawei,
  T0,
  T1,
} from './world.ts';

/** A request with the rule that must stop it, and the code of the table in the answer. */
export interface RefusalCase {
  readonly rule: string;
  readonly code: string;
  readonly name: string;
  readonly prepare?: (world: VendorWorld) => void;
  /** The last one is refused, those before are not. */
  readonly requests: (world: VendorWorld) => readonly RequestParts[];
  /** `msg` or `error_description`. */
  readonly text?: string;
}

type Make = (world: VendorWorld) => RequestParts;

const stop = (rule: string, code: string, name: string, make: Make, rest: Partial<RefusalCase> = {}): RefusalCase => ({
  rule,
  code,
  name,
  requests: (world) => [make(world)],
  ...rest,
});

const illegal = (rule: string, hint: string, make: Make): RefusalCase =>
  stop(rule, '80100003', hint, make, { text: `Illegal payload, ${hint} is invalid` });

const v1 =
  (own: Readonly<Record<string, unknown>>, android: object = {}): Make =>
  (world) =>
    sendV1(world, notification(own, android));
const v1Body =
  (body: unknown): Make =>
  (world) => ({ ...sendV1(world, {}), body: JSON.stringify(body) });
const v3 =
  (own: Readonly<Record<string, unknown>>): Make =>
  (world) =>
    sendV3(world, alert(own));
const v3Options =
  (options: object): Make =>
  (world) =>
    sendV3(world, alert(), { options });
const withJwt =
  (claims: Readonly<Record<string, unknown>>, header: Readonly<Record<string, unknown>> = {}): Make =>
  (world) =>
    sendV3(world, alert(), { token: jwt(world, claims, header) });

const seconds = (world: VendorWorld): number => Math.floor(world.now / 1000);

const FORM = {
  formId: 7,
  version: 3,
  moduleName: 'entry',
  formName: 'widget',
  abilityName: 'FormAbility',
  formData: { text: 'hello' },
};
export const form = (own: object = {}): object => ({ ...FORM, ...own });
export const liveView = (own: object = {}): object => ({
  activityId: 1,
  operation: 0,
  event: 'TAXI',
  status: 'RUNNING',
  activityData: { notificationData: { type: 1, clickAction: { actionType: 0 } } },
  ...own,
});
const typed =
  (pushType: string, payload: object): Make =>
  (world) =>
    sendV3(world, payload, { pushType });

const AUTH: readonly RefusalCase[] = [
  stop('huawei-path', 'HTTP 404', 'unknown path', (world) => ({
    ...sendV1(world, {}),
    path: `/v1/${APP_ID}/messages:sent`,
  })),
  stop('huawei-path', 'HTTP 404', 'v2 has no topics', (world) => ({
    ...topic(world, 'list', { token: T1 }),
    path: `/v2/${PROJECT}/topic:list`,
  })),
  stop('huawei-method', 'HTTP 405', 'GET', (world) => ({ ...sendV1(world, {}), method: 'GET', body: '' })),
  stop('huawei-rate', 'HTTP 503', 'third request of a second', (world) => sendV1(world, notification()), {
    prepare: (world) => setHuawei(world, { requestsPerSecond: 2, marketingPerDay: 0 }),
    requests: (world) => [1, 2, 3].map(() => sendV1(world, notification())),
  }),
  stop('huawei-rate', 'HTTP 503', 'old interface', (world) => sendLegacy(world), {
    prepare: (world) => setHuawei(world, { requestsPerSecond: 1 }),
    requests: (world) => [sendLegacy(world), sendLegacy(world)],
  }),
  stop('huawei-oauth-form', 'OAuth 1102/20181', 'no grant_type', () => oauth({ grant_type: undefined }), {
    text: 'missing grant_type',
  }),
  stop('huawei-oauth-form', 'OAuth 1102/20181', 'in the query only', () => {
    const { body, ...rest } = oauth();
    return { ...rest, path: `${rest.path}?${String(body)}`, body: '' };
  }),
  stop('huawei-oauth-grant', 'OAuth 1101/20182', 'password', () => oauth({ grant_type: 'password' }), {
    text: 'invalid grant_type',
  }),
  stop('huawei-oauth-client-missing', 'OAuth 1102/20001', 'no client_id', () => oauth({ client_id: undefined }), {
    text: 'missing client_id',
  }),
  stop('huawei-oauth-client-form', 'OAuth 1101/20002', '65 digits', () => oauth({ client_id: '1'.repeat(65) })),
  stop('huawei-oauth-client-known', 'OAuth 1101/20003', 'unknown', () => oauth({ client_id: '42' })),
  stop('huawei-oauth-secret-empty', 'OAuth 1101/20171', 'empty', () => oauth({ client_secret: '' }, 'v2')),
  stop('huawei-oauth-secret-form', 'OAuth 1101/20172', 'with a blank', () => oauth({ client_secret: 'a b' })),
  stop('huawei-oauth-secret', 'OAuth 1101/12304', 'wrong', () => oauth({ client_secret: 'wrong' })),
  stop('huawei-oauth-rate', 'HTTP 503', 'second call', () => oauth(), {
    prepare: (world) => setHuawei(world, { tokenCallsPerFiveMinutes: 1 }),
    requests: () => [oauth(), oauth()],
  }),
  stop('huawei-oauth-rate', 'OAuth 6', 'second call, older answer', () => oauth(), {
    prepare: (world) => setHuawei(world, { tokenCallsPerFiveMinutes: 1, tokenFlowAnswer: '6' }),
    requests: () => [oauth(), oauth()],
    text: 'flow control',
  }),
  stop('huawei-authorization', '80200001', 'no Bearer', (world) => ({
    ...sendV1(world, notification()),
    headers: [['authorization', accessToken(world)], JSON_TYPE],
  })),
  stop('huawei-token-text', '80200003', 'a backslash', (world) => sendV1(world, notification(), {}, 'DgEA\\/abc')),
  stop('huawei-token-known', '80200001', 'unknown', (world) => sendV1(world, notification(), {}, 'DgEAunknown')),
  stop('huawei-token-life', '80200003', 'an hour later', (world) =>
    sendV1(world, notification(), {}, accessToken(world, APP_ID, 3_600_000)),
  ),
  stop('huawei-token-ended', '80200003', 'after a newer one', (world) => sendV1(world, notification()), {
    prepare: (world) => setHuawei(world, { newTokenEndsOld: true }),
    requests: (world) => [oauth(), sendV1(world, notification())],
  }),
  stop('huawei-token-app', '80200001', 'of another app', (world) =>
    sendV1(world, notification(), {}, accessToken(world, OTHER_ID)),
  ),
  stop('huawei-token-app', '80200001', 'of another project', (world) => ({
    ...sendV1(world, notification()),
    path: '/v2/999/messages:send',
  })),
  stop('huawei-jwt-needed', '80200001', 'OAuth token in v3', (world) =>
    sendV3(world, alert(), { token: accessToken(world) }),
  ),
  stop('huawei-jwt-form', '80200001', 'unreadable', (world) => sendV3(world, alert(), { token: 'a.b.c' })),
  stop('huawei-jwt-algorithm', '80200001', 'RS256', withJwt({}, { alg: 'RS256' })),
  stop('huawei-jwt-key', '80200001', 'unknown kid', withJwt({}, { kid: 'nobody' })),
  stop('huawei-jwt-signature', '80200001', 'another key', (world) =>
    sendV3(world, alert(), { token: jwt(world, {}, {}, rsaPair) }),
  ),
  stop('huawei-jwt-issuer', '80200001', 'another iss', withJwt({ iss: 'somebody' })),
  stop('huawei-jwt-audience', '80200001', 'another aud', withJwt({ aud: 'https://example.com' })),
  stop('huawei-jwt-times', '80200001', 'text as exp', withJwt({ exp: 'tomorrow' })),
  stop('huawei-jwt-period', '80300036', 'two days', (world) => withJwt({ exp: seconds(world) + 172_800 })(world)),
  stop('huawei-jwt-expired', '80200005', 'past', (world) =>
    withJwt({ iat: seconds(world) - 7200, exp: seconds(world) - 3600 })(world),
  ),
  stop('huawei-jwt-early', '80200001', 'from the future', (world) =>
    withJwt({ iat: seconds(world) + 301, exp: seconds(world) + 3901 })(world),
  ),
  stop('huawei-jwt-project', '80200001', 'of another project', (world) => ({
    ...sendV3(world, alert()),
    path: '/v3/999/messages:send',
  })),
  stop('huawei-jwt-project', '80200001', 'v1 path of another project', (world) => ({
    ...sendV1(world, notification(), {}, jwt(world)),
    path: `/v1/${OTHER_ID}/messages:send`,
  })),
  stop('huawei-push-enabled', '80300002', 'push off', v1({}), {
    prepare: (world) => setHuawei(world, { pushEnabled: false }),
  }),
];

const REQUEST: readonly RefusalCase[] = [
  stop('huawei-body-json', '80100001', 'a list', v1Body([])),
  stop('huawei-size', '80300008', 'too long', v1({ title: 'x'.repeat(4096) })),
  stop('huawei-message', '80300010', 'misspelt', v1Body({ mesage: {} })),
  stop('huawei-target-needed', '80300010', 'nobody', v1Body({ message: { data: 'd' } })),
  stop('huawei-target-one', '80100001', 'three', v1Body({ message: { token: [T1], topic: 'a', condition: 'b' } })),
  stop('huawei-token-list', '80100001', 'a text', v1Body({ message: { token: T1 } })),
  stop('huawei-token-count', '80300010', 'none', v1Body({ message: { token: [] } })),
  stop('huawei-payload', '80100003', 'nothing to show', v1Body({ message: { token: [T1] } })),
  stop('huawei-type', '80100001', 'android is a list', v1Body({ message: { token: [T1], data: 'd', android: [] } })),
  stop('huawei-type', '80100001', 'title is an object', v1({ title: {} })),
  stop('huawei-type', '80100001', 'apns is a text', (world) => sendV1(world, { ...notification(), apns: 'x' })),
  illegal('huawei-value', 'urgency', v1({}, { urgency: 'SOON' })),
  illegal('huawei-value', 'fast_app_target', v1({}, { fast_app_target: 3 })),
  illegal('huawei-value', 'target_user_type', v1({}, { target_user_type: 2 })),
  illegal('huawei-value', 'validate_only', (world) => sendV1(world, notification(), { validate_only: 'maybe' })),
  illegal('huawei-value', 'image', v1({ image: 'http://example.com/a.png' })),
  illegal('huawei-value', 'color', v1({ color: 'red' })),
  illegal('huawei-value', 'default_sound', v1({ default_sound: 'no' })),
  illegal('huawei-value', 'importance', v1({ importance: 'MAX' })),
  illegal('huawei-value', 'style', v1({ style: 4 })),
  illegal('huawei-value', 'notify_id', v1({ notify_id: -2 })),
  illegal('huawei-value', 'auto_clear', v1({ auto_clear: 0 })),
  illegal('huawei-value', 'when', v1({ when: '2024-05-01' })),
  illegal('huawei-value', 'visibility', v1({ visibility: 'HIDDEN' })),
  illegal('huawei-value', 'profile_id', v1({ profile_id: 'x'.repeat(65) })),
  illegal('huawei-value', 'vibrate_config', v1({ vibrate_config: ['61s'] })),
  illegal('huawei-value', 'inbox_content', v1({ inbox_content: ['1', '2', '3', '4', '5', '6'] })),
  illegal('huawei-value', 'multi_lang_key', v1({ multi_lang_key: { t: { en: 'a', zh: 'b', fr: 'c', de: 'd' } } })),
  illegal('huawei-value', 'buttons', v1({ buttons: [1, 2, 3, 4].map(() => ({ name: 'n', action_type: 0 })) })),
  illegal('huawei-value', 'name', v1({ buttons: [{ name: 'n'.repeat(41), action_type: 0 }] })),
  illegal('huawei-value', 'action_type', v1({ buttons: [{ name: 'n', action_type: 5 }] })),
  illegal('huawei-value', 'intent', v1({ buttons: [{ name: 'n', action_type: 2, intent: 'http://example.com' }] })),
  illegal(
    'huawei-value',
    'alpha',
    v1({ light_settings: { color: { alpha: 2 }, light_on_duration: '1s', light_off_duration: '1s' } }),
  ),
  illegal('huawei-value', 'type', v1({ click_action: { type: 5 } })),
  illegal('huawei-value', 'url', v1({ click_action: { type: 2, url: 'http://example.com' } })),
  stop('huawei-value', '80100003', 'set_num', v1({ badge: { class: 'c', set_num: 100 } }), {
    text: 'Illegal payload, badge set_num value ranges from 0 to 99',
  }),
  illegal('huawei-required', 'title', (world) => sendV1(world, { ...notification(), notification: { body: 'b' } })),
  illegal('huawei-required', 'click_action', v1({ click_action: null })),
  illegal('huawei-required', 'intent', v1({ click_action: { type: 1 } })),
  illegal('huawei-required', 'url', v1({ click_action: { type: 2 } })),
  illegal('huawei-required', 'rich_resource', v1({ click_action: { type: 4 } })),
  illegal('huawei-required', 'title_loc_key', v1({ title_loc_args: ['a'] })),
  illegal('huawei-required', 'big_body', v1({ style: 1, big_title: 'B' })),
  illegal('huawei-required', 'inbox_content', v1({ style: 3 })),
  illegal('huawei-required', 'color', v1({ light_settings: { light_on_duration: '1s', light_off_duration: '1s' } })),
  illegal('huawei-required', 'name', v1({ buttons: [{ action_type: 0 }] })),
  illegal('huawei-required', 'intent_type', v1({ buttons: [{ name: 'n', action_type: 1, intent: 'i' }] })),
  illegal('huawei-required', 'data', v1({ buttons: [{ name: 'n', action_type: 4 }] })),
  stop('huawei-topic-name', '82000007', 'with a blank', v1Body({ message: { topic: 'a b', data: 'd' } }), {
    text: 'topic invalid',
  }),
  stop(
    'huawei-condition',
    '80100001',
    'does not parse',
    v1Body({ message: { condition: "'a' in topics &&", data: 'd' } }),
  ),
  stop(
    'huawei-condition',
    '80100001',
    'six topics',
    v1Body({
      message: { condition: ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => `'${one}' in topics`).join(' || '), data: 'd' },
    }),
  ),
  stop('huawei-collapse-key', '80100013', 'a fraction', v1({}, { collapse_key: 1.5 })),
  stop('huawei-ttl', '80100004', 'minutes', v1({}, { ttl: '5m' })),
  stop('huawei-receipt-id', '80300013', 'unknown', v1({}, { receipt_id: 'RCP99' })),
  stop(
    'huawei-high-right',
    '80300011',
    'no right',
    v1Body({ message: { token: [T1], data: 'd', android: { urgency: 'HIGH' } } }),
  ),
  stop('huawei-test-quota', '80300029', 'second of the day', v1({}, { target_user_type: 1 }), {
    prepare: (world) => setHuawei(world, { testMessagesPerDay: 1 }),
    requests: (world) => [1, 2].map(() => sendV1(world, notification({}, { target_user_type: 1 }))),
  }),
  stop('huawei-tokens', '80300007', 'of another app', (world) =>
    sendV1(world, { ...notification(), token: [FOREIGN] }),
  ),
  stop('huawei-tokens', '80300007', 'of HarmonyOS 5', (world) => sendV1(world, { ...notification(), token: [N1] })),
  stop('huawei-topic-tokens', '82000003', 'no list', (world) => topic(world, 'subscribe', { topic: 'a' })),
  stop('huawei-token-list', '80100001', 'topic with a text', (world) =>
    topic(world, 'subscribe', { topic: 'a', tokenArray: T1 }),
  ),
  stop('huawei-topic-token-count', '82000008', 'empty', (world) =>
    topic(world, 'unsubscribe', { topic: 'a', tokenArray: [] }),
  ),
  stop(
    'huawei-topic-limit',
    '82000009',
    'number 2001',
    (world) => topic(world, 'subscribe', { topic: 'new', tokenArray: [T1] }),
    {
      prepare: (world) => {
        const topics = Array.from({ length: 2000 }, (_, index) => `t${index}`);
        world.state = { ...(world.state as object), topics: { [APP_ID]: topics } };
      },
    },
  ),
  stop('huawei-topic-token', '82000011', 'list without', (world) => topic(world, 'list', {})),
  stop('huawei-topic-token-valid', '82000010', 'list of nobody', (world) => topic(world, 'list', { token: T0 })),
];

const legacy = (
  rule: string,
  code: string,
  name: string,
  fields: Readonly<Record<string, string | undefined>>,
  text?: string,
): RefusalCase => stop(rule, code, name, (world) => sendLegacy(world, fields), text === undefined ? {} : { text });
const badPayload = (name: string, payload: string): RefusalCase =>
  legacy('huawei-legacy-payload', '80100003', name, { payload });

const LEGACY: readonly RefusalCase[] = [
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

const V3: readonly RefusalCase[] = [
  stop('huawei-push-type', '80100003', 'unknown type', (world) => sendV3(world, alert(), { pushType: '3' })),
  stop('huawei-push-type', '80100003', 'revoke with type 1', (world) =>
    revoke(world, { notifyId: 1, token: [N1] }, '1'),
  ),
  stop('huawei-v3-parts', '80100001', 'no target', (world) => ({
    ...sendV3(world, alert()),
    body: JSON.stringify({ payload: alert() }),
  })),
  illegal('huawei-required', 'category', v3({ category: undefined })),
  illegal('huawei-required', 'clickAction', v3({ clickAction: undefined })),
  illegal('huawei-required', 'uri', v3({ clickAction: { actionType: 1 } })),
  illegal('huawei-required', 'bigTitle', v3({ style: 1 })),
  illegal('huawei-required', 'inboxContent', v3({ style: 3 })),
  illegal('huawei-required', 'extraData', (world) => sendV3(world, {}, { pushType: '10' })),
  illegal('huawei-required', 'formData', typed('1', form({ formData: undefined }))),
  illegal('huawei-required', 'status', typed('7', liveView({ status: undefined }))),
  illegal('huawei-required', 'notificationData', typed('7', liveView({ activityData: {} }))),
  illegal('huawei-value', 'actionType', v3({ clickAction: { actionType: 3 } })),
  illegal('huawei-value', 'style', v3({ style: 2 })),
  illegal('huawei-value', 'notifyId', v3({ notifyId: 2_147_483_648 })),
  illegal('huawei-value', 'appMessageId', v3({ appMessageId: 'ä' })),
  illegal('huawei-value', 'soundDuration', v3({ soundDuration: 61 })),
  illegal('huawei-value', 'inboxContent', v3({ inboxContent: ['1', '2', '3', '4'] })),
  illegal('huawei-value', 'proxyData', typed('6', { extraData: 'x', proxyData: 'YES' })),
  illegal('huawei-value', 'formData', typed('1', form({ formData: { a: { b: null } } }))),
  illegal('huawei-value', 'event', typed('7', liveView({ event: 'MEAL' }))),
  illegal('huawei-value', 'category', typed('2', { ...alert(), extraData: 'x' })),
  illegal('huawei-value', 'biTag', v3Options({ biTag: '标'.repeat(22) })),
  illegal('huawei-value', 'backgroundMode', v3Options({ backgroundMode: 2 })),
  stop('huawei-ttl', '80100004', 'text as ttl of v3', v3Options({ ttl: '600s' })),
  stop('huawei-ttl', '80100004', 'negative ttl', v3Options({ ttl: -1 })),
  stop('huawei-collapse-key', '80100013', 'v3, 101', v3Options({ collapseKey: 101 })),
  stop('huawei-receipt-id', '80300013', 'v3, unknown', v3Options({ receiptId: 'RCP99' })),
  stop('huawei-form-version', '80100003', 'same version again', typed('1', form()), {
    requests: (world) => [1, 2].map(() => sendV3(world, form(), { pushType: '1' })),
  }),
  stop('huawei-test-quota', '80300029', 'v3, second of the day', v3Options({ testMessage: true }), {
    prepare: (world) => setHuawei(world, { testRequestsPerDay: 1 }),
    requests: (world) => [1, 2].map(() => sendV3(world, alert(), { options: { testMessage: true } })),
  }),
  stop('huawei-test-tokens', '80300030', 'eleven', (world) =>
    sendV3(world, alert(), { options: { testMessage: true }, target: { token: Array.from({ length: 11 }, () => N1) } }),
  ),
  stop(
    'huawei-v3-tokens',
    '80300007',
    'a token of before',
    (world) => sendV3(world, alert(), { target: { token: [T1] } }),
    {
      text: '{"failure":1,"illegalTokens":{"noRight":["T1"]}}',
    },
  ),
  stop('huawei-v3-tokens', '80300007', 'voice under another type', v3({ category: 'PLAY_VOICE' }), {
    text: '{"failure":1,"illegalTokens":{"notSupportPlayVoice":["N1"]}}',
  }),
  stop('huawei-v3-tokens', '80300007', 'no right for calls', typed('10', { extraData: 'x' }), {
    prepare: (world) => setHuawei(world, { pushTypeRights: false }),
    text: '{"failure":1,"illegalTokens":{"noPushTypeRight":["N1"]}}',
  }),
  stop('huawei-v3-tokens', '80300007', 'no right for live views', typed('7', liveView()), {
    prepare: (world) => setHuawei(world, { pushTypeRights: false }),
    text: '{"failure":1,"illegalTokens":{"noRightToSendThisLiveNotificationEvent":["N1"]}}',
  }),
  stop('huawei-revoke-id', '80300032', 'no notifyId', (world) => revoke(world, { token: [N1] })),
  illegal('huawei-value', 'notifyId', (world) => revoke(world, { notifyId: -1, token: [N1] })),
  stop('huawei-token-count', '80300010', 'revoke nobody', (world) => revoke(world, { notifyId: 1 })),
  stop('huawei-revoke-apps', '80300017', 'two apps', (world) => revoke(world, { notifyId: 1, token: [N1, FOREIGN] })),
  stop('huawei-revoke-mismatch', '80300028', 'another app', (world) =>
    revoke(world, { notifyId: 1, token: [FOREIGN] }),
  ),
  stop('huawei-tokens', '80300007', 'revoke nobody known', (world) => revoke(world, { notifyId: 1, token: [T0] })),
];

/** A request for every rule that can refuse one, and more. */
export const REFUSALS: readonly RefusalCase[] = [...AUTH, ...REQUEST, ...LEGACY, ...V3];

export interface SuccessCase {
  readonly rule: string;
  readonly code: string;
  readonly requests: (world: VendorWorld) => readonly RequestParts[];
}

/** What ends well, by the rule that says so. */
export const SUCCESSES: readonly SuccessCase[] = [
  { rule: 'huawei-oauth-issued', code: 'token', requests: () => [oauth()] },
  { rule: 'huawei-accepted', code: '80000000', requests: (world) => [sendV1(world, notification(), {}, jwt(world))] },
  {
    rule: 'huawei-accepted',
    code: '80000000',
    requests: (world) => [{ ...sendV1(world, notification()), path: `/v2/${PROJECT}/messages%3Asend` }],
  },
  {
    rule: 'huawei-partial',
    code: '80100000',
    requests: (world) => [sendV1(world, { ...notification(), token: [T1, T0] })],
  },
  {
    rule: 'huawei-topic-subscribed',
    code: '80000000',
    requests: (world) => [topic(world, 'subscribe', { topic: 'a', tokenArray: [T0] })],
  },
  {
    rule: 'huawei-topic-unsubscribed',
    code: '80000000',
    requests: (world) => [topic(world, 'unsubscribe', { topic: 'a', tokenArray: [T1] })],
  },
  { rule: 'huawei-topic-listed', code: '80000000', requests: (world) => [topic(world, 'list', { token: T1 })] },
  { rule: 'huawei-revoked', code: '80000000', requests: (world) => [revoke(world, { notifyId: 1, token: [N1, N2] })] },
  {
    rule: 'huawei-revoke-partial',
    code: '80100020',
    requests: (world) => [revoke(world, { notifyId: 1, token: [N1, T0] })],
  },
];
