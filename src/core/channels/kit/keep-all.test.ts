import { describe, expect, it } from 'vitest';
import type { AcceptedPush } from '../types.ts';
import { KEPT_MAX, keepAll } from './keep-all.ts';

const push = (id: string, acceptedAt: number, expiresAt: number | null): AcceptedPush => ({
  id,
  channel: 'oppo',
  deviceId: 'd',
  token: 't',
  app: 'a',
  payload: {},
  title: null,
  body: null,
  expiresAt,
  acceptedAt,
});

describe('keepAll', () => {
  it('keeps a thousand for a phone, and says why the oldest leaves', () => {
    const all = Array.from({ length: KEPT_MAX }, (_, index) => push(`${index}`, index, 10_000));
    const kept = all.reduce<readonly AcceptedPush[]>((stored, one) => keepAll(stored, one).kept, []);
    expect(kept).toEqual(all);
    const newest = push('newest', KEPT_MAX, 10_000);
    expect(keepAll(kept, newest)).toEqual({
      kept: [...all.slice(1), newest],
      dropped: all.slice(0, 1),
      cause: 'device-store-full',
    });
  });

  it('keeps in order, and drops what is over', () => {
    const [a, b, c] = [push('a', 0, 10), push('b', 1, 11), push('c', 10, 20)];
    expect(keepAll([a, b], c)).toEqual({ kept: [b, c], dropped: [a] });
  });

  it('does not keep what is tried once, or has no life', () => {
    const waiting = push('a', 0, 10);
    for (const one of [push('once', 1, null), push('none', 1, 1)])
      expect(keepAll([waiting], one)).toEqual({ kept: [waiting], dropped: [one] });
  });
});
