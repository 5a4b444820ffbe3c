/**
 * Requests of senders that cannot be installed from a package registry, byte for byte. `{token}` and `{messageId}` stand
 * for what the server gave before; nothing else is changed.
 *
 * - `javaSdk`: recorded from `com.oppo:opush-server-sdk` 1.0.6 on Java 17 with its own Apache HttpClient 4.5, fastjson
 *   1.2.66 and a host set by reflection, as the jar lies in github.com/shishuihao/third-party-api. The key order is that of
 *   its hash maps.
 * - `nodeClient`: what push-oppo 0.0.9 (github.com/push-sdk/push-oppo, `lib/push-oppo.js`) hands to axios: the fields
 *   in the order of its source through Node's `querystring`, functions becoming empty.
 * - `goClient`: what github.com/modood/pushapi (`oppopush/message.go`) encodes: struct order in the JSON, sorted form
 *   fields, and `false` for what nobody set.
 */
export interface RecordedRequest {
  readonly method: 'POST';
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

const JAVA_HEADERS = [
  ['content-type', 'application/x-www-form-urlencoded; charset=UTF-8'],
  ['connection', 'Keep-Alive'],
  ['user-agent', 'Apache-HttpClient/4.5 (Java/17.0.15)'],
  ['accept-encoding', 'gzip,deflate'],
] as const;

const java = (path: string, body: string): RecordedRequest => ({
  method: 'POST',
  path: `/server/v1${path}`,
  headers: JAVA_HEADERS,
  body,
});

/** When the Java SDK signed its auth call, ms. */
export const JAVA_TIME = 1_795_389_810_330;
/** A second auth call, after a refused token. */
export const JAVA_TIME_LATER = 1_795_389_810_431;
const UNICAST = '/message/notification/unicast';
const SDK = 'sdk_version=JAVA_SDK_V1.0.6';
const SIMPLE =
  '%7B%22notification%22%3A%7B%22title%22%3A%22Parcel%22%2C%22content%22%3A%22Your+parcel+is+here%22%2C%22push_time_type%22%3A0%7D%2C%22target_value%22%3A%22CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0%22%2C%22target_type%22%3A2%7D';

export const javaSdk = {
  wrongSecret: java(
    '/auth',
    `sign=70725ad630fa5db7dc66c4363c6ce1116f0398513fae4a68865cc49db8775364&${SDK}&app_key=demo-key&timestamp=1795389809906`,
  ),
  auth: java(
    '/auth',
    `sign=ca6e600b3e7481d3ca10c166e5c8092fd1b7ff202046703ed9da4cd4ca4f4b3e&${SDK}&app_key=demo-key&timestamp=${JAVA_TIME}`,
  ),
  authAgain: java(
    '/auth',
    `sign=9abd15c0c10efe097971e9056044cba2e909fcbc3b09c60f46c06de7c32053ea&${SDK}&app_key=demo-key&timestamp=${JAVA_TIME_LATER}`,
  ),
  unicast: java(UNICAST, `${SDK}&auth_token={token}&message=${SIMPLE}`),
  unicastFull: java(
    UNICAST,
    `${SDK}&auth_token={token}&message=%7B%22notification%22%3A%7B%22sub_title%22%3A%22Today%22%2C%22click_action_activity%22%3A%22com.example.app.ParcelActivity%22%2C%22title%22%3A%22%E5%8C%85%E8%A3%B9+%26+%F0%9F%98%80%22%2C%22time_zone%22%3A%22GMT%2B08%3A00%22%2C%22content%22%3A%22Your+parcel+is+here%22%2C%22notify_id%22%3A7%2C%22call_back_parameter%22%3A%22order-42%22%2C%22action_parameters%22%3A%22%7B%5C%22level%5C%22%3A15%2C%5C%22task%5C%22%3A%5C%22TASK15%5C%22%7D%22%2C%22push_time_type%22%3A0%2C%22click_action_type%22%3A4%2C%22show_ttl%22%3A21600%2C%22style%22%3A2%2C%22network_type%22%3A0%2C%22channel_id%22%3A%22orders%22%2C%22app_message_id%22%3A%22order-42%22%2C%22off_line%22%3Atrue%2C%22off_line_ttl%22%3A86400%2C%22call_back_url%22%3A%22http%3A%2F%2F127.0.0.1%3A9%2Freceipts%22%7D%2C%22target_value%22%3A%22CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0%22%2C%22target_type%22%3A2%7D`,
  ),
  unicastUnknown: java(
    UNICAST,
    `${SDK}&auth_token={token}&message=${SIMPLE.replace('CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'CN_11111111111111111111111111111111')}`,
  ),
  batch: java(
    '/message/notification/unicast_batch',
    `${SDK}&messages=%5B${SIMPLE}%2C${SIMPLE.replace('CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'CN_1111222233334444555566667777888a')}%5D&auth_token={token}`,
  ),
  save: java(
    '/message/notification/save_message_content',
    `push_time_type=0&${SDK}&auth_token={token}&title=Parcel&content=Your+parcel+is+here`,
  ),
  broadcast: java(
    '/message/notification/broadcast',
    `target_value=CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0%3BCN_1111222233334444555566667777888a&target_type=2&${SDK}&message_id={messageId}&auth_token={token}`,
  ),
} as const;

const AXIOS_HEADERS = [
  ['accept', 'application/json, text/plain, */*'],
  ['content-type', 'application/x-www-form-urlencoded'],
] as const;

/** It sends the token in a header only; without one (auth) there is none. */
const axios = (path: string, body: string, withToken = true): RecordedRequest => ({
  method: 'POST',
  path: `/server/v1${path}`,
  headers: withToken ? [...AXIOS_HEADERS, ['auth_token', '{token}']] : AXIOS_HEADERS,
  body,
});

export const nodeClient = {
  auth: axios(
    '/auth',
    `app_key=demo-key&sign=ca6e600b3e7481d3ca10c166e5c8092fd1b7ff202046703ed9da4cd4ca4f4b3e&timestamp=${JAVA_TIME}`,
    false,
  ),
  save: axios(
    '/message/notification/save_message_content',
    `app_message_id=${JAVA_TIME}&title=title&content=%E5%86%85%E5%AE%B9&list=CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0&list=bad&sleep=0&success=&fail=&finish=`,
  ),
  broadcast: axios(
    '/message/notification/broadcast',
    'message_id={messageId}&target_type=2&target_value=CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0%3Bbad',
  ),
} as const;

const GO_HEADERS = [
  ['user-agent', 'Go-http-client/1.1'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['accept-encoding', 'gzip'],
] as const;

const go = (path: string, body: string): RecordedRequest => ({
  method: 'POST',
  path: `/server/v1${path}`,
  headers: GO_HEADERS,
  body,
});

export const goClient = {
  auth: go(
    '/auth',
    `app_key=demo-key&sign=ca6e600b3e7481d3ca10c166e5c8092fd1b7ff202046703ed9da4cd4ca4f4b3e&timestamp=${JAVA_TIME}`,
  ),
  send: go(
    UNICAST,
    'auth_token={token}&message=%7B%22target_type%22%3A2%2C%22target_value%22%3A%22CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0%22%2C%22notification%22%3A%7B%22title%22%3A%22Parcel%22%2C%22content%22%3A%22here%22%2C%22off_line%22%3Afalse%2C%22fix_speed%22%3Afalse%7D%2C%22verify_registration_id%22%3Afalse%7D',
  ),
} as const;
