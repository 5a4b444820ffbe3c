import type { Channel } from '../channels/types.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Foresight } from '../simulator/what-if.ts';
import type { Simulator } from '../simulator-types.ts';
import type { LocalText } from '../trace/types.ts';
import { AXES } from './axes.ts';
import { phonesOf } from './phones.ts';
import { type Axis, MATRIX_LIMIT, type MatrixAxisView, type MatrixSpec, type PhoneSituation } from './types.ts';

/** What a matrix looks at: the simulator as it stands, and the vendors there are. */
export interface MatrixWorld {
  readonly simulator: Pick<Simulator, 'now' | 'workspace' | 'foresight'>;
  readonly channels: readonly Channel[];
}

/** One axis of a plan with the values it takes. `stride`: by how many cells its next value lies further on. */
export interface PlannedAxis extends MatrixAxisView {
  readonly apply: Axis['apply'];
  readonly stride: number;
}

/** A matrix whose parts exist and whose size is allowed. */
export interface MatrixPlan {
  /** The phone first, then as in the request. */
  readonly axes: readonly MatrixAxisView[];
  /** In the order in which they are applied. */
  readonly applied: readonly PlannedAxis[];
  /** For each phone how things stand before an axis changes them. */
  readonly bases: readonly PhoneSituation[];
  readonly total: number;
  /** The vendors remember nothing: the phones are new. */
  readonly fresh: boolean;
  readonly foresight: Foresight;
}

const PHONE: LocalText = { en: 'Phone', zh: '手机' };

/**
 * Checks a matrix and works out its parts. Failures: `unknown_device`, `unknown_axis`, `unknown_value`, `axis_twice`,
 * `too_many_cells`, and those of the message (see `validateMessage`); each says what there is.
 */
export function planMatrix(spec: MatrixSpec, world: MatrixWorld): Result<MatrixPlan> {
  const phones = phonesOf(spec, world);
  if (!phones.ok) return phones;
  const axes = axesOf(spec);
  if (!axes.ok) return axes;
  const total = axes.value.reduce((product, { values }) => product * values.length, phones.value.length);
  if (total > MATRIX_LIMIT) return tooMany(total);
  const phoneAxis: MatrixAxisView = {
    axis: 'device',
    text: PHONE,
    values: phones.value.map(({ device }) => ({ value: device.id, text: { en: device.name, zh: device.name } })),
  };
  const planned = withStrides(axes.value);
  return ok({
    axes: [phoneAxis, ...planned.map(({ axis, text, values }) => ({ axis, text, values }))],
    applied: AXES.flatMap((one) => planned.filter(({ axis }) => axis === one.id)),
    bases: phones.value,
    total,
    fresh: spec.phones === 'builtIn',
    foresight: world.simulator.foresight(),
  });
}

const tooMany = (total: number) =>
  fail(
    'too_many_cells',
    {
      en: `The matrix has ${total} cells; ${MATRIX_LIMIT} are the most. Leave out an axis, or values of one.`,
      zh: `矩阵共有 ${total} 格，最多 ${MATRIX_LIMIT} 格。请去掉一个维度，或减少某个维度的取值。`,
    },
    { cells: total, limit: MATRIX_LIMIT },
  );

function withStrides(axes: readonly Omit<PlannedAxis, 'stride'>[]): readonly PlannedAxis[] {
  let stride = 1;
  return axes
    .toReversed()
    .map((axis) => {
      const planned = { ...axis, stride };
      stride *= axis.values.length;
      return planned;
    })
    .toReversed();
}

function axesOf(spec: MatrixSpec): Result<readonly Omit<PlannedAxis, 'stride'>[]> {
  const taken: Omit<PlannedAxis, 'stride'>[] = [];
  for (const { axis: id, values: wanted } of spec.axes) {
    const axis = AXES.find((one) => one.id === id);
    if (axis === undefined) return unknownAxis(id);
    if (taken.some((one) => one.axis === id)) {
      return fail('axis_twice', {
        en: `The axis "${id}" is named twice. Name it once, with all its values.`,
        zh: `维度“${id}”出现了两次。请只写一次，并列出它的全部取值。`,
      });
    }
    const strange = wanted?.find((value) => !axis.values.some((one) => one.value === value));
    if (strange !== undefined) return unknownValue(axis, strange);
    const values = wanted?.flatMap((value) => axis.values.filter((one) => one.value === value)) ?? axis.values;
    taken.push({ axis: id, text: axis.text, values, apply: axis.apply });
  }
  return ok(taken);
}

function unknownAxis(id: string) {
  const known = AXES.map((one) => one.id);
  const some = known.filter((one) => !one.includes('.')).join(', ');
  return fail(
    'unknown_axis',
    {
      en: `There is no axis "${id}". Axes: ${some}, and those of conditions, settings and workspace; GET /matrix lists all.`,
      zh: `没有维度“${id}”。现有维度：${some}，以及 conditions、settings、workspace 下的各项；全部见 GET /matrix。`,
    },
    { received: id, axes: known },
  );
}

function unknownValue(axis: Axis, received: unknown) {
  const known = axis.values.map(({ value }) => String(value)).join(', ');
  return fail(
    'unknown_value',
    {
      en: `The axis "${axis.id}" has no value "${String(received)}". Values: ${known}.`,
      zh: `维度“${axis.id}”没有取值“${String(received)}”。可用取值：${known}。`,
    },
    { axis: axis.id, received },
  );
}
