import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { huaweiWorld, notification, sendV1 } from '../../src/core/channels/huawei/testing/world.ts';
import { push as meizuPush, makeWorld as meizuWorld } from '../../src/core/channels/meizu/testing/world.ts';
import { R1, R2, Scene } from '../../src/core/channels/oppo/testing/scene.ts';
import type { CallbackGathering, VendorCallback } from '../../src/core/channels/types.ts';
import { type CallbackReport, createCallbackSender } from '../../src/server/callbacks/sender.ts';
import { heldPauses } from './held-pauses.ts';

let server: Server;
let url: string;
let received: { request: IncomingMessage; body: string }[];
/** Bodies of the answers, in order; `success` afterwards. */
let answers: string[];
const SUCCESS = '{"code":"0","message":"success"}';

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ request, body: Buffer.concat(chunks).toString('utf8') });
      response.end(answers.shift() ?? SUCCESS);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/receipts`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A sender whose time stands still, with what it reported. */
function begin(capacity = 10_000) {
  const pauses = heldPauses();
  const reports: CallbackReport[] = [];
  const waiting: (() => void)[] = [];
  const sender = createCallbackSender({
    allowHosts: [],
    schedule: pauses.schedule,
    capacity,
    report(one) {
      reports.push(one);
      waiting.shift()?.();
    },
  });
  /** Sends these, ends their window, and waits for the reports of `posts` POSTs. */
  const gathered = async (callbacks: readonly VendorCallback[], posts = 1): Promise<void> => {
    const all = Array.from({ length: posts }, () => new Promise<void>((resolve) => waiting.push(resolve)));
    for (const one of callbacks) sender.send(one);
    while (pauses.count() > 0) await pauses.endNext();
    await Promise.all(all);
  };
  return { sender, pauses, reports, gathered };
}

const LIST: CallbackGathering = {
  windowMs: 1000,
  limit: 3,
  key: 'a',
  items: { type: 'list', member: 'statuses' },
};

const receipt = (id: number, gather: CallbackGathering = LIST, more: Partial<VendorCallback> = {}): VendorCallback => ({
  channel: 'huawei',
  url,
  headers: [['x-id', String(id)]],
  body: JSON.stringify({ statuses: [{ id }] }),
  timeoutMs: 5000,
  gather,
  ...more,
});

const idsOf = (body: string): number[] =>
  (JSON.parse(body) as { statuses: { id: number }[] }).statuses.map(({ id }) => id);
const bodies = (): number[][] => received.map(({ body }) => idsOf(body));

describe('gathered receipts', () => {
  it('leave together when the window of the first is over, with the headers of the newest', async () => {
    const { sender, pauses, reports, gathered } = begin();
    sender.send(receipt(1));
    expect([pauses.count(), received]).toEqual([1, []]);
    await gathered([receipt(2)]);
    expect(bodies()).toEqual([[1, 2]]);
    expect(received[0]?.request.headers['x-id']).toBe('2');
    expect(reports).toEqual([expect.objectContaining({ result: 'delivered', receipts: 2, tries: 1 })]);
  });

  it('begin a window of their own afterwards', async () => {
    const { gathered } = begin();
    await gathered([receipt(1)]);
    await gathered([receipt(2)]);
    expect(bodies()).toEqual([[1], [2]]);
  });

  it('leave at once when the body is full, and never in a body beyond its limit', async () => {
    const { sender, pauses, reports, gathered } = begin();
    for (const id of [1, 2, 3, 4]) sender.send(receipt(id));
    expect(pauses.count()).toBe(1);
    const three = { body: JSON.stringify({ statuses: [{ id: 5 }, { id: 6 }, { id: 7 }] }) };
    sender.send(receipt(5, LIST, three));
    expect(pauses.count()).toBe(0);
    await gathered([], 0);
    await expect.poll(() => reports.length).toBe(3);
    expect(new Set(bodies().map(String))).toEqual(new Set(['1,2,3', '4', '5,6,7']));
  });

  it('are apart by key, URL and channel', async () => {
    const { gathered } = begin();
    const others = [{ url: `${url}/x` }, { channel: 'oppo' as const }];
    await gathered([receipt(1), receipt(2, { ...LIST, key: 'b' }), ...others.map((one) => receipt(3, LIST, one))], 4);
    expect(bodies().every((ids) => ids.length === 1)).toBe(true);
  });

  it('go alone when their body cannot be joined', async () => {
    const { gathered, pauses } = begin();
    const none = gathered([receipt(1, LIST, { body: 'no JSON' }), receipt(1, LIST, { body: '{"statuses":1}' })], 2);
    expect(pauses.count()).toBe(0);
    await none;
    expect(new Set(received.map(({ body }) => body))).toEqual(new Set(['no JSON', '{"statuses":1}']));
  });

  it('are tried again as one body', async () => {
    answers = ['no', 'no'];
    const { sender, pauses, reports } = begin();
    const again = { retryDelaysMs: [1000, 2000], accept: { type: 'member', name: 'code', value: '0' } } as const;
    for (const id of [1, 2]) sender.send(receipt(id, LIST, again));
    expect([await pauses.endNext(), await pauses.endNext(), await pauses.endNext()]).toEqual([1000, 1000, 2000]);
    await expect.poll(() => reports.length).toBe(1);
    expect(bodies()).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    expect(reports).toEqual([expect.objectContaining({ result: 'delivered', receipts: 2, tries: 3 })]);
  });

  it('count against the capacity while they are held back', async () => {
    const { sender, reports, gathered } = begin(2);
    for (const id of [1, 2, 3]) sender.send(receipt(id));
    expect(reports).toEqual([expect.objectContaining({ result: 'failed', receipts: 1, tries: 0 })]);
    await gathered([]);
    expect(bodies()).toEqual([[1, 2]]);
    await gathered([receipt(4)]);
    expect(bodies()).toEqual([[1, 2], [4]]);
  });

  it('still leave when the sender is closed, which waits for them', async () => {
    const { sender, pauses, reports } = begin();
    for (const id of [1, 2]) sender.send(receipt(id));
    await sender.close();
    expect(bodies()).toEqual([[1, 2]]);
    expect(reports).toEqual([expect.objectContaining({ result: 'delivered', receipts: 2 })]);
    expect(pauses.count()).toBe(0);
    sender.send(receipt(3));
    expect(reports[1]).toMatchObject({ result: 'failed', tries: 0 });
  });

  it('end with the sender when the receiver is silent', async () => {
    server.removeAllListeners('request');
    const { sender, pauses, reports } = begin();
    for (const id of [1, 2]) sender.send(receipt(id));
    const closed = sender.close();
    expect(await pauses.endNext()).toBe(500);
    await closed;
    expect(reports).toEqual([expect.objectContaining({ result: 'failed', receipts: 2 })]);
  });
});

describe('vendors gather', () => {
  it('Huawei: statuses of one address', async () => {
    const world = huaweiWorld();
    const apps = world.credentials.huawei.apps.map((app) => ({
      ...app,
      receipts: app.receipts.map((one) => ({ ...one, url })),
    }));
    world.credentials = { ...world.credentials, huawei: { ...world.credentials.huawei, apps } };
    for (const bi_tag of ['one', 'two']) world.send(sendV1(world, notification({}, { category: 'IM', bi_tag })));
    world.send(sendV1(world, notification({}, { category: 'IM', bi_tag: 'signed', receipt_id: 'RCP01' })));
    const { gathered } = begin();
    await gathered(world.callbacks, 2);
    const tags = received.map(({ body }) =>
      (JSON.parse(body) as { statuses: { biTag: string; status: number }[] }).statuses.map(({ biTag, status }) => [
        biTag,
        status,
      ]),
    );
    expect(new Set(tags.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['[["one",0],["two",0]]', '[["signed",0]]']),
    );
    expect(received.map(({ request }) => request.headers['x-huawei-callback-id'] !== undefined).sort()).toEqual([
      false,
      true,
    ]);
  });

  it('Huawei: at most a hundred items', async () => {
    const world = huaweiWorld();
    world.send(sendV1(world, notification({}, { category: 'IM' })));
    const [first] = world.callbacks;
    if (first === undefined) throw new Error('no receipt');
    const { gathered } = begin();
    await gathered(Array(101).fill({ ...first, url }), 2);
    const sizes = received.map(({ body }) => (JSON.parse(body) as { statuses: unknown[] }).statuses.length);
    expect(sizes.sort((a, b) => b - a)).toEqual([100, 1]);
  });

  it('Meizu: targets of one message together, clicks apart', async () => {
    const world = meizuWorld();
    const extra = { callback: url, 'callback.param': 'o 7&%', 'callback.type': '3' };
    world.send(meizuPush({ extra }, {}, 'PID0001,PID0002'));
    world.send(meizuPush({ extra }, {}, 'PID0002'));
    const [first] = world.pushes;
    if (first) world.tell(first, 'tapped');
    const { gathered } = begin();
    await gathered(world.callbacks, 2);
    const forms = received.map(({ body }) => new URLSearchParams(body));
    expect(forms.map((form) => [...form.keys()])).toEqual(Array(2).fill(['cb', 'access_token']));
    const all = forms.map((form) => Object.entries(JSON.parse(form.get('cb') ?? '') as Record<string, object>));
    const delivered = all.find((entries) => entries.length === 2) ?? [];
    const clicked = all.find((entries) => entries.length === 1) ?? [];
    expect(delivered.map(([, entry]) => entry)).toEqual([
      { param: 'o 7&%', type: 1, targets: ['PID0001', 'PID0002'] },
      { param: 'o 7&%', type: 1, targets: ['PID0002'] },
    ]);
    expect(delivered.every(([key]) => key.endsWith('-1'))).toBe(true);
    expect(clicked).toEqual([[expect.stringMatching(/-2$/), { param: 'o 7&%', type: 2, targets: ['PID0001'] }]]);
  });

  it('OPPO: one list for a URL', async () => {
    const scene = await Scene.open();
    const wish = (param: string) => ({ call_back_url: url, call_back_parameter: param });
    await scene.unicast(wish('one'));
    await scene.unicast(wish('two'), { target_value: R2 });
    const { gathered } = begin();
    await gathered(scene.callbacks);
    expect(received.map(({ body }) => JSON.parse(body))).toEqual([
      [
        expect.objectContaining({ registrationIds: R1, param: 'one', eventType: 'push_arrive' }),
        expect.objectContaining({ registrationIds: R2, param: 'two', eventType: 'push_arrive' }),
      ],
    ]);
  });
});
