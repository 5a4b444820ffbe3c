import { rsaPair } from '../../../testing/crypto.ts';
import { type RefusalCase, seconds, stop, v1, withJwt } from './case.ts';
import { topic } from './vectors.ts';
import {
  APP_ID,
  accessToken,
  alert,
  JSON_TYPE,
  jwt,
  notification,
  OTHER_ID,
  oauth,
  PROJECT,
  sendLegacy,
  sendV1,
  sendV3,
  setHuawei,
  T1,
} from './world.ts';

/** Path, token endpoint, and who may send. */
export const AUTH: readonly RefusalCase[] = [
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
