import { describe, expect, it } from 'vitest';
import type { ApiEvent, OutcomeView } from '../../core/views.ts';
import { notification, outcome } from '../testing/fixtures.ts';
import { createLatestStore } from './latest.ts';

const event = (change: Partial<OutcomeView>): ApiEvent => ({
  type: 'outcome',
  outcome: { ...outcome('o1'), ...change },
});
const store = (known: readonly OutcomeView[] = []) =>
  createLatestStore({ outcomes: () => Promise.resolve({ ok: true, value: known }) });

describe('what last happened to a phone', () => {
  it('is the newest outcome of the history at first', async () => {
    const latest = store([
      { ...outcome('o2'), deviceId: 'iphone', at: 20, delivered: false, reason: 'device-suppressed', cause: 'x' },
      { ...outcome('o1'), deviceId: 'iphone', at: 10 },
    ]);
    expect(await latest.getState().load()).toBe(true);
    expect(latest.getState().byDevice.iphone).toMatchObject({ state: 'not-delivered', at: 20 });
  });

  it('follows outcomes, also when one changes later', () => {
    const latest = store();
    const kept = {
      deviceId: 'iphone',
      at: 5,
      delivered: false,
      reason: 'device-offline',
      cause: 'device-stored',
    } as const;
    latest.getState().apply([event(kept)]);
    expect(latest.getState().byDevice.iphone?.state).toBe('waiting');
    const shown = { ...notification, outcomeId: 'o1', sound: 'default' };
    latest
      .getState()
      .apply([event({ ...kept, delivered: true, reason: 'delivered', cause: 'delivered', notification: shown })]);
    expect(latest.getState().byDevice.iphone?.state).toBe('delivered');
  });

  it('tells a silent notification of another sender, and leaves previews out', () => {
    const latest = store();
    const shown: ApiEvent = { type: 'notification', notification: { ...notification, deviceId: 'pixel', at: 7 } };
    latest.getState().apply([shown, event({ deviceId: 'pixel', at: 9, dryRun: true })]);
    expect(latest.getState().byDevice.pixel).toMatchObject({ state: 'silent', outcome: null, at: 7 });
  });

  it('is forgotten with the history', () => {
    const latest = store();
    latest.getState().apply([event({ deviceId: 'iphone' })]);
    latest.getState().forget();
    expect(latest.getState().byDevice).toEqual({});
  });

  it('is not overtaken by what happened before', () => {
    const latest = store();
    latest
      .getState()
      .apply([event({ id: 'new', deviceId: 'iphone', at: 9 }), event({ id: 'old', deviceId: 'iphone', at: 3 })]);
    expect(latest.getState().byDevice.iphone?.outcome?.id).toBe('new');
  });
});
