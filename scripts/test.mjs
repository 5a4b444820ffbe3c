// `npm test`: installs what is missing and runs everything: types, lint, build, unit and real-client tests, end-to-end tests
// in Chromium, the launch test of the desktop window. The last line says `N passed, N failed, N skipped`, summed over all of them.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureFonts } from './lib/browser-setup.mjs';
import { build, isBuilt } from './lib/build.mjs';
import { fromPlaywright, fromVitest, oneCheck, runnerCounts, sumCounts, summaryLine } from './lib/counts.mjs';
import { electronRuntime, hasDisplay, sandboxProblemHere } from './lib/electron-runtime.mjs';
import { ensureInstalled, nodeTooOld } from './lib/install.mjs';
import { artefactsDir, packageFile, projectEnv, projectNode } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

/** @typedef {import('./lib/counts.mjs').Counts} Counts */

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * Runs a program of node_modules on the project's Node.
 * @param {string[]} file path below node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
const runTool = (file, args, env) => run(projectNode, [packageFile(...file), ...args], { env: projectEnv(env) });

/** @param {string} report */
function readReport(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

/** @returns {Promise<Counts>} one check for each of the TypeScript projects */
async function types() {
  const counts = [];
  // Core comes first: the others read the declarations that it writes.
  for (const project of ['core', 'node', 'web', 'e2e']) {
    const { ok } = await runTool(['typescript', 'bin', 'tsc'], ['-p', `tsconfig.${project}.json`]);
    say(`  types of ${project}: ${ok ? 'passed' : 'FAILED'}`);
    counts.push(oneCheck(ok));
  }
  return sumCounts(counts);
}

async function lint() {
  const { ok } = await runTool(['@biomejs', 'biome', 'bin', 'biome'], ['ci', '--error-on-warnings', '.']);
  return oneCheck(ok);
}

async function buildAll() {
  return oneCheck(isBuilt() || (await build()));
}

async function unit() {
  const report = join(artefactsDir, 'vitest.json');
  rmSync(report, { force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runTool(['vitest', 'vitest.mjs'], args);
  const found = readReport(report);
  return runnerCounts(found && fromVitest(found), ok);
}

/**
 * @param {string} project of playwright.config.ts
 * @param {{ command: string, args: string[] }} [wrapper] a program that runs the tests
 * @param {Record<string, string>} [extra] environment
 */
async function playwright(project, wrapper, extra = {}) {
  const report = join(artefactsDir, `playwright-${project}.json`);
  rmSync(report, { force: true });
  const tool = [projectNode, packageFile('@playwright', 'test', 'cli.js'), 'test', `--project=${project}`];
  const [command = '', ...args] = wrapper ? [wrapper.command, ...wrapper.args, ...tool] : tool;
  const env = projectEnv({ ...extra, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const { ok } = await run(command, args, { env });
  const found = readReport(report);
  return runnerCounts(found && fromPlaywright(found), ok);
}

async function endToEnd() {
  if (!(await ensureChromium(say))) {
    say(
      'No Chromium on this machine, and none could be installed. Set PUSHPIT_CHROMIUM to one. This counts as a failure.',
    );
    return oneCheck(false);
  }
  await ensureFonts(say);
  return playwright('chromium');
}

/**
 * @param {string} reason
 * @returns {Counts}
 */
function launchSkipped(reason) {
  say(`SKIPPED: the Electron launch test did not run, because ${reason}.`);
  return { passed: 0, failed: 0, skipped: 1 };
}

async function launch() {
  const display = hasDisplay();
  const virtualDisplay = !display && (await run('xvfb-run', ['--help'], { quiet: true })).ok;
  if (!display && !virtualDisplay) return launchSkipped('there is no display and no xvfb-run');
  const runtime = await electronRuntime(say);
  if ('missing' in runtime) return launchSkipped(runtime.missing);
  const wrapper = virtualDisplay ? { command: 'xvfb-run', args: ['--auto-servernum'] } : undefined;
  // The test shows our own page only, so it may do without the sandbox where there is none.
  const sandbox = sandboxProblemHere(runtime.path) ? 'off' : 'on';
  return playwright('desktop', wrapper, { PUSHPIT_ELECTRON: runtime.path, PUSHPIT_ELECTRON_SANDBOX: sandbox });
}

async function main() {
  const old = nodeTooOld(process.versions.node);
  if (old) throw new Error(old);
  await ensureInstalled(say);
  mkdirSync(artefactsDir, { recursive: true });
  /** @type {[string, () => Promise<Counts>][]} */
  const steps = [
    ['Types', types],
    ['Lint', lint],
    ['Build', buildAll],
    ['Unit tests and real clients', unit],
    ['End to end in Chromium', endToEnd],
    ['Electron launch', launch],
  ];
  const results = [];
  for (const [name, step] of steps) {
    say(`\n── ${name}`);
    const counts = await step();
    results.push({ name, counts });
  }
  say('');
  for (const { name, counts } of results) say(`${name}: ${summaryLine(counts)}`);
  return sumCounts(results.map(({ counts }) => counts));
}

/** @type {Counts} */
let total;
try {
  total = await main();
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  total = oneCheck(false);
}
process.exitCode = total.failed === 0 ? 0 : 1;
say(summaryLine(total));
