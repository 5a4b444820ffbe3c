import { describe, expect, it } from 'vitest';
import { createTarget } from '../../device/create.ts';
import { decideOffline } from '../../im/decide.ts';
import type { ResolvedField, ResolvedFields } from '../../im/fields.ts';
import { examplePush, makeDecision, makeDevice, makeMessage } from '../../testing/fixtures.ts';
import { type VendorWorld, WORLD_TIME } from '../../testing/vendor-world.ts';
import type { BuildInput } from '../types.ts';
import { createVivo } from './channel.ts';
import { CODE_TABLE } from './code-table.ts';
import { login, R1, setVivo, vivoWorld } from './testing/world.ts';

const channel = createVivo();
const { authorization } = channel;
if (authorization === undefined) throw new Error('vivo wants a token');
const resolved = <T>(value: T): ResolvedField<T> => ({ value, from: 'message', overridden: [] });

function fieldsOf(change: Partial<{ title: string; body: string; ext: string | null }> = {}): ResolvedFields {
  const { title = 'a new message', body = 'hi', ext = null } = change;
  return {
    title: resolved<string | null>(title),
    body: resolved(body),
    sound: resolved('default'),
    badge: resolved(true),
    ext: resolved(ext),
  };
}

function inputOf(world: VendorWorld, rest: Partial<BuildInput> = {}): BuildInput {
  const device = world.device();
  const [target] = device.targets;
  if (!target) throw new Error('no target');
  return {
    message: makeMessage(),
    device,
    target,
    fields: fieldsOf(),
    badge: null,
    accessToken: login(world),
    now: world.now,
    senderNow: world.now,
    profile: world.profile,
    ports: world.ports,
    credentials: world.credentials,
    ...rest,
  };
}

const bodyOf = (input: BuildInput) => JSON.parse(channel.build(input).body) as Record<string, unknown>;

describe('build', () => {
  it('sends the fields in order to /message/send, with the token', () => {
    const input = inputOf(vivoWorld(), { fields: fieldsOf({ ext: '{"level":15}' }) });
    const call = channel.build(input);
    expect(call).toMatchObject({
      protocol: 'http/1.1',
      method: 'POST',
      host: 'api-push.vivo.com.cn',
      path: '/message/send',
      headers: [
        ['authtoken', input.accessToken],
        ['content-type', 'application/json;charset=UTF-8'],
      ],
    });
    const { requestId } = bodyOf(input);
    expect(requestId).toMatch(/^[0-9a-f]{32}$/);
    expect(call.body).toBe(
      `{"regId":"${R1}","notifyType":4,"title":"a new message","content":"hi","timeToLive":604800,"skipType":1,` +
        `"networkType":-1,"classification":1,"clientCustomMap":{"ext":"{\\"level\\":15}"},"requestId":"${requestId}"}`,
    );
    expect(call.trace.map(({ rule }) => rule)).toEqual(['vivo-build-ext', 'vivo-build-life', 'vivo-build-class']);
  });

  it('has one requestId for each message and phone', () => {
    const world = vivoWorld();
    const idOf = (rest: Partial<BuildInput>): unknown => bodyOf(inputOf(world, rest)).requestId;
    const other = world.device('phone-2').targets[0];
    if (!other) throw new Error('no target');
    expect(idOf({})).toBe(idOf({}));
    expect(new Set([idOf({}), idOf({ message: makeMessage({ id: 'm2' }) }), idOf({ target: other })]).size).toBe(3);
  });

  it('leaves clientCustomMap out without ext, survives broken surrogates, and says what is too long or missing', () => {
    const world = vivoWorld();
    const target = createTarget(R1, 'com.stranger', WORLD_TIME);
    const input = inputOf(world, {
      target,
      fields: fieldsOf({ title: `\uD800${'t'.repeat(40)}`, body: 'c'.repeat(101) }),
    });
    expect(bodyOf(input)).toMatchObject({ title: `\uFFFD${'t'.repeat(40)}` });
    expect(bodyOf(input)).not.toHaveProperty('clientCustomMap');
    const { trace } = channel.build(input);
    expect(trace.filter(({ rule }) => rule === 'vivo-build-length').map(({ params }) => params)).toEqual([
      { name: 'title', received: 41, limit: 40 },
      { name: 'content', received: 101, limit: 100 },
    ]);
    expect(trace.at(-1)).toMatchObject({ rule: 'vivo-build-no-app', params: { package: 'com.stranger' } });
  });
});

describe('from an IM message to the phone', () => {
  function run(message: Parameters<typeof makeDecision>[0]) {
    const world = vivoWorld();
    const decision = decideOffline(makeDecision({ device: makeDevice('vivo'), ...message }));
    if (decision.fields === null) throw new Error('not pushed');
    const call = channel.build(inputOf(world, { fields: decision.fields }));
    const { path, headers, body } = call;
    const { response } = world.send({ path, headers, body });
    expect(channel.readAnswer(response.status, response.body)).toMatchObject({ accepted: true, cause: null });
    return {
      fields: decision.fields,
      shown: world.device().shade[0],
      body: JSON.parse(body) as Record<string, unknown>,
    };
  }

  it('row 3: nothing set', () => {
    const { fields, shown, body } = run({});
    expect(body).toMatchObject({ title: 'a new message', content: 'hi' });
    expect(fields.title).toMatchObject({ value: 'a new message', from: 'default' });
    expect(shown).toMatchObject({
      title: 'a new message',
      body: 'hi',
      sound: 'default',
      badge: 0,
      tap: { kind: 'open-app' },
    });
  });

  it('row 12: the Android title and text of the example win, its sound does not', () => {
    const { fields, shown, body } = run({ message: makeMessage({ offlinePush: examplePush({ androidTexts: true }) }) });
    expect(fields.title).toMatchObject({
      from: 'message.android',
      overridden: [{ from: 'message', value: "I'm title" }],
    });
    expect(fields.body.from).toBe('message.android');
    expect(fields.sound).toMatchObject({ from: 'default', overridden: [{ from: 'message.android' }] });
    expect(body).toMatchObject({ clientCustomMap: { ext: '{"level":15,"task":"TASK15"}' } });
    expect(shown).toMatchObject({
      title: "I'm title for android",
      body: "I'm desc for android",
      sound: 'default',
      ext: '{"level":15,"task":"TASK15"}',
      tap: { data: { onNotificationMessageClicked: { params: { ext: '{"level":15,"task":"TASK15"}' } } } },
    });
  });

  it('row 40: a model that is not supported gets nothing', () => {
    const device = makeDevice('vivo');
    const decision = decideOffline(
      makeDecision({ device: { ...device, system: { ...device.system, modelSupported: false } } }),
    );
    expect(decision).toMatchObject({ reason: 'requirement-not-met' });
  });

  it("row 42: forbidden notifications are the phone's affair", () => {
    const world = vivoWorld();
    world.change({ permission: 'denied' });
    const { path, headers, body } = channel.build(inputOf(world));
    const { response } = world.send({ path, headers, body });
    expect(channel.readAnswer(response.status, response.body).accepted).toBe(true);
    expect(world.presentations).toMatchObject([{ result: 'suppressed', cause: 'android-permission' }]);
  });
});

describe('the life that IM asks for', () => {
  it.each([
    ['tolerant', 604_800, 'vivo-build-life'],
    ['old', 604_800, 'vivo-build-life'],
    ['mid', 86_400, 'vivo-build-life-cut'],
    ['new', 86_400, 'vivo-build-life-cut'],
  ] as const)('is the most that edition %s takes, and the endpoint takes it', (era, life, rule) => {
    const world = vivoWorld();
    setVivo(world, { era });
    const call = channel.build(inputOf(world));
    expect(JSON.parse(call.body)).toMatchObject({ timeToLive: life });
    expect(call.trace.map((step) => step.rule)).toContain(rule);
    const sent = world.send({ path: call.path, headers: call.headers, body: call.body });
    expect(channel.readAnswer(sent.response.status, sent.response.body).accepted).toBe(true);
    expect(world.pushes.map(({ expiresAt }) => expiresAt)).toEqual([world.now + life * 1000]);
  });
});

describe('the access token', () => {
  it('is asked for with the signature of the official vector', () => {
    const world = vivoWorld();
    const call = authorization.build({
      app: 'com.example.app',
      senderNow: 1_700_000_000_000,
      ports: world.ports,
      credentials: world.credentials,
    });
    expect(call.path).toBe('/message/auth');
    expect(call.body).toBe(
      '{"appId":"10004","appKey":"demo-key","timestamp":1700000000000,"sign":"9c084d3d76492b9ba52e097992bd1198"}',
    );
  });

  it('is read, kept for a day, and renewed when it is refused', () => {
    const world = vivoWorld();
    const call = authorization.build({
      app: 'com.example.app',
      senderNow: world.now,
      ports: world.ports,
      credentials: world.credentials,
    });
    const { status, body } = world.send({ path: call.path, headers: call.headers, body: call.body }).response;
    const token = authorization.read(status, body, world.now);
    expect(token).toEqual({ value: expect.any(String), expiresAt: world.now + 86_400_000 });
    world.now += 86_400_000;
    const late = channel.build(inputOf(world, { accessToken: token?.value ?? '' }));
    const refused = world.send({ path: late.path, headers: late.headers, body: late.body }).response;
    expect(authorization.isRefusal(refused.status, refused.body)).toBe(true);
    const fresh = channel.build(inputOf(world));
    const sent = world.send({ path: fresh.path, headers: fresh.headers, body: fresh.body }).response;
    expect(authorization.isRefusal(sent.status, sent.body)).toBe(false);
    expect(channel.readAnswer(sent.status, sent.body).accepted).toBe(true);
  });

  it('is null when vivo refuses, and the call says when no app has the package', () => {
    const world = vivoWorld();
    const call = authorization.build({
      app: 'com.stranger',
      senderNow: world.now,
      ports: world.ports,
      credentials: world.credentials,
    });
    expect(call.trace).toMatchObject([{ rule: 'vivo-build-no-app' }]);
    const { status, body } = world.send({ path: call.path, headers: call.headers, body: call.body }).response;
    expect(authorization.read(status, body, world.now)).toBeNull();
    expect(channel.readAnswer(status, body)).toMatchObject({ accepted: false, cause: 'vivo-auth-fields' });
    for (const text of ['', '[]', '{"result":0}', '{"result":0,"authToken":1}', '{"result":"0","authToken":"x"}'])
      expect(authorization.read(200, text, 0)).toBeNull();
  });
});

describe('readAnswer', () => {
  it('names the rule of every code that is not a success', () => {
    for (const { code, rule } of CODE_TABLE.filter(({ code: one }) => one > 500)) {
      const reading = channel.readAnswer(200, JSON.stringify({ result: code, desc: 'x' }));
      expect(reading).toMatchObject({ accepted: false, cause: rule ?? 'vivo-answer-refused' });
    }
    expect(channel.readAnswer(200, '{"result":424242}').cause).toBe('vivo-answer-refused');
  });

  it.each([
    [500, 'Internet server error!'],
    [404, 'Not Found'],
    [200, ''],
    [200, '[]'],
    [200, '{"result":"0"}'],
    [200, '{"result":0.5}'],
    [502, '{"result":0}'],
  ])('cannot read %i %s', (status, body) => {
    expect(channel.readAnswer(status, body)).toMatchObject({ accepted: false, cause: 'vivo-answer-unreadable' });
  });

  it('calls a refused push by its rule', () => {
    const world = vivoWorld();
    setVivo(world, { appState: 'review' });
    const { path, headers, body } = channel.build(inputOf(world));
    const { response } = world.send({ path, headers, body });
    expect(channel.readAnswer(response.status, response.body)).toMatchObject({ cause: 'vivo-app-released' });
  });
});
