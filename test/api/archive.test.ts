import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/server/history/archive.ts';
import { createTestApi, push } from './harness.ts';

const TOKEN = '6b1f0c5ae2d94c7788a3b1d05f9e3c4276d8e0a9b2c14f35d6e7f8091a2b3c4d';
const PUSHES = 23;

/** A memory of five entries, and an archive behind it, after that many pushes titled by their number. */
function afterPushes(archived = true) {
  const api = createTestApi({ archived, historyLength: 5 });
  const ids = Array.from({ length: PUSHES }, (_, i) => push(api.simulator, TOKEN, `title ${i}`));
  return { ...api, ids: ids.toReversed() };
}

type Lines = readonly { readonly id: string; readonly title: string | null }[];

describe('what the memory forgets', () => {
  it('is paged through like the rest, newest first, each once, and nothing is lost', async () => {
    const { call, ids } = afterPushes();
    const seen: string[] = [];
    for (let before = ''; ; ) {
      const { body, status } = await call('GET', `/exchanges?limit=4${before}`);
      expect([status, body.at('dropped')]).toEqual([200, 0]);
      const lines = body.at('exchanges') as Lines;
      seen.push(...lines.map(({ id }) => id));
      if (lines.length < 4) break;
      before = `&before=${lines.at(-1)?.id}`;
    }
    expect(seen).toEqual(ids);
  });

  it('is found by text, whatever its case, and by id with request, answer and deliveries', async () => {
    const { call, ids } = afterPushes();
    const { body } = await call('GET', '/exchanges?q=TITLE%203');
    expect((body.at('exchanges') as Lines).map(({ title }) => title)).toEqual(['title 3']);
    expect(((await call('GET', '/exchanges?q=title_3')).body.at('exchanges') as Lines).length).toBe(0);
    const oldest = await call('GET', `/exchanges/${ids.at(-1)}`);
    const newest = await call('GET', `/exchanges/${ids[0]}`);
    expect(oldest.body.at('request', 'body')).toEqual({ title: 'title 0', body: 'body' });
    expect(oldest.body.at('deliveries', 0, 'result')).toBe(newest.body.at('deliveries', 0, 'result'));
    expect((await call('GET', '/exchanges/x-other-1')).status).toBe(404);
  });

  it('includes notifications, by device', async () => {
    const { call } = afterPushes();
    const all = await call('GET', '/notifications?limit=500&device=iphone');
    expect((all.body.at('notifications') as Lines).map(({ title }) => title)).toEqual(
      Array.from({ length: PUSHES }, (_, i) => `title ${PUSHES - 1 - i}`),
    );
    expect((await call('GET', '/notifications?device=other')).body.at('notifications')).toEqual([]);
  });

  it('is gone after a reset', async () => {
    const { call, ids } = afterPushes();
    await call('POST', '/reset', {});
    expect((await call('GET', '/exchanges')).body.value).toEqual({ exchanges: [], dropped: 0 });
    expect((await call('GET', `/exchanges/${ids.at(-1)}`)).status).toBe(404);
  });

  it.skipIf(process.platform === 'win32')('is readable by its owner only, while it is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pushpit-archive-'));
    const archive = openArchive(join(folder, 'history.sqlite'));
    const files = await readdir(folder);
    const modes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).mode & 0o777));
    expect([files.includes('history.sqlite'), modes]).toEqual([true, files.map(() => 0o600)]);
    await archive.close();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('is lost without an archive, and the list says how much', async () => {
    const { call } = afterPushes(false);
    const { body } = await call('GET', '/exchanges?limit=500');
    expect([(body.at('exchanges') as Lines).length, body.at('dropped')]).toEqual([5, PUSHES - 5]);
  });
});
