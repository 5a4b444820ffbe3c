// `npm run bench:flood`: a thousand pushes a second for a minute, from all vendors, while Chromium shows the wall of
// phones. Says the longest task of the page, how memory goes, and whether the history has every push.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium } from '@playwright/test';
import { CHANNEL_IDS } from '../src/core/channels/types.ts';
import type { Load } from './load.ts';
import { startPushpit } from './servers.ts';
import { loadOf, type Target } from './vendors.ts';

const root = join(import.meta.dirname, '..');
const RATE = Number(process.env.FLOOD_RATE ?? 1000);
const SECONDS = Number(process.env.FLOOD_SECONDS ?? 60);
const PAGE = process.env.FLOOD_PAGE ?? '#/phones';
const TICK_MS = 10;
const MEGABYTE = 1024 * 1024;

/** In the page: how long each task over 50 ms took. */
const NOTE_TASKS = `
  window.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
`;

type Sender = (index: number) => Promise<void>;

function http1Sender(load: Load): Sender {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  return (index) =>
    new Promise((resolve, reject) => {
      const body = load.bodyOf?.(index) ?? load.body;
      const headers = { ...load.headers, 'content-length': Buffer.byteLength(body) };
      const request = http.request(load.url, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
}

function http2Sender(load: Load): Sender {
  const session = http2.connect(load.url, { rejectUnauthorized: false });
  const { pathname } = new URL(load.url);
  return (index) =>
    new Promise((resolve, reject) => {
      const stream = session.request({ ...load.headers, ':method': 'POST', ':path': pathname });
      let status = 0;
      stream.on('response', (headers) => {
        status = Number(headers[':status']);
      });
      stream.on('error', reject);
      stream.on('data', () => {});
      stream.on('end', () => (status === 200 ? resolve() : reject(new Error(`status ${status}`))));
      stream.end(load.bodyOf?.(index) ?? load.body);
    });
}

/** Sends `RATE` pushes a second, the vendors in turn. What was sent. */
async function flood(senders: readonly Sender[], onSecond: (second: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  const total = RATE * SECONDS;
  const running = new Set<Promise<void>>();
  let sent = 0;
  let second = 0;
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * RATE));
    for (; sent < due; sent++) {
      const sender = senders[sent % senders.length];
      const push = sender?.(sent);
      if (push === undefined) continue;
      const tracked = push.finally(() => running.delete(tracked));
      running.add(tracked);
      // Reported together below.
      tracked.catch(() => {});
    }
    if (performance.now() - started >= (second + 1) * 1000) await onSecond(++second);
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(running);
  return sent;
}

interface Sample {
  readonly second: number;
  readonly heap: number;
  readonly resident: number;
}

async function sample(cdp: CDPSession, pid: number, second: number): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { second, heap: usedSize / MEGABYTE, resident: Number(resident) / 1024 };
}

/** Everything that the history has, paged through to its end. */
async function countHistory(ui: string): Promise<{ found: number; dropped: number }> {
  let found = 0;
  let dropped = 0;
  for (let before = ''; ; ) {
    const answer = await fetch(`${ui}/api/v1/exchanges?limit=500${before}`);
    const page = (await answer.json()) as { exchanges: { id: string }[]; dropped: number };
    found += page.exchanges.length;
    dropped = page.dropped;
    const last = page.exchanges.at(-1);
    if (last === undefined || page.exchanges.length < 500) return { found, dropped };
    before = `&before=${last.id}`;
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'pushpit-flood-'));
const credsDir = join(dataDir, 'for-senders');
execFileSync(process.execPath, ['bin/pushpit.js', 'creds', '--data-dir', dataDir, '--out', credsDir], { cwd: root });
const pushpit = await startPushpit(dataDir);
const headers = { 'content-type': 'application/json' };
const quotas = { huawei: { marketingPerDay: 0, messagesPerDay: 0 }, fcm: { collapsibleBurst: 0 } };
await fetch(`${pushpit.ui}/api/v1/workspace`, { method: 'PUT', headers, body: JSON.stringify(quotas) });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const target: Target = { ...pushpit, credsDir };
  const loads: Load[] = [];
  for (const vendor of CHANNEL_IDS) loads.push(await loadOf(vendor, target));
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.addInitScript(NOTE_TASKS);
  await page.goto(`${pushpit.ui}/${PAGE}`);
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.evaluate('longTasks.length = 0');
  const cdp = await page.context().newCDPSession(page);
  const samples: Sample[] = [];
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { pid: number };
  const sent = await flood(
    loads.map((load) => (load.http1 ? http1Sender(load) : http2Sender(load))),
    async (second) => {
      if (second % 10 === 0) samples.push(await sample(cdp, pid, second));
    },
  );
  const tasks = await page.evaluate<number[]>('longTasks');
  const history = await countHistory(pushpit.ui);
  for (const { second, heap, resident } of samples)
    console.log(`after ${second} s: page heap ${heap.toFixed(1)} MB, server ${resident.toFixed(0)} MB resident`);
  const longest = Math.max(0, ...tasks);
  console.log(
    `${sent} pushes in ${SECONDS} s; tasks over 50 ms: ${tasks.length}, the longest ${longest.toFixed(0)} ms`,
  );
  console.log(`history: ${history.found} of ${sent}, lost ${history.dropped}`);
} finally {
  await browser.close();
  await pushpit.stop();
}
process.exit(0);
