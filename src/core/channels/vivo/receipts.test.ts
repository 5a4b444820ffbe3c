import { describe, expect, it } from 'vitest';
import { notesOf, type VendorWorld } from '../../testing/vendor-world.ts';
import { ALIAS, message, parseAnswer, post, R1, setVivo, vivoWorld } from './testing/world.ts';

const URL_A = 'http://127.0.0.1:9/a';
const URL_B = 'http://127.0.0.1:9/b';

function withConsole(): VendorWorld {
  const world = vivoWorld();
  const apps = world.credentials.vivo.apps.map((app) => ({ ...app, receipts: [{ id: '77', url: URL_B }] }));
  world.credentials = { ...world.credentials, vivo: { apps } };
  return world;
}

function send(world: VendorWorld, extra: object, change: object = {}, path = '/message/send') {
  const result = post(world, path, message({ classification: 1, extra, ...change }));
  const { taskId } = parseAnswer(result).body;
  return { result, taskId: String(taskId) };
}

describe('receipts by address', () => {
  it('tell an arrival: an object keyed by taskId, in JSON', () => {
    const world = vivoWorld();
    const { taskId } = send(world, { callback: URL_A, 'callback.param': 'o-42' });
    expect(world.callbacks).toEqual([
      {
        channel: 'vivo',
        url: URL_A,
        headers: [['content-type', 'application/json;charset=UTF-8']],
        body: `{"${taskId}":{"param":"o-42","targets":"${R1}"}}`,
        timeoutMs: 5000,
      },
    ]);
  });

  it('name the alias that was sent to, and come although notifications are off', () => {
    const world = vivoWorld();
    world.change({ permission: 'denied' });
    const { taskId } = send(world, { callback: URL_A }, { regId: undefined, alias: ALIAS });
    expect(world.callbacks.map(({ body }) => body)).toEqual([`{"${taskId}":{"param":"","targets":"${ALIAS}"}}`]);
  });

  it('tell no failure, no tap, nothing of tests', () => {
    const world = vivoWorld();
    setVivo(world, { testDevices: 'all' });
    send(world, { callback: URL_A });
    const [push] = world.pushes;
    if (push === undefined) throw new Error('no push');
    world.callbacks.length = 0;
    world.tell(push, 'tapped');
    world.tell(push, 'expired');
    world.change({ targets: [] });
    world.tell(push, 'arrived');
    expect(world.callbacks).toEqual([]);
    const fresh = vivoWorld();
    setVivo(fresh, { testDevices: 'all' });
    const { result } = send(fresh, { callback: URL_A }, { pushMode: 1 });
    expect(fresh.callbacks).toEqual([]);
    expect(notesOf(result)).toContain('vivo-callback-kind');
  });

  it('are for single pushes, unless the switch says all', () => {
    const world = vivoWorld();
    const { result } = send(world, { callback: URL_A }, {}, '/message/all');
    expect(world.callbacks).toEqual([]);
    expect(notesOf(result)).toContain('vivo-callback-kind');
    setVivo(world, { urlReceipts: 'all' });
    send(world, { callback: URL_A }, {}, '/message/all');
    expect(world.callbacks).toHaveLength(2);
  });

  it('go to web addresses only', () => {
    const world = vivoWorld();
    expect(notesOf(send(world, { callback: 'file:///x' }).result)).toContain('vivo-callback-url');
    expect(world.callbacks).toEqual([]);
  });
});

describe('receipts by id', () => {
  it('are not sent, since their form is not published', () => {
    const world = withConsole();
    const { result } = send(world, { callback: URL_A, 'callback.id': '77' });
    expect(notesOf(result)).toEqual(expect.arrayContaining(['vivo-callback-id-wins', 'vivo-callback-id-form']));
    expect(notesOf(send(world, { 'callback.id': '78' }).result)).toContain('vivo-callback-id-unknown');
    expect(world.callbacks).toEqual([]);
  });

  it('tell arrivals and failures where the assumed form is allowed', () => {
    const world = withConsole();
    setVivo(world, { idReceipts: 'assumed' });
    const extra = { callback: URL_A, 'callback.id': '77', 'callback.param': 'p' };
    const { taskId } = send(world, extra);
    expect(world.callbacks).toMatchObject([
      { url: URL_B, body: `{"${taskId}":{"param":"p","targets":"${R1}","code":"0"}}` },
    ]);
    const codes = (): unknown[] =>
      world.callbacks
        .splice(0)
        .flatMap(({ body }) => Object.values(JSON.parse(body)).map((one) => (one as { code: string }).code));
    codes();
    const [push] = world.pushes;
    if (push === undefined) throw new Error('no push');
    world.tell(push, 'expired');
    world.change({ permission: 'denied' });
    world.tell(push, 'arrived');
    world.change({ targets: [] });
    world.tell(push, 'arrived');
    expect(codes()).toEqual(['2144', '104', '2183']);
  });

  it('of live cards tell 301 and 302, and there are none by address', () => {
    const world = withConsole();
    setVivo(world, { idReceipts: 'assumed' });
    const live = (change: object, extra: object = { 'callback.id': '77' }) =>
      send(world, extra, { notifyId: 7, liveMessage: { operation: 2 }, ...change }, '/livemessage/send');
    live({});
    live({ liveMessage: {} });
    const { result } = live({}, { callback: URL_A });
    expect(notesOf(result)).toContain('vivo-callback-kind');
    const told = world.callbacks.map(({ url, body }) => [url, /"code":"(\d+)"/.exec(body)?.[1]]);
    expect(told).toEqual([
      [URL_B, '302'],
      [URL_B, '301'],
    ]);
  });

  it('tell why a message is only counted', () => {
    const world = withConsole();
    setVivo(world, { idReceipts: 'assumed', messageClasses: true });
    const extra = { 'callback.id': '77' };
    send(world, extra, { classification: 0 });
    send(world, extra, { classification: 0 });
    send(world, extra, { classification: 0, title: 'second' });
    send(world, extra, { classification: 0, title: 'third' });
    world.now += 14 * 3_600_000;
    send(world, extra, { classification: 0, title: 'fourth' });
    const codes = world.callbacks.map(({ body }) => /"code":"(\d+)"/.exec(body)?.[1]);
    expect(codes).toEqual(['0', '2124', '0', '12000', '1017']);
  });
});
