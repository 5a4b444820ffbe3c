import { describe, expect, it } from 'vitest';
import type { Device } from '../../device/types.ts';
import { form, World } from './testing/world.ts';

type Change = Partial<Omit<Device, 'system'>> & { readonly system?: Partial<Device['system']> };

/** What the phone says about the banner of a message. */
function banner(change: Change, fields: Parameters<typeof form>[0] = {}, prepare?: (world: World) => void) {
  const world = new World();
  world.change('phone-1', { ...change, system: { ...world.device().system, ...change.system } });
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
    ['allowed by its user', { popUps: true }, true, 'xiaomi-device-banner:pass'],
    ['switched off by its user', { popUps: false }, false, 'android-heads-up-skin:note'],
    ['allowed, but locked', { popUps: true, locked: true }, false, 'android-heads-up-locked:note'],
    ['allowed, ringer silent', { popUps: true, ringer: 'silent' }, true, 'xiaomi-device-banner:pass'],
    ['allowed, Android 7', { popUps: true, system: { android: '7.1' } }, true, 'xiaomi-device-banner:pass'],
    ['stock Android, whose user allows it', { popUps: true, system: STOCK }, false, 'android-heads-up:note'],
    ['stock Android', { system: STOCK }, false, 'android-heads-up:note'],
    ['stock Android, switched off', { popUps: false, system: STOCK }, false, 'android-heads-up-off:note'],
  ])('%s', (_name, change, headsUp, rule) => {
    expect(banner(change)).toEqual({ headsUp, said: [rule] });
  });

  it('needs sound or vibration up to Android 7.1', () => {
    const old = { popUps: true, system: { android: '7.1' } };
    expect(banner(old, { notify_type: 4 })).toEqual({ headsUp: false, said: ['android-heads-up-alert:note'] });
    expect(banner({ popUps: true }, { notify_type: 4 }).headsUp).toBe(true);
  });

  it('is never that of a quiet message class', () => {
    expect(banner({ popUps: true }, {}, withClasses)).toEqual({ headsUp: false, said: [] });
  });
});
