import { describe, expect, it } from 'vitest';
import { notesOf, WORLD_TIME } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import { form, parseAnswer, post, R1, R2, SEND, World } from './testing/world.ts';

const rules = (result: ReceiveResult): string[] => result.trace.map((step) => step.rule);

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
      world.change({ targets: world.device(id).targets.map((target) => ({ ...target, topics })) }, id);
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
    world.change({ targets: [{ ...target, state: 'unregistered' }] }, 'phone-2');
    world.post(SEND, form({ registration_id: 'R1,R2' }));
    const again = world.post(SEND, form({ registration_id: 'R1,R2' }));
    expect(again.data?.bad_regids).toBe(R2);
    const drained = world.get('/v1/feedback/fetch_invalid_regids');
    expect(drained.keys).toEqual(['result', 'description', 'data', 'code']);
    expect(drained.data).toEqual({ list: [R2] });
    expect(world.get('/v1/feedback/fetch_invalid_regids').data).toEqual({ list: [] });
    world.change({ targets: [{ ...target, app: 'com.other' }] }, 'phone-2');
    expect(world.post(SEND, form({ registration_id: R2 })).body.code).toBe(20301);
  });

  it('explains a regid whose plus became a space', () => {
    const world = new World();
    const target = world.device().targets[0];
    if (!target) throw new Error('no target');
    world.change({ targets: [{ ...target, token: 'ab+c/d==' }] });
    const result = post(world, `${form({ registration_id: undefined })}&registration_id=ab+c/d==`);
    expect(parseAnswer(result).body.code).toBe(20301);
    expect(notesOf(result)).toEqual(expect.arrayContaining(['xiaomi-plus-as-space', 'xiaomi-plus-registered']));
    expect(world.post(SEND, form({ registration_id: 'ab+c/d==' })).body.code).toBe(0);
  });
});
