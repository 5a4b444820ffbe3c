import { describe, expect, it } from 'vitest';
import { createTarget } from '../../device/create.ts';
import type { ResolvedField, ResolvedFields } from '../../im/fields.ts';
import { makeMessage } from '../../testing/fixtures.ts';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import type { AcceptedPush, BuildInput } from '../types.ts';
import { createXiaomi } from './channel.ts';
import { CODE_TABLE } from './code-table.ts';
import { makeRequest, PACKAGE, parseAnswer, World } from './testing/world.ts';

const channel = createXiaomi();
const resolved = <T>(value: T): ResolvedField<T> => ({ value, from: 'message', overridden: [] });

function fieldsOf(ext: string | null): ResolvedFields {
  return {
    title: resolved<string | null>("I'm title"),
    body: resolved('1 + 1 & 2'),
    sound: resolved('default'),
    badge: resolved(true),
    ext: resolved(ext),
  };
}

function inputOf(world: World, rest: Partial<BuildInput> = {}): BuildInput {
  const device = world.device();
  const target = device.targets[0];
  if (!target) throw new Error('no target');
  return {
    message: makeMessage(),
    device,
    target,
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

describe('build', () => {
  it('sends the form to /v3/message/regid with the secret of the app', () => {
    const call = channel.build(inputOf(new World()));
    expect(call).toMatchObject({ method: 'POST', host: 'api.xmpush.xiaomi.com', path: '/v3/message/regid' });
    expect(call.headers).toContainEqual(['authorization', 'key=S']);
    const notifyId = new URLSearchParams(call.body).get('notify_id');
    expect(Object.fromEntries(new URLSearchParams(call.body))).toEqual({
      restricted_package_name: PACKAGE,
      registration_id: 'R1',
      title: "I'm title",
      description: '1 + 1 & 2',
      payload: '{"level":15}',
      pass_through: '0',
      notify_type: '-1',
      notify_id: notifyId,
      time_to_live: '604800000',
      'extra.ext': '{"level":15}',
    });
    expect(call.trace.map((step) => step.rule)).toEqual([
      'xiaomi-build-notify-id',
      'xiaomi-build-ext',
      'xiaomi-build-life',
      'xiaomi-build-effect',
    ]);
  });

  it('leaves extra.ext out without ext, and gives each message a notify_id of its own', () => {
    const world = new World();
    const body = (id: string, ext: string | null): URLSearchParams =>
      new URLSearchParams(channel.build(inputOf(world, { message: makeMessage({ id }), fields: fieldsOf(ext) })).body);
    expect(body('m1', null).has('extra.ext')).toBe(false);
    expect(body('m1', null).get('payload')).toBe('');
    expect(body('m1', null).get('notify_id')).toBe(body('m1', 'x').get('notify_id'));
    expect(body('m1', null).get('notify_id')).not.toBe(body('m2', null).get('notify_id'));
  });

  it('survives broken surrogates and says when no app has the package', () => {
    const world = new World();
    const fields = { ...fieldsOf(null), title: resolved<string | null>('\uD800') };
    expect(new URLSearchParams(channel.build(inputOf(world, { fields })).body).get('title')).toBe('\uFFFD');
    const stranger = channel.build(inputOf(world, { target: createTarget('R1', 'com.stranger', WORLD_TIME) }));
    expect(stranger.trace.at(-1)).toMatchObject({ rule: 'xiaomi-build-no-app', params: { package: 'com.stranger' } });
  });

  it('is accepted by the endpoint and shown with title, text, default sound and ext', () => {
    const world = new World();
    const call = channel.build(inputOf(world));
    const result = world.receive({
      ...makeRequest(call.method, call.path, { body: call.body }),
      headers: call.headers,
    });
    expect(channel.readAnswer(result.response.status, result.response.body)).toMatchObject({
      accepted: true,
      cause: null,
    });
    expect(world.device().shade).toMatchObject([
      { title: "I'm title", body: '1 + 1 & 2', sound: 'default', ext: '{"level":15}', tap: { kind: 'callback-only' } },
    ]);
  });
});

describe('readAnswer', () => {
  const read = (body: unknown, status = 200) => channel.readAnswer(status, JSON.stringify(body));

  it.each([
    [{ code: 21301, reason: 'Invalid application secret.' }, 'xiaomi-secret'],
    [{ code: 20301, reason: 'No valid targets!' }, 'xiaomi-target-valid'],
    [{ code: 10017, reason: 'Invalid package name.' }, 'xiaomi-package-known'],
    [{ code: 10016, reason: 'payload参数不能为空' }, 'xiaomi-pass-through-payload'],
    [{ code: 27001, reason: 'invalid channel info!' }, 'xiaomi-channel'],
    [{ code: 10002 }, 'xiaomi-answer-refused'],
    [{ code: 424242 }, 'xiaomi-answer-refused'],
    [{ code: '0' }, 'xiaomi-answer-unreadable'],
    [{ code: 0.5 }, 'xiaomi-answer-unreadable'],
    [[], 'xiaomi-answer-unreadable'],
    [null, 'xiaomi-answer-unreadable'],
  ])('of %o names %s', (body, cause) => {
    expect(read(body)).toMatchObject({ accepted: false, cause });
  });

  it('does not take an error page for success', () => {
    expect(channel.readAnswer(502, '<html>')).toMatchObject({ accepted: false, cause: 'xiaomi-answer-unreadable' });
    expect(channel.readAnswer(200, '')).toMatchObject({ accepted: false });
  });

  it('finds the rule that our own endpoint refused by', () => {
    const world = new World();
    const base = { restricted_package_name: PACKAGE, title: 't', description: 'd', registration_id: 'R1' };
    for (const fields of [
      { restricted_package_name: '' },
      { restricted_package_name: 'x' },
      { title: '' },
      { title: 'x'.repeat(50) },
      { payload: 'x'.repeat(4097) },
      { notify_id: 'x' },
      { time_to_live: '-1' },
      { registration_id: 'RX' },
      { registration_id: '' },
      { 'extra.ext': 'x'.repeat(1022) },
      { 'extra.jobkey': '_' },
      { 'extra.notify_effect': '9' },
      { 'extra.callback': 'x' },
      { 'extra.channel_id': '1' },
    ]) {
      const body = new URLSearchParams({ ...base, ...fields }).toString();
      const result = world.receive(makeRequest('POST', '/v3/message/regid', { body }));
      const stopped = result.trace.find((step) => step.verdict === 'stop');
      expect(channel.readAnswer(result.response.status, result.response.body).cause).toBe(stopped?.rule);
    }
  });
});

describe('store', () => {
  const push = (id: string, acceptedAt: number, expiresAt: number | null): AcceptedPush => ({
    id,
    channel: 'xiaomi',
    deviceId: 'd',
    token: 'R1',
    app: PACKAGE,
    payload: null,
    title: null,
    body: null,
    expiresAt,
    acceptedAt,
  });
  const ids = (list: readonly AcceptedPush[]): string[] => list.map((item) => item.id);

  it('keeps everything in the order of acceptance, drops what is over and what was to be sent once', () => {
    const stored = [push('old', 0, 50), push('a', 10, 1000)];
    const next = channel.store(stored, push('b', 50, 1000));
    expect([ids(next.kept), ids(next.dropped)]).toEqual([['a', 'b'], ['old']]);
    const once = channel.store(next.kept, push('once', 60, null));
    expect([ids(once.kept), ids(once.dropped)]).toEqual([['a', 'b'], ['once']]);
  });
});

describe('codes', () => {
  const ids = new Set(channel.rules.map((rule) => rule.id));

  it('have a row for every published code, each pointing at a rule that exists', () => {
    expect(new Set(CODE_TABLE.map((row) => row.code)).size).toBe(CODE_TABLE.length);
    for (const code of channel.codes) {
      if (code.rule !== null) expect(ids).toContain(code.rule);
      expect(code.sources.length).toBeGreaterThan(0);
    }
    const produced = channel.codes.filter((code) => code.rule !== null).map((code) => Number(code.code));
    expect(produced.sort((a, b) => a - b)).toEqual([
      0, 10016, 10017, 10018, 10020, 10021, 10031, 10035, 10036, 10041, 20215, 20216, 20301, 21301, 22022, 27001, 65009,
      65011, 65012, 65013, 65014, 65015, 65016, 65028, 65035, 65036, 65037, 65038, 200001, 200002,
    ]);
    expect(channel.codes.find((code) => code.code === '10020')?.httpStatus).toBe(404);
  });
});

describe('definition', () => {
  it('owns its paths and leaves other vendors theirs', () => {
    const { ownsPath, hosts } = channel.definition;
    for (const path of ['/v3/message/regid', '/v2/message/nothing', '/msg/ack/info?package_name=x', '/message/oaid'])
      expect(ownsPath(path)).toBe(true);
    for (const path of [
      '/3/device/00',
      '/v1/projects/demo/messages:send',
      '/v1/10001/messages:send',
      '/message/send',
      '/message/auth',
      '/server/v1/message/notification/unicast',
      '/garcia/api/server/push/varnished/pushByPushId',
      '/',
      '/v2/messages',
    ])
      expect(ownsPath(path)).toBe(false);
    expect(hosts[0]).toBe('api.xmpush.xiaomi.com');
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const host of hosts) expect(host).toMatch(/^[a-z0-9.-]+\.xiaomi\.com$/);
  });

  it('compares paths exactly', () => {
    for (const path of [
      '/v2/message/regid/',
      '//v2/message/regid',
      '/v2/message/%72egid',
      '/v2/../v2/message/regid',
      '*',
      '',
    ])
      expect(parseAnswer(new World().receive(makeRequest('POST', path))).status).toBe(404);
  });
});
