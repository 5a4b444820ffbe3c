import { describe, expect, it } from 'vitest';
import { PhoneBench, type Step } from '../channels/apns/testing/phone-bench.ts';
import { presentScreen } from '../present/device.ts';

const NOT_LISTED: Step = { patch: { settings: { list: false } } };
const PUSH: Step = { push: { aps: { alert: 'hi' } } };
const LOCKED: Step = { act: { action: 'lock' } };

/** How many stand on the phone, in its centre and on its lock screen. */
function counts(phone: PhoneBench): readonly number[] {
  const { notifications, groups, lockScreen } = presentScreen(phone.phone());
  return [notifications.length, groups.length, lockScreen.length];
}

describe('notifications that no list keeps', () => {
  it('stand on the lock screen, one beside the other, and not in the centre', () => {
    expect(counts(new PhoneBench().run(NOT_LISTED, LOCKED, PUSH))).toEqual([1, 0, 1]);
    expect(new PhoneBench().run(NOT_LISTED, LOCKED, PUSH, PUSH).phone().shade).toHaveLength(2);
  });

  it.each<[string, Step]>([
    ['it is unlocked', { act: { action: 'unlock' } }],
    ['it is set to unlocked', { patch: { locked: false } }],
    ['the app is opened', { act: { action: 'launch' } }],
  ])('are gone once %s', (_how, step) => {
    expect(counts(new PhoneBench().run(NOT_LISTED, LOCKED, PUSH, step))).toEqual([0, 0, 0]);
  });

  it('as banners end with the next banner, and when the phone is locked', () => {
    const phone = new PhoneBench().run(NOT_LISTED, PUSH, PUSH);
    expect(counts(phone)).toEqual([1, 0, 1]);
    expect(counts(phone.run(LOCKED))).toEqual([0, 0, 0]);
  });

  it('leave what is listed where it is', () => {
    const phone = new PhoneBench().run(PUSH, NOT_LISTED, PUSH, LOCKED);
    expect(counts(phone)).toEqual([1, 1, 1]);
  });
});
