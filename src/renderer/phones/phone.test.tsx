import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { DeviceView, ScreenView } from '../../core/views.ts';
import type { Language } from './logic/clock.ts';
import { Phone } from './phone.tsx';
import { deviceView, notificationView, screenView } from './testing/fixtures.ts';

const NOW = Date.parse('2025-09-09T09:41:00Z');
const nothing = () => undefined;

function markup(device: Partial<DeviceView>, screen: Partial<ScreenView> = {}, language: Language = 'en'): string {
  return renderToStaticMarkup(
    <Phone
      device={deviceView(device)}
      screen={screenView(screen)}
      onAction={nothing}
      onPatch={nothing}
      language={language}
      highlight={false}
      now={NOW}
    />,
  );
}

const locked = { locked: true } as const;
const inFront = { app: { ...deviceView({}).app, process: 'foreground' } } as const;
const three = ['third', 'second', 'first'].map((title, index) =>
  notificationView({ id: title, title, at: NOW - index }),
);

describe('the phone', () => {
  it.each([
    ['apns', 'ios', 'APNs'],
    ['xiaomi', 'miui', 'MiPush'],
    ['huawei', 'emui', 'Push Kit'],
    ['fcm', 'aosp', 'FCM'],
    ['meizu', 'flyme', 'Flyme push'],
    ['oppo', 'coloros', 'OPPO PUSH'],
    ['vivo', 'originos', 'vivo push'],
  ] as const)('of %s has the look of %s', (channel, skin, service) => {
    const html = markup({ channel, platform: channel === 'apns' ? 'ios' : 'android' });
    expect(html).toContain(`data-skin="${skin}"`);
    expect(html).toContain(service);
  });

  it('shows a number on the icon, or a dot where the system shows none', () => {
    expect(markup({}, { badge: 3 })).toContain('class="ph-badge"');
    const dotted = markup({ channel: 'fcm', platform: 'android' }, { badge: 3, badgeStyle: 'dot' });
    expect(dotted).toContain('class="ph-unread"');
    expect(dotted).not.toContain('ph-badge');
  });

  it('names itself and its controls', () => {
    const html = markup({ name: 'My phone' });
    for (const name of ['Phone My phone', 'Controls of My phone', 'Permission of My phone', 'Online of My phone']) {
      expect(html).toContain(`aria-label="${name}"`);
    }
  });

  it('shows lock screen, home screen or app', () => {
    expect(markup(locked)).toContain('aria-label="Lock screen of iPhone"');
    expect(markup({})).toContain('aria-label="Home screen of iPhone"');
    expect(markup(inFront)).toContain('aria-label="App Demo of iPhone"');
  });

  it('writes in Chinese', () => {
    const html = markup({ ...locked, online: false, stored: 2 }, { notifications: three }, 'zh');
    expect(html).toContain('已断网，2 条待送达');
    expect(html).toContain('aria-label="3 条通知"');
    expect(html).toContain('9月9日 星期二');
  });
});

describe('notifications', () => {
  it('stand on the lock screen in the order of the shade, each with a button to take it away', () => {
    const html = markup(locked, { notifications: three });
    const order = ['third', 'second', 'first'].map((id) => html.indexOf(`data-notification="${id}"`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(html.match(/aria-label="Dismiss “/gu)).toHaveLength(3);
  });

  it('are not in sight on the home screen until the shade is pulled', () => {
    expect(markup({}, { notifications: three })).not.toContain('data-notification');
  });

  it('have the app’s name where the title is missing', () => {
    const note = notificationView({ title: null, body: 'only a body' });
    const html = markup({ ...locked, app: { ...deviceView({}).app, label: 'Chatter' } }, { notifications: [note] });
    expect(html).toContain('Chatter');
    expect(html).toContain('only a body');
  });

  it('are marked when they came quietly', () => {
    expect(markup(locked, { notifications: [notificationView({ quiet: true })] })).toContain('Delivered quietly');
    expect(markup(locked, { notifications: [notificationView({})] })).not.toContain('Delivered quietly');
  });

  it('are cut with an ellipsis and keep the whole text for hovering', () => {
    const body = 'word '.repeat(200).trim();
    const html = markup(locked, { notifications: [notificationView({ body })] });
    expect(html).toContain(`title="${body}"`);
    expect(html).toContain('…</span>');
  });

  it('are drawn up to a dozen, and the rest counted', () => {
    const many = Array.from({ length: 40 }, (_, at) => notificationView({ id: `n${at}` }));
    const html = markup(locked, { notifications: many });
    expect(html.match(/data-notification=/gu)).toHaveLength(12);
    expect(html).toContain('28 more');
  });

  it('never become markup', () => {
    const html = markup(locked, { notifications: [notificationView({ title: '<img src=x onerror=alert(1)>' })] });
    expect(html).not.toContain('<img');
  });
});

describe('the icon', () => {
  it('carries the number of the screen, and none at zero', () => {
    expect(markup({}, { badge: 5 })).toContain('aria-label="Open Demo, badge 5"');
    expect(markup({}, { badge: 120 })).toContain('>99+<');
    expect(markup({}, { badge: 0 })).not.toContain('ph-badge');
  });

  it('is not there without the app', () => {
    expect(markup({ app: { ...deviceView({}).app, installed: false } })).not.toContain('Open Demo');
  });
});

describe('what is heard', () => {
  const event = { id: 's', at: 1, requested: 'x', vibrated: true, notificationId: null } as const;

  it('names the sound and offers to play it again', () => {
    const html = markup({}, { sounds: [{ ...event, played: 'hualala.caf', soundId: 'one' }] });
    expect(html).toContain('hualala');
    expect(html).toContain('aria-label="Play hualala again on iPhone"');
  });

  it('says so when there was only vibration, no sound, or nothing yet', () => {
    expect(markup({}, { sounds: [{ ...event, played: null, soundId: null }] })).toContain('Vibration, no sound');
    expect(markup({}, { sounds: [{ ...event, played: null, soundId: null, vibrated: false }] })).toContain('No sound');
    expect(markup({})).toContain('Nothing heard yet');
  });
});
