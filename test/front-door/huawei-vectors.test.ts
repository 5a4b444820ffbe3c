import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHuawei } from '../../src/core/channels/huawei/channel.ts';
import { VECTORS, withoutId } from '../../src/core/channels/huawei/testing/vectors.ts';
import { huaweiWorld } from '../../src/core/channels/huawei/testing/world.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createHuawei());
});
afterAll(() => door.close());

describe.each(TRANSPORTS)('vectors of the server interfaces over %s', (transport) => {
  it.each(VECTORS)('row $row', async ({ prepare, exchanges, phone }) => {
    const world = huaweiWorld();
    prepare?.(world);
    const simulator = door.begin(world);
    for (const { request, answer } of exchanges(world)) {
      const got = await door.send(transport, request);
      expect(withoutId(got.body)).toEqual(
        answer.body instanceof RegExp ? expect.stringMatching(answer.body) : answer.body,
      );
      expect(got.status).toBe(answer.status);
      expect(got.headers['content-type']).toBe('application/json');
      expect(got.headers['nsp_status']).toBe(answer.nsp);
    }
    if (phone === undefined) return;
    const device = simulator.device(phone.id);
    if (phone.shade !== undefined) expect(device?.shade).toHaveLength(phone.shade);
    if (phone.badge !== undefined) expect(device?.badge).toBe(phone.badge);
  });
});
