import { describe, expect, it } from 'vitest';
import { WORLD_TIME } from '../../testing/vendor-world.ts';
import { form, makeRequest, PACKAGE, parseAnswer, R1, R2, SEND, testApp, World } from './testing/world.ts';

const HOUR = 3_600_000;
const rulesOf = (world: World, method: string, path: string, body = ''): string[] =>
  world.receive(makeRequest(method, path, { body })).trace.map((step) => step.rule);

function multi(world: World, path: string, messages: unknown, rest = '') {
  return world.post(path, `messages=${encodeURIComponent(JSON.stringify(messages))}${rest}`);
}

const message = { title: 't', description: 'd', restricted_package_name: PACKAGE };

describe('multi_messages', () => {
  const path = '/v2/multi_messages/regids';

  it('sends each target its own message under one id', () => {
    const world = new World();
    const answer = multi(
      world,
      path,
      [
        { target: R1, message: { ...message, notify_id: 3, extra: { channel_id: '1001', ext: 'e' } } },
        { target: R2, message: { ...message, title: 'other', pass_through: 0 } },
        { target: 'RX', message },
      ],
      '&time_to_send=0',
    );
    expect(answer.body).toMatchObject({ code: 0, info: 'Received push messages for 2 REGID' });
    expect(answer.data).toMatchObject({ id: expect.stringMatching(/^m/), bad_regids: 'RX' });
    expect(world.pushes.map(({ token, title, id }) => [token, title, id === answer.data?.id])).toEqual([
      [R1, 't', true],
      [R2, 'other', true],
    ]);
    expect(world.device().shade[0]?.ext).toBe('e');
  });

  it('serves aliases and accounts', () => {
    const world = new World();
    expect(multi(world, '/v2/multi_messages/aliases', [{ target: 'al1', message }]).body.info).toContain('1 ALIAS');
    expect(multi(world, '/v2/multi_messages/user_accounts', [{ target: 'acc1', message }]).body.info).toContain(
      '1 USER_ACCOUNT',
    );
  });

  it.each([
    ['', 10016],
    ['messages=%5B', 10017],
    ['messages=%7B%7D', 10017],
    ['messages=%5B%5D', 10017],
    ['messages=%5B1%5D', 10017],
    [`messages=${'%5B'.repeat(5000)}${'%5D'.repeat(5000)}`, 10017],
  ])('refuses %.20s', (body, code) => {
    expect(new World().post(path, body).body.code).toBe(code);
  });

  it('refuses the whole call for one bad message, for no target, for too many, and for a late time', () => {
    const world = new World();
    const bad = [
      { target: R1, message },
      { target: R2, message: { ...message, title: '' } },
    ];
    expect(multi(world, path, bad).body.code).toBe(65011);
    expect(multi(world, path, [{ target: 'RX', message }]).body.code).toBe(20301);
    const crowd = Array.from({ length: 1001 }, () => ({ target: R1, message }));
    expect(multi(world, path, crowd).body.code).toBe(10017);
    expect(multi(world, path, [{ target: R1, message }], `&time_to_send=${WORLD_TIME + 8 * 24 * HOUR}`).body.code).toBe(
      10017,
    );
    expect(world.pushes).toEqual([]);
  });

  it('counts a target as valid when any of its messages reaches it, and tells bad ones once', () => {
    const world = new World();
    world.apps = [{ ...testApp, packageNames: [PACKAGE, 'com.example.hd'] }];
    const foreign = { ...message, restricted_package_name: 'com.example.hd' };
    const result = world.receive(
      makeRequest('POST', path, {
        body: `messages=${encodeURIComponent(
          JSON.stringify([
            { target: R1, message },
            { target: R1, message: foreign },
            { target: 'RX', message },
          ]),
        )}`,
      }),
    );
    expect(parseAnswer(result).body).toMatchObject({ code: 0, info: 'Received push messages for 1 REGID' });
    expect(result.trace.filter((step) => step.rule === 'xiaomi-bad-targets')).toHaveLength(1);
    expect(world.pushes).toHaveLength(1);
  });

  it('can be scheduled', () => {
    const world = new World();
    const answer = multi(world, path, [{ target: R1, message }], `&time_to_send=${WORLD_TIME + HOUR}`);
    expect([...world.jobs.keys()]).toEqual([answer.data?.id]);
    expect(world.jobs.get(String(answer.data?.id))?.[0]?.expiresAt).toBe(WORLD_TIME + HOUR + 1_209_600_000);
  });
});

describe('scheduled messages', () => {
  it('forget a job once it was due', () => {
    const world = new World();
    const id = String(world.post(SEND, form({ time_to_send: WORLD_TIME + HOUR })).data?.id);
    expect(world.pushes).toEqual([]);
    expect(world.get(`/v2/schedule_job/query?job_id=${id}`).body.code).toBe(0);
    world.now += HOUR;
    expect(world.post('/v2/schedule_job/exist', `job_id=${id}`).body).toMatchObject({
      code: 65028,
      description: '未查询到相应消息',
    });
  });

  it('are deleted by job key, and the misspelt parameter is taken with a note', () => {
    const world = new World();
    const fields = { time_to_send: WORLD_TIME + HOUR, 'extra.jobkey': 'k1' };
    world.post(SEND, form(fields));
    world.post(SEND, form(fields));
    expect(world.jobs.size).toBe(2);
    expect(rulesOf(world, 'POST', '/v3/schedule_job/delete', 'job_key=k1')).toContain('xiaomi-job-key-name');
    expect(world.jobs.size).toBe(0);
    expect(world.post('/v3/schedule_job/delete', 'jobkey=k1').body.code).toBe(65028);
    expect(world.post('/v3/schedule_job/delete', '').body.code).toBe(10016);
  });

  it('belong to their app', () => {
    const world = new World();
    const id = String(world.post(SEND, form({ time_to_send: WORLD_TIME + HOUR })).data?.id);
    const foreign = world.receive(
      makeRequest('POST', '/v2/schedule_job/delete', { key: 'key=OTHER', body: `job_id=${id}` }),
    );
    expect(parseAnswer(foreign).body.code).toBe(65028);
    expect(world.jobs.size).toBe(1);
  });

  it('can be stopped; what was sent cannot', () => {
    const world = new World();
    const id = String(world.post(SEND, form({ time_to_send: WORLD_TIME + HOUR })).data?.id);
    expect(world.post('/v1/message/switch/stop_by_id', `msg_ids=${id}`).body.code).toBe(0);
    expect(world.jobs.size).toBe(0);
    expect(rulesOf(world, 'POST', '/v1/message/switch/stop_by_jobkey', 'job_keys=a')).toContain(
      'xiaomi-stop-nothing-running',
    );
    expect(world.post('/v1/message/switch/stop_by_id', '').body.code).toBe(10016);
  });
});

describe('trace and statistics', () => {
  it('tell real counters in the documented form', () => {
    const world = new World();
    const id = String(world.post(SEND, form({ registration_id: 'R1,R2,RX', time_to_live: 86_400_000 })).data?.id);
    const [push] = world.pushes;
    if (!push) throw new Error('no push');
    world.tap(push);
    const status = world.get(`/v1/trace/message/status?msg_id=${id}`);
    expect(status.keys).toEqual(['result', 'trace_id', 'code', 'description', 'data']);
    expect(status.data).toEqual({
      data: {
        id,
        create_time: '2026-11-01 09:30:00',
        create_timestamp: WORLD_TIME,
        time_to_live: '86400s',
        msg_type: 'Common',
        raw_counter: 3,
        resolved: 2,
        delivered: 2,
        delivery_rate: '100%',
        click: 1,
        click_rate: '50%',
        bar_closed: 0,
        invalid_target: 1,
        app_not_register: 0,
        device_condition_unmatch: 0,
      },
    });
  });

  it('list by job key and by range, on either path and method', () => {
    const world = new World();
    const id = world.post(SEND, form({ 'extra.jobkey': 'k' })).data?.id;
    const ids = (answer: ReturnType<World['get']>): unknown =>
      (answer.data?.data as { id: string }[] | undefined)?.map((item) => item.id);
    expect(ids(world.get('/v1/trace/message/status?job_key=k'))).toEqual([id]);
    expect(ids(world.get('/v1/trace/message/status?job_key=other'))).toEqual([]);
    const range = `begin_time=${WORLD_TIME}&end_time=${WORLD_TIME}`;
    expect(ids(world.get(`/v1/trace/messages/status?${range}`))).toEqual([id]);
    expect(ids(world.post(`/v1/trace/message/status?${range}`, ''))).toEqual([id]);
    expect(ids(world.get(`/v1/trace/messages/status?begin_time=0&end_time=1`))).toEqual([]);
    expect(world.get('/v1/trace/message/status').body.code).toBe(10016);
    expect(world.get('/v1/trace/message/status?msg_id=x').body.code).toBe(65028);
    expect(world.get('/v1/trace/messages/status?begin_time=x&end_time=1').body.code).toBe(10017);
  });

  it('count by day in China', () => {
    const world = new World();
    const send = world.post(SEND, form());
    expect(send.body.code).toBe(0);
    world.post('/v3/message/alias', form({ alias: 'al1', notify_id: 2 }));
    world.post('/v3/message/all', form({ notify_id: 3 }));
    const answer = world.get('/v1/stats/message/counters?start_date=20261031&end_date=20261101');
    expect(answer.keys).toEqual(['result', 'code', 'description', 'data']);
    const days = answer.data?.data as Record<string, unknown>[];
    expect(days.map((day) => day.date)).toEqual(['20261031', '20261101']);
    expect(days[1]).toEqual({
      date: '20261101',
      single_recipients: 2,
      broadcast_recipients: 2,
      regid_recipients: 1,
      alias_recipients: 1,
      useraccount_recipients: 0,
      received: 4,
      click: 0,
    });
  });

  it.each([
    ['', 10016],
    ['start_date=20261101', 10016],
    ['start_date=20261301&end_date=20261302', 10017],
    ['start_date=20261102&end_date=20261101', 10017],
    ['start_date=20261001&end_date=20261031', 10017],
    ['start_date=20261001&end_date=20261030', 0],
  ])('check the days %s', (query, code) => {
    expect(new World().get(`/v1/stats/message/counters?${query}`).body.code).toBe(code);
  });

  it('tell the quota only when there is one', () => {
    const world = new World();
    expect(world.get('/v1/trace/quota/get').data).toBeUndefined();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, messageClasses: true } };
    world.post(SEND, form());
    expect(world.get('/v1/trace/quota/get').data).toEqual({ day_quota: '10000', day_acked: '1' });
  });
});

describe('topics', () => {
  it('change the registration, and then receive', () => {
    const world = new World();
    const answer = world.post('/v2/topic/subscribe', `registration_id=${R1},${R2}&topic=sport&category=c`);
    expect(answer.keys).toEqual(['result', 'reason', 'trace_id', 'code', 'description']);
    expect(answer.body.reason).toBe('Success');
    expect(world.device('phone-2').targets[0]?.topics).toEqual(['sport']);
    expect(world.device().targets[0]?.topics).toEqual(['news', 'sport']);
    world.post('/v3/message/topic', form({ topic: 'sport' }));
    expect(world.pushes.map((push) => push.token)).toEqual([R1, R2]);
    expect(world.get(`/v1/topic/all?registration_id=${R1}`).data).toEqual({ list: ['news', 'sport'] });
    world.post('/v2/topic/unsubscribe/alias', 'aliases=al1&topic=sport');
    expect(world.device().targets[0]?.topics).toEqual(['news']);
    expect(world.post('/v2/topic/subscribe/alias', 'aliases=al1&topic=sport').body.code).toBe(0);
  });

  it.each([
    ['/v2/topic/subscribe', 'registration_id=RX&topic=a', 20215],
    ['/v2/topic/unsubscribe', 'registration_id=RX&topic=a', 20216],
    ['/v2/topic/subscribe', 'registration_id=R1', 65013],
    ['/v2/topic/subscribe', 'topic=a', 10016],
    ['/v2/topic/subscribe/alias', 'topic=a', 65012],
    ['/v2/topic/subscribe', 'registration_id=R1&topic=a&restricted_package_name=x', 10017],
  ])('%s with %s gives %i', (path, body, code) => {
    expect(new World().post(path, body).body.code).toBe(code);
  });
});

describe('lists', () => {
  it('tell what is bound to a registration', () => {
    const world = new World();
    const alias = world.get(`/v1/alias/all?registration_id=${R1}&restricted_package_name=${PACKAGE}`);
    expect(alias.keys).toEqual(['result', 'code', 'data', 'description']);
    expect(alias.data).toEqual({ list: ['al1'] });
    expect(world.get(`/v1/account/all?registration_id=${R1}`).data).toEqual({ list: ['acc1'] });
    expect(world.get('/v1/alias/all?registration_id=RX').data).toEqual({ list: [] });
    expect(world.get('/v1/alias/all').body.code).toBe(10016);
    expect(rulesOf(world, 'GET', '/v1/alias/all?registration_id=RX')).toContain('xiaomi-regid-unknown');
  });

  it('say that nobody published some answers', () => {
    const world = new World();
    expect(rulesOf(world, 'GET', `/v1/regid/presence?registration_id=${R1}`)).toContain('xiaomi-answer-form-unknown');
    expect(world.post('/v1/validation/regids', '').body.code).toBe(10016);
  });

  it('drain invalid aliases', () => {
    const world = new World();
    expect(world.get('/v1/feedback/fetch_invalid_aliases').body.code).toBe(10035);
    world.post('/v3/message/alias', form({ alias: 'al1,none' }));
    expect(world.get('/v1/feedback/fetch_invalid_aliases').data).toEqual({ list: ['none'] });
    expect(world.get('/v1/feedback/fetch_invalid_aliases').body.code).toBe(10035);
    expect(world.get('/v1/feedback/fetch_invalid_miid').data).toEqual({ list: [] });
  });

  it.each([
    ['/v2/message/regid', { registration_id: 'RX,RY' }, '/v1/feedback/fetch_invalid_regids', ['RX', 'RY']],
    ['/v3/message/alias', { alias: 'no1,no2' }, '/v1/feedback/fetch_invalid_aliases', ['no1', 'no2']],
  ])('hold what %s found bad even when nobody is left and the call fails', (path, fields, feedback, names) => {
    const world = new World();
    world.profile = { ...world.profile, xiaomi: { ...world.profile.xiaomi, requestsPerSecond: 1 } };
    const wish = { 'extra.callback': 'http://127.0.0.1:1/mi', 'extra.callback.type': 243 };
    const refused = world.post(path, form({ registration_id: undefined, ...wish, ...fields }));
    expect(refused.body).toMatchObject({ code: 20301, reason: 'No valid targets!' });
    expect(refused.data).toBeUndefined();
    // A receipt is keyed by message id, and a refused call has none.
    expect(world.callbacks).toEqual([]);
    expect(world.post(path, form({ registration_id: undefined, ...fields })).body.code).toBe(200002);
    expect(world.get(feedback).data).toEqual({ list: names });
  });

  it('hold the bad targets of a batch that fails as a whole, each once', () => {
    const world = new World();
    const batch = (target: string) => ({ target, message });
    const failed = multi(world, '/v2/multi_messages/regids', [batch('RX'), batch('RX'), batch('RY')]);
    expect(failed.body.code).toBe(20301);
    expect(world.get('/v1/feedback/fetch_invalid_regids').data).toEqual({ list: ['RX', 'RY'] });
    multi(world, '/v2/multi_messages/aliases', [batch('al1'), batch('none'), batch('none')]);
    expect(world.get('/v1/feedback/fetch_invalid_aliases').data).toEqual({ list: ['none'] });
  });

  it('give at most 1000 invalid regids a call', () => {
    const world = new World();
    const names = (from: number): string => Array.from({ length: 900 }, (_, index) => `X${from + index}`).join(',');
    world.post(SEND, form({ registration_id: `R1,${names(0)}` }));
    world.post(SEND, form({ registration_id: `R1,${names(900)}` }));
    const sizes = [1, 2, 3].map(() => {
      const list = world.get('/v1/feedback/fetch_invalid_regids').data?.list;
      return Array.isArray(list) ? list.length : -1;
    });
    expect(sizes).toEqual([1000, 800, 0]);
  });
});

describe('channels', () => {
  it('are made, listed, used with their sound, and discarded', () => {
    const world = new World();
    const sound = encodeURIComponent('android.resource://com.example.app/raw/hualala');
    expect(world.get(`/v1/channel/add?channel_id=77&channel_name=Chat&sound_url=${sound}`).body.code).toBe(0);
    const list = world.get('/v1/channel/list').data?.list as { channel_id: string }[];
    expect(list.map((item) => item.channel_id)).toEqual(['1001', '77']);
    expect(world.post(SEND, form({ 'extra.channel_id': '77' })).body.code).toBe(0);
    expect(world.presentations[0]?.sound?.played).toBe('hualala');
    expect(world.get('/v1/channel/discard?channel_id=77').body.code).toBe(0);
    expect(world.post(SEND, form({ 'extra.channel_id': '77' })).body.code).toBe(27001);
    expect(world.get('/v1/channel/discard?channel_id=77').body.code).toBe(27001);
    expect(world.get('/v1/channel/add?channel_id=77').body.code).toBe(10016);
  });
});

describe('revoke', () => {
  it('takes the notification with that notify_id away, and nothing else', () => {
    const world = new World();
    world.post(SEND, form({ registration_id: 'R1,R2', notify_id: 1 }));
    world.post(SEND, form({ notify_id: 2 }));
    const body = `registration_ids=${R1}&restricted_package_name=${PACKAGE}&notify_id=1`;
    expect(rulesOf(world, 'POST', '/v1/message/regid/revoke', body)).toContain('xiaomi-revoke-ending');
    expect(world.device().shade).toHaveLength(1);
    expect(world.device('phone-2').shade).toHaveLength(1);
    expect(world.post('/v3/message/regid/revoke', body).body.code).toBe(0);
    expect(rulesOf(world, 'POST', '/v3/message/regid/revoke', body)).not.toContain('xiaomi-revoke-ending');
    expect(world.post('/v3/message/alias/revoke', 'aliases=al1&notify_id=2').body.code).toBe(0);
    expect(world.device().shade).toEqual([]);
  });

  it('works by message id and by job key, and withdraws broadcasts', () => {
    const world = new World();
    const id = world.post(SEND, form({ notify_id: 1 })).data?.id;
    world.post(SEND, form({ notify_id: 2, 'extra.jobkey': 'k' }));
    const all = world.post('/v3/message/all', form({ notify_id: 3 })).data?.id;
    expect(world.device().shade).toHaveLength(3);
    world.post('/v2/message/revoke', `msg_id=${id}`);
    world.post('/v2/message/revoke', 'jobkey=k');
    expect(world.device().shade).toHaveLength(1);
    world.post('/v2/message/delete', `id=${all}`);
    expect([world.device(), world.device('phone-2')].map((device) => device.shade.length)).toEqual([0, 0]);
    expect(world.post('/v2/message/delete', 'id=x').body.code).toBe(65028);
  });

  it.each([
    ['/v1/message/regid/revoke', 'notify_id=1', 10016],
    ['/v1/message/topic/revoke', 'notify_id=1', 65013],
    ['/v1/message/regid/revoke', `registration_ids=${R1}`, 10016],
    ['/v1/message/regid/revoke', `registration_ids=${R1}&notify_id=x`, 10017],
    ['/v1/message/imeimd5/revoke', 'imeimd5s=x&notify_id=1', 0],
    ['/v2/message/revoke', '', 10016],
  ])('%s with %s gives %i', (path, body, code) => {
    expect(new World().post(path, body).body.code).toBe(code);
  });
});

describe('polling queues', () => {
  it('give each receipt once', () => {
    const world = new World();
    const id = world.post(SEND, form()).data?.id;
    const poll = (path: string) => world.get(`${path}?package_name=${PACKAGE}`).data;
    expect(poll('/msg/ack/info')).toEqual({ list: [{ msg_id: id, target: R1, timestamp: WORLD_TIME }] });
    expect(poll('/msg/ack/info')).toEqual({ list: [] });
    expect(poll('/msg/click/info')).toEqual({ list: [] });
    expect(world.get('/msg/ack/info').body.code).toBe(10016);
    expect(world.get('/msg/ack/info?package_name=x').body.code).toBe(10017);
    expect(testApp.packageNames).toEqual([PACKAGE]);
  });
});
