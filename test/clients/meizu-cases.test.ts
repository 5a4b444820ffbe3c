import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createMeizu } from '../../src/core/channels/meizu/channel.ts';
import { RECORDED } from '../../src/core/channels/meizu/testing/recorded.ts';
import { type Answer, makeWorld, SECRET, signatureFor } from '../../src/core/channels/meizu/testing/world.ts';
import type { Simulator } from '../../src/core/simulator-types.ts';
import { openVendorDoor, type VendorDoor } from '../front-door/vendor-door.ts';
import { type ClientId, clientCases } from './matrix.ts';

let door: VendorDoor;
let simulator: Simulator;
beforeAll(async () => {
  door = await openVendorDoor(createMeizu());
});
afterAll(() => door.close());
beforeEach(() => {
  simulator = door.begin(makeWorld());
});

/** A recorded body with something else in it, signed as the client signs; everything else keeps its bytes. */
function changed(body: string, from: RegExp, to: string, secret = SECRET): string {
  const text = body.replace(from, to).replace(/&sign=\w+$/, '');
  return `${text}&sign=${signatureFor(Object.fromEntries(new URLSearchParams(text)), secret)}`;
}

const shade = () => simulator.device('phone-1')?.shade ?? [];
const stopRule = () => simulator.exchanges()[0]?.trace.find(({ verdict }) => verdict === 'stop')?.rule;

/** The cases of the client that forms this recorded push. */
function meizuCases(client: Extract<ClientId, `${string}eizu${string}`>, name: string): void {
  const found = RECORDED.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no request ${name}`);
  const { tls, host, path, headers, body } = found;
  const send = async (text = body) => {
    const answer = await door.send(tls ? 'HTTP/1.1 over TLS' : 'HTTP/1.1', { host, path, headers, body: text });
    expect(answer.status).toBe(200);
    return JSON.parse(answer.body) as Answer;
  };
  const shows = { title: '订单 A&B', body: '您的订单已发货: 50% + 礼品 😀' };
  clientCases(
    client,
    { shows, shade },
    {
      success: async () => expect(await send()).toMatchObject({ code: '200', message: '' }),
      'wrong credentials': async () => {
        expect(await send(changed(body, /$/, '', 'wrong'))).toMatchObject({ code: '1006', message: '签名认证失败' });
        expect(stopRule()).toBe('meizu-sign');
      },
      'bad target': async () => {
        const answer = await send(changed(body, /pushIds=[^&]+/, 'pushIds=PID0009'));
        expect(answer).toMatchObject({ code: '200', value: { '110002': ['PID0009'] } });
      },
      'over-long text': async () => {
        const long = encodeURIComponent('订'.repeat(33));
        expect(await send(changed(body, /%E8%AE%A2%E5%8D%95(?=\+A|%20A)/, long))).toMatchObject({
          code: '1005',
          value: '',
        });
        expect(stopRule()).toBe('meizu-text-length');
      },
      // None of them sends again by itself.
      'server error, then again': async () => {
        const action = { type: 'code', code: '1003' } as const;
        expect(simulator.addFault({ channel: 'meizu', times: 1, action })).toMatchObject({ ok: true });
        expect(await send()).toMatchObject({ code: '1003', message: '服务器忙', value: '' });
        expect(shade()).toEqual([]);
        expect(await send()).toMatchObject({ code: '200' });
      },
    },
  );
}

meizuCases('Meizu Java SDK', 'java-push');
meizuCases('Meizu Node SDK', 'node-push');
meizuCases('Meizu PHP SDK', 'php-push');
meizuCases('Meizu Go SDK', 'go-push');
meizuCases('push-meizu', 'push-meizu');
