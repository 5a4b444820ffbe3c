import { describe, expect, it } from 'vitest';
import type { SoundEvent } from '../../../core/device/types.ts';
import { deviceView, notificationView } from '../testing/fixtures.ts';
import { arrived, effectOfArrival, faceOf, heardOf, keepBanner, soundToPlay } from './arrivals.ts';

const note = (id: string, at: number, quiet = false) => notificationView({ id, at, quiet });

function sound(id: string, at: number): SoundEvent {
  return { id, at, requested: null, played: 'default', soundId: 'default-ios', vibrated: false, notificationId: null };
}

const app = { ...deviceView({}).app, process: 'foreground' } as const;

describe('faceOf', () => {
  it('shows the lock screen whenever the phone is locked', () => {
    expect(faceOf({ locked: true, app })).toBe('lock');
  });

  it('shows the app only when it is in front and installed', () => {
    expect(faceOf({ locked: false, app })).toBe('app');
    expect(faceOf({ locked: false, app: { ...app, process: 'background' } })).toBe('home');
    expect(faceOf({ locked: false, app: { ...app, process: 'killed' } })).toBe('home');
    expect(faceOf({ locked: false, app: { ...app, installed: false } })).toBe('home');
  });
});

describe('arrived', () => {
  it('takes what stands there at the start for old', () => {
    expect(arrived(null, [note('a', 1)])).toEqual([]);
  });

  it('gives what was not known by id', () => {
    expect(arrived([note('a', 1)], [note('b', 2), note('a', 1)]).map((item) => item.id)).toEqual(['b']);
  });
});

describe('effectOfArrival', () => {
  it('gives the newest a banner at home and in the app', () => {
    const fresh = [note('old', 1), note('new', 2)];
    expect(effectOfArrival(fresh, 'home', false).banner?.id).toBe('new');
    expect(effectOfArrival(fresh, 'app', false).banner?.id).toBe('new');
  });

  it('lights the lock screen and gives no banner there', () => {
    expect(effectOfArrival([note('a', 1)], 'lock', false)).toEqual({ banner: null, lights: true });
  });

  it('does neither for quiet ones', () => {
    expect(effectOfArrival([note('a', 1, true)], 'lock', false)).toEqual({ banner: null, lights: false });
    expect(effectOfArrival([note('a', 1, true)], 'home', false)).toEqual({ banner: null, lights: false });
    expect(effectOfArrival([note('loud', 1), note('quiet', 2, true)], 'home', false).banner?.id).toBe('loud');
  });

  it('gives a banner only to what pops up, and lights the lock screen for the others, too', () => {
    const listed = notificationView({ id: 'listed', at: 3, headsUp: false });
    expect(effectOfArrival([listed], 'home', false)).toEqual({ banner: null, lights: false });
    expect(effectOfArrival([listed, note('up', 1)], 'app', false).banner?.id).toBe('up');
    expect(effectOfArrival([listed], 'lock', false)).toEqual({ banner: null, lights: true });
  });

  it('gives no banner over an open notification centre', () => {
    expect(effectOfArrival([note('a', 1)], 'home', true)).toEqual({ banner: null, lights: false });
  });
});

describe('keepBanner', () => {
  it('takes the banner away with its notification', () => {
    const banner = note('a', 1);
    expect(keepBanner(banner, [note('b', 2), note('a', 1)])).toBe(banner);
    expect(keepBanner(banner, [note('b', 2)])).toBeNull();
    expect(keepBanner(null, [note('b', 2)])).toBeNull();
  });
});

describe('soundToPlay', () => {
  it('plays nothing on first sight, then the newest of what came', () => {
    expect(soundToPlay(null, [sound('a', 1)])).toBeNull();
    expect(soundToPlay([sound('a', 1)], [sound('c', 3), sound('b', 2), sound('a', 1)])?.id).toBe('c');
    expect(soundToPlay([sound('a', 1)], [sound('a', 1)])).toBeNull();
  });

  it('plays the first sound of a phone that had none', () => {
    expect(soundToPlay([], [sound('a', 1)])?.id).toBe('a');
  });
});

describe('heardOf', () => {
  it.each([
    ['hualala.caf', 'hualala'],
    ['hualala', 'hualala'],
    ['android.resource://com.example.app/raw/hualala', 'hualala'],
    ['v1.5 tone.wav', 'v1.5 tone'],
  ])('names %s %s', (played, name) => {
    expect(heardOf({ played, soundId: 's', vibrated: false })).toEqual({
      kind: 'sound',
      name,
      isDefault: false,
      vibrated: false,
    });
  });

  it('tells the default tone, vibration alone, and nothing', () => {
    expect(heardOf({ played: 'default', soundId: 'default-ios', vibrated: true })).toMatchObject({ isDefault: true });
    expect(heardOf({ played: null, soundId: null, vibrated: true })).toEqual({ kind: 'vibration' });
    expect(heardOf({ played: null, soundId: null, vibrated: false })).toEqual({ kind: 'nothing' });
  });
});
