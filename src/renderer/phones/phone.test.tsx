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
      controls="few"
      more="#/phones/iphone"
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

  it.each([
    ['HyperOS', 'miui'],
    ['HarmonyOS', 'emui'],
    ['OriginOS', 'originos'],
    ['One UI', 'aosp'],
  ])('that FCM reaches on %s has the look of %s', (name, skin) => {
    const system = { ...deviceView({}).system, name };
    expect(markup({ channel: 'fcm', platform: 'android', system })).toContain(`data-skin="${skin}"`);
  });

  it('shows a number on the icon, or a dot where the system shows none', () => {
    expect(markup({}, { badge: 3, badgeText: '3' })).toContain('class="ph-badge"');
    const dotted = markup({ channel: 'fcm', platform: 'android' }, { badge: 3, badgeStyle: 'dot' });
    expect(dotted).toContain('class="ph-unread"');
    expect(dotted).not.toContain('ph-badge');
    const off = markup({}, { badge: 3, badgeStyle: 'none' });
    expect(off).not.toMatch(/ph-unread|ph-badge/u);
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

  it('of another app on the phone stand under its name', () => {
    const apps = [...screenView({}).apps, { name: 'com.other', label: 'Mailbox' }];
    const html = markup(locked, { notifications: [notificationView({ app: 'com.other', title: null })], apps });
    expect(html).toContain('>Mailbox<');
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

describe('groups', () => {
  const group: ScreenView['groups'][number] = {
    key: 'app',
    by: 'app',
    section: 'alerting',
    notifications: three.map(({ id }) => id),
  };
  const grouped = { notifications: three, groups: [group], lockScreen: [group] };
  const android = (channel: 'fcm' | 'xiaomi') => ({ ...locked, channel, platform: 'android' }) as const;

  it('are closed at first: one button that shows the newest and says how many there are', () => {
    const html = markup(locked, grouped);
    expect(html.match(/data-notification=/gu)).toHaveLength(1);
    expect(html).toContain('data-count="3"');
    expect(html).toContain('Show all 3 notifications');
    expect(html).toContain('2 more');
    expect(html).toContain('aria-expanded="false"');
  });

  it('have a line for each of the newest two on stock Android, the edges of others on MIUI', () => {
    const lines = markup(android('fcm'), grouped);
    expect(lines.match(/class="ph-cut an-line-title"/gu)).toHaveLength(2);
    expect(lines).toContain('data-drawn="lines"');
    expect(markup(android('xiaomi'), grouped)).toContain('data-drawn="stack"');
  });

  it('that are silent stand under a title of their own, or folded where the system calls them unimportant', () => {
    const silent = { ...group, section: 'silent' } as const;
    const screen = { ...grouped, lockScreen: [silent] };
    expect(markup(android('fcm'), screen)).toMatch(/class="ph-section">Silent</u);
    const folded = markup(android('xiaomi'), screen);
    expect(folded).toContain('Unimportant notifications (3)');
    expect(folded).not.toContain('data-notification');
  });

  it('are those of the lock screen there, whatever the shade has', () => {
    expect(markup(locked, { ...grouped, lockScreen: [] })).not.toContain('data-notification');
  });
});

describe('what a notification shows', () => {
  const secret = notificationView({ title: 'Salary', body: 'Much more', onLockScreen: 'hidden' });

  it('is hidden on the lock screen where the simulator says so', () => {
    const ios = markup(locked, { notifications: [secret] });
    expect(ios).not.toMatch(/Salary|Much more/u);
    expect(ios).toContain('>Notification<');
    const android = markup({ ...locked, channel: 'fcm', platform: 'android' }, { notifications: [secret] });
    expect(android).not.toMatch(/Salary|Much more/u);
    expect(android).toContain('Contents hidden');
  });

  it('names the host of its picture and fetches nothing', () => {
    const note = notificationView({ image: 'https://cdn.example.com/a.png' });
    const html = markup(locked, { notifications: [note] });
    expect(html).toContain('cdn.example.com');
    expect(html).toContain('Load picture');
    expect(html).not.toContain('<img');
  });

  it('offers no picture whose address is no web address', () => {
    const html = markup(locked, { notifications: [notificationView({ image: 'javascript:alert(1)' })] });
    expect(html).toContain('no web address');
    expect(html).not.toContain('Load picture');
  });

  it('can be pulled open on Android when there is more of it', () => {
    const android = { ...locked, channel: 'fcm', platform: 'android' } as const;
    const long = notificationView({ body: 'word '.repeat(100) });
    expect(markup(android, { notifications: [long] })).toContain('aria-label="Show the whole text"');
    expect(markup(android, { notifications: [notificationView({})] })).not.toContain('Show the whole text');
  });

  it('has its icon in the status bar where the simulator says so', () => {
    const android = { channel: 'fcm', platform: 'android' } as const;
    const left = /<span class="an-status-left">[^<]*<svg/u;
    expect(markup(android, { statusIcon: true })).toMatch(left);
    expect(markup(android, { statusIcon: false })).not.toMatch(left);
  });
});

describe('the icon', () => {
  it('carries the number of the screen, and none at zero', () => {
    expect(markup({}, { badge: 5, badgeText: '5' })).toContain('aria-label="Open Demo, badge 5"');
    expect(markup({}, { badge: 120, badgeText: '99+' })).toContain('>99+<');
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
