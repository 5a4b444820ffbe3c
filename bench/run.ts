// `npm run bench`: every figure beside its baseline in the same run, in turns, medians of the pairs.
// `--write` also puts the table into the README and the JSON into docs/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureDecisions } from './decisions.ts';
import { generator, type Load, measure } from './load.ts';
import { providerToken, start, startBaseline, startPushpit } from './servers.ts';
import { median } from './stats.ts';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly baseline: number | null;
  /** Median of the pairs' ratios; null where there is no baseline. */
  readonly ratio: number | null;
  readonly unit: string;
  readonly target: string;
  readonly met: boolean;
}

const root = join(import.meta.dirname, '..');
const ROUNDS = 7;
const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Ours and the baseline in turns, after one warm-up of each. */
async function pairs(ours: Load, baseline: Load): Promise<{ value: number; baseline: number; ratio: number }> {
  await measure(ours);
  await measure(baseline);
  const results: { ours: number; baseline: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) results.push({ ours: await measure(ours), baseline: await measure(baseline) });
  return {
    value: median(results.map((one) => one.ours)),
    baseline: median(results.map((one) => one.baseline)),
    ratio: median(results.map((one) => one.ours / one.baseline)),
  };
}

async function endpoints(dataDir: string): Promise<Row[]> {
  const credsDir = join(dataDir, 'for-senders');
  execFileSync(process.execPath, ['bin/pushpit.js', 'creds', '--data-dir', dataDir, '--out', credsDir], { cwd: root });
  const pushpit = await startPushpit(dataDir);
  const http2 = await startBaseline('http2');
  const http1 = await startBaseline('http1');
  try {
    return [await apnsRow(pushpit, http2.firstLine, credsDir), await xiaomiRow(pushpit, http1.firstLine, credsDir)];
  } finally {
    await Promise.all([pushpit.stop(), http2.stop(), http1.stop()]);
  }
}

async function deviceToken(ui: string, device: string): Promise<string> {
  const { token } = (await (await fetch(`${ui}/api/v1/devices/${device}`)).json()) as { token: string };
  return token;
}

async function apnsRow(pushpit: { ui: string; tls: string }, baselinePort: string, credsDir: string): Promise<Row> {
  const path = `/3/device/${await deviceToken(pushpit.ui, 'iphone')}`;
  const load = {
    http1: false,
    headers: {
      authorization: `bearer ${providerToken(credsDir)}`,
      'apns-topic': 'com.example.app',
      'apns-push-type': 'alert',
      'apns-expiration': '0',
    },
    body: '{"aps":{"alert":{"title":"Lena","body":"The build is green again."},"badge":7,"sound":"default"},"conv":"4711"}',
    requests: 20_000,
    connections: 2,
    streams: 50,
  };
  const measured = await pairs(
    { ...load, url: `${pushpit.tls}${path}` },
    { ...load, url: `https://127.0.0.1:${baselinePort}${path}` },
  );
  const target = 'at least 0.6 of a bare node:http2 echo server';
  return {
    what: 'APNs pushes, checked, recorded and delivered',
    ...measured,
    unit: '/s',
    target,
    met: measured.ratio >= 0.6,
  };
}

async function xiaomiRow(pushpit: { ui: string; plain: string }, baselinePort: string, credsDir: string): Promise<Row> {
  const { xiaomi } = JSON.parse(readFileSync(join(credsDir, 'credentials.json'), 'utf8')) as {
    xiaomi: { appSecret: string };
  };
  const regid = encodeURIComponent(await deviceToken(pushpit.ui, 'xiaomi'));
  const load = {
    http1: true,
    headers: {
      authorization: `key=${xiaomi.appSecret}`,
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: `registration_id=${regid}&title=t&description=d&restricted_package_name=com.example.app&pass_through=0&notify_type=-1`,
    requests: 10_000,
    connections: 16,
    streams: 1,
  };
  const path = '/v3/message/regid';
  const measured = await pairs(
    { ...load, url: `${pushpit.plain}${path}` },
    { ...load, url: `http://127.0.0.1:${baselinePort}${path}` },
  );
  const target = 'at least 0.5 of a bare node:http server';
  return { what: 'Xiaomi pushes over HTTP/1.1, the same', ...measured, unit: '/s', target, met: measured.ratio >= 0.5 };
}

function decisionsRow(): Row {
  const value = measureDecisions();
  return {
    what: 'IM decisions with full trace, one thread',
    value,
    baseline: null,
    ratio: null,
    unit: '/s',
    target: 'at least 200,000',
    met: value >= 200_000,
  };
}

/** From starting the process to the first answer of the API, on a data directory that exists. */
async function startUp(dataDir: string): Promise<number> {
  const started = performance.now();
  const pushpit = await startPushpit(dataDir);
  await (await fetch(`${pushpit.ui}/api/v1/health`)).arrayBuffer();
  const took = performance.now() - started;
  await pushpit.stop();
  return took;
}

async function bareStartUp(): Promise<number> {
  const started = performance.now();
  const bare = await start(['bench/bare-server.js']);
  await (await fetch(`http://127.0.0.1:${bare.firstLine}/`)).arrayBuffer();
  const took = performance.now() - started;
  await bare.stop();
  return took;
}

async function startUpRow(dataDir: string): Promise<Row> {
  await startUp(dataDir);
  await bareStartUp();
  const results: { ours: number; bare: number }[] = [];
  for (let i = 0; i < ROUNDS; i++) results.push({ ours: await startUp(dataDir), bare: await bareStartUp() });
  const value = median(results.map((one) => one.ours));
  return {
    what: '`pushpit serve` from start to first answer',
    value,
    baseline: median(results.map((one) => one.bare)),
    ratio: median(results.map((one) => one.ours / one.bare)),
    unit: ' ms',
    target: 'at most 400 ms (baseline: a bare node:http server)',
    met: value <= 400,
  };
}

function table(rows: readonly Row[]): string {
  const format = (value: number | null, unit: string) =>
    value === null ? '–' : `${rounded(value).toLocaleString('en-US')}${unit}`;
  const lines = rows.map(
    (row) =>
      `| ${row.what} | ${format(row.value, row.unit)} | ${format(row.baseline, row.unit)} | ${row.ratio === null ? '–' : rounded(row.ratio, 2)} | ${row.target} | ${row.met ? 'yes' : 'no'} |`,
  );
  return ['| what | Pushpit | baseline | ratio | target | met |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

const dataDir = mkdtempSync(join(tmpdir(), 'pushpit-bench-'));
const rows = [...(await endpoints(dataDir)), decisionsRow(), await startUpRow(dataDir)];
const conditions = `Medians of ${ROUNDS} pairs in turns, load by ${generator}, Node ${process.versions.node}, ${availableParallelism()} cores shared by server and load.`;
const report = { conditions, node: process.versions.node, generator, rows };
console.log(`${table(rows)}\n\n${conditions}`);
mkdirSync(join(root, 'test-artefacts'), { recursive: true });
writeFileSync(join(root, 'test-artefacts', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
if (process.argv.includes('--write')) {
  writeFileSync(join(root, 'docs', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  const readme = join(root, 'README.md');
  const text = readFileSync(readme, 'utf8');
  writeFileSync(
    readme,
    text.replace(
      /<!-- bench -->[\s\S]*<!-- \/bench -->/,
      `<!-- bench -->\n${table(rows)}\n\n${conditions}\n<!-- /bench -->`,
    ),
  );
}
