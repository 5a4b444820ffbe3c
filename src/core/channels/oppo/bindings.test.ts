import { describe, expect, it } from 'vitest';
import { R1, R2, RX, Scene } from './testing/scene.ts';

const DONE = '{"code":0,"message":"success"}';

describe('aliases', () => {
  it('overwrite, are taken off by id or name, and are empty when there is none', async () => {
    const scene = await Scene.open();
    const alias = async (registration_id: string) => (await scene.json('/device/get_alias', { registration_id })).data;
    expect(await alias(R1)).toEqual({ registrationId: R1, alias: 'al1' });
    expect((await scene.json('/device/set_alias', { registration_id: R1, alias: 'al3' })).text).toBe(DONE);
    expect(await alias(R1)).toEqual({ registrationId: R1, alias: 'al3' });
    await scene.json('/device/set_alias', { registration_id: R2, alias: 'al3' });
    await scene.json('/device/delete_alias', { registration_id: R1, alias: 'al3' });
    expect([(await alias(R1)).alias, (await alias(R2)).alias]).toEqual(['', 'al3']);
    expect((await scene.json('/device/delete_alias', { alias: 'al3' })).text).toBe(DONE);
    expect((await alias(R2)).alias).toBe('');
  });

  it.each<[string, string, object, number]>([
    ['no id', '/device/set_alias', { alias: 'a' }, 40],
    ['no alias', '/device/set_alias', { registration_id: R1 }, 40],
    ['alias of 64', '/device/set_alias', { registration_id: R1, alias: 'x'.repeat(64) }, 0],
    ['alias of 65', '/device/set_alias', { registration_id: R1, alias: 'x'.repeat(65) }, 41],
    ['alias with semicolon', '/device/set_alias', { registration_id: R1, alias: 'a;b' }, 41],
    ['malformed id', '/device/set_alias', { registration_id: 'x', alias: 'a' }, 10000],
    ['unknown id', '/device/set_alias', { registration_id: RX, alias: 'a' }, 31],
    ['neither', '/device/delete_alias', {}, 40],
    ['get of unknown', '/device/get_alias', { registration_id: RX }, 31],
    ['get of nothing', '/device/get_alias', {}, 40],
    ['tag of 51', '/device/add_tags', { name: 'x'.repeat(51) }, 41],
    ['description of 201', '/device/add_tags', { name: 'x', desc: 'x'.repeat(201) }, 41],
    ['tag without name', '/device/add_tags', { desc: 'x' }, 40],
    ['group without tags', '/device/add_tag_group', { group: 'g' }, 40],
    ['group of 51', '/device/add_tag_group', { group: 'g', tags: many(51) }, 41],
    ['group of 50', '/device/add_tag_group', { group: 'g', tags: many(50) }, 0],
    ['subscription to nothing', '/device/subscribe_tags', { registration_id: R1, tags: ';' }, 40],
    ['subscription to 51', '/device/subscribe_tags', { registration_id: R1, tags: many(51) }, 41],
    ['subscription of a malformed id', '/device/subscribe_tags', { registration_id: 'x', tags: 'a' }, 10000],
    ['a list instead of an object', '/device/subscribe_tags', [], 41],
  ])('%s', async (_name, path, body, code) => {
    const scene = await Scene.open();
    expect((await scene.json(path, body)).body.code).toBe(code);
  });

  it('take the token from the body as well', async () => {
    const scene = await Scene.open();
    const body = JSON.stringify({ registration_id: R1, auth_token: scene.token });
    expect((await scene.ask({ path: '/server/v1/device/get_alias', body })).body.code).toBe(0);
    expect((await scene.ask({ path: '/server/v1/device/get_alias', body: '{}' })).body.code).toBe(29);
    expect((await scene.get('/device/get_alias')).body.code).toBe(12);
  });
});

function many(count: number): string {
  return Array.from({ length: count }, (_, index) => `t${index}`).join(';');
}

describe('tags', () => {
  it('add up to 50 on a registration, and are taken off', async () => {
    const scene = await Scene.open();
    expect((await scene.json('/device/add_tags', { name: 'news', desc: 'd' })).text).toBe(DONE);
    expect((await scene.json('/device/subscribe_tags', { registration_id: R1, tags: 'news' })).text).toBe(DONE);
    expect(scene.notes()).toEqual([]);
    await scene.json('/device/subscribe_tags', { registration_id: R1, tags: 'sport;news' });
    expect(scene.notes()).toEqual(['oppo-tag-unknown']);
    const got = await scene.json('/device/get_all_tags', { registration_id: R1 });
    expect(got.text).toBe(
      `{"code":0,"message":"success","data":{"registrationId":"${R1}","tags":[{"tag":"news"},{"tag":"sport"}]}}`,
    );
    expect((await scene.json('/device/subscribe_tags', { registration_id: R1, tags: many(49) })).body.code).toBe(41);
    expect((await scene.json('/device/subscribe_tags', { registration_id: R1, tags: many(48) })).body.code).toBe(0);
    await scene.json('/device/unsubscribe_tags', { registration_id: R1, tags: `news;${many(48)}` });
    expect((await scene.json('/device/get_all_tags', { registration_id: R1 })).data.tags).toEqual([{ tag: 'sport' }]);
  });

  it('no more than 1000 groups', async () => {
    const scene = await Scene.open();
    for (let index = 0; index < 1000; index += 1) {
      const { body } = await scene.json('/device/add_tag_group', { group: `g${index}`, tags: 'a' });
      if (body.code !== 0) throw new Error(`group ${index}`);
    }
    expect((await scene.json('/device/add_tag_group', { group: 'more', tags: 'a' })).body.code).toBe(41);
    expect((await scene.json('/device/add_tag_group', { group: 'g5', tags: 'b' })).body.code).toBe(0);
  });
});

describe('fetch_invalid_regidList', () => {
  it('hands out 500 at a time, each once, and the ids of this app only', async () => {
    const scene = await Scene.open();
    for (let index = 0; index < 501; index += 1) {
      const id = `p${index}`;
      scene.simulator.addDevice({ id, channel: 'oppo', token: `CN_${String(index).padStart(32, '0')}` });
      scene.simulator.act(id, { action: 'unregister' });
    }
    scene.simulator.addDevice({ id: 'other', channel: 'oppo', app: 'com.other', token: RX });
    scene.simulator.act('other', { action: 'unregister' });
    const counts: unknown[] = [];
    for (let round = 0; round < 3; round += 1)
      counts.push((await scene.get('/feedback/fetch_invalid_regidList')).data.totalCount);
    expect(counts).toEqual([500, 1, 0]);
  });
});
