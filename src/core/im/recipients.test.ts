import { describe, expect, it } from 'vitest';
import { makeDevice, makeGroup, makeMessage } from '../testing/fixtures.ts';
import { recipientsOf, uploadedTarget } from './recipients.ts';

describe('recipientsOf', () => {
  it('is the peer, or the group without the sender', () => {
    expect(recipientsOf(makeMessage(), null)).toEqual(['bob']);
    expect(recipientsOf(makeMessage({ to: { group: 'team' } }), makeGroup())).toEqual(['bob']);
    expect(recipientsOf(makeMessage({ from: 'bob', to: { group: 'team' } }), makeGroup())).toEqual(['alice']);
  });
});

describe('uploadedTarget', () => {
  const [target] = makeDevice('apns').targets;
  const named = (token: string, state: 'active' | 'unregistered') => ({ ...target, token, state }) as const;

  it('is the active registration, else the last one', () => {
    const device = (...targets: object[]) => ({
      ...makeDevice('apns'),
      targets: targets as (typeof target)[] as never,
    });
    expect(uploadedTarget(device())).toBeUndefined();
    expect(
      uploadedTarget(device(named('a', 'unregistered'), named('b', 'active'), named('c', 'unregistered')))?.token,
    ).toBe('b');
    expect(uploadedTarget(device(named('a', 'unregistered'), named('b', 'unregistered')))?.token).toBe('b');
  });
});
