import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVivo } from '../../src/core/channels/vivo/channel.ts';
import { CheckedAnswer } from '../../src/core/channels/vivo/testing/check-answer.ts';
import { VECTORS, type VectorRequest } from '../../src/core/channels/vivo/testing/vectors.ts';
import { authBody, vivoWorld } from '../../src/core/channels/vivo/testing/world.ts';
import type { RequestParts } from '../../src/core/testing/vendor-world.ts';
import { openVendorDoor, TRANSPORTS, type VendorDoor } from './vendor-door.ts';

let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createVivo());
});
afterAll(() => door.close());

function partsOf(request: VectorRequest, token: string, task: string): RequestParts {
  const fill = (text: string): string => text.replaceAll('{task}', task).replaceAll('{token}', token);
  return {
    method: request.method,
    path: fill(request.path),
    headers: [...(request.token === null ? [] : [['authToken', fill(request.token)] as const]), ...request.headers],
    body: fill(request.body),
  };
}

describe.each(TRANSPORTS)('vectors of the server over %s', (transport) => {
  it.each(VECTORS)('row $row', async ({ prepare, exchanges, shade }) => {
    const world = vivoWorld();
    prepare?.(world);
    const simulator = door.begin(world);
    const login = await door.send(transport, { path: '/message/auth', body: authBody(world) });
    const token = String(new CheckedAnswer(login).body.authToken);
    let task = '';
    for (const { request, answer, after = 0 } of exchanges(world)) {
      world.now += after;
      const got = new CheckedAnswer(await door.send(transport, partsOf(request, token, task)));
      got.expect(answer, task);
      task ||= got.taskId ?? '';
    }
    if (shade === undefined) return;
    const phone = simulator.workspace().devices.find(({ id }) => id === 'phone-1');
    expect(phone?.shade).toHaveLength(shade);
  });
});
