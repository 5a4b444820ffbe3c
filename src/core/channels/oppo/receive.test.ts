import { describe, expect, it } from 'vitest';
import { makeVendorRequest } from '../../testing/vendor-world.ts';
import { utf8Length } from '../kit/bytes.ts';
import { createOppo } from './channel.ts';
import { HOST, R1, R2, RX, Scene, single } from './testing/scene.ts';

const long = (length: number): string => 'x'.repeat(length);
const object = (length: number): string => `{"k":"${long(length - 8)}"}`;

/** Code and refusing rule of one unicast. */
async function outcome(notification: object, message: object = {}, scene?: Scene) {
  const used = scene ?? (await Scene.open());
  const answer = await used.unicast({ ...notification }, { ...message });
  return [answer.body.code, used.refusedBy()];
}

const VALUE = [41, 'oppo-argument-value'];
const MISSING = [40, 'oppo-argument-required'];
const OK = [0, undefined];

describe('every field of a notification', () => {
  it.each<[string, object, unknown[]]>([
    ['style 0', { style: 0 }, VALUE],
    ['style 4', { style: 4 }, VALUE],
    ['style as text', { style: '2' }, OK],
    ['style no number', { style: 'big' }, VALUE],
    ['title of 50', { title: long(50) }, OK],
    ['title of 51', { title: long(51) }, VALUE],
    ['title an object', { title: {} }, VALUE],
    ['title a number', { title: 5 }, OK],
    ['title empty', { title: '' }, MISSING],
    ['title null', { title: null }, MISSING],
    ['sub_title of 10', { sub_title: long(10) }, OK],
    ['sub_title of 11', { sub_title: long(11) }, VALUE],
    ['content an array', { content: [] }, VALUE],
    ['activity missing for 1', { click_action_type: 1 }, MISSING],
    ['activity of 500', { click_action_type: 4, click_action_activity: long(500) }, OK],
    ['activity of 501', { click_action_type: 4, click_action_activity: long(501) }, VALUE],
    ['url missing for 2', { click_action_type: 2 }, MISSING],
    ['url missing for 5, as text', { click_action_type: '5' }, MISSING],
    ['url of 2000', { click_action_type: 2, click_action_url: long(2000) }, OK],
    ['url of 2001', { click_action_type: 2, click_action_url: long(2001) }, VALUE],
    ['click action 6', { click_action_type: 6 }, VALUE],
    ['parameters of 4000', { action_parameters: object(4000) }, OK],
    ['parameters of 4001', { action_parameters: object(4001) }, VALUE],
    ['parameters an array', { action_parameters: '[1]' }, VALUE],
    ['parameters an object', { action_parameters: { a: 1 } }, OK],
    ['off_line as text', { off_line: 'true' }, OK],
    ['off_line nonsense', { off_line: 'yes' }, VALUE],
    ['off_line an object', { off_line: {} }, VALUE],
    ['ttl negative', { off_line_ttl: -1 }, VALUE],
    ['ttl beyond 10 days', { off_line_ttl: 864_001 }, OK],
    ['ttl a fraction', { off_line_ttl: 1.5 }, VALUE],
    ['network 2', { network_type: 2 }, VALUE],
    ['address of 200', { call_back_url: `http://127.0.0.1/${long(183)}` }, OK],
    ['address of 201', { call_back_url: `http://127.0.0.1/${long(184)}` }, VALUE],
    ['callback parameter of 100', { call_back_parameter: long(100) }, OK],
    ['callback parameter of 101', { call_back_parameter: long(101) }, VALUE],
    ['show_ttl 172800', { show_ttl: 172_800 }, OK],
    ['show_ttl 172801', { show_ttl: 172_801 }, VALUE],
    ['show_ttl negative', { show_ttl: -1 }, VALUE],
    ['notify_id beyond int32', { notify_id: 2_147_483_648 }, VALUE],
    ['notify_level 3', { category: 'IM', notify_level: 3 }, VALUE],
    ['badge operation 2', { badge_operation_type: 2 }, VALUE],
    ['badge count negative', { badge_operation_type: 0, badge_message_count: -1 }, VALUE],
    ['badge count over 99', { badge_operation_type: 0, badge_message_count: 100 }, OK],
    ['show_time_type 2', { show_time_type: 2 }, VALUE],
    ['push_time_type 2', { push_time_type: 2 }, VALUE],
    ['the SDK’s push_time_type 0', { push_time_type: 0 }, OK],
    ['category unknown', { category: 'im' }, [67, 'oppo-category']],
    ['level without category', { notify_level: 1 }, [67, 'oppo-level-category']],
    [
      'template parameters no JSON',
      { private_msg_template_id: 't', private_title_parameters: 'x' },
      [41, 'oppo-template-parameters'],
    ],
    ['fields passed through', { intelligent_intent: {}, auditResponse: {} }, OK],
  ])('%s', async (_name, notification, expected) => {
    expect(await outcome(notification)).toEqual(expected);
  });

  it.each<[string, object, unknown[]]>([
    ['no target_type', { target_type: undefined }, MISSING],
    ['no target_value', { target_value: '' }, MISSING],
    ['no notification', { notification: undefined }, MISSING],
    ['notification a list', { notification: [] }, VALUE],
    ['notification as text', { notification: '{"title":"t","content":"c"}' }, OK],
    ['two targets', { target_value: `${R1};${R2}` }, [10000, 'oppo-registration-id']],
    ['24 hex digits', { target_value: '0123456789abcdef01234567' }, OK],
    ['REALME_IN', { target_value: `REALME_IN_${'0'.repeat(32)}` }, OK],
    ['verify nonsense', { verify_registration_id: 'x' }, VALUE],
    ['target_type 6', { target_type: 6 }, VALUE],
  ])('%s', async (_name, message, expected) => {
    expect(await outcome({}, message)).toEqual(expected);
  });

  it('missing comes before out of range', async () => {
    expect(await outcome({ title: undefined, content: long(201) })).toEqual(MISSING);
    expect(await outcome({ title: long(51), category: 'none' })).toEqual(VALUE);
    expect(await outcome({ category: 'none' }, { target_value: 'abc' })).toEqual([67, 'oppo-category']);
  });
});

describe('the request around it', () => {
  it('a body that is not UTF-8 is refused with 25, before the token', async () => {
    const scene = await Scene.open();
    const headers = [['content-type', 'application/x-www-form-urlencoded']] as const;
    const answer = await scene.ask({ path: '/server/v1/auth', headers, body: 'app_key=%ff' });
    expect(answer.body).toEqual({ code: 25, message: 'Invalid Encoding' });
    const json = { path: '/server/v1/device/get_alias', body: Uint8Array.of(0x7b, 0xff) };
    expect((await scene.ask(json)).body.code).toBe(25);
    expect(scene.refusedBy()).toBe('oppo-encoding');
  });

  it('another content type counts as an empty form; another charset is only noted', async () => {
    const scene = await Scene.open();
    const token = ['auth_token', scene.token] as const;
    const fields = { message: JSON.stringify(single()) };
    const plain = await scene.call('/message/notification/unicast', fields, {
      headers: [['content-type', 'text/plain'], token],
    });
    expect(plain.body.code).toBe(40);
    expect(scene.notes()).toContain('oppo-content-type');
    const type = 'application/x-www-form-urlencoded; charset=gbk';
    const gbk = await scene.call('/message/notification/unicast', fields, { headers: [['content-type', type]] });
    expect(gbk.body.code).toBe(0);
    expect(scene.notes()).toContain('oppo-charset');
    expect((await scene.call('/message/notification/unicast', fields, { headers: [] })).body.code).toBe(0);
  });

  it('a body beyond 1 MiB is refused with 41, a picture with 51', () => {
    const channel = createOppo();
    const scene = new Scene();
    const at = (path: string) =>
      channel.receive({ ...makeVendorRequest(HOST, { path }), bodyTooLarge: true }, scene.world.context).response.body;
    expect(at('/server/v1/message/notification/unicast_batch')).toContain('"code":41');
    expect(at('/server/v1/media/upload/big_picture')).toContain('"code":51');
  });

  it('unknown paths get 404 and 20, near ones too', async () => {
    const scene = await Scene.open();
    for (const path of ['/message/notification/notify', '/feedback/fetch_invalid_regidlist', '/auth/', '']) {
      const { status, text } = await scene.form(path, {});
      expect([status, text]).toEqual([404, '{"code":20,"message":"Invalid Method"}']);
    }
  });

  it('shows what is wrong with a token', async () => {
    const scene = await Scene.open();
    const why = async () => {
      await scene.unicast();
      return scene.refusedBy();
    };
    expect(await why()).toBeUndefined();
    const old = scene.token;
    await scene.auth();
    expect(await why()).toBeUndefined();
    scene.simulator.setProfile({ oppo: { reauthentication: 'replace' } });
    expect(await why()).toBe('oppo-token-replaced');
    scene.simulator.setProfile({ oppo: { reauthentication: 'keep' } });
    const credentials = scene.simulator.credentials();
    const apps = credentials.oppo.apps.map((app) => ({ ...app, masterSecret: 'changed' }));
    scene.simulator.setCredentials({ ...credentials, oppo: { apps } });
    expect(await why()).toBe('oppo-token-revoked');
    scene.simulator.setCredentials(credentials);
    expect(await why()).toBeUndefined();
    scene.advance(24 * 3_600_000);
    expect(await why()).toBe('oppo-token-expired');
    scene.token = 'x';
    expect(await why()).toBe('oppo-token');
    // Traces show no more of a token than its beginning.
    expect(JSON.stringify(scene.simulator.exchanges()[1]?.trace)).not.toContain(old);
  });

  it('disabled apps get 28, those under review 30 on sends only', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { underReview: true } });
    expect((await scene.unicast()).body).toEqual({ code: 30, message: 'Api Permission Denied' });
    expect((await scene.get('/feedback/fetch_push_permit')).body.code).toBe(0);
    const credentials = scene.simulator.credentials();
    const apps = credentials.oppo.apps.map((app) => ({ ...app, blacklisted: true }));
    scene.simulator.setCredentials({ ...credentials, oppo: { apps } });
    expect((await scene.unicast()).body).toEqual({ code: 28, message: 'App Disabled' });
    expect((await scene.auth()).body.code).toBe(28);
  });

  it('counts requests of a second, refused ones too: 55 on calls, 13 on auth', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { requestsPerSecond: 2 } });
    expect((await scene.unicast()).body.code).toBe(0);
    expect((await scene.unicast({ title: '' })).body.code).toBe(40);
    expect((await scene.unicast()).body).toEqual({ code: 55, message: 'App Call Frequency Limit' });
    expect((await scene.auth()).body).toEqual({ code: 13, message: 'App Call Limited' });
    scene.advance(1000);
    expect((await scene.unicast()).body.code).toBe(0);
  });
});

describe('quotas', () => {
  it('public messages beyond the day of the app get 33, private ones none, and tomorrow is a new day', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { appDailyMessages: 1 } });
    expect((await scene.unicast()).body.code).toBe(0);
    expect((await scene.unicast()).body).toEqual({
      code: 33,
      message: 'The number of messages exceeds the daily limit',
    });
    expect((await scene.unicast({ category: 'ORDER' })).body.code).toBe(0);
    const permit = await scene.get('/feedback/fetch_push_permit');
    expect(permit.text).toBe('{"code":0,"message":"Success","data":{"total_count":1,"push_count":1,"remain_count":0}}');
    scene.advance(23 * 3_600_000);
    expect((await scene.unicast()).body.code).toBe(0);
  });

  it('a phone that has had its messages of the day gets no more, which a receipt says', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { deviceDailyMessages: 1 } });
    const wish = { call_back_url: 'http://127.0.0.1:9/' };
    await scene.unicast(wish);
    expect((await scene.unicast(wish)).body.code).toBe(0);
    expect((await scene.unicast({ ...wish, category: 'TODO' })).body.code).toBe(0);
    expect(scene.shade()).toHaveLength(2);
    expect(scene.receipts().map(({ eventType }) => eventType)).toEqual([
      'push_arrive',
      'user_daily_limit',
      'push_arrive',
    ]);
  });

  it('the permit is the usual one without a limit', async () => {
    const scene = await Scene.open();
    await scene.unicast();
    expect((await scene.get('/feedback/fetch_push_permit')).data).toEqual({
      total_count: 100_000,
      push_count: 1,
      remain_count: 99_999,
    });
  });
});

describe('message classes', () => {
  it('old: a category is refused; new: IM needs a template, marketing stays in the shade', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { messageClasses: 'old' } });
    expect(await outcome({ category: 'IM' }, {}, scene)).toEqual([67, 'oppo-category-old']);
    expect(await outcome({ channel_id: 'c' }, {}, scene)).toEqual(OK);
    scene.simulator.setProfile({ oppo: { messageClasses: 'new' } });
    expect(await outcome({ category: 'IM' }, {}, scene)).toEqual([54, 'oppo-template']);
    expect(await outcome({ category: 'IM', private_msg_template_id: 't' }, {}, scene)).toEqual(OK);
    expect(await outcome({ category: 'NEWS', notify_level: 2 }, {}, scene)).toEqual([67, 'oppo-notify-level']);
    expect(await outcome({ category: 'NEWS', notify_level: 1 }, {}, scene)).toEqual(OK);
    scene.simulator.setProfile({ oppo: { messageClasses: 'any', strongReminder: false } });
    expect(await outcome({ category: 'IM', notify_level: 16 }, {}, scene)).toEqual([67, 'oppo-notify-level']);
    expect(await outcome({ category: 'IM', notify_level: 2 }, {}, scene)).toEqual(OK);
  });

  it('a listed template gives the texts, and every placeholder needs a value', async () => {
    const scene = await Scene.open();
    const credentials = scene.simulator.credentials();
    const place = (name: string): string => `\${${name}}$`;
    const content = `${place('name')}, ${place('city')} calls`;
    const templates = [{ id: 't1', title: `Hello ${place('name')}`, content }];
    const apps = credentials.oppo.apps.map((app) => ({ ...app, templates }));
    scene.simulator.setCredentials({ ...credentials, oppo: { apps } });
    const texts = { title: undefined, content: undefined, category: 'IM', private_msg_template_id: 't1' };
    const given = {
      private_title_parameters: '{"name":"Tom"}',
      private_content_parameters: { name: 'Tom', city: 'Rome' },
    };
    expect(await outcome({ ...texts, ...given }, {}, scene)).toEqual(OK);
    expect(scene.shade()).toMatchObject([{ title: 'Hello Tom', body: 'Tom, Rome calls' }]);
    expect(scene.notes()).toContain('oppo-template-text');
    const partly = await scene.unicast({ ...texts, ...given, private_content_parameters: '{"name":"Tom"}' });
    expect(partly.body).toEqual({ code: 41, message: 'template_parameters no city' });
    const broken = await scene.unicast({ ...texts, ...given, private_title_parameters: '{' });
    expect(broken.body).toEqual({ code: 41, message: 'syntax error, pos 1' });
    const unknown = { title: 't', content: 'c', category: 'IM', private_msg_template_id: 't2' };
    expect(await outcome(unknown, {}, scene)).toEqual([41, 'oppo-template-known']);
  });
});

describe('the other readings', () => {
  it('long content refused, success text empty, texts of the SDK', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { longContent: 'refuse', successText: '', codeTexts: 'sdk' } });
    expect((await scene.unicast({ content: long(51) })).body.code).toBe(41);
    expect((await scene.unicast({ content: long(50) })).text).toContain('"code":0,"message":"","data"');
    scene.token = 'x';
    expect((await scene.unicast()).body.message).toBe('Invalid Auth Token');
    expect((await scene.auth()).body.message).toBe('success');
  });

  it('receipts of V1.9.3 lack appId and eventTime, and know arrivals only', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { receiptFields: 'v1.9.3' } });
    const wish = { call_back_url: 'http://127.0.0.1:9/', call_back_parameter: 'p' };
    const { data } = await scene.unicast(wish);
    await scene.unicast(wish, { target_value: RX });
    const messageId = data.messageId;
    expect(scene.receipts()).toEqual([
      { messageId, taskId: messageId, registrationIds: R1, param: 'p', eventType: 'push_arrive' },
    ]);
  });
});

describe('notes', () => {
  it.each<[string, object, object]>([
    ['oppo-ttl-default', {}, {}],
    ['oppo-ttl-cut', { off_line_ttl: 864_001 }, {}],
    ['oppo-no-channel', {}, {}],
    ['oppo-channel-unregistered', { channel_id: 'x' }, {}],
    ['oppo-broadcast-only', { fix_speed: true, show_time_type: 1 }, {}],
    ['oppo-wifi-only', { network_type: 1 }, {}],
    ['oppo-show-ttl', { show_ttl: 60 }, {}],
    ['oppo-callback-address', { call_back_url: 'ftp://x' }, {}],
    ['oppo-callback-targets', { call_back_url: 'http://x' }, { target_type: 5, target_value: 'al1' }],
    ['oppo-level-shade-only', { category: 'NEWS', notify_level: 16 }, {}],
    ['oppo-template-unlisted', { private_msg_template_id: 't' }, {}],
    ['oppo-picture-unknown', { small_picture_id: 'p' }, {}],
    ['oppo-badge-dot', { badge_operation_type: 1 }, {}],
    ['oppo-camel-case', { showTtl: 60 }, {}],
    ['oppo-unknown-parameter', { sound: 'x' }, {}],
    ['oppo-dead-targets', {}, { target_value: RX }],
    ['oppo-alias-unknown', {}, { target_type: 5, target_value: 'nobody' }],
  ])('%s', async (rule, notification, message) => {
    const scene = await Scene.open();
    expect((await scene.unicast({ ...notification }, { ...message })).body.code).toBe(0);
    expect(scene.notes()).toContain(rule);
  });

  it('a plain complete message gets none', async () => {
    const scene = await Scene.open();
    await scene.unicast({ category: 'IM', off_line: true, off_line_ttl: 60 });
    const trace = scene.simulator.exchanges()[0]?.trace ?? [];
    expect(trace.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  it('two different tokens, and the place of the one that counts', async () => {
    const scene = await Scene.open();
    const headers = [['auth_token', 'y']] as const;
    await scene.call('/message/notification/unicast', { message: JSON.stringify(single()) }, { headers });
    expect(scene.notes()).toContain('oppo-token-twice');
  });
});

it('a refused send with an app_message_id does not use it up', async () => {
  const scene = await Scene.open();
  const good = scene.token;
  scene.token = 'wrong';
  expect((await scene.unicast({ app_message_id: 'm' })).body.code).toBe(11);
  scene.token = good;
  expect((await scene.unicast({ app_message_id: 'm' })).body.code).toBe(0);
  expect((await scene.unicast({ app_message_id: 'm' }, { target_value: R2 })).body.code).toBe(0);
  expect([scene.shade('phone-1').length, scene.shade('phone-2').length]).toEqual([1, 1]);
});

it('registrations of another app count as dead', async () => {
  const scene = await Scene.open();
  scene.simulator.addDevice({ id: 'other', channel: 'oppo', app: 'com.other', token: RX });
  const answer = await scene.unicast({ call_back_url: 'http://127.0.0.1:9/' }, { target_value: RX });
  expect(answer.body.code).toBe(0);
  expect(scene.shade('other')).toHaveLength(0);
  expect(scene.receipts()).toMatchObject([{ eventType: 'regid_invalid' }]);
  expect(utf8Length(answer.text)).toBeLessThan(200);
});
