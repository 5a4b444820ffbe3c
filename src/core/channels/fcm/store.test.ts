import { describe, expect, it } from 'vitest';
import type { AcceptedPush } from '../types.ts';
import { createFcm } from './channel.ts';
import { store } from './store.ts';
import { fcmWorld, sendParts, T } from './testing/world.ts';

/** Pushes as the endpoint makes them. */
function pushes(messages: readonly Readonly<Record<string, unknown>>[]): readonly AcceptedPush[] {
  const world = fcmWorld();
  for (const message of messages) world.send(sendParts({ token: T, ...message }));
  return world.pushes;
}

function keep(list: readonly AcceptedPush[]): { kept: readonly AcceptedPush[]; dropped: readonly AcceptedPush[] } {
  let kept: readonly AcceptedPush[] = [];
  const dropped: AcceptedPush[] = [];
  for (const push of list) {
    const next = store(kept, push);
    kept = next.kept;
    dropped.push(...next.dropped);
  }
  return { kept, dropped };
}

const data = (n: number, collapse_key?: string) => ({
  data: { n: String(n) },
  android: collapse_key ? { collapse_key } : {},
});

describe('an offline phone', () => {
  it('gets the last notification only, and the newest of each collapse key', () => {
    const all = pushes([{ notification: { body: 'a' } }, { notification: { body: 'b' } }, data(1, 'k'), data(2, 'k')]);
    const { kept, dropped } = keep(all);
    expect(kept).toEqual([all[1], all[3]]);
    expect(dropped).toEqual([all[0], all[2]]);
  });

  it('has four collapse keys of an app waiting at most', () => {
    const all = pushes(['a', 'b', 'c', 'd', 'e'].map((key, index) => data(index, key)));
    expect(keep(all).kept).toEqual(all.slice(1));
  });

  it('gets nothing that was for now or never, nor what has expired', () => {
    const [now, short, late] = pushes([
      { data: { a: '1' }, android: { ttl: '0s' } },
      { data: { a: '1' }, android: { ttl: '1s' } },
      data(1),
    ]);
    if (!now || !short || !late) throw new Error('three pushes were sent');
    expect(store([], now)).toEqual({ kept: [], dropped: [now] });
    const after = { ...late, acceptedAt: late.acceptedAt + 1000 };
    expect(store([short], after)).toEqual({ kept: [after], dropped: [short] });
  });

  it('loses everything with the 101st message, and its app is told once', () => {
    const all = pushes(Array.from({ length: 102 }, (_, index) => data(index)));
    expect(keep(all.slice(0, 100)).kept).toHaveLength(100);
    const { kept, dropped } = keep(all);
    expect(dropped).toHaveLength(101);
    expect(kept).toHaveLength(2);
    const [told] = kept;
    if (told === undefined) throw new Error('nothing is kept');
    const world = fcmWorld();
    const presentation = createFcm().present(told, world.device(), { now: world.now, profile: world.profile });
    expect(presentation).toMatchObject({ result: 'silent', callbacks: [{ name: 'onDeletedMessages' }] });
    expect(kept[1]).toBe(all[101]);
  });
});
