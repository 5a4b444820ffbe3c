import { Check, CircleDashed, Info, type LucideIcon, Minus, Wifi, X } from 'lucide-react';
import type { Verdict } from '../../core/trace/types.ts';
import { picture } from '../lib/aria.ts';
import { cx } from '../lib/cx.ts';

export type MarkKind = Verdict | 'online' | 'pending';

const MARKS: Readonly<Record<MarkKind, { readonly icon: LucideIcon; readonly tone: string }>> = {
  pass: { icon: Check, tone: 'bg-ok-soft text-ok' },
  stop: { icon: X, tone: 'bg-bad-soft text-bad' },
  note: { icon: Info, tone: 'bg-warn-soft text-warn' },
  skip: { icon: Minus, tone: 'bg-hover text-ink-3' },
  online: { icon: Wifi, tone: 'bg-ok-soft text-ok' },
  pending: { icon: CircleDashed, tone: 'bg-hover text-ink-3' },
};

/** A verdict as shape and colour; `label` is what a screen reader says. */
export function Mark({
  kind,
  label,
  size = 16,
}: {
  readonly kind: MarkKind;
  readonly label?: string;
  readonly size?: 14 | 16 | 22;
}) {
  const { icon: Icon, tone } = MARKS[kind];
  return (
    <span
      {...picture(label)}
      className={cx('inline-flex shrink-0 items-center justify-center rounded-full', tone)}
      style={{ width: size, height: size }}
    >
      <Icon size={Math.round(size * 0.64)} strokeWidth={2.5} aria-hidden />
    </span>
  );
}
