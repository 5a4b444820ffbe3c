import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeizu } from '../../src/core/channels/meizu/channel.ts';
import { RECORDED, type RecordedRequest } from '../../src/core/channels/meizu/testing/recorded.ts';
import { type Answer, makeWorld } from '../../src/core/channels/meizu/testing/world.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import type { VendorWorld } from '../../src/core/testing/vendor-world.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';

/** None of Meizu's clients can be installed from the registry, so their requests are recorded (see `recorded.ts`). */
let door: VendorDoor;
let world: VendorWorld;
let simulator: Simulator;
beforeAll(async () => {
  door = await openVendorDoor(createMeizu());
});
afterAll(() => door.close());

function begin(): void {
  world = makeWorld();
  const topics = ['体育'];
  world.change({ targets: world.device('phone-1').targets.map((target) => ({ ...target, topics })) }, 'phone-1');
  simulator = door.begin(world);
}

function recorded(name: string): RecordedRequest {
  const found = RECORDED.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no request ${name}`);
  return found;
}

async function play({ tls, host, path, headers, body }: RecordedRequest) {
  const answer = await door.send(tls ? 'HTTP/1.1 over TLS' : 'HTTP/1.1', { host, path, headers, body });
  return { status: answer.status, body: JSON.parse(answer.body) as Answer };
}

const shade = (id = 'phone-1') => simulator.device(id)?.shade ?? [];
const TITLE = '订单 A&B';
const CONTENT = '您的订单已发货: 50% + 礼品 😀';

interface Expected {
  readonly name: string;
  readonly answer: Answer;
  /** Notifications on PID0001's phone afterwards. */
  readonly shown: number;
}

const sent = (value: unknown = {}): Answer => ({ code: '200', message: '', value });
const task = { taskId: 20457, pushType: 0, appId: 123456 };

const EXPECTED: readonly Expected[] = [
  { name: 'java-push', answer: sent(), shown: 1 },
  { name: 'java-alias', answer: sent(), shown: 1 },
  { name: 'java-packages', answer: sent({ '110002': ['PID0007'] }), shown: 1 },
  { name: 'java-long-title', answer: { code: '1005', value: '' }, shown: 0 },
  { name: 'java-task-id', answer: sent(task), shown: 0 },
  { name: 'java-to-app', answer: sent(task), shown: 1 },
  { name: 'java-to-tag', answer: sent(task), shown: 1 },
  { name: 'java-upload', answer: { code: '200', value: expect.objectContaining({ imgType: '5' }) }, shown: 0 },
  {
    name: 'java-statistics',
    answer: sent([{ date: '2026-11-01', targetNo: 0, validNo: 0, pushedNo: 0, acceptNo: 0, displayNo: 0, clickNo: 0 }]),
    shown: 0,
  },
  { name: 'java-switch-off', answer: sent({ barTypeSwitch: 0, directTypeSwitch: 1, pushId: 'PID0001' }), shown: 0 },
  { name: 'java-pass-through', answer: { code: '110053', message: '透传超过限制', value: '' }, shown: 0 },
  { name: 'node-push', answer: sent(), shown: 1 },
  { name: 'push-meizu', answer: sent({ '110003': ['x-y'] }), shown: 1 },
  { name: 'php-push', answer: sent(), shown: 1 },
  // The PHP SDK takes the escapes out of the JSON text, so that quotes in a title break it.
  { name: 'php-quotes', answer: { code: '1005', value: '' }, shown: 0 },
  { name: 'go-push', answer: sent(), shown: 1 },
  { name: 'go-switch', answer: sent({ barTypeSwitch: 0, directTypeSwitch: 1, pushId: 'PID0001' }), shown: 0 },
];

describe('requests as the official clients form them', () => {
  it('each of them has an expectation', () => {
    expect(EXPECTED.map(({ name }) => name)).toEqual(RECORDED.map(({ name }) => name));
  });

  it.each(EXPECTED)('$name', async ({ name, answer, shown }) => {
    begin();
    const got = await play(recorded(name));
    expect(got.status).toBe(200);
    expect(got.body).toMatchObject(answer);
    expect(shade()).toHaveLength(shown);
    if (shown > 0) expect(shade()[0]).toMatchObject({ title: TITLE, body: CONTENT, sound: 'default' });
  });
});

const SENDS = ['java-push', 'node-push', 'push-meizu', 'php-push', 'go-push'];

describe.each(SENDS)('%s meets', (name) => {
  it('a wrong signature', async () => {
    begin();
    const request = recorded(name);
    const last = request.body.endsWith('0') ? '1' : '0';
    const { body } = await play({ ...request, body: `${request.body.slice(0, -1)}${last}` });
    expect(body).toEqual({ code: '1006', message: '签名认证失败', value: '', redirect: '' });
    expect(shade()).toEqual([]);
  });

  it('a secret that was changed in the console', async () => {
    world = makeWorld();
    const apps = world.credentials.meizu.apps.map((app) => ({ ...app, appSecret: 'new' }));
    world.credentials = { ...world.credentials, meizu: { apps } };
    simulator = door.begin(world);
    expect((await play(recorded(name))).body).toMatchObject({ code: '1006' });
  });

  it('a phone whose app was taken off', async () => {
    begin();
    simulator.act('phone-1', { action: 'uninstall' });
    const { body } = await play(recorded(name));
    expect(body).toMatchObject({ code: '200', value: { '110002': ['PID0001'] } });
  });
});

describe('what the phone makes of them', () => {
  it("the Java SDK's address opens, with its parameters as texts", async () => {
    begin();
    await play(recorded('java-push'));
    expect(shade()[0]?.tap).toMatchObject({
      kind: 'open-web',
      target: 'https://example.com/o?id=7',
      data: { extras: { id: '7', count: '2' } },
    });
  });

  it('the Go SDK, which by default keeps nothing for phones that are away', async () => {
    begin();
    simulator.patchDevice('phone-1', { online: false });
    await play(recorded('go-push'));
    expect(simulator.storedFor('phone-1')).toBe(0);
    await play(recorded('java-push'));
    expect(simulator.storedFor('phone-1')).toBe(1);
  });
});
