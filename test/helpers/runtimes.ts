import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from './run.ts';

/** How each runtime says that it is there, with what the tests use of it. */
const PROBES = {
  Python: ['python3', '-c', 'import requests'],
  Java: ['java', '-version'],
  Go: ['go', 'version'],
  PHP: ['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);'],
  Ruby: ['ruby', '-rnet/http', '-e', ''],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type Runtime = keyof typeof PROBES;

/** Whether the machine lacks a runtime; says so aloud, since what needs it is then not tested. */
export function lacks(runtime: Runtime): boolean {
  const [command, ...args] = PROBES[runtime];
  const reason =
    // There Go trusts the system's certificates only.
    runtime === 'Go' && process.platform !== 'linux'
      ? 'SSL_CERT_FILE does nothing for Go on this system'
      : spawnSync(command, args).status === 0
        ? null
        : `"${[command, ...args].join(' ')}" does not run here`;
  if (reason !== null) console.warn(`SKIPPED: the tests with ${runtime}, because ${reason}.`);
  return reason !== null;
}

/** Builds a Go program of one file with the standard library alone; answers the binary. Newer Go compiles that library first. */
export async function buildGo(directory: string, source: string): Promise<string> {
  const file = join(directory, 'sender.go');
  const binary = join(directory, 'go-sender');
  await writeFile(file, source);
  const env = environment({ GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '', GO111MODULE: 'off' });
  const { status, stderr } = spawnSync('go', ['build', '-o', binary, file], {
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`go build: ${stderr}`);
  return binary;
}
