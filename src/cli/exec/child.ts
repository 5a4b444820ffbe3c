import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Exit code of shells for a command that does not exist, or may not be run. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Runs a command with this process's own standard streams, passes signals on, and resolves with its exit code as a
 * shell would tell it.
 */
export function runChild(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  warn: (line: string) => void,
): Promise<number> {
  return new Promise((resolve) => {
    // On Windows npm and its like are batch files, which only a shell can start.
    const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
    const handlers = SIGNALS.map((signal) => {
      // A terminal sends these two to the command as well; a second one would count as impatience.
      const fromTerminal = process.stdin.isTTY === true && (signal === 'SIGINT' || signal === 'SIGQUIT');
      const pass = (): void => void (fromTerminal || child.kill(signal));
      process.on(signal, pass);
      return { signal, pass };
    });
    const end = (code: number): void => {
      for (const { signal, pass } of handlers) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT';
      warn(missing ? `There is no command "${command}".` : `"${command}" cannot be run: ${error.message}`);
      end(missing ? NOT_FOUND : NOT_EXECUTABLE);
    });
    child.on('exit', (code, signal) => end(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
