import { describe, expect, it } from 'vitest';
import type { AppSound, Device, Presentation } from '../../device/types.ts';
import { defaultProfile } from '../../profile.ts';
import { explainStep } from '../../trace/explain.ts';
import { createRuleRegistry } from '../../trace/registry.ts';
import { apns } from './channel.ts';
import type { ApnsPayload } from './payload.ts';
import { APP, phone, TOKENS } from './testing/world.ts';

const registry = createRuleRegistry([apns.rules]);

function arrive(userInfo: object, device: Partial<Device> = {}, payload: Partial<ApnsPayload> = {}): Presentation {
  const shown = apns.present(
    {
      id: 'PUSH-1',
      channel: 'apns',
      deviceId: phone.id,
      token: TOKENS.ok,
      app: APP,
      title: null,
      body: null,
      expiresAt: null,
      acceptedAt: 0,
      payload: {
        topic: APP,
        pushType: 'alert',
        priority: 10,
        collapseId: null,
        userInfo: userInfo as never,
        ...payload,
      },
    },
    { ...phone, ...device },
    { now: 0, profile: defaultProfile },
  );
  for (const step of shown.trace) {
    const { texts, fix } = explainStep(step, registry);
    for (const text of [texts.en, texts.zh, fix?.en ?? '', fix?.zh ?? '']) {
      expect(text, step.rule).not.toMatch(/\{[a-zA-Z]+\}/);
      expect(text).not.toBe(step.rule);
    }
    expect(step.stage).toBe('device');
  }
  return shown;
}

const rulesOf = (presentation: Presentation) => presentation.trace.map((step) => step.rule.replace('apns-', ''));
const app = (patch: Partial<Device['app']>): Partial<Device> => ({ app: { ...phone.app, ...patch } });
const ALERT = { aps: { alert: { title: 'Lena', subtitle: 'Atlas', body: 'Green again.' } } };

describe('texts', () => {
  it('shows title, subtitle and body, and opens the app with the payload', () => {
    const userInfo = { ...ALERT, ext: '{"level":15}' };
    const { result, cause, notification, sound, badge } = arrive(userInfo);
    expect({ result, cause, sound, badge }).toEqual({ result: 'shown', cause: null, sound: null, badge: undefined });
    expect(notification).toEqual({
      channel: 'apns',
      app: APP,
      title: 'Lena',
      subtitle: 'Atlas',
      body: 'Green again.',
      sound: null,
      vibrated: false,
      badge: 0,
      ext: '{"level":15}',
      replaceKey: 'PUSH-1',
      pushId: 'PUSH-1',
      quiet: false,
      tap: {
        kind: 'open-app',
        target: APP,
        data: userInfo,
        method: 'userNotificationCenter(_:didReceive:withCompletionHandler:)',
        action: 'com.apple.UNNotificationDefaultActionIdentifier',
      },
    });
  });

  it('takes an alert string as the body and names the app in place of the title', () => {
    const shown = arrive({ aps: { alert: 'hi' } });
    expect(shown.notification).toMatchObject({ title: null, subtitle: null, body: 'hi', ext: null });
    expect(rulesOf(shown)).toContain('title-absent');
  });

  it('shows keys of the strings table as they are, and says so', () => {
    const shown = arrive({ aps: { alert: { 'loc-key': 'MSG_FROM', 'loc-args': ['Lena'] } } });
    expect(shown.notification?.body).toBe('MSG_FROM');
    expect(rulesOf(shown)).toContain('loc-key');
  });

  it('prefers a text to its key', () => {
    const shown = arrive({ aps: { alert: { body: 'text', 'loc-key': 'KEY', title: 't' } } });
    expect(shown.notification?.body).toBe('text');
    expect(rulesOf(shown)).not.toContain('loc-key');
  });

  it.each([
    [{ body: 'b' }, true],
    ['b', false],
  ])('a service extension may change %j: %s', (alert, expected) => {
    expect(rulesOf(arrive({ aps: { alert, 'mutable-content': 1 } })).includes('service-extension')).toBe(expected);
  });

  it('writes an ext that is no string as JSON', () => {
    expect(arrive({ ...ALERT, ext: { level: 15 } }).notification?.ext).toBe('{"level":15}');
  });

  it.each([[''], [5], [['x']], [{}], [{ title: '' }], [{ title: 7 }]])('shows nothing for the alert %j', (alert) => {
    const shown = arrive({ aps: { alert } });
    expect([shown.result, shown.notification]).toEqual(['silent', null]);
    expect(rulesOf(shown)).toEqual(['nothing-to-show']);
  });

  it.each([[{}], [{ aps: {} }], [{ aps: 'x' }], [{ data: 1 }]])('does nothing for %j', (payload) => {
    expect(rulesOf(arrive(payload))).toEqual(['nothing-to-show']);
  });
});

describe('badge', () => {
  it.each([
    [5, 5, 'badge'],
    [0, 0, 'badge-removed'],
    [undefined, undefined, 'badge-absent'],
    ['5', undefined, 'badge-ignored'],
    [-1, undefined, 'badge-ignored'],
    [null, undefined, 'badge-ignored'],
    [2.9, 2, 'badge'],
  ])('%j', (badge, expected, rule) => {
    const shown = arrive({ aps: { alert: 'x', badge } }, { badge: 3 });
    expect(shown.result).toBe('shown');
    expect(shown.badge).toBe(expected);
    expect(shown.notification?.badge).toBe(expected ?? 3);
    expect(rulesOf(shown)).toContain(rule);
  });

  it('changes the icon silently when it comes alone', () => {
    const shown = arrive({ aps: { badge: 4 } });
    expect(shown).toMatchObject({ result: 'silent', badge: 4, notification: null, sound: null });
    expect(rulesOf(shown)).toContain('badge-only');
  });
});

describe('sound', () => {
  const file = (name: string, patch: Partial<AppSound> = {}): AppSound => ({
    name,
    soundId: `id-${name}`,
    container: 'wav',
    codec: 'pcm',
    duration: 2,
    ...patch,
  });
  const sounds = [
    file('two.wav'),
    file('almost.wav', { duration: 29.9 }),
    file('thirty.wav', { duration: 30 }),
    file('long.wav', { duration: 31 }),
    file('song.mp3', { container: 'mp3', codec: 'mp3' }),
    file('odd.wav', { codec: 'unknown' }),
    file('ima.caf', { container: 'caf', codec: 'ima4' }),
    file('law.aiff', { container: 'aiff', codec: 'ulaw' }),
  ];
  const play = (sound: unknown, device: Partial<Device> = {}) =>
    arrive({ aps: { alert: 'x', sound } }, { sounds, ...device });

  it.each([
    ['default', 'default', 'default-ios', 'sound-default'],
    ['two.wav', 'two.wav', 'id-two.wav', 'sound-file'],
    ['almost.wav', 'almost.wav', 'id-almost.wav', 'sound-file'],
    ['ima.caf', 'ima.caf', 'id-ima.caf', 'sound-file'],
    ['law.aiff', 'law.aiff', 'id-law.aiff', 'sound-file'],
    ['thirty.wav', 'default', 'default-ios', 'sound-long'],
    ['long.wav', 'default', 'default-ios', 'sound-long'],
    ['song.mp3', 'default', 'default-ios', 'sound-format'],
    ['odd.wav', 'default', 'default-ios', 'sound-format'],
    ['two', 'default', 'default-ios', 'sound-missing'],
    ['Two.wav', 'default', 'default-ios', 'sound-missing'],
    ['/path/to/two.wav', 'default', 'default-ios', 'sound-missing'],
    ['', 'default', 'default-ios', 'sound-missing'],
  ])('%s plays %s', (requested, played, soundId, rule) => {
    const shown = play(requested);
    expect(shown.sound).toMatchObject({ requested, played, soundId, vibrated: true });
    expect(shown.notification).toMatchObject({ sound: played, vibrated: true });
    expect(rulesOf(shown)).toContain(rule);
  });

  it.each([
    [undefined, 'sound-none'],
    [1, 'sound-type'],
    [null, 'sound-type'],
    [true, 'sound-type'],
  ])('%j is silent', (sound, rule) => {
    const shown = play(sound);
    expect(shown.sound).toBeNull();
    expect(shown.notification).toMatchObject({ sound: null, vibrated: false });
    expect(rulesOf(shown)).toContain(rule);
  });

  it.each(['silent', 'vibrate'] as const)('only vibrates with the ringer on %s', (ringer) => {
    const shown = play('two.wav', { ringer });
    expect(shown.sound).toMatchObject({ requested: 'two.wav', played: null, soundId: null, vibrated: true });
    expect(shown.notification).toMatchObject({ sound: null, vibrated: true });
    expect(rulesOf(shown)).toContain(`ringer-${ringer}`);
  });

  it('treats a critical sound as an ordinary one, the silent switch included', () => {
    const critical = { critical: 1, name: 'two.wav', volume: 1 };
    expect(play(critical).sound?.played).toBe('two.wav');
    expect(play({ critical: 1 }).sound?.played).toBe('default');
    const muted = play(critical, { ringer: 'silent' });
    expect(muted.sound).toMatchObject({ played: null, vibrated: true });
    expect(rulesOf(muted)).toContain('sound-critical');
    expect(rulesOf(play({ critical: 1, name: 'none.caf' }))).toEqual(
      expect.arrayContaining(['sound-missing', 'sound-critical']),
    );
    expect(rulesOf(play({ name: 'two.wav' }))).not.toContain('sound-critical');
  });

  it('plays without showing when there is nothing else', () => {
    const shown = arrive({ aps: { sound: 'default' } });
    expect(shown).toMatchObject({ result: 'silent', notification: null, sound: { played: 'default' } });
    expect(rulesOf(shown)).toContain('sound-only');
  });
});

describe('permission and state of the app', () => {
  const FULL = { aps: { alert: 'x', badge: 4, sound: 'default' } };

  it.each([
    [{ permission: 'denied' as const }, 'apns-permission-denied'],
    [{ permission: 'notDetermined' as const }, 'apns-permission-not-asked'],
    [app({ process: 'foreground', killedBy: null }), 'apns-foreground'],
    [app({ installed: false }), 'apns-app-not-installed'],
  ])('%j shows nothing', (device, cause) => {
    const shown = arrive(FULL, device);
    expect(shown).toMatchObject({ result: 'suppressed', cause, notification: null, sound: null });
    expect(shown.badge).toBeUndefined();
    expect(shown.trace.at(-1)).toMatchObject({ rule: cause, verdict: 'stop' });
    expect(registry.get(cause)?.reason).toBe('device-suppressed');
  });

  it('hands the push to willPresent in the foreground', () => {
    expect(arrive(FULL, app({ process: 'foreground' })).callbacks).toEqual([{ name: 'willPresent', data: FULL }]);
  });

  it('lists quietly with provisional permission', () => {
    const shown = arrive(FULL, { permission: 'provisional' });
    expect(shown).toMatchObject({
      result: 'shown',
      sound: { requested: 'default', played: null, vibrated: false, decidedBy: 'settings' },
      notification: { quiet: true, sound: null, badge: 0, onLockScreen: 'none' },
    });
    expect(shown.badge).toBeUndefined();
    const hidden = arrive({ aps: { badge: 1 } }, { permission: 'provisional' });
    expect([hidden.result, hidden.cause]).toEqual(['suppressed', 'apns-permission-provisional-hidden']);
  });

  it.each([
    app({ process: 'background', killedBy: null }),
    app({ process: 'killed', killedBy: 'system' }),
    app({ process: 'killed', killedBy: 'user' }),
  ])('shows a visible push whoever ended the app: %j', (device) => {
    expect(arrive(FULL, device)).toMatchObject({ result: 'shown', badge: 4, sound: { played: 'default' } });
  });

  it('does not light up for the level passive', () => {
    const shown = arrive({ aps: { alert: 'x', sound: 'default', 'interruption-level': 'passive' } });
    expect(shown).toMatchObject({
      result: 'shown',
      sound: { played: null, vibrated: false, decidedBy: 'payload' },
      notification: { quiet: true, sound: null },
    });
  });
});

describe('waking the app', () => {
  const SILENT = { aps: { 'content-available': 1 } };
  const names = (shown: Presentation) => shown.callbacks.map((callback) => callback.name);
  const wake = (device: Partial<Device>, payload: Partial<ApnsPayload> = {}) =>
    arrive(SILENT, device, { pushType: 'background', priority: 5, ...payload });

  it.each([
    [app({ process: 'background', killedBy: null }), 'wake'],
    [app({ process: 'foreground', killedBy: null }), 'wake'],
    [app({ process: 'killed', killedBy: 'system' }), 'wake-launched'],
  ])('%j', (device, rule) => {
    const shown = wake(device);
    expect([shown.result, shown.cause, names(shown)]).toEqual(['silent', null, ['didReceiveRemoteNotification']]);
    expect(rulesOf(shown)).toEqual([rule]);
  });

  it.each([
    [app({ process: 'killed', killedBy: 'user' }), {}, 'wake-force-quit'],
    [app({ process: 'background', backgroundMode: false }), {}, 'wake-no-mode'],
    [app({ process: 'background' }), { priority: 10 as const }, 'wake-priority'],
  ])('not %j with %j', (device, payload, rule) => {
    const shown = wake(device, payload);
    expect([shown.result, names(shown), rulesOf(shown)]).toEqual(['silent', [], [rule]]);
  });

  it('shows the alert and wakes the app besides', () => {
    const shown = arrive({ aps: { alert: 'x', 'content-available': 1 } }, app({ process: 'background' }));
    expect([shown.result, names(shown)]).toEqual(['shown', ['didReceiveRemoteNotification']]);
    const quit = arrive({ aps: { alert: 'x', 'content-available': 1 } });
    expect([quit.result, names(quit)]).toEqual(['shown', []]);
  });

  it.each([[true], ['1'], [0]])('takes only the number 1, not %j', (flag) => {
    const shown = arrive({ aps: { 'content-available': flag } }, app({ process: 'background' }), { priority: 5 });
    expect(names(shown)).toEqual([]);
  });

  it('wakes without permission to notify', () => {
    expect(names(wake({ ...app({ process: 'background' }), permission: 'denied' }))).toHaveLength(1);
  });
});

describe('other push types', () => {
  it.each(['voip', 'pushtotalk', 'complication', 'fileprovider', 'location'])(
    '%s goes to the app alone',
    (pushType) => {
      const shown = arrive({ aps: { alert: 'x', sound: 'default' } }, {}, { pushType });
      expect(shown).toMatchObject({ result: 'silent', notification: null, sound: null });
      expect(shown.callbacks).toHaveLength(1);
      expect(rulesOf(shown)).toEqual(['handed-to-app']);
    },
  );

  it.each(['liveactivity', 'widgets', 'controls', 'mdm'])('%s is not drawn', (pushType) => {
    expect(rulesOf(arrive({ aps: { event: 'update' } }, {}, { pushType }))).toEqual(['not-displayed']);
  });
});

describe('replacing', () => {
  it('uses the collapse id as the place in the shade', () => {
    const first = arrive(ALERT, {}, { collapseId: 'score' });
    expect(first.notification?.replaceKey).toBe('score');
    if (first.notification === null) throw new Error('not shown');
    const there = { ...first.notification, id: 'n1', deviceId: phone.id, exchangeId: 'x', outcomeId: null, at: 0 };
    expect(rulesOf(arrive(ALERT, { shade: [there] }, { collapseId: 'score' }))).toContain('collapsed');
    expect(rulesOf(arrive(ALERT, { shade: [there] }, { collapseId: 'other' }))).not.toContain('collapsed');
  });
});

it('survives a payload that came back damaged', () => {
  const push = {
    id: 'x',
    channel: 'apns',
    deviceId: 'iphone',
    token: 't',
    app: APP,
    title: null,
    body: null,
    expiresAt: null,
    acceptedAt: 0,
  } as const;
  for (const payload of [null, 'x', [], {}, { userInfo: 5 }]) {
    expect(apns.present({ ...push, payload }, phone, { now: 0, profile: defaultProfile })).toMatchObject({
      result: 'silent',
      notification: null,
    });
  }
});
