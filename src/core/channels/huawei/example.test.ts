import { expect, it } from 'vitest';
import {
  APP_ID,
  accessToken,
  bearer,
  huaweiWorld,
  JSON_TYPE,
  N2,
  RECEIPT_URL,
  stateOf,
  T1,
  T2,
} from './testing/world.ts';

/** The complete request of the documentation, on three spellings of host and path. */
it.each([
  ['push-api.cloud.huawei.com', `/v1/${APP_ID}/messages:send`],
  ['push-api.cloud.huawei.com', `/v1/${APP_ID}/messages%3Asend`],
  ['api.push.hicloud.com', `/v1/${APP_ID}/messages:send`],
])('a complete request reaches the phone at %s%s', (host, path) => {
  const world = huaweiWorld();
  world.process('foreground', 'phone-2');
  const body = {
    validate_only: false,
    message: {
      token: [T1, T2, N2],
      notification: { title: 'Order shipped', body: 'Arrives tomorrow' },
      data: '{"orderId":"A-17"}',
      android: {
        collapse_key: -1,
        urgency: 'NORMAL',
        category: 'EXPRESS',
        ttl: '3600s',
        bi_tag: 'ship-17',
        receipt_id: 'RCP01',
        notification: {
          click_action: { type: 1, intent: 'intent://com.example.app/order?id=A-17#Intent;scheme=pushshop;end' },
          channel_id: 'orders',
          importance: 'NORMAL',
          default_sound: false,
          sound: '/raw/dudulu',
          notify_id: 17,
          tag: 'order',
          group: 'orders',
          foreground_show: false,
          badge: { add_num: 1, class: 'com.example.app.MainActivity' },
        },
      },
    },
  };
  const headers = [bearer(accessToken(world)), JSON_TYPE];
  const { response, target, title } = world.send({ host, path, headers, body: JSON.stringify(body) });
  expect(JSON.parse(response.body)).toMatchObject({
    code: '80100000',
    msg: '{"success":2,"failure":1,"illegal_tokens":["N2"]}',
  });
  expect({ target, title }).toEqual({ target: '3 tokens', title: 'Order shipped' });
  expect(world.device()).toMatchObject({
    badge: 1,
    shade: [
      { title: 'Order shipped', sound: 'dudulu', quiet: false, tap: { kind: 'open-page', data: { orderId: 'A-17' } } },
    ],
  });
  // In front and told so: the app gets it instead of the shade.
  expect(world.device('phone-2').shade).toEqual([]);
  expect(world.pushes.map(({ expiresAt }) => expiresAt)).toEqual([world.now + 3_600_000, world.now + 3_600_000]);
  expect(world.callbacks.map(({ url }) => url)).toEqual([`${RECEIPT_URL}/signed`, `${RECEIPT_URL}/signed`]);
  expect(stateOf(world).requests).toBe(1);
});
