import { describe, expect, it } from 'vitest';
import type { Presentation } from '../../device/types.ts';
import { form, World } from './testing/world.ts';

function send(world: World, fields: Parameters<typeof form>[0] = {}): Presentation {
  expect(world.post('/v2/message/regid', form(fields)).body.code).toBe(0);
  const presentation = world.presentations.at(-1);
  if (!presentation) throw new Error('nothing was delivered');
  return presentation;
}

const rulesOf = (presentation: Presentation): string[] => presentation.trace.map((step) => step.rule);

describe('badge', () => {
  it('counts the shade, and adds what message_count says', () => {
    const world = new World();
    send(world, { notify_id: 1 });
    send(world, { notify_id: 2 });
    expect(world.device().badge).toBe(2);
    const counted = send(world, { notify_id: 3, 'extra.message_count': '5' });
    expect(counted.notification?.badge).toBe(7);
    expect(world.device().badge).toBe(7);
    send(world, { notify_id: 4 });
    expect(world.device().badge).toBe(8);
    expect(rulesOf(counted)).toContain('xiaomi-device-message-count');
  });

  it('never exceeds the ten that MIUI keeps of an app, the oldest of which leave', () => {
    const world = new World();
    const shown = Array.from({ length: 11 }, (_, index) =>
      send(world, { notify_id: index + 1, title: `${index + 1}` }),
    );
    expect(shown.map((one) => rulesOf(one).includes('xiaomi-device-shade-limit'))).toEqual([
      ...Array.from({ length: 10 }, () => false),
      true,
    ]);
    expect(shown.slice(-2).map((one) => one.notification?.badge)).toEqual([10, 10]);
    expect(world.device().badge).toBe(10);
    expect(world.device().shade.map(({ title }) => title)).toEqual([
      '11',
      '10',
      '9',
      '8',
      '7',
      '6',
      '5',
      '4',
      '3',
      '2',
    ]);
    expect(rulesOf(send(world, { notify_id: 5, title: 'again' }))).not.toContain('xiaomi-device-shade-limit');
    expect(world.device().shade).toHaveLength(10);
    expect(send(world, { notify_id: 12, 'extra.message_count': '5' }).notification?.badge).toBe(14);
    expect(world.device().badge).toBe(14);
  });

  it.each([
    ['MIUI', '9.5', undefined],
    ['MIUI', 'V9', undefined],
    ['MIUI', '12.5.1', 10],
    ['MIUI', null, 10],
    ['HyperOS', '2', 10],
  ])('on %s %s the shade keeps %s notifications of an app', (name, version, limit) => {
    const world = new World();
    world.change({ system: { ...world.device().system, name, version } });
    expect(send(world).shadeLimit).toBe(limit);
  });

  it('stays at one while the same place is taken again', () => {
    const world = new World();
    send(world);
    const second = send(world, { title: 'new' });
    expect(world.device()).toMatchObject({ badge: 1 });
    expect(world.device().shade.map(({ title }) => title)).toEqual(['new']);
    expect(second.trace).toContainEqual(expect.objectContaining({ rule: 'android-identity', verdict: 'note' }));
  });
});
