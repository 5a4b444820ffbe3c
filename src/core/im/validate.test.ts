import { describe, expect, it } from 'vitest';
import { makeAccount, makeGroup, makeMessage } from '../testing/fixtures.ts';
import type { MessageInput } from './types.ts';
import { type MessageWorld, validateMessage } from './validate.ts';

const alice = makeAccount({ userId: 'alice' });
const world: MessageWorld = {
  accounts: new Map(
    [alice, makeAccount(), makeAccount({ userId: 'carol' })].map((account) => [account.userId, account]),
  ),
  groups: new Map([['team', makeGroup()]]),
};
const custom = { type: 'custom' } as const;

describe('validateMessage', () => {
  it('finds the sender, and the group of a group message', () => {
    expect(validateMessage(makeMessage(), world)).toEqual({ ok: true, value: { sender: alice, group: null } });
    const toTeam = validateMessage(makeMessage({ to: { group: 'team' } }), world);
    expect(toTeam).toEqual({ ok: true, value: { sender: alice, group: makeGroup() } });
    expect(validateMessage(makeMessage({ elements: [custom, { type: 'image' }] }), world).ok).toBe(true);
  });

  it.each<[string, Partial<MessageInput>, string, RegExp]>([
    ['an unknown sender', { from: 'mallory' }, 'unknown_account', /sender "mallory".*PUT \/accounts\/mallory/],
    ['an unknown receiver', { to: { c2c: 'dave' } }, 'unknown_account', /receiver "dave".*alice, bob, carol/],
    ['an unknown group', { to: { group: 'club' } }, 'unknown_group', /"club".*Groups: team/],
    ['a message to oneself', { to: { c2c: 'alice' } }, 'receiver_is_sender', /"alice" is sender and receiver/],
    [
      'a sender outside the group',
      { from: 'carol', to: { group: 'team' } },
      'sender_not_in_group',
      /10007.*alice, bob/,
    ],
    [
      'two custom elements',
      { elements: [custom, custom] },
      'too_many_custom_elements',
      /has 2 custom elements.*at most one/,
    ],
  ])('refuses %s and says what would help', (_what, overrides, code, message) => {
    const result = validateMessage(makeMessage(overrides), world);
    expect(result).toMatchObject({ ok: false, error: { code } });
    if (!result.ok) expect(result.error.message).toMatch(message);
  });

  it('does not list a whole workspace', () => {
    const accounts = new Map(Array.from({ length: 30 }, (_, i) => [`u${i}`, makeAccount({ userId: `u${i}` })]));
    const result = validateMessage(makeMessage(), { accounts, groups: new Map() });
    if (!result.ok) expect(result.error.message).toMatch(/u9 and 20 more/);
    expect(result.ok).toBe(false);
  });
});
