import { describe, expect, it } from 'vitest';
import type { ReceiveResult } from '../types.ts';
import { emptyState } from './state.ts';
import {
  form,
  makeRequest,
  PACKAGE,
  parseAnswer,
  R1,
  R2,
  SECRET,
  testApp,
  WORLD_TIME,
  World,
} from './testing/world.ts';

const SEND = '/v2/message/regid';
const post = (world: World, body: string, path = SEND): ReceiveResult =>
  world.receive(makeRequest('POST', path, { body }));
const rules = (result: ReceiveResult): string[] => result.trace.map((step) => step.rule);
const notes = (result: ReceiveResult): string[] =>
  result.trace.filter((step) => step.verdict === 'note').map((step) => step.rule);
const stopOf = (result: ReceiveResult) => result.trace.filter((step) => step.verdict === 'stop');

describe('an accepted send', () => {
  it('answers byte for byte in the recorded form', () => {
    const result = post(new World(), form());
    expect(result.response.body).toMatch(
      /^\{"result":"ok","trace_id":"X[a-z]{2}[0-9a-f]{5}\d{12}\w{2}","code":0,"data":\{"id":"s[a-z]{2}[0-9a-f]{5}793496600000\w{2}"\},"description":"成功","info":"Received push messages for 1 REGID"\}$/,
    );
  });

  it('never sends the headers that steer the official SDK', () => {
    const names = post(new World(), form()).response.headers.map(([name]) => name);
    expect(names).toEqual(['content-type']);
  });

  it('lists every check as passed, in order, then what it did', () => {
    const result = post(
      new World(),
      form({ notify_id: 3, 'extra.notify_effect': 1, title: 'Order', description: 'sent' }),
    );
    expect(rules(result)).toEqual([
      'xiaomi-path',
      'xiaomi-method',
      'xiaomi-body-size',
      'xiaomi-secret',
      'xiaomi-blacklist',
      'xiaomi-package-required',
      'xiaomi-package-known',
      'xiaomi-pass-through-value',
      'xiaomi-pass-through-payload',
      'xiaomi-text-present',
      'xiaomi-text-length',
      'xiaomi-payload-size',
      'xiaomi-numbers',
      'xiaomi-extra-count',
      'xiaomi-extra-length',
      'xiaomi-callback-url-length',
      'xiaomi-callback-url',
      'xiaomi-callback-param',
      'xiaomi-jobkey',
      'xiaomi-notify-effect',
      'xiaomi-channel',
      'xiaomi-template',
      'xiaomi-target-required',
      'xiaomi-target-count',
      'xiaomi-quota',
      'xiaomi-target-valid',
      'xiaomi-accepted',
    ]);
    expect(result.trace.every((step) => step.verdict === 'pass')).toBe(true);
  });

  it('serves v2, v3 and v4 alike', () => {
    for (const path of ['/v2/message/regid', '/v3/message/regid', '/v4/message/regid'])
      expect(new World().post(path, form()).body.code).toBe(0);
  });

  it('gives each push its life: two weeks, what was asked, or one attempt', () => {
    const world = new World();
    world.post(SEND, form());
    world.post(SEND, form({ time_to_live: 1000 }));
    world.post(SEND, form({ time_to_live: 10 ** 12 }));
    world.post(SEND, form({ 'extra.only_send_once': 1 }));
    const life = world.pushes.map((push) => (push.expiresAt === null ? null : push.expiresAt - WORLD_TIME));
    expect(life).toEqual([1_209_600_000, 1000, 1_209_600_000, null]);
  });

  it('labels the traffic line', () => {
    const world = new World();
    expect(post(world, form())).toMatchObject({ target: R1, title: 't' });
    expect(post(world, form({ registration_id: 'R1,R2' })).target).toBe('2 regids');
    expect(post(world, form({ topic: 'news' }), '/v2/message/topic').target).toBe('topic news');
    expect(post(world, form(), '/v2/message/all').target).toBe('all devices');
  });
});

describe('targets', () => {
  const reached = (world: World, path: string, fields: Parameters<typeof form>[0]): string[] => {
    const before = world.pushes.length;
    expect(world.post(path, form(fields)).body.code).toBe(0);
    return world.pushes.slice(before).map((push) => push.token);
  };

  it('combines topics', () => {
    const world = new World();
    const bind = (id: string, topics: string[]): void =>
      world.change(id, { targets: world.device(id).targets.map((target) => ({ ...target, topics })) });
    bind('phone-1', ['a', 'b']);
    bind('phone-2', ['b', 'c']);
    const by = (topics: string, topic_op: string): string[] =>
      reached(world, '/v3/message/multi_topic', { topics, topic_op });
    expect(by('a;$;c', 'UNION')).toEqual([R1, R2]);
    expect(by('a;$;b', 'INTERSECTION')).toEqual([R1]);
    expect(by('b;$;a', 'EXCEPT')).toEqual([R2]);
    expect(world.post('/v3/message/multi_topic', form({ topics: 'a;$;b', topic_op: 'XOR' })).body).toMatchObject({
      code: 10017,
      reason: 'topic_op must be UNION, INTERSECTION, EXCEPT',
    });
    expect(world.post('/v3/message/multi_topic', form({ topics: 'a;$;b', topic_op: 'UNION' })).body.info).toBe(
      'Received push messages for 2 TOPIC',
    );
  });

  it('reaches everybody, an account, a region', () => {
    const world = new World();
    expect(reached(world, '/v3/message/all', {})).toEqual([R1, R2]);
    expect(world.post('/v2/message/all', form()).body.info).toBe('Received push messages for 1 ALL');
    expect(reached(world, '/v2/message/user_account', { user_account: 'acc1' })).toEqual([R1]);
    expect(reached(world, '/v2/message/region', { region: 'China' })).toEqual([R1, R2]);
    expect(reached(world, '/v2/message/region', { region: 'India' })).toEqual([]);
    expect(reached(world, '/v2/message/topic', { topic: 'nobody' })).toEqual([]);
  });

  it.each([
    ['/v2/message/regid', 'registration_id', ',', 10016],
    ['/v2/message/alias', 'alias', ',,', 65012],
    ['/v2/message/user_account', 'user_account', '', 65016],
    ['/v2/message/topic', 'topic', ' ', 65013],
    ['/v2/message/multi_topic', 'topics', ';$;', 65013],
    ['/v2/message/miid', 'miid', '', 10016],
  ])('refuses %s when %s is %j', (path, name, value, code) => {
    expect(new World().post(path, form({ registration_id: undefined, [name]: value })).body).toMatchObject({ code });
  });

  it('counts unregistered registrations and those of another package as bad, and queues them once', () => {
    const world = new World();
    const target = world.device('phone-2').targets[0];
    if (!target) throw new Error('no target');
    world.change('phone-2', { targets: [{ ...target, state: 'unregistered' }] });
    world.post(SEND, form({ registration_id: 'R1,R2' }));
    const again = world.post(SEND, form({ registration_id: 'R1,R2' }));
    expect(again.data?.bad_regids).toBe(R2);
    const drained = world.get('/v1/feedback/fetch_invalid_regids');
    expect(drained.keys).toEqual(['result', 'description', 'data', 'code']);
    expect(drained.data).toEqual({ list: [R2] });
    expect(world.get('/v1/feedback/fetch_invalid_regids').data).toEqual({ list: [] });
    world.change('phone-2', { targets: [{ ...target, app: 'com.other' }] });
    expect(world.post(SEND, form({ registration_id: R2 })).body.code).toBe(20301);
  });

  it('explains a regid whose plus became a space', () => {
    const world = new World();
    const target = world.device().targets[0];
    if (!target) throw new Error('no target');
    world.change('phone-1', { targets: [{ ...target, token: 'ab+c/d==' }] });
    const result = post(world, `${form({ registration_id: undefined })}&registration_id=ab+c/d==`);
    expect(parseAnswer(result).body.code).toBe(20301);
    expect(notes(result)).toEqual(expect.arrayContaining(['xiaomi-plus-as-space', 'xiaomi-plus-registered']));
    expect(world.post(SEND, form({ registration_id: 'ab+c/d==' })).body.code).toBe(0);
  });
});

describe('refusals', () => {
  it('name the first failing check, with code and reason', () => {
    const result = post(new World(), form({ restricted_package_name: 'com.other', title: '' }));
    expect(stopOf(result)).toEqual([
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
    expect(stopOf(result).map((step) => step.rule)).toEqual([rule]);
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
    expect(stopOf(upload)[0]?.rule).toBe('xiaomi-media-upload');
  });
});

describe('message classes', () => {
  const classes = (): World => {
    const world = new World();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: true } };
    return world;
  };

  it('lets one default message a day through to a phone and tells the rest', () => {
    const world = classes();
    const fields = { 'extra.callback': 'http://127.0.0.1:9/', 'extra.callback.type': 128 };
    world.post(SEND, form(fields));
    const second = post(world, form(fields));
    expect(parseAnswer(second).body.code).toBe(0);
    expect(notes(second)).toContain('xiaomi-device-quota');
    expect(world.pushes).toHaveLength(1);
    expect(decodeURIComponent(world.callbacks[0]?.body ?? '')).toContain('"extra":{"ack":"1","quota":"1"}');
    world.now += 86_400_000;
    world.post(SEND, form(fields));
    expect(world.pushes).toHaveLength(2);
  });

  it('ends at the quota of the app', () => {
    const world = classes();
    world.state = { ...emptyState(), quota: { [`20261101/${testApp.appId}/default`]: 10_000 } };
    expect(world.post(SEND, form()).body).toMatchObject({
      code: 200001,
      reason: 'exceed quota, quota: 10000, have acked: 10000',
    });
    const messages = JSON.stringify([
      { target: R1, message: { title: 't', description: 'd', restricted_package_name: PACKAGE } },
    ]);
    const multi = world.post('/v2/multi_messages/regids', `messages=${encodeURIComponent(messages)}`);
    expect(multi.data).toMatchObject({ channel_exceed_quota: 'no_channel:1' });
  });

  it('shortens the life by class', () => {
    const world = classes();
    const result = post(world, form({ time_to_live: 7 * 86_400_000 }));
    expect(notes(result)).toContain('xiaomi-ttl-cut');
    expect(world.pushes[0]?.expiresAt).toBe(WORLD_TIME + 86_400_000);
  });

  it('takes the texts of a private message from its template', () => {
    const world = classes();
    world.apps = [{ ...testApp, templates: [{ id: '5', title: 'Order {$no$}', description: 'For {$name$}' }] }];
    const fields = { title: '', 'extra.channel_id': '1001', 'extra.template_id': '5' };
    const good = { ...fields, 'extra.template_param': '{"no":"7","name":"张三"}' };
    expect(world.post(SEND, form(good)).body.code).toBe(0);
    expect(world.device().shade[0]).toMatchObject({ title: 'Order 7', body: 'For 张三', quiet: false });
    for (const param of ['{"no":"7"}', '{"no":" ","name":"x"}', '{"no":"😀","name":"x"}', '[]', 'x'])
      expect(world.post(SEND, form({ ...fields, title: 't', 'extra.template_param': param })).body.code).toBe(27001);
    expect(world.post(SEND, form({ 'extra.channel_id': '1001' })).body.code).toBe(27001);
  });

  it('asks nothing of this while they are off', () => {
    expect(new World().post(SEND, form({ 'extra.channel_id': '1001' })).body.code).toBe(0);
  });
});

describe('notes', () => {
  it.each([
    [{ payload: '%7B%22a%22%3A1%7D' }, 'xiaomi-double-encoded'],
    [{}, 'xiaomi-no-notify-effect'],
    [{}, 'xiaomi-no-notify-id'],
    [{ notify_id: 2 ** 31 }, 'xiaomi-notify-id-wide'],
    [{ time_to_live: 1_209_600_001 }, 'xiaomi-ttl-cut'],
    [{ 'extra.badge': '3' }, 'xiaomi-badge-ignored'],
    [{ 'extra.sound_uri': 'android.resource://com.example.app/raw/dudulu' }, 'xiaomi-sound-needs-channel'],
    [{ 'extra.sound_uri': 'dudulu.mp3' }, 'xiaomi-sound-foreign'],
    [{ notify_type: 2, 'extra.sound_uri': 'android.resource://com.example.app/raw/dudulu' }, 'xiaomi-sound-bit'],
    [{ 'extra.callback': 'http://x', 'extra.callback.type': '246' }, 'xiaomi-callback-bits'],
    [{ title: 'x'.repeat(46) }, 'xiaomi-near-limit'],
    [{ title: '测试' }, 'xiaomi-test-text'],
    [{ pass_through: 1, payload: 'x' }, 'xiaomi-pass-through-ending'],
    [{ 'aps_proper_fields.title': 'x' }, 'xiaomi-ios-only'],
    [{ 'extra.locale': 'zh_CN' }, 'xiaomi-filter-unjudged'],
    [{ 'extra.notification_style_type': '2' }, 'xiaomi-style-not-drawn'],
    [{ restricted_package_name: `${PACKAGE},${PACKAGE}x` }, null],
    [{ nonsense: '1' }, 'xiaomi-unknown-parameter'],
  ] as const)('on %o says %s', (fields, rule) => {
    const result = post(new World(), form(fields));
    if (rule === null) expect(notes(result)).not.toContain('xiaomi-many-packages');
    else expect(notes(result)).toContain(rule);
  });

  it('stay away from a message that is in order', () => {
    const fields = {
      title: 'Order',
      description: 'sent',
      notify_id: 7,
      'extra.notify_effect': 1,
      payload: '{"a":"50%"}',
    };
    expect(notes(post(new World(), form(fields)))).toEqual([]);
  });

  it('mark several packages in a v2 call', () => {
    const world = new World();
    world.apps = [{ ...testApp, packageNames: [PACKAGE, 'com.example.hd'] }];
    const body = form({ restricted_package_name: `${PACKAGE},com.example.hd` });
    expect(notes(post(world, body))).toContain('xiaomi-many-packages');
    expect(notes(post(world, body, '/v3/message/regid'))).not.toContain('xiaomi-many-packages');
  });

  it('mark odd forms', () => {
    const world = new World();
    const json = world.receive(makeRequest('POST', SEND, { body: '{"title":"t"}', type: 'application/json' }));
    expect(notes(json)).toContain('xiaomi-content-type');
    expect(notes(post(world, `${form()}&title=other`))).toContain('xiaomi-repeated-parameter');
    expect(notes(post(world, `${form()}&x=100%`))).toContain('xiaomi-bad-percent');
    expect(notes(post(world, `${form()}&x=%B2%E2`))).toContain('xiaomi-wrong-encoding');
    const gbk = makeRequest('POST', SEND, { body: form(), type: 'application/x-www-form-urlencoded; charset=GBK' });
    expect(notes(world.receive(gbk))).toContain('xiaomi-wrong-encoding');
    const sandbox = { ...makeRequest('POST', SEND, { body: form() }), host: 'sandbox.xmpush.xiaomi.com' };
    expect(notes(world.receive(sandbox))).toContain('xiaomi-sandbox-host');
  });

  it('keep the secret out of every trace', () => {
    const world = new World();
    world.apps = [{ ...testApp, appSecret: 'very-secret-value' }];
    const result = world.receive(makeRequest('POST', SEND, { key: 'key=very-secret-value', body: form() }));
    expect(parseAnswer(result).body.code).toBe(0);
    expect(JSON.stringify(result.trace)).not.toContain('very-secret-value');
    expect(SECRET).not.toBe('very-secret-value');
  });
});
