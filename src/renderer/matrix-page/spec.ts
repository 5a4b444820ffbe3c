import type { MessageInput } from '../../core/im/types.ts';
import type { AxisValue, MatrixMessage, MatrixSpec } from '../../core/matrix/types.ts';
import type { MatrixParts } from '../api/client.ts';

/** What is ticked. */
export interface MatrixChoice {
  readonly phones: 'builtIn' | 'workspace';
  /** Axes in the order of the table of axes, each with the values that are ticked. */
  readonly axes: Readonly<Record<string, readonly AxisValue[]>>;
  /** With the message that is written on Simulate. */
  readonly takesMessage: boolean;
}

/** The ticks of a ready matrix. */
export function choiceOf(spec: MatrixSpec, parts: MatrixParts): MatrixChoice {
  const all = (axis: string): readonly AxisValue[] =>
    parts.axes.find((one) => one.axis === axis)?.values.map(({ value }) => value) ?? [];
  return {
    phones: spec.phones ?? 'workspace',
    axes: Object.fromEntries(spec.axes.map(({ axis, values }) => [axis, values ?? all(axis)])),
    takesMessage: false,
  };
}

/** The message of Simulate as a matrix takes it: it goes to each phone's own account, or to the group. */
export function messageOf({ from, to, kind, elements, offlinePush }: MessageInput): MatrixMessage {
  return {
    from,
    kind,
    elements,
    ...('group' in to ? { group: to.group } : {}),
    ...(offlinePush === undefined ? {} : { offlinePush }),
  };
}

/** The request for what is ticked; axes without a value are left out. */
export function specOf({ phones, axes, takesMessage }: MatrixChoice, message: MessageInput): MatrixSpec {
  return {
    phones,
    axes: Object.entries(axes)
      .filter(([, values]) => values.length > 0)
      .map(([axis, values]) => ({ axis, values })),
    ...(takesMessage ? { message: messageOf(message) } : {}),
  };
}

/** How many cells it would have. */
export const cellCount = (choice: MatrixChoice, phones: number): number =>
  Object.values(choice.axes).reduce((count, values) => count * Math.max(1, values.length), phones);

/** Ticks or unticks an axis with all its values. */
export function withAxis(choice: MatrixChoice, axis: string, values: readonly AxisValue[] | null): MatrixChoice {
  const { [axis]: _gone, ...rest } = choice.axes;
  return { ...choice, axes: values === null || values.length === 0 ? rest : { ...choice.axes, [axis]: values } };
}

/** Ticks or unticks one value, in the order of all values; the last one takes its axis along. */
export function withValue(
  choice: MatrixChoice,
  axis: string,
  value: AxisValue,
  all: readonly AxisValue[],
): MatrixChoice {
  const ticked = choice.axes[axis] ?? [];
  const next = ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value];
  return withAxis(
    choice,
    axis,
    all.filter((one) => next.includes(one)),
  );
}
