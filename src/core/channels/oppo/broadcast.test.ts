import { describe, expect, it } from 'vitest';
import { R1, R2, RX, Scene, single } from './testing/scene.ts';

const SAVE = '/message/notification/save_message_content';
const BROADCAST = '/message/notification/broadcast';
const BATCH = '/message/notification/unicast_batch';

async function saved(scene: Scene, fields: object = {}): Promise<string> {
  const answer = await scene.call(SAVE, { title: 't', content: 'c', ...fields });
  expect(answer.body.code).toBe(0);
  return String(answer.data.message_id);
}

const shown = (scene: Scene): number[] => [scene.shade('phone-1').length, scene.shade('phone-2').length];

describe('save_message_content', () => {
  it('keeps one body for an app_message_id, with the texts of the first', async () => {
    const scene = await Scene.open();
    const first = await saved(scene, { app_message_id: 'a' });
    expect(await saved(scene, { app_message_id: 'a', title: 'other' })).toBe(first);
    expect(scene.notes()).toContain('oppo-saved-before');
    expect(await saved(scene)).not.toBe(first);
    await scene.call(BROADCAST, { message_id: first, target_type: 1 });
    expect(scene.shade()).toMatchObject([{ title: 't' }]);
  });

  it.each<[string, object, number]>([
    ['style 3 without picture', { style: 3 }, 40],
    ['style 3 with picture and content of 51', { style: 3, big_picture_id: 'p', content: 'x'.repeat(51) }, 41],
    ['style 3 with fixed speed', { style: 3, big_picture_id: 'p', fix_speed: true, fix_speed_rate: 1000 }, 41],
    ['fixed speed without rate', { fix_speed: true }, 41],
    ['fixed speed of 999', { fix_speed: true, fix_speed_rate: 999 }, 41],
    ['fixed speed of 10000', { fix_speed: true, fix_speed_rate: 10_000 }, 0],
    ['rate 0 without fixed speed', { fix_speed: false, fix_speed_rate: 0 }, 0],
    ['window without times', { show_time_type: 1, show_start_time: 5 }, 40],
    ['window that ends before it begins', { show_time_type: 1, show_start_time: 5, show_end_time: 5 }, 41],
    ['planned without time', { push_time_type: 1 }, 40],
    ['no title', { title: '' }, 40],
    ['camelCase', { clickActionType: 2, clickActionUrl: 'https://example.com' }, 0],
    ['camelCase without address', { clickActionType: 2 }, 40],
  ])('%s', async (_name, fields, code) => {
    const scene = await Scene.open();
    expect((await scene.call(SAVE, { title: 't', content: 'c', ...fields })).body.code).toBe(code);
  });
});

describe('broadcast', () => {
  it.each<[string, object, number]>([
    ['no message_id', { message_id: undefined, target_type: 1 }, 40],
    ['no target_type', {}, 40],
    ['target_type 3', { target_type: 3, target_value: R1 }, 41],
    ['no target_value', { target_type: 2 }, 40],
    ['only separators', { target_type: 2, target_value: ';;' }, 40],
    ['1001 ids', { target_type: 2, target_value: Array.from({ length: 1001 }, (_, i) => `a${i}`).join(';') }, 41],
    ['tags no JSON', { target_type: 6, target_value: 'news' }, 41],
    ['tags empty', { target_type: 6, target_value: '{}' }, 41],
    ['tags of numbers', { target_type: 6, target_value: '{"or":[1]}' }, 41],
  ])('%s', async (_name, fields, code) => {
    const scene = await Scene.open();
    const message_id = await saved(scene);
    expect((await scene.call(BROADCAST, { message_id, ...fields })).body.code).toBe(code);
    expect(shown(scene)).toEqual([0, 0]);
  });

  it('may send a stored body again; all ids bad is still a success', async () => {
    const scene = await Scene.open();
    const message_id = await saved(scene);
    const first = await scene.call(BROADCAST, { message_id, target_type: 2, target_value: R1 });
    const second = await scene.call(BROADCAST, { message_id, target_type: 2, target_value: 'x;y' });
    expect(second.data['10000']).toEqual(['x', 'y']);
    expect(second.data.task_id).not.toBe(first.data.task_id);
    expect(shown(scene)).toEqual([1, 0]);
  });

  it('does not know the bodies of another app', async () => {
    const scene = await Scene.open();
    const message_id = await saved(scene);
    const { sha256Hex } = scene.world.ports.crypto;
    const sign = sha256Hex(`other-key${scene.world.now}other-master`);
    scene.token = String((await scene.auth({ app_key: 'other-key', sign })).data.auth_token);
    expect((await scene.call(BROADCAST, { message_id, target_type: 1 })).body.code).toBe(31);
  });

  it('addresses aliases and tags', async () => {
    const scene = await Scene.open();
    await scene.json('/device/subscribe_tags', { registration_id: R1, tags: 'news;sport' });
    await scene.json('/device/subscribe_tags', { registration_id: R2, tags: 'news' });
    const message_id = await saved(scene);
    const to = (value: object) =>
      scene.call(BROADCAST, { message_id, target_type: 6, target_value: JSON.stringify(value) });
    await to({ or: ['news'], not: ['sport'] });
    expect(shown(scene)).toEqual([0, 1]);
    await to({ and: ['news', 'sport'] });
    expect(shown(scene)).toEqual([1, 1]);
    await to({ or: ['sport', 'none'] });
    expect(shown(scene)).toEqual([2, 1]);
    await to({ and: ['none'] });
    expect(scene.notes()).toContain('oppo-nobody');
    await scene.call(BROADCAST, { message_id, target_type: 5, target_value: 'al1;none' });
    expect(shown(scene)).toEqual([3, 1]);
  });

  it('to everybody at a planned time; to ids at once', async () => {
    const scene = await Scene.open();
    const push_start_time = scene.world.now + 60_000;
    const message_id = await saved(scene, { push_time_type: 1, push_start_time });
    await scene.call(BROADCAST, { message_id, target_type: 2, target_value: R1 });
    expect(scene.notes()).toContain('oppo-schedule-all-only');
    expect(shown(scene)).toEqual([1, 0]);
    await scene.call(BROADCAST, { message_id, target_type: 1 });
    expect(scene.notes()).toContain('oppo-scheduled');
    expect(shown(scene)).toEqual([1, 0]);
    scene.advance(60_000);
    expect(shown(scene)).toEqual([2, 1]);
    await scene.call(BROADCAST, { message_id, target_type: 1 });
    expect(scene.notes()).toContain('oppo-schedule-past');
    expect(shown(scene)).toEqual([3, 2]);
  });

  it('within a window of display only', async () => {
    const scene = await Scene.open();
    const { now } = scene.world;
    const message_id = await saved(scene, {
      show_time_type: 1,
      show_start_time: now + 1000,
      show_end_time: now + 2000,
    });
    await scene.call(BROADCAST, { message_id, target_type: 2, target_value: `${R1};${R2}` });
    expect(shown(scene)).toEqual([0, 0]);
    scene.simulator.act('phone-2', { action: 'offline' });
    scene.advance(1000);
    expect(shown(scene)).toEqual([1, 0]);
    scene.advance(1000);
    scene.simulator.act('phone-2', { action: 'online' });
    expect(shown(scene)).toEqual([1, 0]);
  });

  it('gives what is beyond the quota its own list, and merges dead ids into one receipt', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { appDailyMessages: 2 } });
    const dead = `CN_${'2'.repeat(32)}`;
    const message_id = await saved(scene, { call_back_url: 'http://127.0.0.1:9/' });
    const target_value = [RX, dead, R1, 'bad'].join(';');
    const answer = await scene.call(BROADCAST, { message_id, target_type: 2, target_value });
    expect(answer.text).toMatch(new RegExp(`"task_id":"[0-9a-f]{24}","33":\\["${R1}"\\],"10000":\\["bad"\\]\\}\\}$`));
    expect(scene.receipts()).toMatchObject([
      {
        eventType: 'regid_invalid',
        registrationIds: `${RX},${dead}`,
        taskId: answer.data.task_id,
        messageId: message_id,
      },
    ]);
    expect((await scene.call(BROADCAST, { message_id, target_type: 1 })).body.code).toBe(33);
  });
});

describe('unicast_batch', () => {
  it.each<[string, unknown, number]>([
    ['nothing', '', 40],
    ['an empty list', '[]', 40],
    ['no list', '{}', 41],
    ['no JSON', 'x', 41],
    ['a list of texts', '["x"]', 41],
  ])('%s', async (_name, messages, code) => {
    const scene = await Scene.open();
    expect((await scene.call(BATCH, { messages })).body.code).toBe(code);
  });

  it('one bad field fails all, and the trace says where', async () => {
    const scene = await Scene.open();
    const messages = JSON.stringify([single(), single({ title: 'x'.repeat(51) })]);
    expect((await scene.call(BATCH, { messages })).body).toEqual({ code: 41, message: 'Invalid Arguments' });
    expect(scene.simulator.exchanges()[0]?.trace.at(-1)?.params?.name).toBe('messages[1].notification.title');
    expect(shown(scene)).toEqual([0, 0]);
  });

  it('33 for single items, and receipts of one address in one body', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { appDailyMessages: 2 } });
    const wish = { call_back_url: 'http://127.0.0.1:9/' };
    const ids = [RX, `CN_${'2'.repeat(32)}`, R1];
    const messages = JSON.stringify(ids.map((target_value) => single(wish, { target_value })));
    const items = (await scene.call(BATCH, { messages })).body.data as Record<string, unknown>[];
    expect(items[2]).toEqual({
      registrationId: R1,
      errorCode: 33,
      errorMessage: 'The number of messages exceeds the daily limit',
    });
    expect(scene.callbacks).toHaveLength(1);
    expect(scene.receipts().map(({ registrationIds }) => registrationIds)).toEqual(ids.slice(0, 2));
  });

  it('failed items have an id as well where the workspace says so', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { failedItemIds: true } });
    const messages = JSON.stringify([single({}, { target_value: 'bad' })]);
    const items = (await scene.call(BATCH, { messages })).body.data as Record<string, unknown>[];
    expect(Object.keys(items[0] ?? {})).toEqual(['messageId', 'registrationId', 'errorCode', 'errorMessage']);
  });
});
