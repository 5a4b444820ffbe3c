import { describe, expect, it } from 'vitest';
import { createTarget } from '../../device/create.ts';
import type { ResolvedField, ResolvedFields } from '../../im/fields.ts';
import { makeMessage } from '../../testing/fixtures.ts';
import { makeVendorRequest, VendorWorld } from '../../testing/vendor-world.ts';
import type { AcceptedPush, BuildInput, VendorCall } from '../types.ts';
import { createOppo } from './channel.ts';
import { HOST, R1 } from './testing/scene.ts';

const channel = createOppo();
const resolved = <T>(value: T): ResolvedField<T> => ({ value, from: 'message', overridden: [] });

const EXAMPLE = '{"level":15,"task":"TASK15"}';

const fieldsOf = (rest: Partial<Record<'title' | 'ext', string | null>> & { body?: string } = {}): ResolvedFields => ({
  title: resolved<string | null>(rest.title === undefined ? "I'm title" : rest.title),
  body: resolved(rest.body ?? "I'm description"),
  sound: resolved('default'),
  badge: resolved(true),
  ext: resolved<string | null>(rest.ext === undefined ? EXAMPLE : rest.ext),
});

function inputOf(world: VendorWorld, rest: Partial<BuildInput> = {}): BuildInput {
  const device = world.device();
  const target = device.targets[0];
  if (!target) throw new Error('no target');
  return {
    message: makeMessage(),
    device,
    target,
    fields: fieldsOf(),
    badge: null,
    accessToken: 'T',
    now: world.now,
    senderNow: world.now,
    profile: world.profile,
    ports: world.ports,
    credentials: world.credentials,
    ...rest,
  };
}

const formOf = (call: VendorCall) => Object.fromEntries(new URLSearchParams(call.body));
const send = (world: VendorWorld, call: VendorCall) =>
  world.send({ method: call.method, host: call.host, path: call.path, headers: call.headers, body: call.body });

/** Sends as IM does: a token first, then the push; gives what IM makes of the answer. */
function push(world: VendorWorld, fields: ResolvedFields) {
  const { authorization } = channel;
  if (!authorization) throw new Error('no authorization');
  const { now, ports, credentials } = world;
  const auth = send(
    world,
    authorization.build({ app: 'com.example.app', senderNow: now, ports, credentials }),
  ).response;
  const token = authorization.read(auth.status, auth.body, now);
  expect(token?.expiresAt).toBe(now + 24 * 3_600_000);
  const { response } = send(world, channel.build(inputOf(world, { fields, accessToken: token?.value ?? null })));
  return channel.readAnswer(response.status, response.body);
}

describe('build', () => {
  it('sends a unicast with ext as action_parameters', () => {
    const call = channel.build(inputOf(new VendorWorld(channel, [R1])));
    expect(call).toMatchObject({ method: 'POST', host: HOST, path: '/server/v1/message/notification/unicast' });
    const { auth_token, message } = formOf(call);
    expect(auth_token).toBe('T');
    expect(JSON.parse(message ?? '')).toEqual({
      target_type: 2,
      target_value: R1,
      notification: {
        title: "I'm title",
        content: "I'm description",
        click_action_type: 0,
        action_parameters: EXAMPLE,
        off_line: true,
        off_line_ttl: 604_800,
      },
    });
    expect(call.trace.map(({ rule }) => rule)).toEqual(['oppo-build-ext', 'oppo-build-life', 'oppo-build-click']);
  });

  it('leaves action_parameters out without ext, and says what OPPO will refuse', () => {
    const world = new VendorWorld(channel, [R1]);
    const rules = (fields: ResolvedFields) => channel.build(inputOf(world, { fields })).trace.map(({ rule }) => rule);
    const none = formOf(channel.build(inputOf(world, { fields: fieldsOf({ ext: null }) })));
    expect(none.message).not.toContain('action_parameters');
    expect(rules(fieldsOf({ ext: 'plain' }))).toContain('oppo-build-ext-object');
    expect(rules(fieldsOf({ title: 'x'.repeat(51) }))).toContain('oppo-build-long');
    expect(rules(fieldsOf({ body: 'x'.repeat(201) }))).toContain('oppo-build-long');
    const stranger = channel.build(inputOf(world, { target: createTarget(R1, 'com.stranger', world.now) }));
    expect(stranger.trace.at(-1)).toMatchObject({ rule: 'oppo-build-no-app', params: { package: 'com.stranger' } });
    expect(() => rules(fieldsOf({ title: '\uD800', ext: '\uDFFF' }))).not.toThrow();
  });

  it('row 11 of the IM vectors: accepted, shown, ext as two extras', () => {
    const world = new VendorWorld(channel, [R1]);
    expect(push(world, fieldsOf())).toMatchObject({ accepted: true, cause: null });
    expect(world.device().shade).toMatchObject([
      {
        title: "I'm title",
        body: "I'm description",
        sound: 'default',
        ext: EXAMPLE,
        tap: { kind: 'open-app', data: { level: 15, task: 'TASK15' } },
      },
    ]);
  });

  it('row 4: the default text', () => {
    const world = new VendorWorld(channel, [R1]);
    expect(push(world, fieldsOf({ title: 'a new message', body: 'hi', ext: null })).accepted).toBe(true);
    expect(world.device().shade).toMatchObject([{ title: 'a new message', body: 'hi', sound: 'default', ext: null }]);
  });

  it('row 41: a title of 51 characters and ext that is no object are refused with 41', () => {
    for (const fields of [fieldsOf({ title: '题'.repeat(51) }), fieldsOf({ ext: 'plain' })]) {
      const world = new VendorWorld(channel, [R1]);
      const reading = push(world, fields);
      expect(reading).toMatchObject({ accepted: false, cause: 'oppo-argument-value' });
      expect(reading.trace).toMatchObject([{ params: { code: 41 } }]);
      expect(world.device().shade).toEqual([]);
    }
  });
});

describe('authorization', () => {
  const { authorization } = channel;

  it('reads a token, and knows the refusal of an old one', () => {
    const body = (value: unknown) => JSON.stringify(value);
    const read = (value: unknown) => authorization?.read(200, body(value), 5);
    expect(read({ code: 0, data: { auth_token: 'a', create_time: 1 } })).toEqual({ value: 'a', expiresAt: 86_400_005 });
    for (const bad of [
      { code: 16 },
      { code: 0 },
      { code: 0, data: {} },
      { code: 0, data: { auth_token: '' } },
      [],
      null,
    ])
      expect(read(bad)).toBeNull();
    expect(authorization?.isRefusal(200, body({ code: 11 }))).toBe(true);
    expect(authorization?.isRefusal(200, body({ code: 29 }))).toBe(false);
    expect(authorization?.isRefusal(502, '<html>')).toBe(false);
  });

  it('signs for the app of the package; without one the endpoint says so', () => {
    const world = new VendorWorld(channel, [R1]);
    const { now, ports, credentials } = world;
    const call = authorization?.build({ app: 'com.stranger', senderNow: now, ports, credentials });
    expect(call?.trace.map(({ rule }) => rule)).toEqual(['oppo-build-no-app']);
    expect(call && JSON.parse(send(world, call).response.body).code).toBe(15);
  });
});

describe('readAnswer', () => {
  it.each([
    ['{"code":11}', 'oppo-token'],
    ['{"code":10000,"message":"x"}', 'oppo-registration-id'],
    ['{"code":67}', 'oppo-category'],
    ['{"code":-1}', 'oppo-answer-refused'],
    ['{"code":424242}', 'oppo-answer-refused'],
    ['{"code":"0"}', 'oppo-answer-unreadable'],
    ['{"code":0.5}', 'oppo-answer-unreadable'],
    ['[]', 'oppo-answer-unreadable'],
    ['', 'oppo-answer-unreadable'],
    ['<html>', 'oppo-answer-unreadable'],
  ])('of %s names %s', (body, cause) => {
    expect(channel.readAnswer(200, body)).toMatchObject({ accepted: false, cause });
  });
});

describe('store', () => {
  const item = (id: string, acceptedAt: number, expiresAt: number | null): AcceptedPush => ({
    id,
    channel: 'oppo',
    deviceId: 'd',
    token: R1,
    app: 'a',
    payload: null,
    title: null,
    body: null,
    expiresAt,
    acceptedAt,
  });
  const ids = (list: readonly AcceptedPush[]): string[] => list.map(({ id }) => id);

  it('keeps in order of acceptance, drops what is over or is to be tried once', () => {
    const next = channel.store([item('old', 0, 50), item('a', 10, 1000)], item('b', 50, 1000));
    expect([ids(next.kept), ids(next.dropped)]).toEqual([['a', 'b'], ['old']]);
    expect(ids(channel.store(next.kept, item('once', 60, null)).dropped)).toEqual(['once']);
    expect(ids(channel.store(next.kept, item('zero', 60, 60)).dropped)).toEqual(['zero']);
  });
});

describe('definition', () => {
  it('owns its paths and leaves other vendors theirs', () => {
    const { ownsPath, hosts } = channel.definition;
    for (const path of ['/server/v1/auth', '/server/v1/nothing?x=1', '/server/v1', '/server/v1?x'])
      expect(ownsPath(path)).toBe(true);
    for (const path of [
      '/server/v2/auth',
      '/server/v1x',
      '/message/auth',
      '/v3/message/regid',
      '/',
      '/garcia/api/server/push',
    ])
      expect(ownsPath(path)).toBe(false);
    expect(new Set(hosts).size).toBe(6);
  });
});

describe('scripted faults', () => {
  it('answer with any code, in the vendor’s form', () => {
    const world = new VendorWorld(channel, [R1]);
    const request = makeVendorRequest(HOST, { path: '/server/v1/auth' });
    for (const code of channel.codes) {
      const { status, body } = channel.answerWith(code, request, world.context);
      expect(status).toBe(code.httpStatus);
      if (code.code === '-3') expect(() => JSON.parse(body)).toThrow();
      else expect(JSON.parse(body)).toEqual({ code: Number(code.code), message: expect.stringMatching(/./) });
    }
  });
});
