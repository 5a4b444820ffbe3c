import type { Layer, Overridden, TraceParams, TraceStep } from '../trace/types.ts';
import type { ResolvedField } from './fields.ts';

/** What one layer of settings says about a field. `null`, absent and `""` all mean that it says nothing. */
export interface LayerValue {
  readonly from: Layer;
  readonly value: string | null | undefined;
}

/** Shared by all fields that nothing was lost for, since almost all are such. */
export const NOTHING_LOST: readonly Overridden[] = [];

export const isSet = (value: string | null | undefined): value is string =>
  value !== undefined && value !== null && value !== '';

/**
 * The first layer with a value wins, the other set layers are listed in their order, else the default counts.
 * The default is never listed as lost: nobody set it.
 */
export function pick<T extends string | null>(layers: readonly LayerValue[], fallback: T): ResolvedField<T | string> {
  let winner: LayerValue | undefined;
  let lost: Overridden[] | undefined;
  for (const layer of layers) {
    if (!isSet(layer.value)) continue;
    if (winner === undefined) {
      winner = layer;
    } else {
      lost ??= [];
      lost.push({ from: layer.from, value: layer.value });
    }
  }
  if (winner === undefined || !isSet(winner.value))
    return { value: fallback, from: 'default', overridden: NOTHING_LOST };
  return { value: winner.value, from: winner.from, overridden: lost ?? NOTHING_LOST };
}

/** A step of the offline stage that only tells. */
export function note(rule: string, params?: TraceParams): TraceStep {
  return params === undefined
    ? { stage: 'offline', rule, verdict: 'note' }
    : { stage: 'offline', rule, verdict: 'note', params };
}
