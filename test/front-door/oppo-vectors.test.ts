import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOppo } from '../../src/core/channels/oppo/channel.ts';
import { Scene } from '../../src/core/channels/oppo/testing/scene.ts';
import { oppoVectors } from '../../src/core/channels/oppo/testing/vectors.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createOppo());
});
afterAll(() => door.close());

describe.each(TRANSPORTS)('vectors of the server API over %s', (transport) => {
  it.each(oppoVectors)('row $row', async ({ check }) => {
    const scene = await Scene.open(
      (world) => door.begin(world),
      (parts) => door.send(transport, parts),
    );
    await expect(check(scene)).resolves.toBeUndefined();
  });
});

it.each(createOppo().definition.hosts)('answers under %s', async (host) => {
  await Scene.open(
    (world) => door.begin(world),
    (parts) => door.send('HTTP/1.1 over TLS', parts),
  );
  const { status, body } = await door.send('HTTP/1.1 over TLS', { host, path: '/server/v1/nothing' });
  expect([status, body]).toEqual([404, '{"code":20,"message":"Invalid Method"}']);
});
