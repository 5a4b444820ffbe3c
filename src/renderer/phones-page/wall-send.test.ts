import { describe, expect, it } from 'vitest';
import type { MessageInput } from '../../core/im/types.ts';
import { device, no, ok, outcome, refusal } from '../testing/fixtures.ts';
import { countStates, messageOf, sendToWall, type WallMessage } from './wall-send.ts';

const message: WallMessage = { from: 'alice', title: '', text: 'hi', push: null };

function recorder() {
  const sent: MessageInput[] = [];
  const send = (input: MessageInput) => {
    sent.push(input);
    return ok({
      message: { ...input, id: 'm', at: 1, sizes: { title: 0, descr: 0, ext: 0 } },
      outcomes: [outcome(`o${sent.length}`)],
    });
  };
  return { sent, api: { send } };
}

describe('a message from the wall', () => {
  it('states no push settings unless something was written or taken along', () => {
    expect(messageOf(message, { c2c: 'bob' })).not.toHaveProperty('offlinePush');
    expect(messageOf({ ...message, title: 'T' }, { c2c: 'bob' }).offlinePush).toEqual({ title: 'T' });
    const push = { title: 'old', ext: 'e' };
    expect(messageOf({ ...message, title: ' ', push }, { c2c: 'bob' }).offlinePush).toEqual(push);
    expect(messageOf({ ...message, title: 'T', push }, { c2c: 'bob' }).offlinePush).toEqual({ title: 'T', ext: 'e' });
  });

  it('goes once to a group', async () => {
    const { sent, api } = recorder();
    const result = await sendToWall(api, message, { group: 'demo-group' });
    expect(sent.map(({ to }) => to)).toEqual([{ group: 'demo-group' }]);
    expect(result).toMatchObject({ unreachable: [], failure: null, outcomes: [{ id: 'o1' }] });
  });

  it('goes to the account on each phone once, and tells which phones have none', async () => {
    const { sent, api } = recorder();
    const other = { state: 'loggedOut', userId: 'bob' } as const;
    const result = await sendToWall(api, message, {
      devices: [
        device('a'),
        device('b'),
        device('c', { session: other }),
        device('d', { session: { state: 'never', userId: null } }),
      ],
    });
    expect(sent.map(({ to }) => to)).toEqual([{ c2c: 'user-apns' }, { c2c: 'bob' }]);
    expect(result.unreachable).toEqual(['d']);
  });

  it('says what was refused', async () => {
    const result = await sendToWall({ send: () => no() }, message, { group: 'none' });
    expect(result).toEqual({ outcomes: [], unreachable: [], failure: refusal });
  });

  it('is counted by what became of it', () => {
    const lost = outcome('o2', { delivered: false, reason: 'device-suppressed', cause: 'ios-permission' });
    expect([...countStates([outcome('o1'), lost, outcome('o3')])]).toEqual([
      ['delivered', 2],
      ['not-delivered', 1],
    ]);
  });
});
