import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
}
export interface OptionGroup<T extends string> {
  readonly label?: string | undefined;
  readonly options: readonly Option<T>[];
}

/** A field with a list; `look="quiet"` shows it as a word with an arrow. */
export function Select<T extends string>({
  label,
  value,
  groups,
  onChange,
  look = 'field',
  testId,
  className,
}: {
  readonly label: string;
  readonly value: T;
  readonly groups: readonly OptionGroup<T>[];
  readonly onChange: (value: T) => void;
  readonly look?: 'field' | 'quiet';
  readonly testId?: string;
  readonly className?: string;
}) {
  const all = groups.flatMap(({ options }) => options);
  const current = all.find((option) => option.value === value);
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => {
        const chosen = all.find((option) => option.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Base.Trigger
        aria-label={label}
        data-testid={testId}
        className={cx(
          'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md text-left text-base',
          look === 'field' ? 'field w-full px-2' : 'px-1.5 text-ink-2 hover:bg-hover hover:text-ink',
          className,
        )}
      >
        {current?.icon}
        <span className="max-w-full shrink-0 truncate">{current?.label ?? value}</span>
        {current?.hint !== undefined && look === 'field' && (
          <span className="min-w-0 shrink truncate text-sm text-ink-3">{current.hint}</span>
        )}
        <ChevronDown size={13} className="ml-auto shrink-0 text-ink-3" aria-hidden />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Options groups={groups} />
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Options<T extends string>({ groups }: { readonly groups: readonly OptionGroup<T>[] }) {
  return (
    <Base.Popup className="popup max-h-[min(24rem,var(--available-height))] min-w-[var(--anchor-width)] overflow-y-auto p-1">
      {groups.map((group, at) => (
        <Base.Group key={group.label ?? at}>
          {group.label !== undefined && (
            <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-xs text-ink-3">{group.label}</Base.GroupLabel>
          )}
          {group.options.map((option) => (
            <Item key={option.value} option={option} />
          ))}
        </Base.Group>
      ))}
    </Base.Popup>
  );
}

function Item<T extends string>({ option }: { readonly option: Option<T> }) {
  return (
    <Base.Item
      value={option.value}
      label={option.label}
      className="flex h-7 cursor-default items-center gap-2 rounded-sm px-2 text-base outline-none data-[highlighted]:bg-hover"
    >
      {option.icon}
      <Base.ItemText>{option.label}</Base.ItemText>
      {option.hint !== undefined && <span className="text-sm text-ink-3">{option.hint}</span>}
      <Base.ItemIndicator className="ml-auto pl-3 text-accent-ink">
        <Check size={13} aria-hidden />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
