// `npm start`: installs and builds what is missing, then opens the desktop window, or, where that cannot be, serves the same
// page to the browser. Runs on any Node from 20.19; everything it starts runs on the project's Node 24 or on Electron.
//
//   npm start -- --browser      serve to the browser even where a window could be opened
//   npm start -- --ui-port 0    any other option is passed on; those that only `pushpit serve` knows choose the browser too
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { electronRuntime, hasDisplay, sandboxProblemHere } from './lib/electron-runtime.mjs';
import { ensureInstalled, nodeTooOld } from './lib/install.mjs';
import { projectEnv, projectNode, root } from './lib/paths.mjs';
import { chooseHost, readyLine } from './lib/start-host.mjs';

/** Who started us; looked up now, since npm may be ended while we still build. */
const parent = process.ppid;

/** @param {string} line */
const say = (line) => console.error(line);

/**
 * npm passes a signal to the shell that it started us with, and that shell dies without passing it on: without a look at the
 * parent, `npm start` ended from outside would leave the server running. Where we were not started by npm, nobody stands between.
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 250);
  watch.unref();
}

/**
 * Ends together with the child: signals go to it, and its exit code becomes ours.
 * @param {import('node:child_process').ChildProcess} child
 */
function follow(child) {
  endWithNpm(() => child.kill('SIGTERM'));
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    say(`Could not start: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

/**
 * @param {string} executable
 * @param {string[]} args
 */
function startDesktop(executable, args) {
  follow(spawn(executable, ['.', ...args], { cwd: root, env: projectEnv(), stdio: 'inherit' }));
}

/**
 * @param {string} reason why there is no window
 * @param {string[]} args
 */
function startBrowserHost(reason, args) {
  const cli = join(root, 'bin', 'pushpit.js');
  if (args.includes('--json') || args.includes('--help')) {
    follow(spawn(projectNode, [cli, 'serve', ...args], { cwd: root, env: projectEnv(), stdio: 'inherit' }));
    return;
  }
  const child = spawn(projectNode, [cli, 'serve', '--json', ...args], {
    cwd: root,
    env: projectEnv(),
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  let pending = '';
  let announced = false;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    pending += text;
    const lines = pending.split('\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const ready = announced ? undefined : readyLine(line, reason);
      announced ||= ready !== undefined;
      console.log(ready ?? line);
    }
  });
  follow(child);
}

async function main() {
  const old = nodeTooOld(process.versions.node);
  if (old) throw new Error(old);
  await ensureInstalled(say);
  await ensureBuilt(say);
  const choice = chooseHost(process.argv.slice(2), hasDisplay());
  if (choice.host === 'browser') return startBrowserHost(choice.reason, choice.args);
  const runtime = await electronRuntime(say);
  if ('missing' in runtime) return startBrowserHost(runtime.missing, choice.args);
  // The page shows what strangers send, so the window is not opened without Chromium's sandbox; a browser has its own.
  const problem = sandboxProblemHere(runtime.path);
  if (problem) return startBrowserHost(`Electron's sandbox is not to be had: ${problem}`, choice.args);
  startDesktop(runtime.path, choice.args);
}

try {
  await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
