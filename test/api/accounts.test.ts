import { describe, expect, it } from 'vitest';
import { createTestApi } from './harness.ts';

const SETTINGS = '/accounts/user-apns/offline-push-settings';

describe('accounts', () => {
  it('lists them with the phones that they are on', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/accounts');
    expect(body.at('accounts', 1)).toEqual({
      userId: 'user-apns',
      nickName: null,
      session: 'loggedIn',
      devices: ['iphone'],
      receiveOptions: {},
    });
    expect((await call('GET', '/accounts/alice')).body.at('nickName')).toBe('Alice');
  });

  it('creates one, and changes only what is given', async () => {
    const { call } = createTestApi();
    expect((await call('PUT', '/accounts/bob', { nickName: 'Bob' })).body.at('session')).toBe('never');
    const { body } = await call('PUT', '/accounts/bob', { session: 'loggedIn' });
    expect([body.at('nickName'), body.at('session')]).toEqual(['Bob', 'loggedIn']);
    expect((await call('PUT', '/accounts/bob', { nickName: null })).body.at('nickName')).toBe(null);
  });

  it('sets a session on the phones of the account as well', async () => {
    const { call } = createTestApi();
    await call('PUT', '/accounts/user-apns', { session: 'kicked' });
    expect((await call('GET', '/devices/iphone')).body.at('session', 'state')).toBe('kicked');
  });

  it('names the accounts there are when one is unknown', async () => {
    const { call } = createTestApi();
    const { status, body } = await call('GET', '/accounts/carol');
    expect(status).toBe(404);
    expect(body.at('error', 'message')).toContain('alice, user-apns');
  });

  it('refuses options for a group that does not exist', async () => {
    const { call } = createTestApi();
    const { status, body } = await call('PUT', '/accounts/user-apns', { receiveOptions: { nogroup: 'notReceive' } });
    expect([status, body.at('error', 'code')]).toEqual([422, 'unknown_group']);
  });

  it('refuses ids that cannot stand in a path', async () => {
    const { call } = createTestApi();
    expect((await call('PUT', '/accounts/a%2Fb', {})).status).toBe(400);
    expect((await call('PUT', `/accounts/${'x'.repeat(129)}`, {})).status).toBe(400);
  });
});

describe('global offline-push settings', () => {
  it('are read and changed while logged in', async () => {
    const { call } = createTestApi();
    expect((await call('GET', SETTINGS)).body.value).toEqual({ enabled: true, c2cSound: null, groupSound: null });
    const full = { enabled: false, c2cSound: 'dudulu.caf', groupSound: 'hualala.caf' };
    expect((await call('PUT', SETTINGS, full)).body.value).toEqual(full);
    expect((await call('PUT', SETTINGS, { c2cSound: null })).body.value).toEqual({ ...full, c2cSound: null });
    expect((await call('GET', SETTINGS)).body.value).toEqual({ ...full, c2cSound: null });
  });

  it.each(['loggedOut', 'kicked', 'never'])('are out of reach when %s', async (session) => {
    const { call } = createTestApi();
    await call('PUT', '/accounts/user-apns', { session });
    for (const answer of [await call('GET', SETTINGS), await call('PUT', SETTINGS, { enabled: false })]) {
      expect([answer.status, answer.body.at('error', 'code')]).toEqual([409, 'not_logged_in']);
      expect(answer.body.at('error', 'message')).toContain('6014');
    }
  });

  it('belong to an account', async () => {
    const { call } = createTestApi();
    expect((await call('GET', '/accounts/carol/offline-push-settings')).status).toBe(404);
  });

  it('refuse what is no setting', async () => {
    const { call } = createTestApi();
    expect((await call('PUT', SETTINGS, { enabled: 'no' })).status).toBe(400);
    expect((await call('PUT', SETTINGS, { videoSound: null })).body.at('error', 'code')).toBe('unknown_field');
  });
});

describe('groups', () => {
  it('are created and replaced', async () => {
    const { call } = createTestApi();
    const members = [{ userId: 'alice' }, { userId: 'user-apns', nameCard: 'Card' }];
    const { body } = await call('PUT', '/groups/team', { name: 'Team', members });
    expect(body.at('members')).toEqual([
      { userId: 'alice', nameCard: null },
      { userId: 'user-apns', nameCard: 'Card' },
    ]);
    await call('PUT', '/groups/team', { name: 'Team', members: [{ userId: 'alice' }] });
    const groups = (await call('GET', '/groups')).body;
    expect(groups.at('groups', 1, 'members')).toEqual([{ userId: 'alice', nameCard: null }]);
  });

  it('have members with accounts, each once', async () => {
    const { call } = createTestApi();
    const unknown = await call('PUT', '/groups/team', { name: 'Team', members: [{ userId: 'carol' }] });
    expect([unknown.status, unknown.body.at('error', 'code')]).toEqual([422, 'unknown_account']);
    const twice = await call('PUT', '/groups/team', { name: 'T', members: [{ userId: 'alice' }, { userId: 'alice' }] });
    expect(twice.status).toBe(400);
    expect(twice.body.at('error', 'message')).toContain('once');
  });
});
