// `npm run bench:flood`: a thousand pushes a second for a minute, from all vendors, while Chromium shows the wall of
// phones. Says the longest task of the page, how memory goes, and whether the history has every push.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium } from '@playwright/test';
import { CHANNEL_IDS } from '../src/core/channels/types.ts';
import type { Load } from './load.ts';
import { startPushpit } from './servers.ts';
import { loadOf, type Target } from './vendors.ts';

const root = join(import.meta.dirname, '..');
const RATE = Number(process.env.FLOOD_RATE ?? 1000);
const SECONDS = Number(process.env.FLOOD_SECONDS ?? 60);
const PAGE = process.env.FLOOD_PAGE ?? '#phones';
const TICK_MS = 10;
const MEGABYTE = 1024 * 1024;

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
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  return { second, heap: usedSize / MEGABYTE, resident: Number(resident) / 1024 };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, by the clock on the wall and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Notes every task of every thread until `stop`, which gives those of the page's main thread. */
async function traceTasks(browser: Browser): Promise<{ stop(): Promise<readonly TraceEvent[]> }> {
  const cdp = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  return {
    async stop() {
      const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
      await cdp.send('Tracing.end');
      await complete;
      const named = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
      const isMain = ({ pid, tid }: TraceEvent) => named.some((one) => one.pid === pid && one.tid === tid);
      return events.filter((one) => one.ph === 'X' && one.name.endsWith('RunTask') && isMain(one));
    },
  };
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
  await page.goto(`${pushpit.ui}/${PAGE}`);
  await page.waitForLoadState('networkidle').catch(() => {});
  const cdp = await page.context().newCDPSession(page);
  const samples: Sample[] = [];
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { pid: number };
  const trace = await traceTasks(browser);
  const sent = await flood(
    loads.map((load) => (load.http1 ? http1Sender(load) : http2Sender(load))),
    async (second) => {
      samples.push(await sample(cdp, pid, second));
    },
  );
  const tasks = (await trace.stop()).map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
  const history = await countHistory(pushpit.ui);
  // Collections come when the engine likes, so the least of ten seconds tells what is really kept.
  for (let from = 0; from < samples.length; from += 10) {
    const these = samples.slice(from, from + 10);
    const heap = Math.min(...these.map((one) => one.heap)).toFixed(1);
    const resident = Math.max(...these.map((one) => one.resident)).toFixed(0);
    console.log(`second ${from + 1} to ${from + these.length}: page heap ${heap} MB, server ${resident} MB resident`);
  }
  const over = (clock: 'wall' | 'cpu'): string => {
    const times = tasks.map((task) => task[clock]);
    const longest = times.reduce((most, time) => Math.max(most, time), 0);
    return `${times.filter((time) => time > 50).length} over 50 ms, the longest ${longest.toFixed(0)} ms`;
  };
  console.log(`${sent} pushes in ${SECONDS} s; ${tasks.length} tasks of the page`);
  console.log(`by processor time ${over('cpu')}; by the clock, with all that ran beside it, ${over('wall')}`);
  console.log(`history: ${history.found} of ${sent}, lost ${history.dropped}`);
} finally {
  await browser.close();
  await pushpit.stop();
}
process.exit(0);
