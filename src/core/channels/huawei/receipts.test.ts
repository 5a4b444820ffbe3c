import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AcceptedPush } from '../types.ts';
import { store } from './store.ts';
import {
  APP_ID,
  alert,
  CALLBACK_SECRET,
  FOREIGN,
  hps,
  huaweiWorld,
  N1,
  notification,
  OTHER_ID,
  PROJECT,
  RECEIPT_URL,
  sendLegacy,
  sendV1,
  sendV3,
  T1,
} from './testing/world.ts';

const IM = { category: 'IM' };

/** Pushes of v1 with these collapse keys, as they would wait for an offline phone. */
function waiting(
  keys: readonly number[],
  make = (key: number): object => ({ ...IM, collapse_key: key }),
): readonly AcceptedPush[] {
  const world = huaweiWorld();
  for (const key of keys) world.send(sendV1(world, notification({ title: String(key) }, make(key))));
  return world.pushes;
}

function keep(pushes: readonly AcceptedPush[]) {
  let kept: readonly AcceptedPush[] = [];
  const dropped: AcceptedPush[] = [];
  for (const push of pushes) {
    const result = store(kept, push);
    kept = result.kept;
    dropped.push(...result.dropped);
  }
  return { kept: kept.map(({ title }) => title), dropped: dropped.map(({ title }) => title) };
}

describe('what waits for an offline phone', () => {
  it('is thinned by the collapse key', () => {
    expect(keep(waiting([-1, -1, 5, 5, 6]))).toEqual({ kept: ['-1', '-1', '5', '6'], dropped: ['5'] });
    expect(keep(waiting([-1, 5, 0]))).toEqual({ kept: ['0'], dropped: ['-1', '5'] });
  });

  it('counts 0 as a group like the others in v3', () => {
    const world = huaweiWorld();
    for (const collapseKey of [-1, 0, 0]) world.send(sendV3(world, alert(), { options: { collapseKey } }));
    expect(keep(world.pushes).kept).toHaveLength(2);
  });

  it('is at most 120 messages of an app, and none without a life', () => {
    const many = keep(waiting(Array.from({ length: 121 }, () => -1)));
    expect([many.kept.length, many.dropped.length]).toEqual([120, 1]);
    expect(keep(waiting([-1], () => ({ ...IM, ttl: '0s' })))).toEqual({ kept: [], dropped: ['-1'] });
  });
});

describe('receipts', () => {
  it('have the body of their generation, byte for byte', () => {
    const world = huaweiWorld();
    world.send(sendV1(world, notification({}, { ...IM, bi_tag: 'ship-17' })));
    world.send(sendLegacy(world, { payload: hps({}, { biTag: 'batch-7' }) }));
    world.send(sendV3(world, alert(), { options: { biTag: 'im-1' } }));
    const bodies = world.callbacks.map(({ body }) => body.replace(/"requestId":"\d{24}"/, '"requestId":"{id}"'));
    const { now } = world;
    expect(bodies).toEqual([
      `{"statuses":[{"biTag":"ship-17","appid":"${APP_ID}","token":"${T1}","status":0,"timestamp":${now},"requestId":"{id}"}]}`,
      `{"statuses":[{"biTag":"batch-7","appid":"${APP_ID}","token":"${T1}","status":0,"timestamp":${now}}]}`,
      `{"statuses":[{"token":"${N1}","deliveryStatus":{"result":0,"timestamp":${now}},"pushType":0,"appPackageName":"com.example.app","biTag":"im-1","requestId":"{id}"}]}`,
    ]);
    expect(world.callbacks[0]).toMatchObject({
      headers: [['content-type', 'application/json']],
      timeoutMs: 5000,
      retryDelaysMs: [1000, 2000, 4000],
      accept: { type: 'member', name: 'code', value: '0' },
    });
  });

  it('of a message to several apps of a project name the app of each and go where it wants them', () => {
    const world = huaweiWorld();
    const { huawei } = world.credentials;
    const other = `${RECEIPT_URL}/other`;
    const apps = huawei.apps.map((app) =>
      app.appId === OTHER_ID
        ? { ...app, projectId: PROJECT, receipts: [{ id: null, url: other, userName: null, secret: null }] }
        : app,
    );
    world.credentials = { ...world.credentials, huawei: { ...huawei, apps } };
    const change = world.device('phone-5');
    world.change({ app: { ...change.app, name: 'com.other' } }, 'phone-5');
    const v2 = {
      ...sendV1(world, { ...notification({}, IM), token: [T1, FOREIGN] }),
      path: `/v2/${PROJECT}/messages:send`,
    };
    expect(world.send(v2).response.body).toContain('"80000000"');
    const sent = world.callbacks.map(({ url, body }) => [url, JSON.parse(body).statuses[0].appid]);
    expect(sent).toEqual([
      [RECEIPT_URL, APP_ID],
      [other, OTHER_ID],
    ]);
  });

  it("go to the project's address where the app has none: its own project's before that of all", () => {
    const world = huaweiWorld();
    const { huawei } = world.credentials;
    const to = (projectId: string | null, path: string) =>
      ({ projectId, url: `${RECEIPT_URL}/${path}`, userName: null, secret: null }) as const;
    const asked = (own: boolean, projectReceipts: readonly ReturnType<typeof to>[], android: object = IM) => {
      const apps = own ? huawei.apps : huawei.apps.map((app) => ({ ...app, receipts: [] }));
      world.credentials = { ...world.credentials, huawei: { ...huawei, apps, projectReceipts } };
      world.callbacks.length = 0;
      world.send(sendV1(world, notification({}, android)));
      return world.callbacks.map(({ url }) => url.slice(RECEIPT_URL.length));
    };
    const all = [to(null, 'all'), to(PROJECT, 'mine'), to('999', 'other')];
    expect(asked(true, all)).toEqual(['']);
    expect(asked(false, all)).toEqual(['/mine']);
    expect(asked(false, [to(null, 'all'), to('999', 'other')])).toEqual(['/all']);
    expect(asked(false, [to('999', 'other')])).toEqual([]);
  });

  it('share a body when they go to one address with one secret, whichever app they are about', () => {
    const world = huaweiWorld();
    const { huawei } = world.credentials;
    const apps = huawei.apps.map((app) => ({ ...app, projectId: PROJECT, receipts: [] }));
    const receiver = { projectId: PROJECT, url: RECEIPT_URL, userName: null, secret: null };
    world.credentials = { ...world.credentials, huawei: { ...huawei, apps, projectReceipts: [receiver] } };
    const v2 = {
      ...sendV1(world, { ...notification({}, IM), token: [T1, FOREIGN] }),
      path: `/v2/${PROJECT}/messages:send`,
    };
    world.send(v2);
    expect(world.callbacks.map(({ body }) => JSON.parse(body).statuses[0].appid)).toEqual([APP_ID, OTHER_ID]);
    expect(new Set(world.callbacks.map(({ gather }) => gather?.key)).size).toBe(1);
    world.send(sendV3(world, alert()));
    expect(new Set(world.callbacks.map(({ gather }) => gather?.key)).size).toBe(2);
  });

  it('are signed when user name and secret are set up', () => {
    const world = huaweiWorld();
    world.send(sendV1(world, notification({}, { ...IM, receipt_id: 'RCP01' })));
    const header = world.callbacks[0]?.headers.find(([name]) => name === 'x-huawei-callback-id')?.[1] ?? '';
    const [, timestamp, nonce, value] = /^timestamp=(\d+); nonce=([0-9a-f-]{36}); value=(.+)$/.exec(header) ?? [];
    const key = Buffer.from(CALLBACK_SECRET, 'base64');
    expect(timestamp).toBe(String(world.now));
    expect(value).toBe(createHmac('sha256', key).update(`${timestamp}${nonce}push-user`).digest('base64'));
  });

  it('say 15 for what a newer message overwrote, and nothing for what ended by itself', () => {
    const [push] = waiting([5]);
    const world = huaweiWorld();
    if (push === undefined) throw new Error('no push');
    const overwritten = world.channel.droppedReceipts?.(push, push.acceptedAt, world.context) ?? [];
    expect(overwritten.map(({ body }) => JSON.parse(body).statuses[0].status)).toEqual([15]);
    expect(world.channel.droppedReceipts?.(push, push.expiresAt ?? 0, world.context)).toEqual([]);
    expect(world.channel.receipts(push, 'expired', world.device(), world.now, world.context)).toEqual([]);
    expect(world.channel.receipts(push, 'tapped', world.device(), world.now, world.context)).toEqual([]);
  });
});
