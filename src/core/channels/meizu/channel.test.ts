import { describe, expect, it } from 'vitest';
import { createTarget } from '../../device/create.ts';
import type { Device } from '../../device/types.ts';
import type { ResolvedField, ResolvedFields } from '../../im/fields.ts';
import type { MessageOfflinePush } from '../../im/types.ts';
import { makeMessage } from '../../testing/fixtures.ts';
import { makeSimulator } from '../../testing/simulator.ts';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import type { AcceptedPush, BuildInput, VendorCall } from '../types.ts';
import { createMeizu } from './channel.ts';
import { answerOf, BY_PUSH_ID, makeWorld, push, signatureFor } from './testing/world.ts';

const channel = createMeizu();
const resolved = <T>(value: T): ResolvedField<T> => ({ value, from: 'message', overridden: [] });

const fieldsOf = (ext: string | null, title = "I'm title", body = '1 + 1 & 2'): ResolvedFields => ({
  title: resolved<string | null>(title),
  body: resolved(body),
  sound: resolved('default'),
  badge: resolved(true),
  ext: resolved(ext),
});

function inputOf(rest: Partial<BuildInput> = {}): BuildInput {
  const world = makeWorld();
  const device = world.device();
  return {
    message: makeMessage(),
    device,
    target: createTarget('PID0001', 'com.example.app', WORLD_TIME),
    fields: fieldsOf('{"level":15}'),
    badge: null,
    accessToken: null,
    now: WORLD_TIME,
    senderNow: WORLD_TIME,
    profile: world.profile,
    ports: world.ports,
    credentials: world.credentials,
    ...rest,
  };
}

const formOf = ({ body }: VendorCall) => Object.fromEntries(new URLSearchParams(body));

describe('build', () => {
  it('signs a form to pushByPushId: title, text, open the app, ext as parameter, 72 hours', () => {
    const call = channel.build(inputOf());
    expect(call).toMatchObject({ method: 'POST', host: 'server-api-push.meizu.com', path: BY_PUSH_ID });
    const { sign, ...fields } = formOf(call);
    expect(fields).toEqual({
      appId: '123456',
      pushIds: 'PID0001',
      messageJson:
        '{"noticeBarInfo":{"title":"I\'m title","content":"1 + 1 & 2"},"clickTypeInfo":{"clickType":0,"parameters":{"ext":"{\\"level\\":15}"}},"pushTimeInfo":{"offLine":1,"validTime":72}}',
    });
    expect(sign).toBe(signatureFor(fields));
    expect(call.trace.map(({ rule }) => rule)).toEqual(['meizu-build-click', 'meizu-build-life', 'meizu-build-ext']);
    for (const { rule } of call.trace)
      expect(channel.rules.find((one) => one.id === rule)?.certainty, rule).toBe('inferred');
  });

  it('leaves parameters out without ext', () => {
    for (const ext of [null, '']) {
      const { messageJson = '' } = formOf(channel.build(inputOf({ fields: fieldsOf(ext) })));
      expect(JSON.parse(messageJson)).toMatchObject({ clickTypeInfo: { clickType: 0 } });
      expect(messageJson).not.toContain('parameters');
    }
  });

  it('cuts nothing, but says what is too long; survives broken surrogates; says when no app has the package', () => {
    const long = channel.build(inputOf({ fields: fieldsOf(null, 'x'.repeat(33), 'y'.repeat(101)) }));
    expect(long.trace.filter(({ rule }) => rule === 'meizu-build-length')).toMatchObject([
      { params: { field: 'title', received: 33, limit: 32 } },
      { params: { field: 'content', received: 101, limit: 100 } },
    ]);
    const { sign, ...fields } = formOf(channel.build(inputOf({ fields: fieldsOf('\uD800', '\uD800') })));
    expect(sign).toBe(signatureFor(fields));
    const stranger = channel.build(inputOf({ target: createTarget('PID0001', 'com.stranger', WORLD_TIME) }));
    expect(stranger.trace.at(-1)).toMatchObject({ rule: 'meizu-build-no-app', params: { package: 'com.stranger' } });
  });
});

describe('readAnswer', () => {
  it.each([
    [200, { code: '200', value: {}, msgId: 'm' }, null],
    [200, { code: '200', value: { '110002': [] } }, null],
    [200, { code: '200', value: { '110002': ['PID0001'] } }, 'meizu-push-id-registered'],
    [200, { code: '200', value: { '519': ['PID0001'] } }, 'meizu-answer-targets'],
    [200, { code: '200', value: { '110010': ['PID0001'] } }, 'meizu-switch-on'],
    [200, { code: '110010', value: '' }, 'meizu-rate'],
    [200, { code: '1006', value: '' }, 'meizu-sign'],
    [200, { code: '500', message: 'title is empty' }, 'meizu-title-present'],
    [200, { code: '500', message: 'content is empty' }, 'meizu-content-present'],
    [200, { code: '500', message: 'toString' }, 'meizu-answer-refused'],
    [200, { code: '4711' }, 'meizu-answer-refused'],
    [200, { code: 200, value: {} }, 'meizu-answer-unreadable'],
    [502, { code: '200', value: {} }, 'meizu-answer-unreadable'],
    [200, [], 'meizu-answer-unreadable'],
  ])('%i %o → %s', (status, body, cause) => {
    expect(channel.readAnswer(status, JSON.stringify(body))).toMatchObject({ accepted: cause === null, cause });
  });

  it('does not take an error page for an answer', () => {
    expect(channel.readAnswer(200, '<html>')).toMatchObject({ accepted: false, cause: 'meizu-answer-unreadable' });
  });

  it('finds the rule that our own endpoint refused by', () => {
    for (const request of [
      push({}, { title: '' }),
      push({}, { content: '' }),
      push({}, {}, 'PID0007'),
      push({}, {}, 'x-y'),
      { ...push(), body: `${push().body}0` },
    ]) {
      const { response, trace } = makeWorld().send(request);
      const stop = trace.find(({ verdict }) => verdict === 'stop');
      expect(channel.readAnswer(response.status, response.body).cause).toBe(stop?.rule);
    }
  });
});

describe('store', () => {
  const one = (id: string, acceptedAt: number, expiresAt: number | null): AcceptedPush => ({
    id,
    channel: 'meizu',
    deviceId: 'd',
    token: 'PID0001',
    app: 'com.example.app',
    payload: null,
    title: null,
    body: null,
    expiresAt,
    acceptedAt,
  });

  it('keeps everything in order until it is over, and nothing with offLine 0', () => {
    const ids = (list: readonly AcceptedPush[]): string[] => list.map(({ id }) => id);
    const next = channel.store([one('old', 0, 50), one('a', 10, 1000)], one('b', 50, 1000));
    expect([ids(next.kept), ids(next.dropped)]).toEqual([['a', 'b'], ['old']]);
    const once = channel.store(next.kept, one('once', 60, null));
    expect([ids(once.kept), ids(once.dropped)]).toEqual([['a', 'b'], ['once']]);
  });
});

function bench(patch: Partial<Device> = {}) {
  const made = makeSimulator([createMeizu()]);
  const [device] = made.simulator.workspace().devices;
  if (device === undefined) throw new Error('no phone');
  made.simulator.patchDevice(device.id, patch);
  const send = (offlinePush?: MessageOfflinePush) =>
    made.send({ to: { c2c: 'user-meizu' }, ...(offlinePush === undefined ? {} : { offlinePush }) })[0];
  const shade = () => made.simulator.device(device.id)?.shade ?? [];
  return { ...made, id: device.id, sendPush: send, shade };
}

describe('vectors of the IM side', () => {
  it('row 3: nothing set', () => {
    const { sendPush, shade } = bench();
    expect(sendPush()).toMatchObject({ delivered: true, reason: 'delivered', via: 'push' });
    expect(shade()).toMatchObject([{ title: 'a new message', body: 'hi', sound: 'default', ext: null }]);
  });

  it('row 13: Android title and general text', () => {
    const { sendPush, shade } = bench();
    sendPush({ android: { title: 'T' }, descr: 'd' });
    expect(shade()).toMatchObject([{ title: 'T', body: 'd', sound: 'default' }]);
  });

  it('a sound of Android is not played, ext arrives as an extra', () => {
    const { sendPush, shade } = bench();
    const sound = 'android.resource://com.example.app/raw/hualala';
    sendPush({ title: 'T', descr: 'd', ext: '{"level":15,"task":"TASK15"}', android: { sound } });
    expect(shade()).toMatchObject([
      {
        sound: 'default',
        ext: '{"level":15,"task":"TASK15"}',
        tap: { kind: 'open-app', data: { extras: { ext: '{"level":15,"task":"TASK15"}' } } },
      },
    ]);
  });

  it('row 42: notifications forbidden; the vendor takes the push', () => {
    const { sendPush } = bench({ permission: 'denied' });
    const outcome = sendPush();
    expect(outcome).toMatchObject({ delivered: false, reason: 'device-suppressed', cause: 'android-permission' });
    expect(outcome?.answer).toMatchObject({ status: 200 });
  });

  it('a title of 33 characters is refused by the vendor', () => {
    const { sendPush } = bench();
    expect(sendPush({ title: 'x'.repeat(33), descr: 'd' })).toMatchObject({
      reason: 'vendor-rejected',
      cause: 'meizu-text-length',
    });
  });

  it('a phone that is away gets it within 72 hours, and not after', () => {
    for (const [hours, count] of [
      [71, 1],
      [73, 0],
    ] as const) {
      const { sendPush, shade, simulator, advance, id } = bench({ online: false });
      expect(sendPush()).toMatchObject({ reason: 'device-offline', cause: 'device-stored' });
      advance(hours * 3_600_000);
      simulator.tick();
      simulator.patchDevice(id, { online: true });
      expect(shade()).toHaveLength(count);
    }
  });
});

describe('receipts', () => {
  const wish = (rest: object = {}) =>
    push({ extra: { callback: 'http://127.0.0.1:9/mz', 'callback.param': 'o 7', 'callback.type': '3', ...rest } });
  const parts = (body: string) => Object.fromEntries(new URLSearchParams(body));

  it('delivered, then clicked: cb and access_token', () => {
    const world = makeWorld();
    const { msgId } = answerOf(world.send(wish()));
    const [first] = world.pushes;
    if (first) world.tell(first, 'tapped');
    expect(world.callbacks).toMatchObject([
      {
        channel: 'meizu',
        url: 'http://127.0.0.1:9/mz',
        headers: [['content-type', 'application/x-www-form-urlencoded']],
      },
      { channel: 'meizu' },
    ]);
    const [delivered, clicked] = world.callbacks.map(({ body }) => parts(body));
    expect(delivered?.cb).toBe(`{"${String(msgId)}-1":{"param":"o 7","type":1,"targets":["PID0001"]}}`);
    expect(clicked?.cb).toBe(`{"${String(msgId)}-2":{"param":"o 7","type":2,"targets":["PID0001"]}}`);
    expect(delivered?.access_token).toMatch(/^[0-9a-f]{32}$/);
    expect(clicked?.access_token).toBe(delivered?.access_token);
    expect(Object.keys(delivered ?? {})).toEqual(['cb', 'access_token']);
  });

  it.each([
    ['1', [1]],
    ['2', [2]],
    [3, [1, 2]],
  ])('of type %s', (type, expected) => {
    const world = makeWorld();
    world.send(wish({ 'callback.type': type }));
    const [first] = world.pushes;
    if (first) world.tell(first, 'tapped');
    const types = world.callbacks.map(({ body }) => Number(/-(\d)"/.exec(parts(body).cb ?? '')?.[1]));
    expect(types).toEqual(expected);
  });

  it('name the alias when one was addressed; none for what is lost or has expired', () => {
    const world = makeWorld();
    const request = push({ extra: { callback: 'http://127.0.0.1:9/mz' } });
    world.send(request);
    const [first] = world.pushes;
    if (first === undefined) throw new Error('nothing was sent');
    const addressed = { ...first, payload: { ...(first.payload as object), addressed: 'a1' } };
    const device = world.device();
    const told = (event: 'arrived' | 'expired', on: Device = device) =>
      channel.receipts(addressed, event, on, world.now, world.context);
    expect(parts(told('arrived')[0]?.body ?? '').cb).toContain('"targets":["a1"]');
    expect(told('expired')).toEqual([]);
    expect(told('arrived', { ...device, app: { ...device.app, installed: false } })).toEqual([]);
    expect(told('arrived', { ...device, permission: 'denied' })).toHaveLength(1);
  });
});
