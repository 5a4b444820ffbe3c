import { describe, expect, it } from 'vitest';
import { account, device, fakeApi, no, ok, refusal, screen, settled, workspace } from '../testing/fixtures.ts';
import { createWorldStore } from './world.ts';

const settings = { enabled: true, c2cSound: null, groupSound: null };

describe('the world', () => {
  it('is ready when everything was read, screens included', async () => {
    const api = fakeApi({
      devices: () => ok([device('iphone')]),
      accounts: () => ok([account('user-apns')]),
      screen: () => ok({ ...screen, badge: 3 }),
    });
    const world = createWorldStore(api, () => 77);
    expect(await world.getState().load()).toBe(true);
    expect(world.getState()).toMatchObject({ status: 'ready', workspaceReadAt: 77, screens: { iphone: { badge: 3 } } });
  });

  it('says what failed before anything was shown, and keeps the page after that', async () => {
    let up = false;
    const world = createWorldStore(fakeApi({ accounts: () => (up ? ok([]) : no()) }), () => 0);
    expect(await world.getState().load()).toBe(false);
    expect(world.getState()).toMatchObject({ status: 'failed', failure: refusal });
    up = true;
    await world.getState().load();
    expect(world.getState()).toMatchObject({ status: 'ready', failure: null });
    up = false;
    expect(await world.getState().load()).toBe(false);
    expect(world.getState().status).toBe('ready');
  });

  it('applies events in order: devices keep their place, new ones come last', () => {
    const world = createWorldStore(fakeApi(), () => 5);
    world.getState().apply([
      { type: 'device', device: device('a'), screen },
      { type: 'device', device: device('b'), screen },
      { type: 'device', device: device('a', { badge: 9 }), screen: { ...screen, badge: 9 } },
      { type: 'workspace', workspace: { ...workspace, globalOffMessageOn: 'global' } },
    ]);
    expect(world.getState().devices.map(({ id, badge }) => [id, badge])).toEqual([
      ['a', 9],
      ['b', 0],
    ]);
    expect(world.getState().screens.a?.badge).toBe(9);
    expect(world.getState()).toMatchObject({ workspace: { globalOffMessageOn: 'global' }, workspaceReadAt: 5 });
    world.getState().apply([{ type: 'device-removed', deviceId: 'a' }]);
    expect(world.getState().devices.map(({ id }) => id)).toEqual(['b']);
  });

  it('leaves devices alone that an event does not concern', () => {
    const world = createWorldStore(fakeApi(), () => 0);
    world.getState().apply([
      { type: 'device', device: device('a'), screen },
      { type: 'device', device: device('b'), screen },
    ]);
    const before = world.getState().devices[0];
    world.getState().apply([{ type: 'device', device: device('b', { badge: 1 }), screen }]);
    expect(world.getState().devices[0]).toBe(before);
  });

  it('keeps a refusal of the settings as a state, and reads them again when the account changes', async () => {
    let loggedIn = false;
    const world = createWorldStore(fakeApi({ settings: () => (loggedIn ? ok(settings) : no()) }), () => 0);
    await world.getState().loadSettings('user-apns');
    expect(world.getState().settings['user-apns']).toEqual({ state: 'refused', failure: refusal });
    loggedIn = true;
    world.getState().apply([{ type: 'account', account: account('user-apns'), settings }]);
    await settled();
    expect(world.getState().settings['user-apns']).toEqual({ state: 'known', settings });
  });

  it('asks again when the account changes while the first answer is still on its way, which then no longer counts', async () => {
    const answers: ((refused: boolean) => void)[] = [];
    const settingsLater = () =>
      new Promise<Awaited<ReturnType<typeof ok<typeof settings>>>>((resolve) => {
        answers.push((refused) => void (refused ? no() : ok(settings)).then(resolve));
      });
    const world = createWorldStore(fakeApi({ settings: settingsLater }), () => 0);
    const first = world.getState().loadSettings('user-apns');
    world.getState().apply([{ type: 'account', account: account('user-apns'), settings }]);
    expect(answers).toHaveLength(2);
    answers[1]?.(true);
    await settled();
    answers[0]?.(false);
    await first;
    expect(world.getState().settings['user-apns']).toEqual({ state: 'refused', failure: refusal });
  });

  it('does not ask for settings that nobody looks at', async () => {
    let asked = 0;
    const world = createWorldStore(
      fakeApi({
        settings: () => {
          asked += 1;
          return ok(settings);
        },
      }),
      () => 0,
    );
    world.getState().apply([{ type: 'account', account: account('somebody'), settings }]);
    await settled();
    expect(asked).toBe(0);
  });
});
