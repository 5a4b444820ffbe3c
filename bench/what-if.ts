import { type Running, startPushpit } from './servers.ts';
import { median } from './stats.ts';

const ROUNDS = 5;

/** 7 × 4 × 3 × 2 × 2 × 2 × 2 × 3 × 2 = 16,128 cells; all that can be get as far as their phone. */
const MATRIX = {
  axes: [
    ...['permission', 'ringer', 'locked', 'settings.popUps', 'settings.sounds', 'settings.badges'].map((axis) => ({
      axis,
    })),
    { axis: 'conditions.lockScreen' },
    { axis: 'conditions.volume' },
    { axis: 'process', values: ['killedByUser', 'killedBySystem'] },
  ],
};

async function call(server: Running, method: string, path: string, body?: unknown): Promise<unknown> {
  const json = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${server.ui}/api/v1${path}`, body === undefined ? { method } : json);
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.json();
}

/** Median time of a call, ms, after a warm-up. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return median(times);
}

export interface WhatIfTimes {
  /** ms for ten thousand cells of a matrix, over the API. */
  readonly matrix: number;
  /** ms for the remedies of one outcome where pairs must be tried, the slowest vendor. */
  readonly remedies: number;
  /** ms for one dry run of a message to all seven phones. */
  readonly dryRun: number;
}

/** How fast what-if questions are answered by a server of its own. */
export async function measureWhatIf(dataDir: string): Promise<WhatIfTimes> {
  const server = await startPushpit(dataDir);
  try {
    let cells = 0;
    const matrix = await timed(async () => {
      cells = ((await call(server, 'POST', '/matrix', MATRIX)) as { cells: readonly number[] }).cells.length;
    });
    const message = { from: 'alice', to: { group: 'demo-group' }, elements: [{ type: 'text', text: 'hi' }] };
    const dryRun = await timed(() => call(server, 'POST', '/messages?dryRun=true', message));
    const { devices } = (await call(server, 'GET', '/devices')) as { devices: readonly { id: string }[] };
    const broken = { permission: 'denied', system: { name: 'BeOS' } };
    for (const { id } of devices) await call(server, 'PATCH', `/devices/${id}`, broken);
    await call(server, 'POST', '/messages', message);
    const times: number[] = [];
    for (const { id } of devices) times.push(await timed(() => call(server, 'GET', `/devices/${id}/remedies`)));
    return { matrix: (matrix / cells) * 10_000, remedies: Math.max(...times), dryRun };
  } finally {
    await server.stop();
  }
}
