import { describe, expect, it } from 'vitest';
import { notesOf } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import { TASK_ID } from './ids.ts';
import { CheckedAnswer } from './testing/check-answer.ts';
import { sendVector } from './testing/send-vector.ts';
import { VECTORS } from './testing/vectors.ts';
import { login, vivoWorld } from './testing/world.ts';

describe('vectors of the server', () => {
  it.each(VECTORS)('row $row', ({ prepare, exchanges, shade, notes }) => {
    const world = vivoWorld();
    prepare?.(world);
    const token = login(world);
    let task = '';
    let last: ReceiveResult | undefined;
    for (const { request, answer, after = 0 } of exchanges(world)) {
      world.now += after;
      const result = sendVector(world, request, token, task);
      const got = new CheckedAnswer(result.response);
      got.expect(answer, task);
      if (task === '' && got.taskId !== null) task = got.taskId;
      if (got.taskId !== null) expect(got.taskId).toMatch(TASK_ID);
      last = result;
    }
    if (shade !== undefined) expect(world.device().shade).toHaveLength(shade);
    const told = last === undefined ? [] : notesOf(last);
    for (const note of notes ?? []) expect(told).toContain(note);
  });

  it('has a row for every number of the server part', () => {
    const numbers = new Set(VECTORS.map(({ row }) => Number.parseInt(row, 10)));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, index) => index + 1));
  });
});
