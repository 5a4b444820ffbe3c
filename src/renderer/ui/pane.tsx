import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../lib/cx.ts';

/** One pane of the instrument: a thin head, and a body that scrolls by itself. */
export function Pane({
  title,
  tools,
  children,
  foot,
  testId,
  scroll = true,
  shown,
}: {
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly testId: string;
  readonly scroll?: boolean;
  /** What the body is about: when that changes, it is read from the top again. */
  readonly shown?: string | number | null;
}) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (shown !== undefined) body.current?.scrollTo({ top: 0 });
  }, [shown]);
  return (
    <section
      data-testid={testId}
      aria-labelledby={`${testId}-title`}
      className="flex h-full min-w-0 flex-col bg-surface"
    >
      <header className="hairline-b flex h-9 shrink-0 items-center gap-2 pr-2 pl-3">
        <h2 id={`${testId}-title`} className="text-base font-semibold text-ink">
          {title}
        </h2>
        <div className="ml-auto flex min-w-0 items-center gap-1">{tools}</div>
      </header>
      {/* Positioned: what is hidden from sight in it, such as labels for screen readers, would else reach beyond the pane. */}
      <div
        ref={body}
        className={cx('relative min-h-0 flex-1', scroll ? 'overflow-y-auto' : 'flex flex-col overflow-hidden')}
      >
        {children}
      </div>
      {foot}
    </section>
  );
}

/** A titled part inside a pane. */
export function Section({
  title,
  tools,
  children,
  className,
  testId,
}: {
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
  readonly testId?: string;
}) {
  return (
    <section data-testid={testId} className={cx('hairline-t px-3 pt-2 pb-3', className)}>
      <div className="mb-1.5 flex min-h-6 items-center gap-2">
        <h3 className="text-sm font-semibold text-ink-2">{title}</h3>
        <div className="ml-auto flex items-center gap-1">{tools}</div>
      </div>
      {children}
    </section>
  );
}

/** Label and control on one line. */
export function Row({
  label,
  children,
  htmlFor,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly htmlFor?: string;
}) {
  return (
    <div className="grid grid-cols-[80px_minmax(0,1fr)] items-start gap-x-2 py-[3px]">
      {htmlFor === undefined ? (
        <div className="py-1.5 text-sm wrap-anywhere text-ink-2">{label}</div>
      ) : (
        <label htmlFor={htmlFor} className="py-1.5 text-sm wrap-anywhere text-ink-2">
          {label}
        </label>
      )}
      <div className="flex min-h-7 min-w-0 items-center">{children}</div>
    </div>
  );
}
