import { describe, expect, it } from 'vitest';
import { createHuawei } from './channel.ts';
import { huaweiWorld, notification, sendV1, T1 } from './testing/world.ts';

const DAY = 86_400_000;

describe('a phone that has been offline for more than 30 days', () => {
  const statuses = (world: ReturnType<typeof huaweiWorld>): readonly unknown[] =>
    world.callbacks.flatMap(({ body }) =>
      (JSON.parse(body) as { statuses: readonly { status?: unknown; token?: unknown }[] }).statuses.map(
        ({ status, token }) => [status, token],
      ),
    );

  it('gets nothing: the sender is told so by receipt 10 at once, though the call succeeds', () => {
    const world = huaweiWorld();
    world.change({ online: false, offlineSince: world.now - 30 * DAY - 1 });
    const { response } = world.send(sendV1(world, notification()));
    expect(JSON.parse(response.body)).toMatchObject({ code: '80000000' });
    expect(statuses(world)[0]).toEqual([10, T1]);
    const [push] = world.pushes;
    if (push === undefined) throw new Error('nothing was sent');
    expect(createHuawei().store([], push)).toEqual({ kept: [], dropped: [push], cause: 'huawei-device-absent' });
    expect(world.presentations[0]).toMatchObject({ result: 'suppressed', cause: 'huawei-device-absent' });
  });

  it('is not yet so after 30 days, and no longer when it is back', () => {
    const world = huaweiWorld();
    world.change({ online: false, offlineSince: world.now - 30 * DAY });
    world.send(sendV1(world, notification()));
    world.change({ online: true, offlineSince: world.now - 90 * DAY });
    world.send(sendV1(world, notification()));
    expect(statuses(world)).toEqual([
      [0, T1],
      [0, T1],
    ]);
  });
});
