import { describe, expect, it } from 'vitest';
import { makeMessage, makeSettings } from '../testing/fixtures.ts';
import { type ResolveInput, resolveFields } from './resolve.ts';
import type { MessageOfflinePush } from './types.ts';

function resolve(push: MessageOfflinePush | undefined, overrides: Partial<ResolveInput> = {}) {
  return resolveFields({
    message: makeMessage({ offlinePush: push }),
    sender: { userId: 'alice', nickName: 'Alice' },
    group: null,
    platform: 'ios',
    channel: 'apns',
    settings: makeSettings(),
    ...overrides,
  });
}
const android = { platform: 'android', channel: 'xiaomi' } as const;
const notes = (resolution: ReturnType<typeof resolve>) =>
  resolution.trace.filter((step) => step.verdict === 'note').map((step) => step.rule);

describe('null and empty', () => {
  it.each([null, '', undefined])('general and platform values of %j leave the defaults', (unset) => {
    const push = {
      title: unset,
      descr: unset,
      ext: unset,
      ios: { title: unset, desc: unset, sound: unset },
      android: { title: unset, desc: unset, sound: unset },
    };
    for (const platform of [{}, android] as const) {
      const { fields } = resolve(push, { ...platform, settings: makeSettings({ c2cSound: '', groupSound: '' }) });
      expect(Object.values(fields).map((field) => [field.from, field.overridden])).toEqual(
        Array(5).fill(['default', []]),
      );
    }
  });

  it('takes a missing platform block for an empty one', () => {
    expect(resolve({ ios: null, title: 'T' }).fields.title).toEqual({ value: 'T', from: 'message', overridden: [] });
    expect(resolve({ android: null, title: 'T' }, android).fields.title.from).toBe('message');
  });

  it('keeps blank texts, which no setter refuses', () => {
    expect(resolve({ title: ' ' }).fields.title.value).toBe(' ');
  });
});

describe('platforms', () => {
  const push = {
    ios: { title: 'i', desc: 'i', sound: 'i.caf', badgeEnabled: false },
    android: { title: 'a', desc: 'a' },
  };

  it('look at their own block only', () => {
    expect(resolve(push).fields.title).toEqual({ value: 'i', from: 'message.ios', overridden: [] });
    expect(resolve(push, android).fields.title).toEqual({ value: 'a', from: 'message.android', overridden: [] });
    expect(resolve(push, android).fields.sound).toEqual({ value: 'default', from: 'default', overridden: [] });
  });

  it('count for nothing when there is no device', () => {
    const { fields } = resolve({ ...push, descr: 'd' }, { platform: null, channel: null });
    expect(fields.title).toEqual({ value: null, from: 'default', overridden: [] });
    expect(fields.body).toEqual({ value: 'd', from: 'message', overridden: [] });
    expect(fields.badge.value).toBe(false);
  });
});

describe('badge', () => {
  it('counts from the base and says so', () => {
    const step = resolve(undefined, { badgeBase: 4 }).trace.find((one) => one.rule === 'badge-counted');
    expect(step?.params).toEqual({ base: 4, badge: 5 });
    expect(resolve({ ios: { badgeEnabled: true } }).fields.badge).toMatchObject({ value: true, from: 'message.ios' });
    expect(resolve({ ios: { badgeEnabled: false } }).fields.badge).toMatchObject({ value: false, from: 'message.ios' });
  });
});

describe('notes', () => {
  it.each([
    ['android.resource://com.example.app/raw/x', 'android-sound-uri-on-ios'],
    ['/path/to/sound/file', 'ios-sound-is-a-path'],
    ['Library/Sounds/x.caf', 'ios-sound-is-a-path'],
    ['dudulu', 'ios-sound-without-extension'],
  ])('iOS sound %s: %s', (sound, rule) => {
    expect(notes(resolve({ ios: { sound } }))).toContain(rule);
    expect(notes(resolve(undefined, { settings: makeSettings({ c2cSound: sound }) }))).toEqual([rule]);
  });

  it.each(['dudulu.caf', 'default', 'push.no_sound'])('iOS sound %s needs none', (sound) => {
    expect(notes(resolve({ ios: { sound } }))).toEqual([]);
  });

  it('says that the sound for single chats does not count in groups', () => {
    const message = makeMessage({ to: { group: 'team' } });
    const resolution = resolve(undefined, { message, settings: makeSettings({ c2cSound: 'dudulu.caf' }) });
    expect(resolution.fields.sound.from).toBe('default');
    expect(notes(resolution)).toEqual(['sound-of-other-conversation']);
  });

  it.each([
    [0, 'notify-mode-deprecated'],
    [1, 'notify-mode-custom'],
  ] as const)('notify mode %i on Android: %s', (notifyMode, rule) => {
    expect(notes(resolve({ descr: 'd', android: { notifyMode } }, android))).toEqual([rule]);
    expect(notes(resolve({ descr: 'd', android: { notifyMode } }))).toEqual([]);
  });

  it.each([
    ['{"a":1}', []],
    [' [1]', []],
    ['15', []],
    ['plain', ['ext-not-json']],
    ['{"a":', ['ext-not-json']],
    [`"${'x'.repeat(1022)}"`, []],
    [`"${'x'.repeat(1023)}"`, ['ext-over-1kb']],
    [`"${'语'.repeat(341)}"`, ['ext-over-1kb']],
  ])('ext %.20s: %j', (ext, expected) => {
    expect(notes(resolve({ descr: 'd', ext }))).toEqual(expected);
  });

  it('names the quirk of setTitle when nothing else is set', () => {
    expect(notes(resolve({ title: 'T' }))).toContain('title-only-quirk');
    expect(notes(resolve({ title: 'T', enabled: true }))).not.toContain('title-only-quirk');
    expect(notes(resolve({ title: '', descr: 'd' }))).toEqual([]);
  });

  it('says that the text for a video is a guess, only where it is used', () => {
    const message = makeMessage({ elements: [{ type: 'video' }] });
    expect(notes(resolve(undefined, { message }))).toEqual(['default-text-video']);
    expect(notes(resolve(undefined, { message: { ...message, offlinePush: { descr: 'd' } } }))).toEqual([]);
  });
});
