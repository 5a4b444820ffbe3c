import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limit] milliseconds; the command is ended when they are over
 * @property {boolean} [quiet] collect the output instead of showing it
 * @property {boolean} [shell] needed for `.cmd` files on Windows; constant arguments only
 */

/**
 * @typedef {object} RunResult
 * @property {boolean} ok exit code 0
 * @property {number | null} code
 * @property {boolean} timedOut
 * @property {string} output what it wrote, when `quiet`
 */

/**
 * Runs a command to its end. A command that cannot be started is a result with `ok: false`, not an exception.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const timer = options.limit
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.limit)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, code: null, timedOut, output: `${output}${error.message}\n` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ ok: code === 0 && !timedOut, code, timedOut, output });
    });
  });
}
