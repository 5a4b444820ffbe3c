import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Load {
  readonly url: string;
  readonly http1: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where no two requests may be alike; such a load comes from our own client. */
  readonly bodyOf?: (index: number) => string;
  readonly requests: number;
  readonly connections: number;
  /** Requests under way on each connection (HTTP/2). */
  readonly streams: number;
}

const hasH2load = spawnSync('h2load', ['--version']).status === 0;

/** Which generator is used: nghttp2's h2load where it is installed, else a client of our own in this process. */
export const generator = hasH2load ? 'h2load' : 'own client';

/** Requests a second. Throws when any answer is not 2xx. */
export async function measure(load: Load): Promise<number> {
  if (hasH2load && load.bodyOf === undefined) return runH2load(load);
  return load.http1 ? runOwnHttp1(load) : runOwnHttp2(load);
}

async function runH2load(load: Load): Promise<number> {
  const file = join(mkdtempSync(join(tmpdir(), 'pushpit-load-')), 'body');
  writeFileSync(file, load.body);
  const headers = Object.entries(load.headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const streams = String(load.http1 ? 1 : load.streams);
  const shape = ['-n', String(load.requests), '-c', String(load.connections), '-m', streams, '-d', file];
  const child = spawn('h2load', [...(load.http1 ? ['--h1'] : []), ...shape, ...headers, load.url]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output += chunk;
    });
  }
  await once(child, 'close');
  const rate = /([\d.]+) req\/s/.exec(output)?.[1];
  const good = /status codes: (\d+) 2xx/.exec(output)?.[1];
  if (rate === undefined || Number(good) !== load.requests)
    throw new Error(`${load.url} did not answer all: ${output}`);
  return Number(rate);
}

async function runOwnHttp2(load: Load): Promise<number> {
  const sessions = Array.from({ length: load.connections }, () =>
    http2.connect(load.url, { rejectUnauthorized: false }),
  );
  const path = new URL(load.url).pathname;
  let left = load.requests;
  const one = (session: http2.ClientHttp2Session) =>
    new Promise<void>((resolve, reject) => {
      const stream = session.request({ ...load.headers, ':method': 'POST', ':path': path });
      stream.on('response', (headers) =>
        headers[':status'] === 200 ? undefined : reject(new Error(`status ${headers[':status']}`)),
      );
      stream.on('error', reject);
      stream.on('data', () => {});
      stream.on('end', resolve);
      stream.end(load.body);
    });
  const lane = async (session: http2.ClientHttp2Session) => {
    while (left-- > 0) await one(session);
  };
  const started = performance.now();
  await Promise.all(sessions.flatMap((session) => Array.from({ length: load.streams }, () => lane(session))));
  const seconds = (performance.now() - started) / 1000;
  for (const session of sessions) session.close();
  return load.requests / seconds;
}

async function runOwnHttp1(load: Load): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: load.connections });
  let left = load.requests;
  let next = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const request = http.request(load.url, { agent, method: 'POST', headers: load.headers }, (response) => {
        response.on('data', () => {});
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`status ${response.statusCode}`)),
        );
      });
      request.on('error', reject);
      request.end(load.bodyOf?.(next++) ?? load.body);
    });
  const lane = async () => {
    while (left-- > 0) await one();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: load.connections }, lane));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return load.requests / seconds;
}
