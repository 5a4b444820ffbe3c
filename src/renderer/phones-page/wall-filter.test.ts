import { describe, expect, it } from 'vitest';
import type { LastResult } from '../stores/latest.ts';
import { device } from '../testing/fixtures.ts';
import { EVERYTHING, filterPhones, systemsOf, type WallFilter } from './wall-filter.ts';

const miui = { ...device('x').system, name: 'MIUI' };
const devices = [
  device('iphone'),
  device('ipad', { online: false, session: { state: 'kicked', userId: 'user-apns' } }),
  device('xiaomi', {
    channel: 'xiaomi',
    platform: 'android',
    system: miui,
    app: { ...device('x').app, process: 'background', killedBy: null },
  }),
];
const result = (state: LastResult['state']): LastResult => ({ state, at: 1, outcome: null, exchangeId: null });
const results = { iphone: result('silent'), xiaomi: result('not-delivered') };

describe('the filter of the wall', () => {
  it.each<[Partial<WallFilter>, readonly string[]]>([
    [{}, ['iphone', 'ipad', 'xiaomi']],
    [{ channel: 'xiaomi' }, ['xiaomi']],
    [{ system: 'iOS' }, ['iphone', 'ipad']],
    [{ state: 'silent' }, ['iphone']],
    [{ state: 'not-delivered' }, ['xiaomi']],
    [{ state: 'delivered' }, []],
    [{ state: 'nothing' }, ['ipad']],
    [{ state: 'loggedIn' }, ['iphone', 'xiaomi']],
    [{ state: 'loggedOut' }, ['ipad']],
    [{ state: 'connected' }, ['iphone', 'xiaomi']],
    [{ state: 'disconnected' }, ['ipad']],
    [{ state: 'running' }, ['xiaomi']],
    [{ state: 'killed' }, ['iphone', 'ipad']],
    [{ state: 'killed', system: 'MIUI' }, []],
  ])('%j', (change, ids) => {
    expect(filterPhones(devices, results, { ...EVERYTHING, ...change }).map(({ id }) => id)).toEqual(ids);
  });

  it('knows the systems that there are', () => {
    expect(systemsOf(devices)).toEqual(['iOS', 'MIUI']);
  });
});
