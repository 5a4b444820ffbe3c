import { describe, expect, it } from 'vitest';
import { notesOf, type VendorWorld } from '../../testing/vendor-world.ts';
import type { ReceiveResult } from '../types.ts';
import {
  ALIAS,
  bodyOf,
  memoryOf,
  message,
  post,
  R1,
  R2,
  RU,
  RX,
  resultOf,
  send,
  setVivo,
  statisticsOf,
  vivoWorld,
} from './testing/world.ts';

const HOUR = 3_600_000;
describe('list pushes', () => {
  const save = (world: VendorWorld, change: Readonly<Record<string, unknown>> = {}): unknown =>
    bodyOf(post(world, '/message/saveListPayload', message({ regId: undefined, classification: 1, ...change }))).taskId;
  const list = (world: VendorWorld, taskId: unknown, change: Readonly<Record<string, unknown>> = {}): ReceiveResult =>
    post(world, '/message/pushToList', { regIds: [R1, R2], requestId: `l${world.pushes.length}`, taskId, ...change });

  it('may use a body several times within its week', () => {
    const world = vivoWorld();
    const taskId = save(world);
    list(world, taskId);
    list(world, taskId);
    expect(world.pushes).toHaveLength(4);
    expect(statisticsOf(world, taskId)).toMatchObject([{ target: 4, valid: 4, send: 4, receive: 4, display: 4 }]);
    world.now += 7 * 24 * HOUR + 1;
    expect(resultOf(list(world, taskId))).toBe(10155);
  });

  it('succeed even when every target is bad, and name each once', () => {
    const world = vivoWorld();
    const result = list(world, save(world), { regIds: [RX, RX, RU] });
    expect(bodyOf(result)).toEqual({
      result: 0,
      desc: '请求成功',
      requestId: 'l0',
      invalidUsers: [
        { status: 1, userid: RX },
        { status: 2, userid: RU },
      ],
    });
    expect(notesOf(result)).toContain('vivo-nobody');
  });

  it('take aliases, up to 1000 targets, and only bodies of their own app', () => {
    const world = vivoWorld();
    const taskId = save(world);
    expect(bodyOf(list(world, taskId, { regIds: undefined, aliases: [ALIAS, 'none'] }))).toMatchObject({
      result: 0,
      invalidUsers: [{ status: 1, userid: 'none' }],
    });
    const ids = Array.from({ length: 1001 }, (_, index) => `r${index}`);
    expect(resultOf(list(world, taskId, { regIds: ids }))).toBe(10153);
    expect(resultOf(list(world, taskId, { regIds: ids.slice(1) }))).toBe(0);
    const [mine] = world.credentials.vivo.apps;
    if (mine === undefined) throw new Error('no app');
    const key = { appId: '10005', timestamp: world.now, appKey: 'other-key' };
    const sign = world.ports.crypto.md5Hex(`10005other-key${world.now}other-secret`);
    const token = String(
      bodyOf(world.send({ path: '/message/auth', body: JSON.stringify({ ...key, sign }) })).authToken,
    );
    const body = JSON.stringify({ regIds: [R1, R2], requestId: 'o', taskId });
    expect(resultOf(world.send({ path: '/message/pushToList', headers: [['authtoken', token]], body }))).toBe(10155);
  });

  it('follow the saved body into the night and into tests', () => {
    const world = vivoWorld();
    setVivo(world, { messageClasses: true, nightSends: 'refused' });
    const taskId = save(world, { classification: 0 });
    world.now += 14 * HOUR;
    expect(resultOf(list(world, taskId))).toBe(10071);
    expect(bodyOf(list(world, taskId, { pushMode: 1 }))).toMatchObject({
      result: 0,
      invalidUsers: [
        { status: 4, userid: R1 },
        { status: 4, userid: R2 },
      ],
    });
  });
});

describe('tags', () => {
  const tag = (world: VendorWorld, path: string, body: object): ReceiveResult => post(world, path, body);
  const push = (world: VendorWorld, tagExpression: object): readonly string[] => {
    const before = world.pushes.length;
    expect(resultOf(post(world, '/message/tagPush', message({ classification: 1, tagExpression })))).toBe(0);
    return world.pushes.slice(before).map(({ deviceId }) => deviceId);
  };

  it('select by or, and, not; follow renames; and lose members', () => {
    const world = vivoWorld();
    tag(world, '/tag/add', { name: 'news', desc: 'd' });
    tag(world, '/tag/addMembers', { name: 'news', type: 1, ids: [R1, R2] });
    const made = tag(world, '/tag/addMembers', { name: 'vip', type: 2, ids: [ALIAS] });
    expect(notesOf(made)).toContain('vivo-tag-unknown');
    expect(push(world, { orTags: ['news', 'x'], andTags: ['vip'] })).toEqual(['phone-1']);
    expect(push(world, { orTags: ['news'], notTags: ['vip'] })).toEqual(['phone-2']);
    tag(world, '/tag/update', { oldName: 'news', newName: 'press' });
    expect(push(world, { andTags: ['press'] })).toEqual(['phone-1', 'phone-2']);
    tag(world, '/tag/removeMembers', { name: 'press', type: 1, ids: [R2] });
    expect(push(world, { orTags: ['press'] })).toEqual(['phone-1']);
    expect(push(world, { orTags: ['news'] })).toEqual([]);
  });

  it('of an exclusive class exclude each other', () => {
    const world = vivoWorld();
    tag(world, '/tagGroup/add', { name: 'level', type: 2 });
    tag(world, '/tag/add', { name: 'gold', group: 'level' });
    tag(world, '/tag/add', { name: 'iron' });
    tag(world, '/tagGroup/addToGroup', { name: 'level', tags: ['iron'] });
    tag(world, '/tag/addMembers', { name: 'gold', type: 1, ids: [R1] });
    tag(world, '/tagGroup/update', { oldName: 'level', newName: 'rank' });
    tag(world, '/tag/addMembers', { name: 'iron', type: 1, ids: [R1] });
    expect(world.device().targets[0]?.topics).toEqual(['iron']);
    expect(resultOf(tag(world, '/tagGroup/add', { name: 'g', type: 3 }))).toBe(10616);
    expect(resultOf(tag(world, '/tagGroup/addToGroup', {}))).toBe(10601);
    expect(resultOf(tag(world, '/tagSegment/add', { name: 's', expression: {} }))).toBe(0);
    expect(resultOf(tag(world, '/tagSegment/update', { oldName: 's' }))).toBe(10601);
    expect(resultOf(tag(world, '/tagSegment/update', { oldName: 's', newName: 't' }))).toBe(0);
    expect(memoryOf(world).tags['10004']).toMatchObject({ segments: ['t'], groups: { rank: { exclusive: true } } });
  });
});

describe('live cards', () => {
  const card = { operation: 1, templateType: 1, scene: 's' };

  it('succeed and do not appear: the app has made none', () => {
    const world = vivoWorld();
    const result = post(world, '/livemessage/send', message({ notifyId: 7, liveMessage: card, classification: 1 }));
    expect(bodyOf(result)).toMatchObject({ result: 0, taskId: expect.any(String) });
    expect(world.presentations).toMatchObject([{ result: 'suppressed', cause: 'vivo-device-live' }]);
  });

  it.each([
    { notifyId: undefined },
    { liveMessage: undefined },
    { liveMessage: { ...card, operation: 3 } },
    { liveMessage: { ...card, templateType: 3 } },
  ])('with %o succeed and are not sent on', (change) => {
    const world = vivoWorld();
    const result = post(world, '/livemessage/send', message({ notifyId: 7, liveMessage: card, ...change }));
    expect(resultOf(result)).toBe(0);
    expect(notesOf(result)).toContain('vivo-live-fault');
    expect(world.pushes).toEqual([]);
  });
});

describe('statistics', () => {
  it('tell of unknown tasks and those of others nothing, and count taps', () => {
    const world = vivoWorld();
    const { taskId } = bodyOf(send(world));
    const [push] = world.pushes;
    if (push === undefined) throw new Error('no push');
    world.tell(push, 'tapped');
    expect(statisticsOf(world, `${taskId},1`)).toEqual([
      {
        taskId,
        target: 1,
        valid: 1,
        send: 1,
        receive: 1,
        display: 1,
        click: 1,
        targetInvalid: 0,
        targetUnSub: 0,
        targetInActive: 0,
        covered: 0,
        controlled: 0,
        targetOffline: 0,
      },
    ]);
  });
});
