import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVivo } from '../../src/core/channels/vivo/channel.ts';
import { GO_SEND, JAVA_SDK, NODE_ALL, type Recorded } from '../../src/core/channels/vivo/testing/recorded.ts';
import { R1, R2, RX, vivoWorld } from '../../src/core/channels/vivo/testing/world.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import type { VendorWorld } from '../../src/core/testing/vendor-world.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';

/**
 * No client of vivo can be had from the package registry, so these are its requests as recorded, played over real
 * sockets by one that reads the answers as the clients do.
 */
let door: VendorDoor;
beforeAll(async () => {
  door = await openVendorDoor(createVivo());
});
afterAll(() => door.close());

type Answer = Readonly<Record<string, unknown>>;

class Sender {
  readonly world: VendorWorld = vivoWorld();
  readonly simulator: Simulator = door.begin(this.world);
  secret = 'demo-secret';
  #values: Record<string, string> = { regId: R1, regId2: R2 };

  set(values: Record<string, string>): void {
    this.#values = { ...this.#values, ...values };
  }

  async play({ method, path, headers, body }: Recorded): Promise<Answer> {
    const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (all, name: string) => this.#values[name] ?? all);
    const filled = headers.map(([name, value]) => [name, fill(value)] as const);
    const answer = await door.send('HTTP/1.1 over TLS', {
      method,
      path: fill(path),
      headers: filled,
      body: fill(body),
    });
    // The Java SDK throws on anything but 200 and reads JSON.
    if (answer.status !== 200) throw new Error(`faild :${answer.status}`);
    return JSON.parse(answer.body) as Answer;
  }

  async login(): Promise<Answer> {
    const now = String(this.world.now);
    this.set({ now, sign: hash('md5', `10004demo-key${now}${this.secret}`) });
    const answer = await this.play(JAVA_SDK.auth);
    if (typeof answer.authToken === 'string') this.set({ token: answer.authToken });
    return answer;
  }

  shade(id = 'phone-1') {
    return this.simulator.workspace().devices.find((device) => device.id === id)?.shade ?? [];
  }
}

async function ready(): Promise<Sender> {
  const sender = new Sender();
  expect(await sender.login()).toMatchObject({ result: 0 });
  return sender;
}

describe('the official Java SDK', () => {
  it('sends to one user, and the phone shows it', async () => {
    const sender = await ready();
    expect(await sender.play(JAVA_SDK.send)).toEqual({
      result: 0,
      desc: '请求成功',
      taskId: expect.stringMatching(/^\d{18}$/),
    });
    expect(sender.shade()).toMatchObject([
      { title: '包裹', body: '您的包裹已送达', sound: 'default', vibrated: true, tap: { kind: 'open-app' } },
    ]);
  });

  it('saves a body, sends it to a list, and reads the statistics', async () => {
    const sender = await ready();
    const { taskId } = await sender.play(JAVA_SDK.save);
    sender.set({ task: String(taskId), regId2: RX });
    expect(await sender.play(JAVA_SDK.list)).toMatchObject({
      result: 0,
      requestId: '5f1d6a0e3c524d0d',
      invalidUsers: [{ status: 1, userid: RX }],
    });
    const { statistics } = await sender.play(JAVA_SDK.statistics);
    expect(statistics).toMatchObject([{ taskId, target: 2, valid: 1, send: 1, receive: 1, display: 1, click: 0 }]);
  });

  it('may repeat a request after a time-out without a second notification', async () => {
    const sender = await ready();
    const answers = [
      await sender.play(JAVA_SDK.send),
      await sender.play(JAVA_SDK.send),
      await sender.play(JAVA_SDK.send),
    ];
    expect(new Set(answers.map(({ taskId }) => taskId)).size).toBe(1);
    expect(sender.shade()).toHaveLength(1);
  });

  it('throws on a broken body', async () => {
    const sender = await ready();
    await expect(sender.play({ ...JAVA_SDK.send, body: '{' })).rejects.toThrow('faild :500');
  });
});

describe('other clients', () => {
  it('push-vivo reaches everybody through two slashes, with a number as requestId', async () => {
    const sender = await ready();
    expect(await sender.play(NODE_ALL)).toMatchObject({ result: 0 });
    expect([sender.shade().length, sender.shade('phone-2').length, sender.shade('phone-4').length]).toEqual([1, 1, 0]);
  });

  it('push-vivo can count invalidUsers also when there are none', async () => {
    const sender = await ready();
    const { taskId } = await sender.play(JAVA_SDK.save);
    sender.set({ task: String(taskId) });
    expect((await sender.play(JAVA_SDK.list)).invalidUsers).toEqual([]);
  });

  it('modood/pushapi is invisible while the app is open', async () => {
    const sender = new Sender();
    sender.world.process('foreground');
    const open = door.begin(sender.world);
    await sender.login();
    expect(await sender.play(GO_SEND)).toMatchObject({ result: 0 });
    expect(open.workspace().devices.find(({ id }) => id === 'phone-1')?.shade).toEqual([]);
  });
});
