import { describe, expect, it } from 'vitest';
import type { AcceptedPush } from '../types.ts';
import { store } from './store.ts';

const push = (id: string, topic = 'com.example.app', expiresAt: number | null = 1000): AcceptedPush => ({
  id,
  channel: 'apns',
  deviceId: 'iphone',
  token: 't',
  app: 'com.example.app',
  payload: { topic, collapseId: id },
  title: null,
  body: null,
  expiresAt,
  acceptedAt: 0,
});

describe('store', () => {
  it('keeps the last of five, whatever their collapse ids', () => {
    const pushes = ['1', '2', '3', '4', '5'].map((id) => push(id));
    let kept: readonly AcceptedPush[] = [];
    const lost: string[] = [];
    for (const one of pushes) {
      const result = store(kept, one);
      kept = result.kept;
      lost.push(...result.dropped.map((dropped) => dropped.id));
    }
    expect(kept).toEqual([pushes[4]]);
    expect(lost).toEqual(['1', '2', '3', '4']);
  });

  it('keeps nothing that may be tried once only, and lets it replace nothing', () => {
    const waiting = push('1');
    const once = push('2', undefined, null);
    expect(store([waiting], once)).toEqual({ kept: [waiting], dropped: [once] });
  });

  it('has a place for each full topic', () => {
    const alert = push('1');
    const voip = push('2', 'com.example.app.voip');
    expect(store([alert], voip)).toEqual({ kept: [alert, voip], dropped: [] });
    const next = push('3');
    expect(store([alert, voip], next)).toEqual({ kept: [voip, next], dropped: [alert] });
  });

  it('does not mix devices', () => {
    const other = { ...push('1'), deviceId: 'ipad' };
    const mine = push('2');
    expect(store([other], mine)).toEqual({ kept: [other, mine], dropped: [] });
  });
});
