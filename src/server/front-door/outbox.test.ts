import { describe, expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';

describe('the outbox', () => {
  it('sends what was posted in one turn together, in order, and once', () => {
    const turns: (() => void)[] = [];
    const outbox = createOutbox((run) => turns.push(run));
    const sent: string[] = [];
    outbox.post(() => sent.push('a'));
    outbox.post(() => sent.push('b'));
    expect([sent, turns.length]).toEqual([[], 1]);
    turns.shift()?.();
    expect(sent).toEqual(['a', 'b']);
    outbox.post(() => sent.push('c'));
    expect(turns.length).toBe(1);
    turns.shift()?.();
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('leaves for the next turn what is posted while it sends', () => {
    const turns: (() => void)[] = [];
    const outbox = createOutbox((run) => turns.push(run));
    const sent: string[] = [];
    outbox.post(() => outbox.post(() => sent.push('later')));
    turns.shift()?.();
    expect(sent).toEqual([]);
    turns.shift()?.();
    expect(sent).toEqual(['later']);
  });
});
