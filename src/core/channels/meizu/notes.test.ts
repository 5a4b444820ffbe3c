import { describe, expect, it } from 'vitest';
import type { VendorWorld } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import {
  answerOf,
  BY_ALIAS,
  type Fields,
  MESSAGE,
  makeWorld,
  messageJson,
  PREFIX,
  push,
  signed,
} from './testing/world.ts';

const notesOf = ({ trace }: ReceiveResult): readonly string[] =>
  trace.filter(({ verdict }) => verdict !== 'pass').map(({ rule }) => rule);

const answered = (world: VendorWorld, path: string, fields: Fields): unknown =>
  answerOf(world.send(signed(`${PREFIX}${path}`, fields))).value;

const HOUR = 3_600_000;

describe('notes', () => {
  it('tell a display span that is over from one that ends before it begins', () => {
    const span = (from: string, to: string): object => ({
      advanceInfo: { fixDisplay: 1, fixStartDisplayTime: from, fixEndDisplayTime: to },
    });
    const over = makeWorld().send(push(span('2020-01-01 08:00:00', '2020-01-01 09:00:00')));
    expect(notesOf(over)).toContain('meizu-lint-window');
    const reversed = makeWorld().send(push(span('2099-01-01 09:00:00', '2099-01-01 08:00:00')));
    expect(notesOf(reversed)).toContain('meizu-lint-window-order');
    expect(notesOf(reversed)).not.toContain('meizu-lint-window');
  });

  it.each(['PID0001, PID0002', 'PID0001;PID0002', 'PID0001，PID0002', ' PID0001'])(
    'say what separates targets: "%s"',
    (pushIds) => {
      const result = makeWorld().send(push({}, {}, pushIds));
      expect(notesOf(result)).toContain('meizu-lint-separator');
      expect(answerOf(result).value).not.toEqual({});
    },
  );

  it('leave names alone that are only unknown, and aliases that may hold blanks', () => {
    expect(notesOf(makeWorld().send(push({}, {}, 'PID0001,PID0009')))).not.toContain('meizu-lint-separator');
    const world = makeWorld();
    answered(world, '/message/subscribeAlias', { pushId: 'PID0001', alias: 'Ann Lee' });
    const send = (alias: string) => world.send(signed(BY_ALIAS, { alias, messageJson: MESSAGE }));
    expect(notesOf(send('Ann Lee'))).toEqual([]);
    expect(notesOf(send('Ann Lee;Bob'))).toContain('meizu-lint-separator');
  });
});

describe('statistics of a timed task', () => {
  const timed = messageJson({ pushTimeInfo: { pushTimeType: 1, startTime: '2026-11-03 10:30:00' } });

  it('count what was pushed when its time comes, on that day', () => {
    const world = makeWorld();
    world.now = Date.parse('2026-11-01T10:00:00+08:00');
    const { taskId } = answered(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: timed }) as {
      taskId: number;
    };
    const task = () => answered(world, '/push/statistics/getTaskStatistics', { taskId });
    const days = () =>
      (
        answered(world, '/push/statistics/dailyPushStatics', { startTime: '20261101', endTime: '20261103' }) as object[]
      ).map((day) => (day as { pushedNo: number }).pushedNo);
    expect(task()).toMatchObject({ targetNo: 3, pushedNo: 0 });
    world.now += 48 * HOUR + HOUR;
    expect(task()).toMatchObject({ targetNo: 3, pushedNo: 3 });
    expect(days()).toEqual([0, 0, 3]);
  });

  it('count nothing as pushed when it was cancelled', () => {
    const world = makeWorld();
    world.now = Date.parse('2026-11-01T10:00:00+08:00');
    const { taskId } = answered(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: timed }) as {
      taskId: number;
    };
    expect(answered(world, '/push/pushTask/cancel', { pushType: 0, taskId })).toEqual({ result: true });
    world.now += 72 * HOUR;
    expect(answered(world, '/push/statistics/getTaskStatistics', { taskId })).toMatchObject({
      targetNo: 3,
      pushedNo: 0,
    });
    const days = answered(world, '/push/statistics/dailyPushStatics', { startTime: '20261101', endTime: '20261103' });
    expect((days as { pushedNo: number }[]).map(({ pushedNo }) => pushedNo)).toEqual([0, 0, 0]);
  });
});
