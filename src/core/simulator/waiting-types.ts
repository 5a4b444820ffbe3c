import type { AcceptedPush } from '../channels/types.ts';
import type { TraceStep } from '../trace/types.ts';

/**
 * Who keeps a push: `scheduled`: the vendor, until a time that its sender named; `stored`: the vendor, because the phone
 * is offline; `waiting`: the vendor, for a phone that is online; `held`: the phone, for its app; `hidden`: it stands in
 * the shade, where Do not disturb hides it.
 */
export const WAIT_KINDS = ['scheduled', 'stored', 'waiting', 'held', 'hidden'] as const;
export type WaitKind = (typeof WAIT_KINDS)[number];

export interface WaitingPush {
  readonly kind: WaitKind;
  readonly push: AcceptedPush;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  /** What keeps it; null = its record is forgotten. */
  readonly step: TraceStep | null;
  /** When it may next go on by itself, ms; null = something on the phone has to change first. */
  readonly nextAt: number | null;
}
