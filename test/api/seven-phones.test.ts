import { describe, expect, it, onTestFinished } from 'vitest';
import { CHANNEL_IDS, type ChannelId } from '../../src/core/channels/types.ts';
import type { ExchangeView, OutcomeView } from '../../src/core/views.ts';
import { type Pushpit, startPushpit } from '../../src/server/pushpit.ts';
import { answerOf, message } from './harness.ts';
import { preparedFolder } from './temporary.ts';

const DEVICES: Readonly<Record<ChannelId, string>> = {
  apns: 'iphone',
  xiaomi: 'xiaomi',
  huawei: 'huawei',
  fcm: 'pixel',
  meizu: 'meizu',
  oppo: 'oppo',
  vivo: 'vivo',
};

async function start(): Promise<Pushpit> {
  const pushpit = await startPushpit({ uiPort: 0, dataDir: await preparedFolder() });
  onTestFinished(() => pushpit.close());
  return pushpit;
}

async function call(pushpit: Pushpit, method: string, path: string, body?: unknown) {
  const json = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return answerOf(await fetch(`${pushpit.listeners.ui}/api/v1${path}`, body === undefined ? { method } : json));
}

const OFFLINE = { title: "I'm title", descr: "I'm description", ext: '{"level":15,"task":"TASK15"}' };

/** One message to the group of all seven; its outcomes by channel. */
async function sendToAll(pushpit: Pushpit): Promise<ReadonlyMap<ChannelId, OutcomeView>> {
  const sent = await call(pushpit, 'POST', '/messages', message({ to: { group: 'demo-group' }, offlinePush: OFFLINE }));
  expect(sent.status, JSON.stringify(sent.body.value)).toBe(200);
  const outcomes = sent.body.at('outcomes') as readonly OutcomeView[];
  expect(outcomes).toHaveLength(CHANNEL_IDS.length);
  return new Map(outcomes.flatMap((one) => (one.channel === null ? [] : [[one.channel, one] as const])));
}

describe('one message to seven phones', () => {
  it('is shown on each, with request, answer and trace, and whoever waits sees it', async () => {
    const pushpit = await start();
    const waits = CHANNEL_IDS.map((channel) =>
      call(pushpit, 'GET', `/notifications?wait=20s&title=${encodeURIComponent(OFFLINE.title)}&channel=${channel}`),
    );
    const anyOfThem = call(pushpit, 'GET', `/notifications?wait=20s&title=${encodeURIComponent(OFFLINE.title)}`);
    const outcomes = await sendToAll(pushpit);
    expect([...outcomes.keys()].sort()).toEqual([...CHANNEL_IDS].sort());
    for (const [channel, outcome] of outcomes) {
      expect(outcome, channel).toMatchObject({
        userId: `user-${channel}`,
        deviceId: DEVICES[channel],
        delivered: true,
        via: 'push',
        reason: 'delivered',
        cause: 'delivered',
        response: { status: 200 },
        notification: { title: OFFLINE.title, body: OFFLINE.descr, headsUp: BANNERS[channel] },
      });
      expect(outcome.request?.url, channel).toMatch(/^https:\/\//);
      const sent = decodeURIComponent((outcome.request?.raw ?? '').replaceAll('+', ' '));
      expect(sent, channel).toContain(OFFLINE.title);
      const stages = new Set(outcome.trace.map(({ stage }) => stage));
      for (const stage of ['offline', 'channel', 'device']) expect(stages, channel).toContain(stage);
      expect(
        outcome.trace.filter(({ verdict }) => verdict === 'stop'),
        channel,
      ).toEqual([]);
      for (const { text } of outcome.trace) expect(text).not.toMatch(/\{\w+\}/);
    }
    const seen = (await Promise.all(waits)).map(({ body }) => body.at('notifications', 0, 'deviceId'));
    expect(seen).toEqual(CHANNEL_IDS.map((channel) => DEVICES[channel]));
    expect((await anyOfThem).body.at('notifications', 0, 'title')).toBe(OFFLINE.title);
    const all = await call(pushpit, 'GET', `/notifications?title=${encodeURIComponent(OFFLINE.title)}`);
    expect(new Set((all.body.at('notifications') as { deviceId: string }[]).map(({ deviceId }) => deviceId))).toEqual(
      new Set(Object.values(DEVICES)),
    );
  });

  it("is refused by each with the vendor's own code when a fault says so", async () => {
    const pushpit = await start();
    for (const channel of CHANNEL_IDS) {
      const action = { type: 'code', code: FAULTS[channel].code };
      const fault = { channel, times: 1, match: { path: PATHS[channel] }, action };
      const added = await call(pushpit, 'POST', '/faults', fault);
      expect(added.status, JSON.stringify(added.body.value)).toBe(201);
    }
    const outcomes = await sendToAll(pushpit);
    for (const channel of CHANNEL_IDS) {
      const outcome = outcomes.get(channel);
      const { status, said } = FAULTS[channel];
      expect(outcome, channel).toMatchObject({
        delivered: false,
        via: 'push',
        reason: 'vendor-rejected',
        cause: 'scripted-fault',
        notification: null,
        response: { status },
      });
      expect(outcome?.response?.raw, channel).toContain(said);
      const exchange = (await call(pushpit, 'GET', `/exchanges/${outcome?.exchangeId}`)).body.value as ExchangeView;
      expect(exchange.deliveries, channel).toEqual([]);
    }
    expect((await call(pushpit, 'GET', '/notifications')).body.at('notifications')).toEqual([]);
    expect((await call(pushpit, 'GET', '/faults')).body.at('faults')).toEqual([]);
    const again = await sendToAll(pushpit);
    expect([...again.values()].map(({ delivered }) => delivered)).toEqual(CHANNEL_IDS.map(() => true));
  });
});

/** The built-in phones allow banners; a stock Android asks for a more important channel than Firebase's own, too. */
const BANNERS: Readonly<Record<ChannelId, boolean>> = {
  apns: true,
  xiaomi: true,
  huawei: true,
  fcm: false,
  meizu: true,
  oppo: true,
  vivo: true,
};

/** Of the sends; calls for an access token stay as they are. */
const PATHS: Readonly<Record<ChannelId, string>> = {
  apns: '/3/device/*',
  xiaomi: '/v3/message/*',
  huawei: '/pushsend.do*',
  fcm: '/v1/projects/*',
  meizu: '/garcia/*',
  oppo: '/server/v1/message/*',
  vivo: '/message/send',
};

/** A code of each vendor, and how the answer says it. */
const FAULTS: Readonly<Record<ChannelId, { readonly code: string; readonly status: number; readonly said: string }>> = {
  apns: { code: 'ExpiredToken', status: 410, said: '"reason":"ExpiredToken"' },
  xiaomi: { code: '20301', status: 200, said: '"code":20301' },
  huawei: { code: '80300007', status: 200, said: '"code":"80300007"' },
  fcm: { code: 'UNREGISTERED', status: 404, said: '"errorCode": "UNREGISTERED"' },
  meizu: { code: '110010', status: 200, said: '"code":"110010"' },
  oppo: { code: '33', status: 200, said: '"code":33' },
  vivo: { code: '10302', status: 200, said: '"result":10302' },
};
