import { describe, expect, it } from 'vitest';
import { stopOf, type VendorWorld } from '../../testing/vendor-world.ts';
import {
  type Answer,
  answerOf,
  type Fields,
  MESSAGE,
  makeWorld,
  messageJson,
  PREFIX,
  signed,
} from './testing/world.ts';

const call = (world: VendorWorld, path: string, fields: Fields) => world.send(signed(`${PREFIX}${path}`, fields));
const ask = (world: VendorWorld, path: string, fields: Fields): Answer => answerOf(call(world, path, fields));
const resultOf = (world: VendorWorld, path: string, fields: Fields): unknown => ask(world, path, fields).value;

const TIMED = messageJson({ pushTimeInfo: { pushTimeType: 1, startTime: '2026-11-01 10:30:00' } });
const HOUR = 3_600_000;

describe('tasks', () => {
  it('number themselves, and each app has only its own', () => {
    const world = makeWorld();
    const make = () => resultOf(world, '/push/pushTask/getTaskId', { pushType: 0, messageJson: MESSAGE });
    expect([make(), make()]).toEqual([
      { taskId: 20457, pushType: 0, appId: 123456 },
      { taskId: 20458, pushType: 0, appId: 123456 },
    ]);
    world.credentials = {
      ...world.credentials,
      meizu: {
        apps: world.credentials.meizu.apps.map((app) => (app.appId === '123456' ? { ...app, appId: '7' } : app)),
      },
    };
    const stranger = call(world, '/push/task/varnished/pushByPushId', { appId: 7, taskId: 20457, pushIds: 'PID0001' });
    expect(answerOf(stranger).code).toBe('110032');
  });

  it('can be sent to aliases too, as often as wanted, and count', () => {
    const world = makeWorld();
    resultOf(world, '/push/pushTask/getTaskId', { pushType: 0, messageJson: MESSAGE });
    expect(ask(world, '/push/task/varnished/pushByAlias', { taskId: 20457, alias: 'a1,zz' })).toMatchObject({
      code: '200',
      value: { '110005': ['zz'] },
    });
    ask(world, '/push/task/varnished/pushByPushId', { taskId: 20457, pushIds: 'PID0002' });
    const [first] = world.pushes;
    if (first) world.tell(first, 'tapped');
    expect(resultOf(world, '/push/statistics/getTaskStatistics', { taskId: 20457 })).toEqual({
      taskId: 20457,
      targetNo: 3,
      validNo: 2,
      pushedNo: 2,
      acceptNo: 2,
      displayNo: 2,
      clickNo: 1,
    });
    expect(ask(world, '/push/statistics/getTaskStatistics', { taskId: 1 }).code).toBe('110032');
  });

  it('of pass-through kind are stopped, and to all users never possible', () => {
    const world = makeWorld();
    const json = '{"title":"t","content":"c"}';
    expect(ask(world, '/push/pushTask/getTaskId', { pushType: 1, messageJson: json }).code).toBe('110053');
    expect(ask(world, '/push/pushTask/pushToApp', { pushType: 1, messageJson: json }).code).toBe('1005');
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, passThrough: true } };
    expect(ask(world, '/push/pushTask/getTaskId', { pushType: 1, messageJson: '{"content":"c"}' })).toMatchObject({
      code: '500',
      message: 'title is empty',
    });
    expect(resultOf(world, '/push/pushTask/getTaskId', { pushType: 1, messageJson: json })).toMatchObject({
      pushType: 1,
    });
    const wrongKind = call(world, '/push/task/varnished/pushByPushId', { taskId: 20457, pushIds: 'PID0001' });
    expect(stopOf(wrongKind)).toBe('meizu-task-known');
    expect(ask(world, '/push/task/unvarnished/pushByPushId', { taskId: 20457, pushIds: 'PID0001' }).code).toBe('200');
  });
});

describe('tasks to many', () => {
  it('to all users leave out phones that are switched off', () => {
    const world = makeWorld();
    call(world, '/message/changeRegisterSwitch', { pushId: 'PID0003', msgType: 0, subSwitch: 0 });
    const result = call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: MESSAGE });
    expect(answerOf(result)).not.toHaveProperty('msgId');
    expect(world.pushes.map(({ token }) => token)).toEqual(['PID0001', 'PID0002']);
    expect(resultOf(world, '/push/statistics/getTaskStatistics', { taskId: 20457 })).toMatchObject({
      targetNo: 3,
      pushedNo: 2,
    });
  });

  it('to tags take any or all of them', () => {
    const world = makeWorld();
    call(world, '/message/subscribeTags', { pushId: 'PID0001', tags: '体育,新闻' });
    call(world, '/message/subscribeTags', { pushId: 'PID0002', tags: '新闻' });
    const send = (scope: number, tagNames: string): string[] => {
      world.pushes.length = 0;
      expect(ask(world, '/push/pushTask/pushToTag', { pushType: 0, tagNames, scope, messageJson: MESSAGE }).code).toBe(
        '200',
      );
      return world.pushes.map(({ token }) => token);
    };
    expect(send(0, '体育,新闻')).toEqual(['PID0001', 'PID0002']);
    expect(send(1, '体育,新闻')).toEqual(['PID0001']);
    expect(send(1, '音乐')).toEqual([]);
    const tags = (tagNames: string, scope = '0') =>
      stopOf(call(world, '/push/pushTask/pushToTag', { pushType: 0, tagNames, scope, messageJson: MESSAGE }));
    expect(tags('标'.repeat(21))).toBe('meizu-parameter-value');
    expect(tags(Array.from({ length: 101 }, (_, index) => `t${index}`).join(','))).toBe('meizu-parameter-value');
    expect(tags('新闻', '2')).toBe('meizu-parameter-value');
    expect(tags(',')).toBe('meizu-parameters');
  });

  it('timed: wait, can be called off once, and go out otherwise', () => {
    const world = makeWorld();
    const result = call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: TIMED });
    expect(result.effects.at(-1)).toMatchObject({
      type: 'schedule',
      jobId: 'meizu-task-20457',
      dueAt: world.now + HOUR,
    });
    expect(result.trace.at(-1)).toMatchObject({ rule: 'meizu-timed', params: { due: '2026-11-01 10:30:00' } });
    expect([...world.jobs.keys()]).toEqual(['meizu-task-20457']);
    expect(ask(world, '/push/pushTask/cancel', { pushType: 1, taskId: 20457 }).code).toBe('110032');
    expect(resultOf(world, '/push/pushTask/cancel', { pushType: 0, taskId: 20457 })).toEqual({ result: true });
    expect(world.jobs.size).toBe(0);
    expect(ask(world, '/push/pushTask/cancel', { pushType: 0, taskId: 20457 })).toMatchObject({
      code: '500',
      message: '任务已取消[已完成]，无法取消',
    });
    call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: TIMED });
    world.now += HOUR;
    expect(ask(world, '/push/pushTask/cancel', { pushType: 0, taskId: 20458 }).code).toBe('500');
    const late = call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: TIMED });
    expect(late.trace.map(({ rule }) => rule)).toContain('meizu-lint-past');
    expect(world.pushes).toHaveLength(3);
  });

  it('need a start when they are timed, and give no receipts', () => {
    const world = makeWorld();
    const without = messageJson({ pushTimeInfo: { pushTimeType: 1 } });
    expect(stopOf(call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: without }))).toBe('meizu-needed');
    const odd = messageJson({ pushTimeInfo: { pushTimeType: 1, startTime: 'tomorrow' } });
    expect(stopOf(call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: odd }))).toBe('meizu-json-value');
    const receipt = messageJson({ extra: { callback: 'http://127.0.0.1:1/cb' } });
    const sent = call(world, '/push/pushTask/pushToApp', { pushType: 0, messageJson: receipt });
    expect(sent.trace.map(({ rule }) => rule)).toContain('meizu-lint-receipt-task');
    expect(world.callbacks).toEqual([]);
  });

  it('only those to all users can be cancelled', () => {
    const world = makeWorld();
    call(world, '/push/pushTask/getTaskId', { pushType: 0, messageJson: MESSAGE });
    expect(ask(world, '/push/pushTask/cancel', { pushType: 0, taskId: 20457 }).code).toBe('110032');
  });
});

describe('statistics of days', () => {
  it('count in China, and give each day of the span', () => {
    const world = makeWorld();
    world.send(signed(`${PREFIX}/push/varnished/pushByPushId`, { pushIds: 'PID0001,PID0007', messageJson: MESSAGE }));
    world.now += 16 * HOUR;
    world.change({ permission: 'denied' });
    world.send(signed(`${PREFIX}/push/varnished/pushByPushId`, { pushIds: 'PID0001', messageJson: MESSAGE }));
    const none = { targetNo: 0, validNo: 0, pushedNo: 0, acceptNo: 0, displayNo: 0, clickNo: 0 };
    const days = { startTime: '20261031', endTime: '20261102' };
    expect(resultOf(world, '/push/statistics/dailyPushStatics', days)).toEqual([
      { date: '2026-10-31', ...none },
      { date: '2026-11-01', targetNo: 2, validNo: 1, pushedNo: 1, acceptNo: 1, displayNo: 1, clickNo: 0 },
      { date: '2026-11-02', targetNo: 1, validNo: 1, pushedNo: 1, acceptNo: 1, displayNo: 0, clickNo: 0 },
    ]);
  });

  it.each([
    ['20261001', '20261031', '200'],
    ['20261001', '20261101', '500'],
    ['20260230', '20260301', '1005'],
    ['2026-11-01', '20261101', '1005'],
  ])('%s to %s gives %s', (startTime, endTime, code) => {
    expect(ask(makeWorld(), '/push/statistics/dailyPushStatics', { startTime, endTime }).code).toBe(code);
  });
});

describe('subscriptions', () => {
  it('switches are set one by one or together, with numbers or words', () => {
    const world = makeWorld();
    const pushId = 'PID0001';
    const switches = (bar: number, direct: number) => ({ barTypeSwitch: bar, directTypeSwitch: direct, pushId });
    expect(resultOf(world, '/message/changeRegisterSwitch', { pushId, msgType: 1, subSwitch: 'false' })).toEqual(
      switches(1, 0),
    );
    expect(resultOf(world, '/message/changeRegisterSwitch', { pushId, msgType: 0, subSwitch: 0 })).toEqual(
      switches(0, 0),
    );
    expect(resultOf(world, '/message/getRegisterSwitch', { pushId })).toEqual(switches(0, 0));
    expect(resultOf(world, '/message/changeAllSwitch', { pushId, subSwitch: 'true' })).toEqual(switches(1, 1));
    expect(ask(world, '/message/changeAllSwitch', { pushId, subSwitch: 'on' }).code).toBe('1005');
    expect(ask(world, '/message/changeRegisterSwitch', { pushId, msgType: 2, subSwitch: 1 }).code).toBe('1005');
  });

  it('a new alias takes the place of the old one', () => {
    const world = makeWorld();
    const pushId = 'PID0001';
    expect(resultOf(world, '/message/subscribeAlias', { pushId, alias: 'b2' })).toEqual({ pushId, alias: 'b2' });
    expect(world.device().targets[0]?.aliases).toEqual(['b2']);
    expect(resultOf(world, '/message/unSubscribeAlias', { pushId })).toEqual({ pushId, alias: '' });
    expect(resultOf(world, '/message/getSubAlias', { pushId })).toEqual({ pushId, alias: '' });
    expect(ask(world, '/message/subscribeAlias', { pushId, alias: 'x'.repeat(60) }).code).toBe('200');
    expect(ask(world, '/message/subscribeAlias', { pushId, alias: 'x'.repeat(61) }).code).toBe('1005');
    world.profile = { ...world.profile, meizu: { ...world.profile.meizu, aliasLimit: 20 } };
    expect(ask(world, '/message/subscribeAlias', { pushId, alias: 'x'.repeat(21) }).code).toBe('1005');
  });

  it('tags come with numbers that stay', () => {
    const world = makeWorld();
    const pushId = 'PID0001';
    const two = resultOf(world, '/message/subscribeTags', { pushId, tags: '体育,新闻' });
    expect(two).toEqual({
      pushId,
      tags: [
        { tagId: expect.any(Number), tagName: '体育' },
        { tagId: expect.any(Number), tagName: '新闻' },
      ],
    });
    expect(resultOf(world, '/message/subscribeTags', { pushId, tags: '新闻' })).toEqual(two);
    expect(resultOf(world, '/message/getSubTags', { pushId })).toEqual(two);
    expect(resultOf(world, '/message/unSubscribeTags', { pushId, tags: '体育' })).toMatchObject({
      tags: [{ tagName: '新闻' }],
    });
    expect(resultOf(world, '/message/unSubAllTags', { pushId })).toBe(true);
    expect(world.device().targets[0]?.topics).toEqual([]);
    const many = (from: number) => Array.from({ length: 60 }, (_, index) => `t${from + index}`).join(',');
    expect(ask(world, '/message/subscribeTags', { pushId, tags: many(0) }).code).toBe('200');
    expect(ask(world, '/message/subscribeTags', { pushId, tags: many(60) }).code).toBe('1005');
  });
});

describe('pictures', () => {
  it('get an address of Meizu', () => {
    const value = resultOf(makeWorld(), '/push/uploadImg', { imgType: 5, imgUrl: 'https://example.com/a.png' });
    expect(value).toEqual({ imgType: '5', imgUrl: expect.stringMatching(/^https:\/\/server-api-push\.meizu\.com\//) });
  });

  it.each([
    ['2', 'https://example.com/a.png'],
    ['5', 'ftp://example.com/a.png'],
    ['5', 'nowhere'],
  ])('type %s and address %s are refused', (imgType, imgUrl) => {
    expect(ask(makeWorld(), '/push/uploadImg', { imgType, imgUrl }).code).toBe('1005');
  });
});
