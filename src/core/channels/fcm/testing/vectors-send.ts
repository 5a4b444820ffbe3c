import { WORLD_TIME } from '../../../testing/vendor-world.ts';
import {
  authInfo,
  BAD_TOKEN,
  error,
  fcm,
  INVALID_TOKEN,
  invalid,
  invalidToken,
  JSON_HEADERS,
  NAME,
  NO_CREDENTIAL,
  NO_TARGET,
  notFound,
  taken,
  takenByTopic,
  UNREGISTERED,
  unknownQuery,
} from './answers.ts';
import { type FcmVector, notification, one, plain } from './vector.ts';
import { accessToken, bearer, D, F, FID, JSON_TYPE, PROJECT, PROJECT_NUMBER, SEND, sendParts, T, U } from './world.ts';

export const SENDING: readonly FcmVector[] = [
  one('1', sendParts({ token: T, notification }), { ...taken, headers: JSON_HEADERS }, { shade: 1 }),
  one('2a', sendParts({ token: T, notification }, { path: `${SEND}?prettyPrint=false` }), {
    status: 200,
    code: null,
    text: new RegExp(`^\\{${NAME.replace(': ', ':')}\\}$`),
  }),
  one('2b', sendParts({ token: T }, { path: `${SEND}?foo=1` }), unknownQuery('foo')),
  one('3', sendParts({ topic: 'news' }), takenByTopic, { shade: 0 }),
  one('4a', sendParts(JSON.stringify({ validate_only: true, message: { token: T, notification } })), taken, {
    shade: 0,
  }),
  one('4b', sendParts(JSON.stringify({ validateOnly: true, message: { token: D } })), UNREGISTERED),
  one('5', sendParts({ token: T }, { path: `/v1/projects/${PROJECT_NUMBER}/messages:send` }), {
    status: 200,
    code: null,
    text: new RegExp(`"projects/${PROJECT_NUMBER}/messages/0:`),
  }),
  one('6a', plain(), NO_CREDENTIAL),
  one('6b', plain([['authorization', 'key=x'], JSON_TYPE]), NO_CREDENTIAL),
  one('7', plain([['authorization', 'Bearer rubbish'], JSON_TYPE]), {
    status: 401,
    code: 'UNAUTHENTICATED',
    json: error(401, 'UNAUTHENTICATED', INVALID_TOKEN),
    headers: invalidToken,
  }),
  one('8', plain([bearer(accessToken(WORLD_TIME - 3_601_000)), JSON_TYPE]), {
    status: 401,
    code: 'ACCESS_TOKEN_EXPIRED',
    json: error(401, 'UNAUTHENTICATED', INVALID_TOKEN, [authInfo('ACCESS_TOKEN_EXPIRED')]),
    headers: invalidToken,
  }),
  one('9a', plain([JSON_TYPE], '{"message": tok'), NO_CREDENTIAL),
  one(
    '9b',
    sendParts('{"message": tok'),
    invalid(
      'INVALID_ARGUMENT/json',
      'Invalid JSON payload received. Unexpected token.\n{"message": tok\n            ^',
    ),
  ),
  one(
    '9c',
    sendParts('{"message":{"token":"x"}'),
    invalid(
      'INVALID_ARGUMENT/json',
      'Invalid JSON payload received. Unexpected end of string. Expected , or } after key:value pair.\n\n^',
    ),
  ),
  one('10a', { method: 'GET', path: SEND, headers: [bearer()] }, notFound),
  one('10b', sendParts({}, { path: `/v1/projects/${PROJECT}/messages:sendNow` }), notFound),
  one('11a', sendParts(''), NO_TARGET),
  one('11b', sendParts('{}'), NO_TARGET),
  one('11c', sendParts({}), NO_TARGET),
  one('12', sendParts({ token: 'not-a-token' }), BAD_TOKEN),
  one('13a', sendParts({ token: D }), UNREGISTERED),
  one('13b', sendParts({ token: U }), UNREGISTERED),
  one('13c', sendParts({ fid: 'not-a-fid' }), UNREGISTERED),
  one('13d', sendParts({ fid: FID, notification }), taken, { shade: 1 }),
  one('14', sendParts({ token: F }), {
    status: 403,
    code: 'SENDER_ID_MISMATCH',
    json: error(403, 'PERMISSION_DENIED', 'SenderId mismatch', [fcm('SENDER_ID_MISMATCH')]),
  }),
];
