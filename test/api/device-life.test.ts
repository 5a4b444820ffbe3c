import { describe, expect, it } from 'vitest';
import { createTestApi, message } from './harness.ts';

type TestApi = ReturnType<typeof createTestApi>;
interface Waiting {
  readonly kind: string;
  readonly title: string | null;
  readonly nextAt: number | null;
  readonly expiresAt: number | null;
  readonly step: { readonly rule: string; readonly texts: { readonly en: string } } | null;
}

const waiting = async ({ call }: TestApi, id: string) =>
  (await call('GET', `/devices/${id}/waiting`)).body.at('waiting') as readonly Waiting[];
const registrations = async ({ call }: TestApi, id: string) =>
  (await call('GET', `/devices/${id}/registrations`)).body.at('registrations') as readonly {
    readonly token: string;
    readonly state: string;
  }[];

describe('what can be set of a phone', () => {
  it('is listed with values, defaults and the systems that know it', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/device-settings');
    const conditions = body.at('conditions') as readonly { readonly name: string; readonly on: string | null }[];
    expect(conditions).toContainEqual(expect.objectContaining({ name: 'focus', kind: 'flag', on: 'ios' }));
    expect(conditions).toContainEqual(expect.objectContaining({ name: 'doze', kind: 'choice', on: 'android' }));
    expect(body.at('settings')).toContainEqual(expect.objectContaining({ name: 'badges', default: true, on: null }));
  });

  it('covers every value that phones answer', async () => {
    const { call } = createTestApi();
    const { body } = await call('GET', '/device-settings');
    const device = (await call('GET', '/devices/iphone')).body;
    for (const table of ['conditions', 'settings'] as const) {
      const listed = (body.at(table) as readonly { readonly name: string; readonly on: string | null }[])
        .filter(({ on }) => on !== 'android')
        .map(({ name }) => name);
      expect(Object.keys(device.at(table) as object).sort()).toEqual(listed.sort());
    }
  });
});

describe('the life of a registration', () => {
  it('is renewed by the app and runs out at the vendor, and what was before is still told', async () => {
    const api = createTestApi();
    const before = await registrations(api, 'iphone');
    expect(before).toMatchObject([{ state: 'active' }]);
    expect((await api.call('POST', '/devices/iphone/actions', { action: 'renewToken' })).status).toBe(200);
    const renewed = await registrations(api, 'iphone');
    expect(renewed.map(({ state }) => state)).toEqual(['active', 'unregistered']);
    expect(renewed[1]?.token).toBe(before[0]?.token);
    expect(renewed[0]?.token).not.toBe(before[0]?.token);
    await api.call('POST', '/devices/iphone/actions', { action: 'expireToken' });
    expect((await registrations(api, 'iphone')).map(({ state }) => state).sort()).toEqual(['expired', 'unregistered']);
    const again = await api.call('POST', '/devices/iphone/actions', { action: 'expireToken' });
    expect([again.status, again.body.at('error', 'code')]).toEqual([409, 'no_token']);
  });

  it('needs the app', async () => {
    const { call } = createTestApi();
    await call('POST', '/devices/iphone/actions', { action: 'uninstall' });
    const refused = await call('POST', '/devices/iphone/actions', { action: 'renewToken' });
    expect(refused.body.at('error', 'code')).toBe('app_not_installed');
  });
});

describe('what waits for a phone', () => {
  it('goes on at the next maintenance window, where there is one', async () => {
    const api = createTestApi();
    expect((await api.call('GET', '/devices/iphone/waiting')).body.at('nextWindow')).toBe(null);
    await api.call('POST', '/devices', { channel: 'apns', platform: 'android', id: 'sleeper' });
    await api.call('PATCH', '/devices/sleeper', { conditions: { doze: 'light' } });
    const { body } = await api.call('GET', '/devices/sleeper/waiting');
    expect(body.at('nextWindow')).toBe(api.simulator.now() + 5 * 60_000);
  });

  it('is nothing at first, and what its vendor keeps while it is offline', async () => {
    const api = createTestApi();
    expect(await waiting(api, 'iphone')).toEqual([]);
    await api.call('PATCH', '/devices/iphone', { online: false });
    await api.call('POST', '/messages', message({ offlinePush: { title: 'Kept' } }));
    const [one, ...others] = await waiting(api, 'iphone');
    expect(others).toEqual([]);
    expect(one).toMatchObject({ kind: 'stored', title: 'Kept', nextAt: null, step: { rule: 'device-stored' } });
    expect(one?.step?.texts.en).toContain('iPhone');
    await api.call('PATCH', '/devices/iphone', { online: true });
    expect(await waiting(api, 'iphone')).toEqual([]);
  });

  it.each(['/devices/none/waiting', '/devices/none/registrations'])('%s says which phones there are', async (path) => {
    const { call } = createTestApi();
    expect((await call('GET', path)).status).toBe(404);
  });
});
