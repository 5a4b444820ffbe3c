import { describe, expect, it } from 'vitest';
import type { Device } from '../../device/types.ts';
import { form, World } from './testing/world.ts';

type Change = Partial<Omit<Device, 'system'>> & { readonly system?: Partial<Device['system']> };

/** What the phone says about the banner of a message. */
function banner(change: Change, fields: Parameters<typeof form>[0] = {}, prepare?: (world: World) => void) {
  const world = new World();
  world.change({ ...change, system: { ...world.device().system, ...change.system } });
  prepare?.(world);
  expect(world.post('/v2/message/regid', form(fields)).body.code).toBe(0);
  const [shown] = world.presentations;
  const said = shown?.trace.filter(({ rule }) => /heads-up|banner/.test(rule)) ?? [];
  return { headsUp: shown?.notification?.headsUp, said: said.map(({ rule, verdict }) => `${rule}:${verdict}`) };
}

const withClasses = (world: World): void => {
  world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: true } };
};
const STOCK = { name: 'Android', version: '13' };

describe('the banner of a notification on a Xiaomi phone', () => {
  it.each<[string, Change, boolean, string]>([
    ['as it comes from the shop', {}, false, 'android-heads-up-skin:note'],
    ['HyperOS', { system: { name: 'HyperOS', version: '1' } }, false, 'android-heads-up-skin:note'],
    ['allowed by its user', { settings: { popUps: true } }, true, 'android-heads-up-allowed:pass'],
    ['switched off by its user', { settings: { popUps: false } }, false, 'android-heads-up-skin:note'],
    ['allowed, but locked', { settings: { popUps: true }, locked: true }, false, 'android-heads-up-locked:note'],
    ['allowed, ringer silent', { settings: { popUps: true }, ringer: 'silent' }, true, 'android-heads-up-allowed:pass'],
    [
      'allowed, Android 7',
      { settings: { popUps: true }, system: { android: '7.1' } },
      true,
      'android-heads-up-allowed:pass',
    ],
    [
      'stock Android, whose user allows it',
      { settings: { popUps: true }, system: STOCK },
      false,
      'android-heads-up:note',
    ],
    ['stock Android', { system: STOCK }, false, 'android-heads-up:note'],
    ['stock Android, switched off', { settings: { popUps: false }, system: STOCK }, false, 'android-heads-up-off:note'],
  ])('%s', (_name, change, headsUp, rule) => {
    expect(banner(change)).toEqual({ headsUp, said: [rule] });
  });

  it('needs sound or vibration up to Android 7.1', () => {
    const old = { settings: { popUps: true }, system: { android: '7.1' } };
    expect(banner(old, { notify_type: 4 })).toEqual({ headsUp: false, said: ['android-heads-up-alert:note'] });
    expect(banner({ settings: { popUps: true } }, { notify_type: 4 }).headsUp).toBe(true);
  });

  it('is never that of a quiet message class', () => {
    expect(banner({ settings: { popUps: true } }, {}, withClasses)).toEqual({ headsUp: false, said: [] });
  });
});
