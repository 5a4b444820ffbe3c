import { afterAll, beforeAll, expect, it } from 'vitest';
import { createXiaomi } from '../../src/core/channels/xiaomi/channel.ts';
import { XIAOMI_SECRET } from '../../src/core/testing/credentials.ts';
import { VendorWorld } from '../../src/core/testing/vendor-world.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createXiaomi());
});
afterAll(() => door.close());

it.each(TRANSPORTS)('reaches the vendor and the phone over %s', async (transport) => {
  const simulator = door.begin(new VendorWorld(createXiaomi(), ['R1']));
  const answer = await door.send(transport, {
    path: '/v3/message/regid',
    headers: [
      ['authorization', `key=${XIAOMI_SECRET}`],
      ['content-type', 'application/x-www-form-urlencoded'],
    ],
    body: 'registration_id=R1&restricted_package_name=com.example.app&title=t&description=d&payload=p',
  });
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json;charset=UTF-8' } });
  expect(simulator.device('phone-1')?.shade).toHaveLength(1);
});
