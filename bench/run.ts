// `npm run bench`: every figure beside its baseline in the same run, in turns, medians of the pairs.
// `--write` also puts the table into the README and the JSON into docs/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHANNEL_IDS, type ChannelId } from '../src/core/channels/types.ts';
import { measureDecisions } from './decisions.ts';
import { generator, type Load, measure } from './load.ts';
import { start, startBaseline, startPushpit } from './servers.ts';
import { median } from './stats.ts';
import { assertDelivered, loadOf, type Target } from './vendors.ts';
import { measureWhatIf } from './what-if.ts';

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
const ROUNDS = 5;
const MIXED_ROUNDS = 3;
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

const NAMES: Readonly<Record<ChannelId, string>> = {
  apns: 'APNs',
  xiaomi: 'Xiaomi',
  huawei: 'Huawei',
  fcm: 'FCM',
  meizu: 'Meizu',
  oppo: 'OPPO',
  vivo: 'vivo',
};

async function endpoints(dataDir: string): Promise<Row[]> {
  const credsDir = join(dataDir, 'for-senders');
  execFileSync(process.execPath, ['bin/pushpit.js', 'creds', '--data-dir', dataDir, '--out', credsDir], { cwd: root });
  const pushpit = await startPushpit(dataDir);
  const bare = await startBaseline('both');
  const [http1 = '', http2 = ''] = bare.firstLine.split(' ');
  const target: Target = { ...pushpit, credsDir };
  // Daily quotas and paces would end a load of tens of thousands of pushes to one phone.
  const patch = JSON.stringify({
    huawei: { marketingPerDay: 0, messagesPerDay: 0 },
    fcm: { collapsibleBurst: 0 },
  });
  const headers = { 'content-type': 'application/json' };
  const switched = await fetch(`${pushpit.ui}/api/v1/workspace`, { method: 'PUT', headers, body: patch });
  if (!switched.ok) throw new Error(await switched.text());
  // Xiaomi's pushes take one place in the shade, and Android drops updates of it beyond a few a second.
  const free = JSON.stringify({ conditions: { updatesPerSecond: 0 } });
  const freed = await fetch(`${pushpit.ui}/api/v1/devices/xiaomi`, { method: 'PATCH', headers, body: free });
  if (!freed.ok) throw new Error(await freed.text());
  const onBare = (load: Load): Load => {
    const { pathname } = new URL(load.url);
    return {
      ...load,
      url: load.http1 ? `http://127.0.0.1:${http1}${pathname}` : `https://127.0.0.1:${http2}${pathname}`,
    };
  };
  try {
    const rows: Row[] = [];
    for (const vendor of CHANNEL_IDS) rows.push(await vendorRow(vendor, target, onBare));
    return [...rows, await mixedRow(target, onBare)];
  } finally {
    await Promise.all([pushpit.stop(), bare.stop()]);
  }
}

async function vendorRow(vendor: ChannelId, target: Target, onBare: (load: Load) => Load): Promise<Row> {
  const load = await loadOf(vendor, target);
  const measured = await pairs(load, onBare(load));
  await assertDelivered(vendor, target);
  const least = load.http1 ? 0.5 : 0.6;
  return {
    what: `${NAMES[vendor]} pushes over ${load.http1 ? 'HTTP/1.1' : 'HTTP/2'}, checked, recorded and delivered`,
    ...measured,
    unit: '/s',
    target: `at least ${least} of a bare node:${load.http1 ? 'http' : 'http2'} server`,
    met: measured.ratio >= least,
  };
}

/** All vendors at once, each with the same number of requests; the rate is of all of them together. */
async function together(loads: readonly Load[]): Promise<number> {
  const started = performance.now();
  await Promise.all(loads.map(measure));
  return loads.reduce((sum, { requests }) => sum + requests, 0) / ((performance.now() - started) / 1000);
}

async function mixedRow(target: Target, onBare: (load: Load) => Load): Promise<Row> {
  const loads: Load[] = [];
  for (const vendor of CHANNEL_IDS) loads.push({ ...(await loadOf(vendor, target)), requests: 3_000, connections: 4 });
  const bare = loads.map(onBare);
  await together(loads);
  await together(bare);
  const results: { ours: number; bare: number }[] = [];
  for (let i = 0; i < MIXED_ROUNDS; i++) results.push({ ours: await together(loads), bare: await together(bare) });
  const ratio = median(results.map((one) => one.ours / one.bare));
  return {
    what: 'All seven vendors at once',
    value: median(results.map((one) => one.ours)),
    baseline: median(results.map((one) => one.bare)),
    ratio,
    unit: '/s',
    target: 'at least 0.5 of the bare servers',
    met: ratio >= 0.5,
  };
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

/** The baseline of a matrix is what its IM decisions alone would take, that of remedies one dry run to all phones. */
async function whatIfRows(dataDir: string, decisionsPerSecond: number): Promise<Row[]> {
  const { matrix, remedies, dryRun } = await measureWhatIf(dataDir);
  const decisions = (10_000 / decisionsPerSecond) * 1000;
  return [
    {
      what: 'Ten thousand cells of a matrix, each as far as its phone, over the API',
      value: matrix,
      baseline: decisions,
      ratio: matrix / decisions,
      unit: ' ms',
      target: 'at most 1,000 ms (baseline: the IM decisions alone)',
      met: matrix <= 1000,
    },
    {
      what: 'Remedies of an outcome that needs two changes, the slowest vendor',
      value: remedies,
      baseline: dryRun,
      ratio: remedies / dryRun,
      unit: ' ms',
      target: 'at most 50 ms (baseline: one dry run to seven phones)',
      met: remedies <= 50,
    },
  ];
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
const decisions = decisionsRow();
const rows = [
  ...(await endpoints(dataDir)),
  decisions,
  ...(await whatIfRows(dataDir, decisions.value)),
  await startUpRow(dataDir),
];
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
