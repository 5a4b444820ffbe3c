import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createOppo } from '../../src/core/channels/oppo/channel.ts';
import { type Answer, R1, RX, Scene, signOf } from '../../src/core/channels/oppo/testing/scene.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';
import { type ClientId, clientCases } from './matrix.ts';
import { goClient, JAVA_TIME, javaSdk, nodeClient, type RecordedRequest } from './oppo-recorded.ts';

const DAY = 24 * 3_600_000;

let door: VendorDoor;
let scene: Scene;
beforeAll(async () => {
  door = await openVendorDoor(createOppo());
});
afterAll(() => door.close());
beforeEach(() => {
  scene = new Scene(
    (world) => door.begin(world),
    (parts) => door.send('HTTP/1.1 over TLS', parts),
  );
  scene.world.now = JAVA_TIME;
});

interface OppoClient {
  readonly auth: RecordedRequest;
  /** The requests of one push; the last one names the target. */
  readonly push: readonly RecordedRequest[];
  readonly shows: { readonly title: string; readonly body: string };
}

type Change = (body: string) => string;

/** The cases of a client that asks for its token and pushes so. */
function oppoCases(client: Extract<ClientId, `${string}${'OPPO' | 'oppo'}${string}`>, how: OppoClient): void {
  const { auth, push, shows } = how;
  const ask = ({ headers, body, ...rest }: RecordedRequest, values: Readonly<Record<string, string>> = {}) => {
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
    return scene.ask({ ...rest, headers: headers.map(([name, value]) => [name, fill(value)]), body: fill(body) });
  };
  const login = async (secret = 'demo-master') => {
    const now = scene.world.now;
    const body = auth.body
      .replace(/sign=\w+/, `sign=${signOf('demo-key', now, secret)}`)
      .replace(/timestamp=\d+/, `timestamp=${now}`);
    const answer = await ask({ ...auth, body });
    scene.token = String(answer.data.auth_token ?? '');
    return answer;
  };
  /** Sends until something is refused; answers the last. */
  const send = async (change: Change = (body) => body): Promise<Answer | undefined> => {
    let last: Answer | undefined;
    for (const request of push) {
      const messageId = String(last?.data.message_id ?? '');
      last = await ask({ ...request, body: change(request.body) }, { token: scene.token, messageId });
      if (last.body.code !== 0) return last;
    }
    return last;
  };
  const shade = () => scene.shade();
  clientCases(
    client,
    { shows, shade },
    {
      success: async () => {
        await login();
        expect((await send())?.body.code).toBe(0);
      },
      'wrong credentials': async () => {
        expect((await login('wrong')).text).toBe('{"code":16,"message":"Invalid Signature"}');
        expect(scene.refusedBy()).toBe('oppo-sign');
      },
      // The Java SDK asks for a new token after 11 by itself, the others leave it to their users; the requests are the same.
      'expired token': async () => {
        await login();
        scene.advance(DAY);
        expect((await send())?.text).toBe('{"code":11,"message":"Invalid AuthToken"}');
        expect(scene.refusedBy()).toBe('oppo-token-expired');
        await login();
        expect((await send())?.body.code).toBe(0);
      },
      // An unknown registration is no error of the call, it only reaches nobody.
      'bad target': async () => {
        await login();
        expect((await send((body) => body.replaceAll(R1, RX)))?.body.code).toBe(0);
        expect(scene.simulator.exchanges()[0]).toMatchObject({ deliveries: [] });
      },
      'over-long text': async () => {
        await login();
        const title = new RegExp(`(?<=title(?:=|%22%3A%22))${shows.title}`);
        const answer = await send((body) => body.replace(title, shows.title.repeat(11)));
        expect(answer?.body.code).toBe(41);
        expect(scene.refusedBy()).toBe('oppo-argument-value');
      },
      // None of them sends again by itself what was not about the token.
      'server error, then again': async () => {
        await login();
        const action = { type: 'code', code: '-1' } as const;
        const path = push.at(-1)?.path ?? '';
        const added = scene.simulator.addFault({ channel: 'oppo', match: { path }, times: 1, action });
        expect(added).toMatchObject({ ok: true });
        expect((await send())?.text).toBe('{"code":-1,"message":"Service Currently Unavailable"}');
        expect(shade()).toEqual([]);
        expect((await send())?.body.code).toBe(0);
      },
    },
  );
}

oppoCases('OPPO Java SDK', {
  auth: javaSdk.auth,
  push: [javaSdk.unicast],
  shows: { title: 'Parcel', body: 'Your parcel is here' },
});
oppoCases('push-oppo', {
  auth: nodeClient.auth,
  push: [nodeClient.save, nodeClient.broadcast],
  shows: { title: 'title', body: '内容' },
});
oppoCases('modood/pushapi to OPPO', {
  auth: goClient.auth,
  push: [goClient.send],
  shows: { title: 'Parcel', body: 'here' },
});
