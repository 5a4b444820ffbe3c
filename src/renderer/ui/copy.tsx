import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { Tip } from './tooltip.tsx';

/** Puts a text on the clipboard; false where the browser forbids it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function useCopied(text: string): readonly ['idle' | 'done' | 'failed', () => void] {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 1400);
    return () => clearTimeout(timer);
  }, [state]);
  return [state, () => void copyText(text).then((done) => setState(done ? 'done' : 'failed'))];
}

/** Copies `text`; with children it is a word that can be clicked, else an icon. */
export function CopyButton({
  text,
  label,
  children,
  className,
  testId,
}: {
  readonly text: string;
  readonly label: string;
  readonly children?: ReactNode;
  readonly className?: string;
  readonly testId?: string;
}) {
  const { t } = useTranslation();
  const [state, copy] = useCopied(text);
  const Icon = state === 'done' ? Check : Copy;
  const tip = state === 'idle' ? label : t(state === 'done' ? 'copy.done' : 'copy.failed');
  return (
    <Tip text={tip}>
      <button
        type="button"
        aria-label={label}
        data-testid={testId}
        onClick={(event) => {
          event.stopPropagation();
          copy();
        }}
        className={cx(
          'inline-flex min-w-0 items-center gap-1.5 rounded-md text-ink-2 hover:bg-hover hover:text-ink active:bg-press',
          children === undefined ? 'size-6 shrink-0 justify-center text-ink-3' : 'h-6 px-1.5',
          className,
        )}
      >
        {children}
        <Icon size={13} strokeWidth={1.75} aria-hidden className={cx('shrink-0', state === 'done' && 'text-ok')} />
      </button>
    </Tip>
  );
}

/** An id or address: shown shortened, copied whole on click. */
export function CopyId({
  text,
  shown,
  label,
  className,
}: {
  readonly text: string;
  readonly shown: string;
  readonly label: string;
  readonly className?: string;
}) {
  const { t } = useTranslation();
  const [state, copy] = useCopied(text);
  const tip = state === 'idle' ? text : t(state === 'done' ? 'copy.done' : 'copy.failed');
  return (
    <Tip text={<span className="font-mono text-xs break-all">{tip}</span>}>
      <button
        type="button"
        aria-label={`${label}: ${text}`}
        onClick={(event) => {
          event.stopPropagation();
          copy();
        }}
        className={cx('min-w-0 truncate rounded-sm font-mono text-xs text-ink-2 hover:text-ink', className)}
      >
        {shown}
      </button>
    </Tip>
  );
}
