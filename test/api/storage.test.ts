import { spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultWorkspace } from '../../src/core/default-workspace.ts';
import type { Workspace } from '../../src/core/simulator-types.ts';
import { lockDataDir } from '../../src/server/storage/lock.ts';
import { currentVersion, type Migration, migrate } from '../../src/server/storage/migrations.ts';
import { readServerFile, removeServerFile, writeServerFile } from '../../src/server/storage/server-file.ts';
import { autoSave, loadWorkspace, saveWorkspace } from '../../src/server/storage/workspace-store.ts';
import { createTestApi, message, START } from './harness.ts';
import { temporaryFolder } from './temporary.ts';

const FILE = 'workspace.json';
const workspace = defaultWorkspace(START, ['apns', 'xiaomi']);

describe('the saved workspace', () => {
  it('is read back as it was, whatever has happened on the phones', async () => {
    const folder = await temporaryFolder();
    const { call, simulator } = createTestApi();
    await call('POST', '/messages', message({ offlinePush: { title: 'T', ext: '{}' } }));
    await call('PUT', '/accounts/bob', { nickName: '鲍勃' });
    await saveWorkspace(folder, simulator.workspace(), '1.0.0');
    expect(await loadWorkspace(folder)).toEqual(simulator.workspace());
  });

  it('is nothing on a new data directory', async () => {
    expect(await loadWorkspace(await temporaryFolder())).toBeNull();
  });

  it('leaves no temporary file behind and is for its owner only', async () => {
    const folder = await temporaryFolder();
    await saveWorkspace(folder, workspace, '1.0.0');
    expect(await readdir(folder)).toEqual([FILE]);
    if (process.platform !== 'win32') expect((await stat(join(folder, FILE))).mode & 0o777).toBe(0o600);
  });

  it('survives a writer that is killed at any moment', async () => {
    const folder = await temporaryFolder();
    await saveWorkspace(folder, workspace, '1.0.0');
    for (let round = 0; round < 3; round++) {
      await killedWhileWriting(folder);
      const loaded = await loadWorkspace(folder);
      expect(loaded?.accounts.length).toBeGreaterThanOrEqual(workspace.accounts.length);
    }
  });

  it.each([
    ['not json', 'no JSON'],
    ['[]', 'no JSON object'],
    ['{}', 'schemaVersion'],
    ['{"schemaVersion":0,"workspace":{}}', 'schemaVersion'],
    ['{"schemaVersion":1}', 'no workspace'],
    ['{"schemaVersion":1,"workspace":{"accounts":5}}', 'accounts'],
    [JSON.stringify({ schemaVersion: 1, workspace: broken() }), 'devices.0.platform'],
    ['', 'no JSON'],
  ])('is refused, named and left untouched when damaged (%#)', async (text, says) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, FILE), text);
    await expect(loadWorkspace(folder)).rejects.toMatchObject({
      code: 'damaged',
      file: join(folder, FILE),
      message: expect.stringContaining(says),
    });
    await expect(loadWorkspace(folder)).rejects.toThrow(/left as it is.*--data-dir/s);
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
  });

  it('is refused when a newer version wrote it', async () => {
    const folder = await temporaryFolder();
    const text = JSON.stringify({ schemaVersion: currentVersion() + 1, workspace });
    await writeFile(join(folder, FILE), text);
    await expect(loadWorkspace(folder)).rejects.toMatchObject({ code: 'newer' });
    expect(await readFile(join(folder, FILE), 'utf8')).toBe(text);
  });

  it('is brought from any older version to the current one, step by step', async () => {
    const migrations: Migration[] = [
      ({ users, ...rest }) => ({ ...rest, accounts: users }),
      ({ phones, ...rest }) => ({ ...rest, devices: phones }),
    ];
    expect(migrate({ users: 1, phones: 2 }, 1, migrations)).toEqual({ accounts: 1, devices: 2 });
    expect(migrate({ accounts: 1, phones: 2 }, 2, migrations)).toEqual({ accounts: 1, devices: 2 });
    expect(migrate({ accounts: 1, devices: 2 }, 3, migrations)).toEqual({ accounts: 1, devices: 2 });
    const folder = await temporaryFolder();
    const { accounts, devices, ...rest } = workspace;
    const old = { schemaVersion: 1, workspace: { ...rest, users: accounts, phones: devices } };
    await writeFile(join(folder, FILE), JSON.stringify(old));
    expect(await loadWorkspace(folder, migrations)).toEqual(workspace);
  });

  it('gets the default of a switch that it does not know yet, and keeps what it does not know', async () => {
    const folder = await temporaryFolder();
    const { pushInBackground: _, ...profile } = workspace.profile;
    const stored = { ...workspace, profile: { ...profile, xiaomi: { scheduleDays: 30 } }, later: { a: 1 } };
    await writeFile(join(folder, FILE), JSON.stringify({ schemaVersion: 1, workspace: stored }));
    const loaded = await loadWorkspace(folder);
    expect(loaded?.profile).toEqual({
      ...workspace.profile,
      xiaomi: { ...workspace.profile.xiaomi, scheduleDays: 30 },
    });
    expect(loaded).toMatchObject({ later: { a: 1 } });
  });
});

describe('saving by itself', () => {
  function watched(save?: (dir: string, saved: Workspace) => Promise<void>) {
    const test = createTestApi();
    const saved: Workspace[] = [];
    const saving = autoSave('/nowhere', test.simulator, {
      version: '1.0.0',
      delayMs: 1_000_000,
      log: (line) => void test.logged.push(line),
      save: save ?? (async (_dir, one) => void saved.push(one)),
    });
    return { ...test, saving, saved };
  }

  it('writes many changes once, and nothing when nothing has changed', async () => {
    const { simulator, saving, saved } = watched();
    simulator.putAccount('a', {});
    simulator.putAccount('b', {});
    await saving.flush();
    await saving.flush();
    expect(saved.length).toBe(1);
    expect(saved[0]).toEqual(simulator.workspace());
  });

  it('writes what changed last when it is closed, and watches no longer', async () => {
    const { simulator, saving, saved } = watched();
    simulator.setClock({ offsetMs: 5 });
    await saving.close();
    simulator.setClock({ offsetMs: 6 });
    await saving.flush();
    expect(saved.map((one) => one.clock.offsetMs)).toEqual([5]);
  });

  it('says when the disk refuses, and tries again', async () => {
    let full = true;
    const written: Workspace[] = [];
    const { simulator, saving, logged } = watched(async (_dir, one) => {
      if (full) throw new Error('ENOSPC: no space left on device');
      written.push(one);
    });
    simulator.putAccount('a', {});
    await saving.flush();
    expect(logged.join()).toContain('no space left');
    full = false;
    await saving.close();
    expect(written.length).toBe(1);
  });
});

describe('the lock of a data directory', () => {
  it('lets one in, refuses the next by name, and opens again', async () => {
    const folder = await temporaryFolder();
    const lock = await lockDataDir(folder);
    await expect(lockDataDir(folder)).rejects.toMatchObject({ code: 'in_use' });
    await expect(lockDataDir(folder)).rejects.toThrow(String(process.pid));
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    await (await lockDataDir(folder)).release();
  });

  it('is won by exactly one of many', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server.lock'), '{"pid":99999999,"started":null}');
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataDir(folder)));
    expect(tries.filter((one) => one.status === 'fulfilled').length).toBe(1);
  });

  it.each(['{"pid":99999999,"started":null}', '', 'garbage'])(
    'is taken over from a process that is gone: %s',
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'server.lock'), text);
      const lock = await lockDataDir(folder);
      expect(JSON.parse(await readFile(join(folder, 'server.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
      await lock.release();
    },
  );

  it.runIf(process.platform === 'linux')('is not fooled by a process id that was given to another', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'server.lock'), JSON.stringify({ pid: process.ppid, started: '1' }));
    await (await lockDataDir(folder)).release();
  });

  it.runIf(process.platform !== 'win32' && process.getuid?.() !== 0)('says when it may not write', async () => {
    const folder = await temporaryFolder();
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    await expect(lockDataDir(closed)).rejects.toMatchObject({ code: 'unusable' });
  });

  it('says when the directory is a file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(lockDataDir(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'unusable' });
  });
});

describe('server.json', () => {
  it('tells where the server is, until it is gone', async () => {
    const folder = await temporaryFolder();
    const listeners = { ui: 'http://127.0.0.1:1', tls: 'https://127.0.0.1:2', plain: 'http://127.0.0.1:3' };
    const content = { pid: 7, version: '1', startedAt: '2026-01-01T00:00:00Z', listeners };
    await writeServerFile(folder, content);
    expect(await readServerFile(folder)).toEqual(content);
    await removeServerFile(folder);
    expect(await readServerFile(folder)).toBeNull();
    await writeFile(join(folder, 'server.json'), '{"pid":');
    expect(await readServerFile(folder)).toBeNull();
  });
});

function broken(): unknown {
  const [first, ...rest] = workspace.devices;
  return { ...workspace, devices: [{ ...first, platform: 'symbian' }, ...rest] };
}

/** Runs a process that saves without pause, and kills it after its first saves. */
function killedWhileWriting(folder: string): Promise<void> {
  const module = join(import.meta.dirname, '../../src/server/storage/workspace-store.ts');
  const script = `
    const { loadWorkspace, saveWorkspace } = await import(${JSON.stringify(module)});
    let workspace = await loadWorkspace(${JSON.stringify(folder)});
    const filler = 'x'.repeat(200_000);
    for (let i = 0; ; i++) {
      const accounts = [...workspace.accounts, { ...workspace.accounts[0], userId: 'u' + i, nickName: filler }];
      await saveWorkspace(${JSON.stringify(folder)}, { ...workspace, accounts }, '1');
      if (i === 3) process.stdout.write('writing');
    }`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    child.on('exit', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(errors))));
  });
}
