import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { createViewContext } from '../present/create-context.ts';
import { createRules } from '../rules.ts';
import { matrixOf } from '../testing/matrix.ts';
import { first, makeSimulator, type TestBench } from '../testing/simulator.ts';
import { AXES } from './axes.ts';
import { type MatrixPlan, planMatrix } from './plan.ts';
import { MATRIX_PRESETS } from './presets.ts';
import { cellOf, runMatrix, situationAt } from './run.ts';
import { type CellAnswer, MATRIX_LIMIT, type MatrixSpec, type MatrixView } from './types.ts';

const channels = createChannels();
const { summarize } = createViewContext({
  channels,
  registry: createRules(channels),
  deviceName: () => undefined,
  front: null,
});

function planned(spec: MatrixSpec, bench: TestBench = makeSimulator(channels)): MatrixPlan {
  const plan = planMatrix(spec, { simulator: bench.simulator, channels });
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

function refusal(spec: MatrixSpec) {
  const plan = planMatrix(spec, { simulator: makeSimulator(channels).simulator, channels });
  return plan.ok ? null : plan.error;
}

const answers = (view: MatrixView): readonly (CellAnswer | undefined)[] => view.cells.map((one) => view.answers[one]);
const brief = (view: MatrixView) => answers(view).map((one) => `${one?.state} ${one?.cause ?? ''}`.trim());

describe('a matrix', () => {
  it('has a cell for each combination, the last axis varying fastest', () => {
    const view = matrixOf({
      devices: ['pixel'],
      axes: [
        { axis: 'process', values: ['killedByUser', 'foreground'] },
        { axis: 'permission', values: ['granted', 'denied'] },
        { axis: 'ringer', values: ['normal', 'silent'] },
      ],
    });
    expect(view.axes.map(({ axis }) => axis)).toEqual(['device', 'process', 'permission', 'ringer']);
    expect(brief(view)).toEqual([
      'delivered delivered',
      'silent delivered',
      'not-delivered android-permission',
      'not-delivered android-permission',
      'not-delivered instance-foreground',
      'not-delivered instance-foreground',
      'not-delivered instance-foreground',
      'not-delivered instance-foreground',
    ]);
    expect(view.counts).toEqual({ delivered: 1, silent: 1, waiting: 0, 'not-delivered': 6, impossible: 0 });
  });

  it('says of each phone of the workspace what sending would do, in both languages', () => {
    const bench = makeSimulator(channels);
    const view = matrixOf({ axes: [] }, bench);
    expect(view.cells).toHaveLength(7);
    for (const [index, answer] of answers(view).entries()) {
      const device = bench.simulator.workspace().devices[index];
      const outcome = first(bench.send({ to: { c2c: device?.session.userId ?? '' } }));
      expect(answer).toMatchObject({ state: 'delivered', cause: outcome.cause, sound: outcome.notification?.sound });
      expect(answer?.text.en).toContain(device?.name);
      expect(answer?.text.zh).toContain(device?.name);
    }
  });

  it('tells what waits from what is lost', () => {
    const view = matrixOf({ devices: ['pixel'], axes: [{ axis: 'online' }, { axis: 'conditions.doze' }] });
    expect(brief(view).slice(3)).toEqual(Array(3).fill('waiting device-stored'));
  });

  it('marks what cannot be together instead of refusing it', () => {
    const view = matrixOf({
      devices: ['iphone', 'pixel'],
      axes: [
        { axis: 'process', values: ['forceStopped', 'foreground'] },
        { axis: 'conditions.doze', values: ['deep'] },
      ],
    });
    expect(answers(view).map((one) => one?.text.en)).toEqual([
      'iOS has no force stop.',
      'iOS knows no such thing.',
      expect.any(String),
      'A phone whose user has the app in front is not in Doze.',
    ]);
    expect(answers(view)[2]?.state).not.toBe('impossible');
  });

  it('leaves out the phones of the sender, who gets no push for what he sends', () => {
    const view = matrixOf({ message: { from: 'user-apns' }, axes: [] });
    expect(view.axes[0]?.values.map(({ value }) => value)).not.toContain('iphone');
    expect(view.cells).toHaveLength(6);
  });

  it('leaves no trace in the workspace, and does not depend on what was pushed before', () => {
    const bench = makeSimulator(channels);
    const spec: MatrixSpec = { axes: [{ axis: 'ringer' }] };
    const before = matrixOf(spec, bench);
    for (let i = 0; i < 3; i++) bench.send({ to: { c2c: 'user-fcm' } });
    const events = bench.events.length;
    expect(brief(matrixOf(spec, bench))).toEqual(brief(before));
    expect(bench.events).toHaveLength(events);
  });

  it('gives new phones to a matrix that asks for them, whatever the workspace is like', () => {
    const bench = makeSimulator(channels);
    const spec: MatrixSpec = { phones: 'builtIn', axes: [{ axis: 'global' }] };
    const before = matrixOf(spec, bench);
    bench.simulator.load({ ...bench.simulator.workspace(), devices: [], accounts: [], groups: [] });
    expect(matrixOf(spec, bench)).toEqual(before);
    expect(before.counts).toMatchObject({ delivered: 7, 'not-delivered': 7 });
  });

  it('follows the message to a group and the option for it', () => {
    const view = matrixOf({
      devices: ['iphone'],
      message: { group: 'demo-group', offlinePush: { title: 'T' } },
      axes: [{ axis: 'receiveOption' }],
    });
    expect(brief(view)).toEqual(['delivered delivered', 'not-delivered receive-opt', 'not-delivered receive-opt']);
  });

  it('turns the switches of the workspace', () => {
    const view = matrixOf({
      devices: ['iphone'],
      axes: [
        { axis: 'global', values: [false] },
        { axis: 'message', values: ['on'] },
        { axis: 'workspace.globalOffMessageOn' },
      ],
    });
    expect(brief(view)).toEqual(['delivered delivered', 'not-delivered global-over-message']);
  });
});

describe('every axis', () => {
  it.each(AXES.map((axis) => [axis.id, axis] as const))('%s means something else with each value', (_id, axis) => {
    const bench = makeSimulator(channels);
    const { bases } = planned({ axes: [], message: { group: 'demo-group', offlinePush: {} } }, bench);
    const distinct = bases.map(
      (base) => new Set(axis.values.map(({ value }) => JSON.stringify(axis.apply(base, value)))),
    );
    expect(Math.max(...distinct.map(({ size }) => size))).toBe(axis.values.length);
  });

  it('names its values and itself in both languages', () => {
    const texts = AXES.flatMap((axis) => [axis.text, ...axis.values.map(({ text }) => text)]);
    expect(texts.filter(({ en, zh }) => en.trim() === '' || zh.trim() === '')).toEqual([]);
    expect(new Set(AXES.map(({ id }) => id)).size).toBe(AXES.length);
  });
});

describe('a matrix that cannot be', () => {
  it.each([
    [{ axes: [{ axis: 'weather' }] }, 'unknown_axis'],
    [{ axes: [{ axis: 'ringer', values: ['loud'] }] }, 'unknown_value'],
    [{ axes: [{ axis: 'ringer' }, { axis: 'ringer' }] }, 'axis_twice'],
    [{ axes: [], devices: ['nokia'] }, 'unknown_device'],
    [{ axes: [], message: { group: 'nobody' } }, 'unknown_group'],
    [{ axes: [], message: { from: 'nobody' } }, 'unknown_account'],
    [{ axes: [], message: { from: 'user-apns' }, devices: ['iphone'] }, 'receiver_is_sender'],
    [{ axes: [], message: { elements: [{ type: 'custom' }, { type: 'custom' }] } }, 'too_many_custom_elements'],
  ] as const)('is refused with what there is: %o', (spec, code) => {
    expect(refusal(spec)).toMatchObject({
      code,
      message: expect.stringMatching(/\S/),
      messageZh: expect.stringMatching(/\S/),
    });
  });

  it('is refused when it has too many cells, before one is worked out', () => {
    const axes = ['login', 'process', 'permission', 'ringer', 'sound', 'message', 'registration'].map((axis) => ({
      axis,
    }));
    const error = refusal({ axes });
    expect(error).toMatchObject({
      code: 'too_many_cells',
      details: { limit: MATRIX_LIMIT, cells: 7 * 5 * 6 * 4 * 3 * 4 * 3 * 3 },
    });
  });
});

describe('one cell', () => {
  it('has the same answer as in its matrix, and its whole trace', () => {
    const spec: MatrixSpec = { axes: [{ axis: 'process' }, { axis: 'sound' }, { axis: 'message' }] };
    const plan = planned(spec);
    const view = matrixOf(spec);
    for (let index = 0; index < plan.total; index += 7) {
      const situation = situationAt(plan, index);
      const expected = view.answers[view.cells[index] ?? -1];
      if (situation === null) throw new Error(`no cell ${index}`);
      if ('impossible' in situation)
        expect(expected).toMatchObject({ state: 'impossible', text: situation.impossible });
      else {
        const { answer, outcome } = cellOf(plan, situation, summarize);
        expect(answer).toEqual(expected);
        expect(outcome?.trace.length).toBeGreaterThan(3);
      }
    }
    expect(situationAt(plan, plan.total)).toBeNull();
  });
});

describe('a run', () => {
  it('rests every few cells', () => {
    const run = runMatrix(
      planned({ axes: [{ axis: 'ringer' }, { axis: 'permission' }, { axis: 'sound' }] }),
      summarize,
    );
    const rests: number[] = [];
    for (let step = run.next(); step.done !== true; step = run.next()) rests.push(step.value);
    expect(rests.length).toBeGreaterThan(7);
    expect(Math.max(...rests.map((at, index) => at - (rests[index - 1] ?? 0)))).toBeLessThanOrEqual(64);
  });

  it.each(MATRIX_PRESETS)('works out the preset $id, with cells that appear and cells that do not', ({ spec }) => {
    const { counts, cells } = matrixOf(spec);
    expect(cells.length).toBeGreaterThan(500);
    expect(counts.delivered).toBeGreaterThan(0);
    expect(counts.silent).toBeGreaterThan(0);
    expect(counts['not-delivered']).toBeGreaterThan(0);
  });
});
