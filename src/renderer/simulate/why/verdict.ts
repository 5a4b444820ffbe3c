import type { OutcomeView } from '../../../core/views.ts';
import type { MarkKind } from '../../ui/mark.tsx';

/** The mark of a whole outcome. */
export function outcomeMark(outcome: OutcomeView): MarkKind {
  if (outcome.delivered) return 'pass';
  return outcome.via === 'online' ? 'online' : 'stop';
}
