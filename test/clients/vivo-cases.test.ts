import { hash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createVivo } from '../../src/core/channels/vivo/channel.ts';
import { GO_AUTH, GO_SEND, JAVA_SDK, NODE, type Recorded } from '../../src/core/channels/vivo/testing/recorded.ts';
import { R1, RX, vivoWorld } from '../../src/core/channels/vivo/testing/world.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import type { VendorWorld } from '../../src/core/testing/vendor-world.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';
import { type ClientId, clientCases } from './matrix.ts';

const DAY = 24 * 3_600_000;
const TEXT = { title: '包裹', body: '您的包裹已送达' };

let door: VendorDoor;
let world: VendorWorld;
let simulator: Simulator;
beforeAll(async () => {
  door = await openVendorDoor(createVivo());
});
afterAll(() => door.close());
beforeEach(() => {
  world = vivoWorld();
  simulator = door.begin(world);
});

type Answer = Readonly<Record<string, unknown>>;

async function play({ method, path, headers, body }: Recorded, values: Readonly<Record<string, string>>) {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
  const filled = headers.map(([name, value]) => [name, fill(value)] as const);
  const answer = await door.send('HTTP/1.1 over TLS', { method, path, headers: filled, body: fill(body) });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body) as Answer;
}

function stopRule(): string | undefined {
  return simulator.exchanges()[0]?.trace.find(({ verdict }) => verdict === 'stop')?.rule;
}

/** The cases of a client whose calls for a token and whose pushes to one user are these. */
function vivoCases(client: Extract<ClientId, `${string}vivo${string}`>, auth: Recorded, message: Recorded): void {
  const login = async (secret = 'demo-secret') => {
    const now = String(world.now);
    return play(auth, { now, sign: hash('md5', `10004demo-key${now}${secret}`) });
  };
  const send = ({ authToken = '' }: Answer, over: { regId?: string; title?: string } = {}) => {
    const { regId = R1, title = TEXT.title } = over;
    const body = message.body.replace(`"title":"${TEXT.title}"`, `"title":"${title}"`);
    return play({ ...message, body }, { token: String(authToken), regId });
  };
  const shade = () => simulator.device('phone-1')?.shade ?? [];
  clientCases(
    client,
    { shows: TEXT, shade },
    {
      success: async () => expect(await send(await login())).toMatchObject({ result: 0, taskId: expect.any(String) }),
      'wrong credentials': async () => {
        expect(await login('wrong')).toEqual({ result: 10206, desc: 'sign 不正确' });
        expect(stopRule()).toBe('vivo-auth-sign');
      },
      // None of them looks at the answer for it: their users fetch a token every hour or two.
      'expired token': async () => {
        const first = await login();
        world.now += DAY;
        expect(await send(first)).toMatchObject({ result: 10000 });
        expect(stopRule()).toBe('vivo-token-expired');
        expect(await send(await login())).toMatchObject({ result: 0 });
      },
      'bad target': async () => {
        const answer = await send(await login(), { regId: RX });
        expect(answer).toEqual({ result: 10302, desc: 'regId 不合法', invalidUser: { status: 1, userid: RX } });
      },
      'over-long text': async () => {
        const answer = await send(await login(), { title: '包'.repeat(41) });
        expect(answer).toEqual({ result: 10056, desc: 'title 长度不能超过40个字符' });
      },
      // None of them sends again by itself.
      'server error, then again': async () => {
        const token = await login();
        const action = { type: 'code', code: '10040' } as const;
        expect(simulator.addFault({ channel: 'vivo', times: 1, action })).toMatchObject({ ok: true });
        expect(await send(token)).toMatchObject({ result: 10040, desc: '资源暂时受限，请重试' });
        expect(shade()).toEqual([]);
        expect(await send(token)).toMatchObject({ result: 0 });
      },
    },
  );
}

vivoCases('vivo Java SDK', JAVA_SDK.auth, JAVA_SDK.send);
vivoCases('push-vivo', NODE.auth, NODE.send);
vivoCases('modood/pushapi to vivo', GO_AUTH, GO_SEND);
