import { describe, expect, it } from 'vitest';
import { testCredentials } from '../../testing/credentials.ts';
import { examplePush } from '../../testing/fixtures.ts';
import { makeSimulator, type TestBench } from '../../testing/simulator.ts';
import type { BuildInput, VendorCall } from '../types.ts';
import { statusOf } from './answers.ts';
import { createHuawei } from './channel.ts';
import { accessToken, huaweiWorld, sendLegacy, T1 } from './testing/world.ts';

const channel = createHuawei();
const to = { c2c: 'user-huawei' };
const bench = (): TestBench => makeSimulator([createHuawei()]);
const only = <V>(list: readonly V[]): V => {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`one expected, found ${list.length}`);
  return first;
};

describe('an IM message to the Huawei phone', () => {
  it('has the default title and the system sound, and leaves the icon alone (vector 3)', () => {
    const { simulator, send } = bench();
    expect(only(send({ to }))).toMatchObject({
      delivered: true,
      via: 'push',
      fields: { title: { value: 'a new message', from: 'default' }, body: { value: 'hi', from: 'default' } },
      notification: { title: 'a new message', body: 'hi', sound: 'default', ext: null, badge: 0 },
    });
    expect(simulator.device('huawei')?.badge).toBe(0);
  });

  it('takes the text of the message (vector 16)', () => {
    expect(only(bench().send({ to, offlinePush: { descr: 'd' } }))).toMatchObject({
      fields: { title: { value: 'a new message', from: 'default' }, body: { value: 'd', from: 'message' } },
      notification: { title: 'a new message', body: 'd' },
    });
  });

  it('carries what the specification’s example sets, with ext where apps read it', () => {
    const outcome = only(bench().send({ to, offlinePush: examplePush() }));
    const ext = outcome.fields.ext.value;
    expect(outcome.notification).toMatchObject({ title: "I'm title", body: "I'm description", sound: 'default', ext });
    expect(outcome.notification?.tap).toMatchObject({ kind: 'open-app', target: 'com.example.app', data: { ext } });
    expect(outcome.trace.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['im-access-token', 'huawei-build-interface', 'huawei-build-ext', 'huawei-accepted']),
    );
  });

  it('is not limited per day, fetches its token once, and again when the hour is over', () => {
    const { simulator, send, advance } = bench();
    for (let index = 0; index < 4; index += 1) expect(only(send({ to })).delivered).toBe(true);
    const calls = () =>
      simulator.exchanges().filter(({ request }) => request?.path.startsWith('/oauth2') === true).length;
    expect(calls()).toBe(1);
    advance(3_600_000);
    expect(only(send({ to })).delivered).toBe(true);
    expect(calls()).toBe(2);
  });

  it('meets requirements and settings as on every channel (vectors 27, 28, 40, 42)', () => {
    const { simulator, send } = bench();
    expect(only(send({ to, offlinePush: { enabled: false } })).reason).toBe('push-flag-off');
    simulator.patchDevice('huawei', { permission: 'denied' });
    expect(only(send({ to }))).toMatchObject({ delivered: false, reason: 'device-suppressed' });
    simulator.patchDevice('huawei', { permission: 'granted', system: { hmsVersion: 20401299 } });
    expect(only(send({ to }))).toMatchObject({ delivered: false, reason: 'requirement-not-met' });
    simulator.setOfflinePushSettings('user-huawei', { enabled: false, c2cSound: null, groupSound: null });
    expect(only(send({ to })).reason).toBe('global-switch-off');
  });

  it('is refused by the vendor when its text is too long, and says so', () => {
    const outcome = only(bench().send({ to, offlinePush: { descr: '长'.repeat(1400) } }));
    expect(outcome).toMatchObject({ delivered: false, reason: 'vendor-rejected', cause: 'huawei-size' });
  });
});

/** The parts of an input that the request depends on. */
function inputOf(patch: Partial<BuildInput> = {}): BuildInput {
  const world = huaweiWorld();
  const device = world.device();
  const [target] = device.targets;
  if (target === undefined) throw new Error('no registration');
  const field = <V>(value: V) => ({ value, from: 'default' as const, overridden: [] });
  return {
    message: { id: 'm1', at: 0, from: 'alice', to: { c2c: 'bob' }, kind: 'chat', elements: [] },
    device,
    target,
    fields: { title: field('T'), body: field('B'), sound: field('default'), badge: field(true), ext: field('{"a":1}') },
    badge: 1,
    accessToken: 'A+/=',
    now: world.now,
    senderNow: world.now,
    profile: world.profile,
    ports: world.ports,
    credentials: testCredentials,
    ...patch,
  };
}

const fieldsOf = ({ body }: VendorCall): Readonly<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams(body));

describe('the request', () => {
  it('is the one of the old interface', () => {
    const call = channel.build(inputOf());
    expect(call).toMatchObject({ method: 'POST', host: 'api.push.hicloud.com' });
    expect(decodeURIComponent(call.path)).toBe('/pushsend.do?nsp_ctx={"ver":"1","appId":"100123456"}');
    const { payload, ...fields } = fieldsOf(call);
    expect(fields).toEqual({
      access_token: 'A+/=',
      nsp_svc: 'openpush.message.api.send',
      nsp_ts: '1793496600',
      device_token_list: `["${T1}"]`,
      expire_time: '2026-11-08T09:30',
    });
    expect(JSON.parse(payload ?? '')).toEqual({
      hps: {
        msg: {
          type: 3,
          body: { title: 'T', content: 'B' },
          action: { type: 3, param: { appPkgName: 'com.example.app' } },
        },
        ext: { customize: [{ ext: '{"a":1}' }] },
      },
    });
  });

  it('follows the certificate of the console', () => {
    const [app] = testCredentials.huawei.apps;
    if (app === undefined) throw new Error('no app');
    const certificate = {
      badgeClass: 'com.example.app.Main',
      click: { kind: 'page', target: 'intent:#Intent;end' },
    } as const;
    const huawei = { ...testCredentials.huawei, apps: [{ ...app, certificate }] };
    const call = channel.build(inputOf({ credentials: { ...testCredentials, huawei } }));
    expect(JSON.parse(fieldsOf(call).payload ?? '').hps).toMatchObject({
      msg: { action: { type: 1, param: { intent: 'intent:#Intent;end' } } },
      ext: { badgeAddNum: '1', badgeClass: 'com.example.app.Main' },
    });
    expect(call.trace.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['huawei-build-click', 'huawei-build-badge-class']),
    );
    const web = { badgeClass: null, click: { kind: 'web', target: 'https://example.com' } } as const;
    const other = { ...testCredentials.huawei, apps: [{ ...app, certificate: web }] };
    const page = channel.build(inputOf({ credentials: { ...testCredentials, huawei: other } }));
    expect(page.trace.map(({ rule }) => rule)).toContain('huawei-build-web-ext');
  });

  it('says when the credentials have no such app', () => {
    const call = channel.build(
      inputOf({ credentials: { ...testCredentials, huawei: { apps: [], serviceAccounts: [] } } }),
    );
    expect(call.trace.map(({ rule }) => rule)).toContain('huawei-build-no-app');
  });
});

describe('answers', () => {
  const world = huaweiWorld();
  const read = (body: string, status = 200) => channel.readAnswer(status, body);

  it('are read by code, and by text where several rules share one', () => {
    const cause = (fields: Readonly<Record<string, string | undefined>>) => {
      const { response } = world.send(sendLegacy(world, fields));
      return read(response.body, response.status).cause;
    };
    expect(cause({})).toBeNull();
    expect(cause({ nsp_svc: 'x' })).toBe('huawei-nsp-service');
    expect(cause({ payload: '{}' })).toBe('huawei-legacy-payload');
    expect(cause({ payload: undefined })).toBe('huawei-legacy-payload-needed');
    expect(cause({ device_token_list: '["T0"]' })).toBe('huawei-tokens');
    expect(cause({ access_token: 'x' })).toBe('huawei-nsp-token');
    expect(cause({ access_token: accessToken(world, undefined, 3_600_000) })).toBe('huawei-nsp-token-life');
    expect(read('{"error":1101,"sub_error":12304,"error_description":"invalid client_secret"}', 400).cause).toBe(
      'huawei-oauth-secret',
    );
    expect(read('', 503).cause).toBe('huawei-answer-unreadable');
    expect(read('[]').cause).toBe('huawei-answer-unreadable');
    expect(read('{"code":"1"}').cause).toBe('huawei-answer-refused');
  });

  it('name only registered rules', () => {
    const ids = new Set(channel.rules.map(({ id }) => id));
    for (const { code } of channel.codes.filter(({ code: one, success }) => /^\d+$/.test(one) && success !== true)) {
      const { accepted, cause } = read(JSON.stringify({ code, msg: 'm' }), statusOf(code, world.profile));
      expect(accepted).toBe(false);
      expect(ids).toContain(cause);
    }
  });

  it('say when the access token is no longer good', () => {
    const { authorization } = channel;
    expect(authorization?.isRefusal(200, '{"error":"session timeout"}')).toBe(true);
    expect(authorization?.isRefusal(200, '{"code":"80300007"}')).toBe(false);
    expect(authorization?.read(200, '{"access_token":"a","expires_in":3600}', 0)).toEqual({
      value: 'a',
      expiresAt: 3_300_000,
    });
    expect(authorization?.read(400, '{"error":1101}', 0)).toBeNull();
  });
});
