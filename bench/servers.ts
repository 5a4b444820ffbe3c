import { type ChildProcess, spawn } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..');

export interface Started {
  readonly firstLine: string;
  stop(): Promise<void>;
}

/** Starts a Node program and waits for the first line that it prints. */
export async function start(args: readonly string[]): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('no output');
  const [firstLine] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    firstLine,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface Running extends Started {
  readonly ui: string;
  readonly tls: string;
  readonly plain: string;
}

/** Pushpit as built, on free ports. */
export async function startPushpit(dataDir: string): Promise<Running> {
  const ports = ['--ui-port', '0', '--tls-port', '0', '--plain-port', '0'];
  const started = await start(['bin/pushpit.js', 'serve', '--json', '--data-dir', dataDir, ...ports]);
  return { ...started, ...(JSON.parse(started.firstLine) as { ui: string; tls: string; plain: string }) };
}

export const startBaseline = (kind: 'http2' | 'http1' | 'both'): Promise<Started> => start(['bench/baseline.ts', kind]);

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider token made with the credentials that `pushpit creds --out` left. */
export function providerToken(credsDir: string): string {
  const { apns } = JSON.parse(readFileSync(join(credsDir, 'credentials.json'), 'utf8')) as {
    apns: { teamId: string; keyId: string; keyFile: string };
  };
  const key = createPrivateKey(readFileSync(join(credsDir, apns.keyFile)));
  const data = `${base64url({ alg: 'ES256', kid: apns.keyId })}.${base64url({ iss: apns.teamId, iat: Math.floor(Date.now() / 1000) })}`;
  return `${data}.${sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
