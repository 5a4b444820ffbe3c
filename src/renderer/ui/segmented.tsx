import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly name?: string;
}

/** A few choices of which one holds. */
export function Segmented<T extends string>({
  label,
  value,
  choices,
  onChange,
  testId,
  className,
}: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  readonly testId?: string;
  readonly className?: string;
}) {
  return (
    <ToggleGroup
      aria-label={label}
      data-testid={testId}
      value={[value]}
      onValueChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next[0]);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      className={cx('inline-flex h-6 items-stretch rounded-md bg-press p-0.5', className)}
    >
      {choices.map((choice) => (
        <Toggle
          key={choice.value}
          value={choice.value}
          aria-label={choice.name}
          data-testid={testId === undefined ? undefined : `${testId}-${choice.value}`}
          className={cx(
            'inline-flex min-w-0 items-center justify-center gap-1 whitespace-nowrap rounded-sm px-2 text-sm text-ink-2 transition-colors duration-100',
            'hover:text-ink data-[pressed]:bg-raised data-[pressed]:text-ink data-[pressed]:shadow-[0_0_0_0.5px_var(--line-strong)]',
          )}
        >
          {choice.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
