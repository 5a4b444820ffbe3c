import { describe, expect, it, onTestFinished } from 'vitest';
import { createChannels } from '../../src/core/channels/registry.ts';
import type { MatrixView } from '../../src/core/matrix/types.ts';
import { testCredentials } from '../../src/core/testing/credentials.ts';
import { makePorts } from '../../src/core/testing/simulator.ts';
import { startPushpit } from '../../src/server/pushpit.ts';
import { createTestApi, START } from './harness.ts';
import { preparedFolder } from './temporary.ts';

const create = () =>
  createTestApi({ channels: createChannels(), credentials: testCredentials, ports: makePorts(START).ports });

const viewOf = (value: unknown) => value as MatrixView;

/** Two ringers on one phone that shows its sound. */
const SMALL = { devices: ['pixel'], axes: [{ axis: 'ringer', values: ['normal', 'silent'] }] };

describe('matrices over the API', () => {
  it('lists axes and presets, each of which it works out', async () => {
    const { call } = create();
    const parts = await call('GET', '/matrix');
    expect(parts.body.at('limit')).toBe(50_000);
    expect(parts.body.at('axes')).toEqual(
      expect.arrayContaining([expect.objectContaining({ axis: 'settings.popUps', group: 'settings', on: null })]),
    );
    for (const { id } of parts.body.at('presets') as readonly { id: string }[]) {
      const { status, body } = await call('POST', '/matrix', { preset: id });
      expect(status).toBe(200);
      const { axes, cells } = viewOf(body.value);
      expect(cells).toHaveLength(axes.reduce((product, { values }) => product * values.length, 1));
    }
  });

  it('answers cells, and each with its trace', async () => {
    const { call } = create();
    const { body } = await call('POST', '/matrix', SMALL);
    const { answers, cells } = viewOf(body.value);
    expect(cells.map((one) => answers[one]?.state)).toEqual(['delivered', 'silent']);
    const one = await call('POST', '/matrix/cell', { ...SMALL, index: 1 });
    expect(one.body.at('cell')).toEqual(answers[cells[1] ?? -1]);
    expect(one.body.at('outcome', 'notification', 'sound')).toBeNull();
    expect(one.body.at('outcome', 'trace', 0, 'rule')).toBe('message-committed');
  });

  it('marks a cell that cannot be, which has no outcome', async () => {
    const { call } = create();
    const spec = { devices: ['pixel'], axes: [{ axis: 'permission', values: ['provisional'] }] };
    const { status, body } = await call('POST', '/matrix/cell', spec);
    expect(status).toBe(200);
    expect(body.value).toMatchObject({ cell: { state: 'impossible', reason: null }, outcome: null });
  });

  it('records nothing', async () => {
    const { call } = create();
    await call('POST', '/matrix', SMALL);
    await call('POST', '/matrix/cell', SMALL);
    expect((await call('GET', '/outcomes')).body.at('outcomes')).toEqual([]);
    expect((await call('GET', '/exchanges')).body.at('exchanges')).toEqual([]);
  });

  it.each([
    ['en', '\uFEFFPhone,Ringer,Result,Via,Reason,Cause,Sound,Vibrated,Badge,Sentence'],
    ['zh', '\uFEFF手机,铃声模式,结果,途径,原因,规则,提示音,振动,角标,说明'],
  ])('answers CSV in the language that is asked for: %s', async (locale, header) => {
    const { raw } = create();
    const response = await raw(`/matrix?format=csv&locale=${locale}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(SMALL),
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.split('\r\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual([
      header.split(',').slice(0, 3).join(','),
      expect.stringMatching(/^pixel,.+,delivered$/),
      expect.stringMatching(/^pixel,.+,silent$/),
      '',
    ]);
    expect(text.split('\r\n')[0]).toBe(header);
  });

  it.each([
    [{ axes: [{ axis: 'weather' }] }, 422, 'unknown_axis'],
    [{ devices: ['nokia'] }, 422, 'unknown_device'],
    [{ axes: [{ axis: 'ringer', values: ['loud'] }] }, 422, 'unknown_value'],
    [
      {
        axes: ['login', 'process', 'permission', 'ringer', 'sound', 'message', 'locked', 'registration'].map(
          (axis) => ({ axis }),
        ),
      },
      422,
      'too_many_cells',
    ],
    [{ preset: 'nothing' }, 400, 'invalid_request'],
    [{ phones: 'all' }, 400, 'invalid_request'],
  ])('refuses what cannot be a matrix: %o', async (spec, status, code) => {
    const { call } = create();
    const answer = await call('POST', '/matrix', spec);
    expect([answer.status, answer.body.at('error', 'code')]).toEqual([status, code]);
  });

  it('refuses a cell that the matrix does not have', async () => {
    const { status, body } = await create().call('POST', '/matrix/cell', { ...SMALL, index: 2 });
    expect([status, body.at('error', 'code'), body.at('error', 'details')]).toEqual([
      422,
      'no_such_cell',
      { cells: 2 },
    ]);
  });
});

/** 7 × 4 × 3 × 2 × 2 × 2 × 2 × 3 × 2 = 16,128 cells, each of which gets as far as its phone. */
const LARGE = {
  axes: [
    ...['permission', 'ringer', 'locked', 'settings.popUps', 'settings.sounds', 'settings.badges'],
    ...['conditions.lockScreen', 'conditions.volume'],
  ]
    .map((axis): { axis: string; values?: readonly string[] } => ({ axis }))
    .concat({ axis: 'process', values: ['killedByUser', 'killedBySystem'] }),
};

describe('a matrix of more than ten thousand cells', () => {
  it('does not take long, and others are answered meanwhile', async () => {
    const pushpit = await startPushpit({ uiPort: 0, dataDir: await preparedFolder() });
    onTestFinished(() => pushpit.close());
    const base = `${pushpit.listeners.ui}/api/v1`;
    const work = async () => {
      const response = await fetch(`${base}/matrix`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(LARGE),
      });
      return (await response.json()) as MatrixView;
    };
    const before = process.cpuUsage();
    const working = work();
    let answered = 0;
    let done = false;
    const others = async () => {
      while (!done) {
        await (await fetch(`${base}/health`)).arrayBuffer();
        answered += 1;
      }
    };
    const [view] = await Promise.all([
      working.finally(() => {
        done = true;
      }),
      others(),
    ]);
    expect(view.cells).toHaveLength(16_128);
    expect(Math.min(view.counts.delivered, view.counts['not-delivered'])).toBeGreaterThan(100);
    // The bench measures it; here others are at work as well, so only what this process itself spent says anything.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(8_000);
    expect(answered).toBeGreaterThan(10);
  });
});
