import { describe, expect, it } from 'vitest';
import { notesOf, WORLD_TIME } from '../../testing/vendor-world.ts';
import { emptyState } from './state.ts';
import { form, makeRequest, PACKAGE, parseAnswer, post, R1, SECRET, SEND, testApp, World } from './testing/world.ts';

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
    expect(notesOf(second)).toContain('xiaomi-device-quota');
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
    expect(notesOf(result)).toContain('xiaomi-ttl-cut');
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
    if (rule === null) expect(notesOf(result)).not.toContain('xiaomi-many-packages');
    else expect(notesOf(result)).toContain(rule);
  });

  it('stay away from a message that is in order', () => {
    const fields = {
      title: 'Order',
      description: 'sent',
      notify_id: 7,
      'extra.notify_effect': 1,
      payload: '{"a":"50%"}',
    };
    expect(notesOf(post(new World(), form(fields)))).toEqual([]);
  });

  it('mark several packages in a v2 call', () => {
    const world = new World();
    world.apps = [{ ...testApp, packageNames: [PACKAGE, 'com.example.hd'] }];
    const body = form({ restricted_package_name: `${PACKAGE},com.example.hd` });
    expect(notesOf(post(world, body))).toContain('xiaomi-many-packages');
    expect(notesOf(post(world, body, '/v3/message/regid'))).not.toContain('xiaomi-many-packages');
  });

  it('mark odd forms', () => {
    const world = new World();
    const json = world.receive(makeRequest('POST', SEND, { body: '{"title":"t"}', type: 'application/json' }));
    expect(notesOf(json)).toContain('xiaomi-content-type');
    expect(notesOf(post(world, `${form()}&title=other`))).toContain('xiaomi-repeated-parameter');
    expect(notesOf(post(world, `${form()}&x=100%`))).toContain('xiaomi-bad-percent');
    expect(notesOf(post(world, `${form()}&x=%B2%E2`))).toContain('xiaomi-wrong-encoding');
    const gbk = makeRequest('POST', SEND, { body: form(), type: 'application/x-www-form-urlencoded; charset=GBK' });
    expect(notesOf(world.receive(gbk))).toContain('xiaomi-wrong-encoding');
    const sandbox = { ...makeRequest('POST', SEND, { body: form() }), host: 'sandbox.xmpush.xiaomi.com' };
    expect(notesOf(world.receive(sandbox))).toContain('xiaomi-sandbox-host');
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
