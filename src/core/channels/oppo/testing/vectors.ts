import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { ALIAS, type Answer, APP_ID, R1, R2, RX, type Scene, START, signOf, single } from './scene.ts';

/** One row of what every implementation of this endpoint must show; `check` throws where it does not. */
export interface OppoVector {
  readonly row: string;
  /** Rests on a choice of Pushpit's, not on something published or measured. */
  readonly chosen: boolean;
  check(scene: Scene): Promise<void>;
}

const UNICAST = '/message/notification/unicast';
const BATCH = '/message/notification/unicast_batch';
const BROADCAST = '/message/notification/broadcast';
const SAVE = '/message/notification/save_message_content';
const MALFORMED = 'registration_id格式不正确';
const RECEIVER = 'http://127.0.0.1:9/receipts';

/** A failure has these two keys, in this order. */
function fails(answer: Answer, code: number, message?: string, status = 200): void {
  deepEqual({ status: answer.status, code: answer.body.code }, { status, code });
  equal(answer.type, 'application/json;charset=UTF-8');
  deepEqual(Object.keys(answer.body), ['code', 'message']);
  if (message !== undefined) equal(answer.body.message, message);
}

function succeeds(answer: Answer, message = 'Success'): void {
  equal(answer.status, 200);
  equal(answer.type, 'application/json;charset=UTF-8');
  deepEqual({ code: answer.body.code, message: answer.body.message }, { code: 0, message });
}

const row = (name: string, check: OppoVector['check']): OppoVector => ({ row: name, chosen: false, check });
const chosen = (name: string, check: OppoVector['check']): OppoVector => ({ row: name, chosen: true, check });

const authRows: readonly OppoVector[] = [
  row('1', async (scene) => {
    scene.world.now = START;
    const sign = '38f6b7ca8492312c3bb5762f4ffff7d4bc5d55ccf6c451b0fe9891ac3e48091b';
    const answer = await scene.form('/auth', { app_key: 'demo-key', sign, timestamp: START });
    succeeds(answer, 'success');
    deepEqual(Object.keys(answer.body), ['code', 'message', 'data']);
    deepEqual(Object.keys(answer.data), ['auth_token', 'create_time']);
    match(String(answer.data.auth_token), /^[0-9a-f]{24}$/);
    equal(answer.data.create_time, START);
  }),
  row('2a', async (scene) => {
    const timestamp = scene.world.now - 601_000;
    fails(await scene.auth({ timestamp, sign: signOf('demo-key', timestamp, 'demo-master') }), 19, 'Invalid Timestamp');
    const edge = scene.world.now - 600_000;
    succeeds(await scene.auth({ timestamp: edge, sign: signOf('demo-key', edge, 'demo-master') }), 'success');
  }),
  row('2b', async (scene) => fails(await scene.auth({ timestamp: 'abc' }), 19, 'Invalid Timestamp')),
  row('3a', async (scene) => fails(await scene.auth({ sign: '0'.repeat(64) }), 16, 'Invalid Signature')),
  row('3b', async (scene) => fails(await scene.auth({ sign: undefined }), 17, 'Missing Signature')),
  row('4a', async (scene) => fails(await scene.auth({ app_key: 'nobody' }), 14, 'Invalid App Key')),
  row('4b', async (scene) => fails(await scene.auth({ app_key: undefined }), 15, 'Missing App Key')),
  chosen('5', async (scene) => fails(await scene.auth({ app_key: undefined, sign: undefined }), 15)),
  row('6', async (scene) => fails(await scene.get('/auth'), 12, 'Http Action Not Allowed')),
];

const tokenRows: readonly OppoVector[] = [
  row('7', async (scene) => {
    const answer = await scene.unicast();
    succeeds(answer);
    deepEqual(Object.keys(answer.data), ['messageId']);
    match(String(answer.data.messageId), new RegExp(`^${APP_ID}-1-1-[0-9a-f]{24}$`));
    equal(scene.shade().length, 1);
  }),
  row('8a', async (scene) => {
    const headers = [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['auth_token', scene.token],
    ] as const;
    succeeds(await scene.call(UNICAST, { auth_token: undefined, message: JSON.stringify(single()) }, { headers }));
  }),
  row('8b', async (scene) => {
    const path = `/server/v1${UNICAST}?auth_token=${scene.token}`;
    succeeds(await scene.call(UNICAST, { auth_token: undefined, message: JSON.stringify(single()) }, { path }));
  }),
  row('9a', async (scene) => fails(await scene.unicast({}, {}, { auth_token: undefined }), 29, 'Missing Auth Token')),
  row('9b', async (scene) => fails(await scene.unicast({}, {}, { auth_token: 'x' }), 11, 'Invalid AuthToken')),
  row('9c', async (scene) => {
    scene.advance(24 * 3_600_000 - 1);
    succeeds(await scene.unicast());
    scene.advance(1);
    fails(await scene.unicast(), 11);
  }),
  chosen('10', async (scene) => {
    const headers = [
      ['content-type', 'application/x-www-form-urlencoded'],
      ['auth_token', 'wrong'],
    ] as const;
    succeeds(await scene.call(UNICAST, { message: JSON.stringify(single()) }, { headers }));
  }),
  row('11', async (scene) =>
    succeeds(await scene.unicast({}, {}, { sdk_version: 'JAVA_SDK_V1.0.6', list: '[]', sleep: 'function' })),
  ),
];

const fieldRows: readonly OppoVector[] = [
  row('12a', async (scene) => fails(await scene.call(UNICAST, {}), 40)),
  row('12b', async (scene) => fails(await scene.call(UNICAST, { message: '' }), 40)),
  chosen('12c', async (scene) => fails(await scene.call(UNICAST, { message: 'xyz' }), 41)),
  row('13', async (scene) => {
    fails(await scene.unicast({ title: undefined }), 40, 'Missing Required Arguments');
    fails(await scene.unicast({ content: undefined }), 40, 'Missing Required Arguments');
  }),
  row('14', async (scene) => {
    succeeds(await scene.unicast({ title: '😀'.repeat(50) }));
    fails(await scene.unicast({ title: '😀'.repeat(51) }), 41, 'Invalid Arguments');
  }),
  chosen('15', async (scene) => {
    for (const [length, noted] of [
      [50, false],
      [51, true],
      [200, true],
    ] as const) {
      succeeds(await scene.unicast({ content: '字'.repeat(length) }));
      equal(scene.notes().includes('oppo-content-cut'), noted, String(length));
      equal(scene.shade()[0]?.body, '字'.repeat(50));
    }
    fails(await scene.unicast({ content: '字'.repeat(201) }), 41);
  }),
  row('16', async (scene) => {
    succeeds(await scene.unicast({ style: 2, content: 'x'.repeat(128) }));
    equal(scene.shade()[0]?.body?.length, 128);
    fails(await scene.unicast({ style: 2, content: 'x'.repeat(129) }), 41);
  }),
  chosen('17', async (scene) => fails(await scene.unicast({ style: 3, big_picture_id: 'p' }), 41)),
  row('18', async (scene) => {
    fails(await scene.unicast({ click_action_type: 3 }), 41);
    fails(await scene.unicast({ click_action_type: 4 }), 40);
    fails(await scene.unicast({ action_parameters: 'plain' }), 41);
  }),
  row('19', async (scene) => {
    const clickActionUrl = 'https://example.com/';
    const offLine = { offLine: true, offLineTtl: 86_400 };
    const unset = { appMessageId: null, channelId: null, showTtl: null, subTitle: null, auditResponse: null };
    succeeds(await scene.unicast({ clickActionType: 2, clickActionUrl, notifyId: 5, ...offLine, ...unset }));
    const snake = { click_action_type: 2, click_action_url: clickActionUrl, notify_id: 5 };
    const [camel] = scene.shade();
    succeeds(await scene.unicast({ ...snake, off_line: true, off_line_ttl: 86_400 }));
    const [after] = scene.shade();
    deepEqual(after?.tap, camel?.tap);
    deepEqual([scene.shade().length, after?.replaceKey, after?.title], [1, camel?.replaceKey, 't']);
  }),
  row('20', async (scene) => {
    succeeds(await scene.unicast({}, { target_type: '2' }));
    fails(await scene.unicast({}, { target_type: 'registration_id' }), 41);
    fails(await scene.unicast({}, { target_type: 1 }), 41);
  }),
];

const targetRows: readonly OppoVector[] = [
  row('21', async (scene) => fails(await scene.unicast({}, { target_value: 'abc' }), 10000, MALFORMED)),
  row('22', async (scene) => {
    const answer = await scene.unicast(
      { call_back_url: RECEIVER, call_back_parameter: 'order-42' },
      { target_value: RX },
    );
    succeeds(answer);
    const { messageId } = answer.data;
    equal(scene.callbacks[0]?.url, RECEIVER);
    const entry = scene.receipts()[0] ?? {};
    deepEqual(entry, {
      messageId,
      appId: APP_ID,
      taskId: messageId,
      registrationIds: RX,
      eventTime: String(scene.world.now),
      param: 'order-42',
      eventType: 'regid_invalid',
    });
    deepEqual([scene.shade('phone-1').length, scene.shade('phone-2').length], [0, 0]);
  }),
  row('23', async (scene) => {
    succeeds(await scene.unicast({}, { target_type: 5, target_value: ALIAS }));
    deepEqual([scene.shade('phone-1').length, scene.shade('phone-2').length], [1, 0]);
  }),
  chosen('24', async (scene) => {
    const first = await scene.unicast({ app_message_id: 'm1' });
    const second = await scene.unicast({ app_message_id: 'm1' });
    succeeds(first);
    succeeds(second);
    equal(second.data.messageId, first.data.messageId);
    equal(scene.shade().length, 1);
  }),
  row('25', async (scene) => fails(await scene.unicast({ notify_level: 16 }), 67)),
  row('26', async (scene) => {
    scene.simulator.setProfile({ oppo: { messageClasses: 'new' } });
    fails(await scene.unicast({ category: 'IM' }), 54, 'private_msg_template_id is null');
  }),
  row('27', async (scene) => {
    const messages = [R1, 'bad', R2].map((id) => single({}, { target_value: id }));
    const answer = await scene.call(BATCH, { messages: JSON.stringify(messages) });
    succeeds(answer);
    const items = answer.body.data as Record<string, unknown>[];
    deepEqual(
      items.map((item) => Object.keys(item)),
      [
        ['messageId', 'registrationId'],
        ['registrationId', 'errorCode', 'errorMessage'],
        ['messageId', 'registrationId'],
      ],
    );
    deepEqual(items[1], { registrationId: 'bad', errorCode: 10000, errorMessage: MALFORMED });
    deepEqual([items[0]?.registrationId, items[2]?.registrationId], [R1, R2]);
    notEqual(items[0]?.messageId, items[2]?.messageId);
    deepEqual([scene.shade('phone-1').length, scene.shade('phone-2').length], [1, 1]);
  }),
  chosen('28', async (scene) => {
    const messages = JSON.stringify(Array.from({ length: 1001 }, () => single()));
    fails(await scene.call(BATCH, { messages }), 41);
    equal(scene.shade().length, 0);
  }),
];

async function save(scene: Scene, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await scene.call(SAVE, { title: 't', content: 'c', ...fields });
  succeeds(answer);
  deepEqual(Object.keys(answer.data), ['message_id']);
  return String(answer.data.message_id);
}

const broadcastRows: readonly OppoVector[] = [
  row('29', async (scene) => {
    const message_id = await save(scene);
    match(message_id, /^[0-9a-f]{24}$/);
    const answer = await scene.call(BROADCAST, { message_id, target_type: 2, target_value: `${R1};bad` });
    succeeds(answer);
    // Digits sort first in a parsed object, so the order is looked up in the text.
    match(answer.text, /"data":\{"message_id":"[0-9a-f]{24}","task_id":"[0-9a-f]{24}","10000":\["bad"\]\}\}$/);
    equal(answer.data.message_id, message_id);
    equal(scene.shade().length, 1);
  }),
  row('30', async (scene) =>
    fails(await scene.call(BROADCAST, { message_id: 'none', target_type: 2, target_value: R1 }), 31, 'Data Not Exist'),
  ),
  row('31', async (scene) => {
    const answer = await scene.call(BROADCAST, { message_id: await save(scene), target_type: 1 });
    succeeds(answer);
    deepEqual(Object.keys(answer.data), ['message_id', 'task_id']);
    deepEqual([scene.shade('phone-1').length, scene.shade('phone-2').length], [1, 1]);
  }),
];

const otherRows: readonly OppoVector[] = [
  row('32', async (scene) => {
    const set = await scene.json('/device/set_alias', { registration_id: R2, alias: 'al2' });
    equal(set.text, '{"code":0,"message":"success"}');
    const got = await scene.json('/device/get_alias', { registration_id: R2 });
    equal(got.text, `{"code":0,"message":"success","data":{"registrationId":"${R2}","alias":"al2"}}`);
    succeeds(await scene.unicast({}, { target_type: 5, target_value: 'al2' }));
    equal(scene.shade('phone-2').length, 1);
  }),
  row('33', async (scene) => {
    scene.simulator.act('phone-1', { action: 'uninstall' });
    const path = '/feedback/fetch_invalid_regidList';
    const first = await scene.get(path);
    equal(first.text, `{"code":0,"message":"Success","data":{"registration_ids":["${R1}"],"totalCount":1}}`);
    const second = await scene.get(path);
    equal(second.text, '{"code":0,"message":"Success","data":{"registration_ids":[],"totalCount":0}}');
  }),
  row('34a', async (scene) => {
    await scene.unicast({ notify_id: 5 });
    await scene.unicast({ notify_id: 5, title: 'new' });
    deepEqual(
      scene.shade().map(({ title }) => title),
      ['new'],
    );
  }),
  row('34b', async (scene) => {
    await scene.unicast();
    await scene.unicast();
    equal(scene.shade().length, 2);
  }),
  row('35', async (scene) => {
    scene.simulator.act('phone-1', { action: 'offline' });
    succeeds(await scene.unicast({ off_line: false }));
    succeeds(await scene.unicast({ off_line: true, off_line_ttl: 60, title: 'kept' }));
    scene.simulator.act('phone-1', { action: 'online' });
    deepEqual(
      scene.shade().map(({ title }) => title),
      ['kept'],
    );
  }),
  row('36', async (scene) => {
    scene.simulator.patchDevice('phone-1', { permission: 'notDetermined' });
    succeeds(await scene.unicast({ call_back_url: RECEIVER }));
    equal(scene.shade().length, 0);
    deepEqual(
      scene.receipts().map(({ eventType, registrationIds }) => [eventType, registrationIds]),
      [['push_arrive', R1]],
    );
    ok(Array.isArray(JSON.parse(scene.callbacks[0]?.body ?? '')));
  }),
];

/** Every row, in order. Each gets a scene of its own. */
export const oppoVectors: readonly OppoVector[] = [
  ...authRows,
  ...tokenRows,
  ...fieldRows,
  ...targetRows,
  ...broadcastRows,
  ...otherRows,
];
