import { describe, expect, it } from 'vitest';
import type { NotificationView } from '../../core/views.ts';
import { manualTimers, notification } from '../testing/fixtures.ts';
import { createDesktopNotices } from './desktop-notices.ts';

function bench(hidden = true) {
  const timers = manualTimers();
  const shown: { title: string; body: string }[] = [];
  const page = { hidden };
  const notices = createDesktopNotices({
    desktop: { showNotification: (notice) => void shown.push(notice) },
    hidden: () => page.hidden,
    phoneName: (id) => `Phone ${id}`,
    later: timers.later,
  });
  const arrive = (...changes: Partial<NotificationView>[]) =>
    notices.arrive(
      changes.map((change) => ({ type: 'notification', notification: { ...notification, ...change } }) as const),
    );
  return { timers, shown, page, notices, arrive };
}

describe('native notifications', () => {
  it('name the phone and say what it shows', () => {
    const { shown, arrive } = bench();
    arrive({ title: 'Lunch', body: 'at noon' });
    expect(shown).toEqual([{ title: 'Phone iphone · Lunch', body: 'at noon' }]);
  });

  it('do without a title or text that the phone has not either', () => {
    const { shown, arrive } = bench();
    arrive({ title: null, body: null });
    expect(shown).toEqual([{ title: 'Phone iphone', body: '' }]);
  });

  it('cut what no desktop shows, between characters', () => {
    const { shown, arrive } = bench();
    arrive({ title: '标'.repeat(200), body: '😀'.repeat(401) });
    expect(shown[0]?.title).toBe(`Phone iphone · ${'标'.repeat(104)}…`);
    expect(shown[0]?.body).toBe(`${'😀'.repeat(399)}…`);
  });

  it('come once a second at most, the newest for all that came together', () => {
    const { timers, shown, arrive } = bench();
    arrive({ title: 'a' });
    arrive({ title: 'b' }, { title: 'c' });
    timers.advance(500);
    arrive({ title: 'd', deviceId: 'xiaomi' });
    expect(shown.map(({ title }) => title)).toEqual(['Phone iphone · a']);
    timers.advance(500);
    expect(shown.map(({ title }) => title)).toEqual(['Phone iphone · a', 'Phone xiaomi · d (+2)']);
    arrive({ title: 'e' });
    expect(shown).toHaveLength(2);
    timers.advance(1000);
    expect(shown.at(-1)?.title).toBe('Phone iphone · e');
    timers.advance(1000);
    arrive({ title: 'f' });
    expect(shown).toHaveLength(4);
  });

  it('are not shown for what is seen on the page', () => {
    const { timers, shown, page, notices, arrive } = bench(false);
    arrive({});
    expect(shown).toEqual([]);
    page.hidden = true;
    arrive({ title: 'a' }, { title: 'b' });
    arrive({ title: 'waits' });
    page.hidden = false;
    notices.clear();
    timers.advance(5000);
    expect(shown.map(({ title }) => title)).toEqual(['Phone iphone · b (+1)']);
  });

  it('stay away for what the phone shows quietly, and for other events', () => {
    const { shown, notices, arrive } = bench();
    arrive({ quiet: true });
    notices.arrive([{ type: 'reset' }]);
    expect(shown).toEqual([]);
  });

  it('are nothing in a browser', () => {
    const asked: string[] = [];
    const notices = createDesktopNotices({
      desktop: null,
      hidden: () => true,
      phoneName: (id) => {
        asked.push(id);
        return id;
      },
      later: manualTimers().later,
    });
    notices.arrive([{ type: 'notification', notification }]);
    expect(asked).toEqual([]);
  });
});
