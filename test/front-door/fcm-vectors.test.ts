import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFcm } from '../../src/core/channels/fcm/channel.ts';
import { checkAnswer } from '../../src/core/channels/fcm/testing/check.ts';
import { VECTORS } from '../../src/core/channels/fcm/testing/vectors.ts';
import { fcmWorld } from '../../src/core/channels/fcm/testing/world.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createFcm());
});
afterAll(() => door.close());

describe.each(TRANSPORTS)('vectors of FCM over %s', (transport) => {
  it.each(VECTORS)('row $row', async ({ exchanges, profile, shade }) => {
    const world = fcmWorld();
    world.profile = { ...world.profile, fcm: { ...world.profile.fcm, ...profile } };
    const simulator = door.begin(world);
    for (const { request, answer } of exchanges) checkAnswer(await door.send(transport, request), answer);
    if (shade !== undefined) expect(simulator.device('phone-1')?.shade).toHaveLength(shade);
  });
});
