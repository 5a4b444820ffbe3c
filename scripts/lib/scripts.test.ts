import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceHash } from './build.mjs';
import { chromiumCandidates, findChromium } from './chromium.mjs';
import { fromPlaywright, fromVitest, oneCheck, runnerCounts, sumCounts, summaryLine } from './counts.mjs';
import { failedRecently, hasDisplay, runtimeUrl, sandboxProblem } from './electron-runtime.mjs';
import { matchesLock, nodeTooOld } from './install.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { chooseHost, readyLine } from './start-host.mjs';

describe('the installation', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('goes with Node %s', (version) => {
    expect(nodeTooOld(version)).toBeUndefined();
  });
  it.each(['20.18.3', '18.20.0', '16.0.0'])('says what is wrong with Node %s', (version) => {
    expect(nodeTooOld(version)).toContain(`Node ${version} is too old`);
  });

  const lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } } };
  it('is up to date when it holds what the lock asks for', () => {
    expect(matchesLock(lock, lock)).toBe(true);
  });
  it('is not when a package has another version, or is missing', () => {
    const other = { packages: { ...lock.packages, 'node_modules/a': { version: '1.0.1' } } };
    expect(matchesLock(lock, other)).toBe(false);
    expect(matchesLock(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(false);
    expect(matchesLock(lock, {})).toBe(false);
  });
  it('does not miss what is optional, such as binaries for other systems', () => {
    const optional = { packages: { ...lock.packages, 'node_modules/c-win32': { version: '1.0.0', optional: true } } };
    expect(matchesLock(optional, lock)).toBe(true);
  });

  it('names no registry in the lock file, and runs no install script but that of Node', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
    const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(allowScripts).toEqual({ node: true });
  });
});

describe('the build', () => {
  it('has the same stamp for the same sources', () => {
    expect(sourceHash()).toMatch(/^[0-9a-f]{64}\n$/);
  });
});

describe('npm start', () => {
  it('opens a window where there is a display, and passes options on', () => {
    expect(chooseHost(['--tls-port', '0'], true)).toEqual({ host: 'desktop', args: ['--tls-port', '0'] });
  });
  it('serves the browser where there is none', () => {
    expect(chooseHost([], false)).toEqual({ host: 'browser', reason: 'there is no display', args: [] });
  });
  it.each([['--browser', []] as const, ['--ui-port=0', ['--ui-port=0']] as const, ['--open', ['--open']] as const])(
    'serves the browser when %s asks for it',
    (option, args) => {
      expect(chooseHost([option], true)).toMatchObject({ host: 'browser', args: [...args] });
    },
  );
  it('tells the address in one line, and leaves other lines alone', () => {
    const line = readyLine('{"ui":"http://127.0.0.1:8170","tls":"","plain":""}', 'there is no display');
    expect(line).toBe('Pushpit runs in the browser (there is no display): http://127.0.0.1:8170');
    expect(readyLine('{"tls":"https://127.0.0.1:8443"}', '')).toBeUndefined();
    expect(readyLine('listening', '')).toBeUndefined();
    expect(readyLine('null', '')).toBeUndefined();
  });
});

describe('the Electron runtime', () => {
  const url = 'https://github.com/electron/electron/releases/download/v45.4.1/electron-v45.4.1-linux-x64.zip';
  it('comes from where its own installer takes it, mirrors included', () => {
    expect(runtimeUrl('45.4.1', {}, 'linux', 'x64')).toBe(url);
    const env = { ELECTRON_MIRROR: 'https://mirror.example/electron/', ELECTRON_CUSTOM_DIR: '{{ version }}' };
    expect(runtimeUrl('45.4.1', env, 'darwin', 'arm64')).toBe(
      'https://mirror.example/electron/45.4.1/electron-v45.4.1-darwin-arm64.zip',
    );
  });
  it('is not asked for again for a day after it could not be had, unless the version changes', () => {
    const day = 24 * 60 * 60_000;
    const memory = { version: '45.4.1', at: 1000 };
    expect(failedRecently(memory, '45.4.1', 1000 + day - 1)).toBe(true);
    expect(failedRecently(memory, '45.4.1', 1000 + day)).toBe(false);
    expect(failedRecently(memory, '45.5.0', 2000)).toBe(false);
    expect(failedRecently(undefined, '45.4.1', 2000)).toBe(false);
    // A clock that was set back must not keep the failure for years.
    expect(failedRecently(memory, '45.4.1', 999)).toBe(false);
  });
  it('needs a display on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });
});

describe("Chromium's sandbox in Electron", () => {
  const fine = { root: false, helperIsSetuid: false, namespacesRestricted: false };
  it('starts for an ordinary user', () => {
    expect(sandboxProblem(fine)).toBeUndefined();
    expect(sandboxProblem({ ...fine, namespacesRestricted: true, helperIsSetuid: true })).toBeUndefined();
  });
  it('does not for root, nor where user namespaces are restricted', () => {
    expect(sandboxProblem({ ...fine, root: true, helperIsSetuid: true })).toContain('root');
    expect(sandboxProblem({ ...fine, namespacesRestricted: true })).toContain('namespaces');
  });
});

describe('Chromium', () => {
  it('is the one that was named, and no other', () => {
    expect(chromiumCandidates({ PUSHPIT_CHROMIUM: '/opt/chromium', PATH: '/usr/bin' }, 'linux')).toEqual([
      '/opt/chromium',
    ]);
    expect(findChromium({ PUSHPIT_CHROMIUM: '/does/not/exist' }, 'linux')).toBeUndefined();
  });
  it('is looked for in PATH before the usual places', () => {
    const [first] = chromiumCandidates({ PATH: '/custom/bin' }, 'linux');
    expect(first).toBe(join('/custom/bin', 'chromium'));
    expect(chromiumCandidates({}, 'linux')).toContain(join('/usr/bin', 'google-chrome'));
  });
});

describe('the counts of a test run', () => {
  it('are read from both runners', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(fromVitest(report)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(fromPlaywright({ stats })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });
  it('never lose a runner that crashed, that found nothing, or that left no report', () => {
    const good = { passed: 5, failed: 0, skipped: 0 };
    expect(runnerCounts(good, true)).toEqual(good);
    expect(runnerCounts(good, false)).toEqual({ ...good, failed: 1 });
    expect(runnerCounts({ ...good, failed: 2 }, false)).toEqual({ ...good, failed: 2 });
    expect(runnerCounts(undefined, true).failed).toBe(1);
    expect(runnerCounts({ passed: 0, failed: 0, skipped: 0 }, true).failed).toBe(1);
  });
  it('are summed into a line of fixed form', () => {
    const sum = sumCounts([oneCheck(true), oneCheck(false), { passed: 0, failed: 0, skipped: 1 }]);
    expect(summaryLine(sum)).toBe('1 passed, 1 failed, 1 skipped');
  });
});

describe('running a program', () => {
  it('gives its output and whether it went well', async () => {
    const good = await run(process.execPath, ['-e', 'console.log(1)'], { quiet: true });
    expect(good).toMatchObject({ ok: true, code: 0, output: '1\n' });
    const bad = await run(process.execPath, ['-e', 'process.exit(3)'], { quiet: true });
    expect(bad).toMatchObject({ ok: false, code: 3 });
  });
  it('ends it when its time is over', async () => {
    const slow = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { quiet: true, limit: 200 });
    expect(slow).toMatchObject({ ok: false, timedOut: true });
  });
  it('does not throw when there is no such program', async () => {
    expect(await run('pushpit-no-such-program', [], { quiet: true })).toMatchObject({ ok: false, code: null });
  });
});
