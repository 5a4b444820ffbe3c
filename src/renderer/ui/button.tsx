import { type LucideIcon, X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx.ts';
import { Tip } from './tooltip.tsx';

export type ButtonLook = 'primary' | 'outline' | 'quiet';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary: 'bg-accent font-semibold text-on-accent hover:bg-accent-press active:bg-accent-press',
  outline: 'border border-line-strong bg-raised text-ink hover:bg-hover active:bg-press',
  quiet:
    'text-ink-2 hover:bg-hover hover:text-ink active:bg-press data-[popup-open]:bg-hover data-[popup-open]:text-ink',
};

type ButtonProps = ComponentProps<'button'> & { readonly look?: ButtonLook; readonly small?: boolean };

export function Button({ look = 'outline', small = false, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md transition-colors duration-100',
        'disabled:pointer-events-none disabled:opacity-45',
        small ? 'h-6 px-2 text-sm' : 'h-7 px-2.5 text-base',
        LOOKS[look],
        className,
      )}
    />
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly size?: number;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
};

/** A square button with an icon; its label is spoken and shown on hover. */
export function IconButton({ icon: Icon, label, keys, size = 15, side, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys} {...(side === undefined ? {} : { side })}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={cx(
          'inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 transition-colors duration-100',
          'hover:bg-hover hover:text-ink active:bg-press disabled:pointer-events-none disabled:opacity-35',
          'data-[popup-open]:bg-hover data-[popup-open]:text-ink',
          className,
        )}
      >
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </button>
    </Tip>
  );
}

/** The cross of a dialog. Without a tooltip, which would open with the dialog's first focus and take the first Escape. */
export function CloseButton({ label, className, ...rest }: ComponentProps<'button'> & { readonly label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      {...rest}
      className={cx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink',
        className,
      )}
    >
      <X size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}
