import { BellOff, Check, Clock, type LucideIcon, Slash, Wifi, X } from 'lucide-react';
import type { OutcomeState } from '../../core/present/outcome-state.ts';
import { picture } from '../lib/aria.ts';
import { cx } from '../lib/cx.ts';

export type ResultKind = OutcomeState | 'impossible';

/** Each result has a sign of its own beside its colour. */
export const RESULT_LOOKS: Readonly<Record<ResultKind, { readonly icon: LucideIcon; readonly tone: string }>> = {
  delivered: { icon: Check, tone: 'bg-ok-soft text-ok' },
  silent: { icon: BellOff, tone: 'bg-press text-ink-2' },
  waiting: { icon: Clock, tone: 'bg-warn-soft text-warn' },
  online: { icon: Wifi, tone: 'bg-ok-soft text-ok' },
  'not-delivered': { icon: X, tone: 'bg-bad-soft text-bad' },
  impossible: { icon: Slash, tone: 'text-ink-3' },
};

/** What became of a message, as shape and colour; `label` is what a screen reader says. */
export function ResultMark({
  kind,
  size = 16,
  label,
}: {
  readonly kind: ResultKind;
  readonly size?: number;
  readonly label?: string;
}) {
  const { icon: Icon, tone } = RESULT_LOOKS[kind];
  return (
    <span
      {...picture(label)}
      className={cx('inline-flex shrink-0 items-center justify-center rounded-full', tone)}
      style={{ width: size, height: size }}
    >
      <Icon size={Math.round(size * 0.62)} strokeWidth={2.5} aria-hidden />
    </span>
  );
}
