import { describe, expect, it } from 'vitest';
import type { VendorWorld } from '../testing/vendor-world.ts';
import { fcmWorld, sendParts, T } from './fcm/testing/world.ts';
import { alert, huaweiWorld, notification, sendLegacy, sendV1, sendV3 } from './huawei/testing/world.ts';
import { BY_PUSH_ID, makeWorld as meizuWorld, signed } from './meizu/testing/world.ts';
import { Scene } from './oppo/testing/scene.ts';
import type { ReceiveResult } from './types.ts';
import { message as vivoMessage, post as vivoPost, vivoWorld } from './vivo/testing/world.ts';
import { form, World as XiaomiWorld } from './xiaomi/testing/world.ts';

const LEVELS = 50_000;
const FORMS = [
  ['lists', `${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}`],
  ['objects', `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`],
] as const;

const huawei = (parts: (world: VendorWorld) => Parameters<VendorWorld['send']>[0]) => {
  const world = huaweiWorld();
  return world.send(parts(world));
};
const meizu = (messageJson: string) => meizuWorld().send(signed(BY_PUSH_ID, { pushIds: 'PID0001', messageJson }));
const beside = (message: object, name: string, deep: string): string =>
  `${JSON.stringify(message).slice(0, -1)},"${name}":${deep}}`;

/** Requests of which the whole, or a part, is nested without end. */
const SENDS: readonly (readonly [string, (deep: string) => ReceiveResult])[] = [
  ['FCM', (deep) => fcmWorld().send(sendParts(deep))],
  ['FCM, payload', (deep) => fcmWorld().send(sendParts(`{"message":{"token":"${T}","apns":{"payload":${deep}}}}`))],
  ['Huawei v1', (deep) => huawei((world) => ({ ...sendV1(world, notification()), body: `{"message":${deep}}` }))],
  ['Huawei v3', (deep) => huawei((world) => ({ ...sendV3(world, alert()), body: `{"payload":${deep}}` }))],
  ['Huawei legacy', (deep) => huawei((world) => sendLegacy(world, { payload: deep }))],
  ['Huawei legacy, list', (deep) => huawei((world) => sendLegacy(world, { device_token_list: deep }))],
  ['Meizu', meizu],
  ['Meizu, parameters', (deep) => meizu(`{"clickTypeInfo":{"parameters":${deep}}}`)],
  ['vivo', (deep) => vivoPost(vivoWorld(), '/message/send', deep)],
  ['vivo, map', (deep) => vivoPost(vivoWorld(), '/message/send', beside(vivoMessage(), 'clientCustomMap', deep))],
];

describe.each(FORMS)('%s inside each other without end', (_form, deep) => {
  it.each(SENDS)('are refused by a rule of %s', (_name, send) => {
    const stops = send(deep).trace.filter(({ verdict }) => verdict === 'stop');
    expect(stops.map(({ rule }) => rule)).toEqual([expect.stringMatching(/^(fcm|huawei|meizu|vivo)-/)]);
  });

  it('are refused by a code of OPPO and Xiaomi', async () => {
    const scene = await Scene.open();
    for (const message of [deep, `{"target_type":2,"target_value":"x","notification":${deep}}`]) {
      expect((await scene.call('/message/notification/unicast', { message })).body.code).toBeGreaterThan(0);
      expect(scene.refusedBy()).toMatch(/^oppo-/);
    }
    const messages = encodeURIComponent(`[{"target":"R1","message":{"extra":{"k":${deep}}}}]`);
    const sent = new XiaomiWorld().post('/v2/multi_messages/regids', `messages=${messages}`);
    expect(sent.body.code).toBe(10017);
    expect(new XiaomiWorld().post('/v3/message/regid', form({ 'extra.k': deep })).body.code).toBe(65015);
  });
});
