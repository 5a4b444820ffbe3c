import { describe, expect, it } from 'vitest';
import { createTestApi, deliver, message } from './harness.ts';

describe('POST /messages', () => {
  it('answers after the vendor has answered, with everything that happened', async () => {
    const { call } = createTestApi();
    const offlinePush = { title: 'T', descr: '说明', ext: '{"a":1}' };
    const { status, body } = await call('POST', '/messages', message({ offlinePush }));
    expect(status).toBe(200);
    expect(body.at('message')).toMatchObject({
      from: 'alice',
      to: { c2c: 'user-apns' },
      offlinePush,
      sizes: { title: 1, descr: 6, ext: 7 },
    });
    expect(body.at('outcomes', 0)).toMatchObject({
      userId: 'user-apns',
      deviceId: 'iphone',
      channel: 'apns',
      delivered: true,
      via: 'push',
      reason: 'delivered',
      dryRun: false,
      fields: { title: { value: 'T', from: 'message' }, body: { value: '说明', from: 'message' } },
      request: { method: 'POST', body: { title: 'T', body: '说明' }, limit: 4096 },
      response: { status: 200 },
      notification: { title: 'T', body: '说明', sound: 'default', badge: 1 },
    });
    expect(body.at('outcomes', 0, 'messageId')).toBe(body.at('message', 'id'));
    expect(body.at('outcomes', 0, 'curl')).toContain('--connect-to ::127.0.0.1:8443');
    expect(body.at('outcomes', 0, 'summary', 'zh')).toContain('iPhone');
  });

  it('keeps every decision, and joins it to its exchange', async () => {
    const { call } = createTestApi();
    const { body } = await call('POST', '/messages', message());
    const id = body.at('outcomes', 0, 'id') as string;
    expect((await call('GET', `/outcomes/${id}`)).body.value).toEqual(body.at('outcomes', 0));
    const exchange = (await call('GET', `/exchanges/${body.at('outcomes', 0, 'exchangeId')}`)).body;
    expect(exchange.at('outcomeId')).toBe(id);
    expect(exchange.at('deliveries', 0)).toMatchObject({ deviceId: 'iphone', result: 'shown' });
  });

  it('records pushes that did not happen, with the reason', async () => {
    const { call } = createTestApi();
    await call('PUT', '/accounts/user-apns', { session: 'loggedOut' });
    const { body } = await call('POST', '/messages', message());
    expect(body.at('outcomes', 0)).toMatchObject({
      delivered: false,
      via: 'none',
      reason: 'logged-out',
      request: null,
      response: null,
      notification: null,
      curl: null,
    });
    expect((await call('GET', '/outcomes')).body.at('outcomes', 0, 'reason')).toBe('logged-out');
  });

  it('asks the vendor for all recipients at the same time', async () => {
    let underWay = 0;
    let most = 0;
    const test = createTestApi({
      send: async (call, outcomeId) => {
        most = Math.max(most, ++underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay--;
        return deliver(test.simulator, call, outcomeId);
      },
    });
    const members = [{ userId: 'alice' }, { userId: 'user-apns' }];
    for (const userId of ['bob', 'carol', 'dave']) {
      await test.call('PUT', `/accounts/${userId}`, {});
      await test.call('POST', '/devices', { channel: 'apns', id: `phone-${userId}`, userId });
      members.push({ userId });
    }
    await test.call('PUT', '/groups/team', { name: 'Team', members });
    const { body } = await test.call('POST', '/messages', message({ to: { group: 'team' } }));
    const outcomes = body.at('outcomes') as readonly { userId: string; delivered: boolean }[];
    expect(outcomes.map((one) => [one.userId, one.delivered])).toEqual([
      ['user-apns', true],
      ['bob', true],
      ['carol', true],
      ['dave', true],
    ]);
    expect(most).toBe(4);
  });

  it('says so when the vendor cannot be reached', async () => {
    const { call } = createTestApi({ send: async () => ({ error: 'connect ECONNREFUSED' }) });
    const { body } = await call('POST', '/messages', message());
    expect(body.at('outcomes', 0)).toMatchObject({ delivered: false, reason: 'vendor-unreachable' });
    expect(JSON.stringify(body.at('outcomes', 0, 'trace'))).toContain('ECONNREFUSED');
  });

  it('takes "chat" for granted', async () => {
    const { call } = createTestApi();
    const { body } = await call('POST', '/messages', { ...message(), kind: undefined });
    expect(body.at('message', 'kind')).toBe('chat');
  });

  it.each([
    [{ from: 'carol' }, 422, 'unknown_account'],
    [{ to: { c2c: 'carol' } }, 422, 'unknown_account'],
    [{ to: { group: 'none' } }, 422, 'unknown_group'],
    [{ to: {} }, 400, 'invalid_request'],
    [{ elements: 'hi' }, 400, 'invalid_request'],
    [{ offlinePush: { ext: 5 } }, 400, 'invalid_request'],
    [{ offlinePush: { android: { notifyMode: 2 } } }, 400, 'invalid_request'],
    [{ offlinePush: { description: 'x' } }, 400, 'unknown_field'],
  ])('refuses %j', async (change, status, code) => {
    const { call } = createTestApi();
    const answer = await call('POST', '/messages', message(change));
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([status, code]);
  });
});

describe('dry run', () => {
  it('predicts the same fields and the same answer, and records nothing', async () => {
    const { call, simulator } = createTestApi();
    const events: string[] = [];
    simulator.subscribe(({ event }) => void events.push(event.type));
    const offlinePush = { title: 'T' };
    const dry = (await call('POST', '/messages?dryRun=true', message({ offlinePush }))).body;
    expect(dry.at('outcomes', 0)).toMatchObject({ dryRun: true, delivered: true, notification: { title: 'T' } });
    expect(events).toEqual([]);
    expect(simulator.exchanges()).toEqual([]);
    expect((await call('GET', '/devices/iphone/screen')).body.at('notifications')).toEqual([]);
    const real = (await call('POST', '/messages', message({ offlinePush }))).body;
    expect(real.at('outcomes', 0, 'fields')).toEqual(dry.at('outcomes', 0, 'fields'));
    expect(real.at('outcomes', 0, 'request')).toEqual(dry.at('outcomes', 0, 'request'));
  });

  it('refuses what sending would refuse', async () => {
    const { call } = createTestApi();
    expect((await call('POST', '/messages?dryRun=true', message({ from: 'carol' }))).status).toBe(422);
    expect((await call('POST', '/messages?dryRun=1', message())).status).toBe(400);
  });
});
