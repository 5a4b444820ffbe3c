import { describe, expect, it } from 'vitest';
import { act, first, makeSimulator } from '../../testing/simulator.ts';
import { createVivo } from './channel.ts';
import { send, setVivo, statisticsOf, vivoWorld } from './testing/world.ts';

const DAY = 86_400_000;

describe('a phone that has been offline for 14 days', () => {
  it('gets nothing sent, which is known at once', () => {
    const bench = makeSimulator([createVivo()]);
    act(bench, 'vivo', { action: 'offline' });
    bench.advance(14 * DAY - 1);
    const to = { c2c: 'user-vivo' };
    // Otherwise the session would have run out after a week.
    act(bench, 'vivo', { action: 'login', userId: 'user-vivo' }, { action: 'kill', by: 'user' });
    expect(first(bench.send({ to }))).toMatchObject({ delivered: false, cause: 'device-stored' });
    bench.advance(1);
    expect(first(bench.send({ to }))).toMatchObject({ delivered: false, cause: 'vivo-device-absent' });
    act(bench, 'vivo', { action: 'online' });
    expect(first(bench.send({ to }))).toMatchObject({ delivered: true });
  });

  it('is counted as controlled, unless the phone has come back', () => {
    const world = vivoWorld();
    const counted = (): unknown => {
      const result = send(world, { title: String(world.now) });
      const { taskId } = JSON.parse(result.response.body) as { taskId: string };
      return (statisticsOf(world, taskId) as readonly unknown[])[0];
    };
    world.change({ online: false, offlineSince: world.now - 14 * DAY });
    expect(counted()).toMatchObject({ send: 0, controlled: 1 });
    world.change({ online: true });
    expect(counted()).toMatchObject({ send: 1, controlled: 0 });
  });
});

it('what is only counted is not kept for a phone that is offline', () => {
  const world = vivoWorld();
  setVivo(world, { messageClasses: true, operationalPerPhone: 2 });
  for (let n = 0; n < 3; n++) send(world, { title: `t${n}`, classification: 0 });
  const [shown, , counted] = world.pushes;
  if (shown === undefined || counted === undefined) throw new Error('three were sent');
  expect(createVivo().store([shown], counted)).toEqual({
    kept: [shown],
    dropped: [counted],
    cause: 'vivo-device-frequency',
  });
  expect(createVivo().store([], shown)).toEqual({ kept: [shown], dropped: [] });
});
