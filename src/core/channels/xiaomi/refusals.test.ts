import { describe, expect, it } from 'vitest';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import { form, makeRequest, PACKAGE, parseAnswer, post, R1, SEND, testApp, World } from './testing/world.ts';

const stops = (result: ReceiveResult) => result.trace.filter((step) => step.verdict === 'stop');

describe('refusals', () => {
  it('name the first failing check, with code and reason', () => {
    const result = post(new World(), form({ restricted_package_name: 'com.other', title: '' }));
    expect(stops(result)).toEqual([
      {
        stage: 'channel',
        rule: 'xiaomi-package-known',
        verdict: 'stop',
        params: {
          received: 'com.other',
          app: testApp.appId,
          expected: PACKAGE,
          code: 10017,
          reason: 'Invalid package name.',
        },
      },
    ]);
    expect(result.effects).toEqual([]);
  });

  it('never shows the whole secret that was tried', () => {
    const result = new World().receive(
      makeRequest('POST', SEND, { key: 'key=QWJjZGVmR2hpams0NTY3OA==', body: form() }),
    );
    expect(JSON.stringify(result.trace)).not.toContain('QWJjZGVm');
    expect(JSON.stringify(result.trace)).toContain('key=QWJj');
  });

  it.each([
    [{ notify_type: 8 }, 'xiaomi-numbers', 10017],
    [{ notify_type: -2 }, 'xiaomi-numbers', 10017],
    [{ notify_id: '1.5' }, 'xiaomi-numbers', 10017],
    [{ time_to_live: -1 }, 'xiaomi-numbers', 10017],
    [{ time_to_send: WORLD_TIME + 8 * 86_400_000 }, 'xiaomi-numbers', 10017],
    [{ 'extra.k': 'v'.repeat(1024) }, 'xiaomi-extra-length', 65015],
    [{ 'extra.callback': 'ftp://x' }, 'xiaomi-callback-url', 65038],
    [{ 'extra.callback': `http://x/${'a'.repeat(1024)}` }, 'xiaomi-callback-url-length', 65037],
    [{ 'extra.callback.param': 'é'.repeat(33) }, 'xiaomi-callback-param', 65036],
    [{ 'extra.jobkey': '_x' }, 'xiaomi-jobkey', 10017],
    [{ 'extra.jobkey': 'x'.repeat(21) }, 'xiaomi-jobkey', 10017],
    [{ 'extra.notify_effect': '4' }, 'xiaomi-notify-effect', 10017],
    [{ 'extra.notify_effect': '2' }, 'xiaomi-notify-effect', 10017],
    [{ 'extra.notify_effect': '3' }, 'xiaomi-notify-effect', 10017],
  ] as const)('refuses %o by %s', (fields, rule, code) => {
    const result = post(new World(), form(fields));
    expect(parseAnswer(result).body.code).toBe(code);
    expect(stops(result).map((step) => step.rule)).toEqual([rule]);
  });

  it('takes what lies exactly on the limits', () => {
    const fields = {
      payload: 'x'.repeat(4096),
      notify_type: 7,
      time_to_send: WORLD_TIME - 1,
      'extra.k': 'v'.repeat(1023),
      'extra.callback': `http://x/${'a'.repeat(1015)}`,
      'extra.callback.param': 'é'.repeat(32),
      'extra.jobkey': 'x'.repeat(20),
    };
    expect(new World().post(SEND, form(fields)).body.code).toBe(0);
  });

  it('stops a blacklisted app, but lets it read', () => {
    const world = new World();
    world.apps = [{ ...testApp, blacklisted: true }];
    expect(world.post(SEND, form()).body).toMatchObject({
      code: 10031,
      reason: `AppId(id=${testApp.appId}) in the blacklist, forbid to send messages`,
    });
    expect(world.get(`/v1/alias/all?registration_id=${R1}`).body.code).toBe(0);
  });

  it('counts requests of one second, refused ones included', () => {
    const world = new World();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, requestsPerSecond: 2 } };
    const codes = [1, 2, 3].map(() => world.post(SEND, form({ title: '' })).body.code);
    expect(codes).toEqual([65011, 65011, 200002]);
    world.now += 1000;
    expect(world.post(SEND, form()).body.code).toBe(0);
  });

  it('follows the switches for the package code and the days ahead', () => {
    const world = new World();
    world.profile = {
      ...world.profile,
      xiaomi: { ...world.profile.xiaomi, wrongPackageCode: 22022, scheduleDays: 30 },
    };
    expect(world.post(SEND, form({ restricted_package_name: 'x' })).body.code).toBe(22022);
    expect(world.post(SEND, form({ time_to_send: WORLD_TIME + 29 * 86_400_000 })).body.code).toBe(0);
  });

  it('answers a cut body with the code for too long requests', () => {
    const request = { ...makeRequest('POST', SEND, { body: form() }), bodyTooLarge: true };
    expect(parseAnswer(new World().receive(request)).body.code).toBe(10018);
  });

  it('refuses geo-fences and uploads with a code, and says why', () => {
    const world = new World();
    expect(world.post('/v2/message/geo', form()).body.code).toBe(10036);
    const upload = world.receive(
      makeRequest('POST', '/media/upload/image?is_global=false', {
        body: '--x',
        type: 'multipart/form-data; boundary=x',
      }),
    );
    expect(parseAnswer(upload).body.code).toBe(10036);
    expect(stops(upload)[0]?.rule).toBe('xiaomi-media-upload');
  });
});
