import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVivo } from '../../src/core/channels/vivo/channel.ts';
import { CheckedAnswer } from '../../src/core/channels/vivo/testing/check-answer.ts';
import type { VectorRequest } from '../../src/core/channels/vivo/testing/vector.ts';
import { VECTORS } from '../../src/core/channels/vivo/testing/vectors.ts';
import { authBody, message, vivoWorld } from '../../src/core/channels/vivo/testing/world.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import type { RequestParts, VendorWorld } from '../../src/core/testing/vendor-world.ts';
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

const HOUR = 3_600_000;

interface Scene {
  readonly world: VendorWorld;
  readonly simulator: Simulator;
  send(change: Readonly<Record<string, unknown>>): Promise<void>;
  /** Titles on the first phone, newest first. */
  titles(): readonly (string | null)[];
}

async function openScene(): Promise<Scene> {
  const world = vivoWorld();
  const simulator = door.begin(world);
  const login = await door.send('HTTP/1.1', { path: '/message/auth', body: authBody(world) });
  const token = String(new CheckedAnswer(login).body.authToken);
  return {
    world,
    simulator,
    async send(change) {
      const body = JSON.stringify(message(change));
      const answer = await door.send('HTTP/1.1', { path: '/message/send', headers: [['authToken', token]], body });
      expect(new CheckedAnswer(answer).body).toMatchObject({ result: 0 });
    },
    titles: () =>
      simulator
        .workspace()
        .devices.find(({ id }) => id === 'phone-1')
        ?.shade.map(({ title }) => title) ?? [],
  };
}

describe('a phone that was offline', () => {
  it('row 36: gets what waited and is not over, and nothing that was to be tried once', async () => {
    const { world, simulator, send, titles } = await openScene();
    simulator.act('phone-1', { action: 'offline' });
    await send({ title: 'once', sendOnline: true });
    await send({ title: 'short', timeToLive: 60 });
    await send({ title: 'long', timeToLive: 3600 });
    await send({ title: 'usual' });
    expect(titles()).toEqual([]);
    world.now += HOUR - 1;
    simulator.act('phone-1', { action: 'online' });
    expect(titles()).toEqual(['usual', 'long']);
  });
});

describe('a timed display', () => {
  it('appears when the clock reaches it', async () => {
    const { world, simulator, send, titles } = await openScene();
    const showStartTime = world.now + HOUR;
    await send({ title: 'later', timedDisplay: { showStartTime, showEndTime: showStartTime + HOUR } });
    expect(titles()).toEqual([]);
    world.now += HOUR;
    simulator.tick();
    expect(titles()).toEqual(['later']);
  });
});
