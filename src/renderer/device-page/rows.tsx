import type { ReactNode } from 'react';
import type { Switch as SwitchData } from '../../core/channels/kit/switches.ts';
import { cx } from '../lib/cx.ts';
import { usePreferences } from '../stores/services.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { NumberField } from '../workspace/number-field.tsx';

/** A thing that can be set: its name at the left, the control at the right. */
export function StateRow({
  name,
  children,
  testId,
}: {
  readonly name: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
}) {
  return (
    <div className="flex min-h-8 items-center gap-3 py-0.5" data-testid={testId}>
      <span className="min-w-0 flex-1 text-ink-2">{name}</span>
      <span className="flex shrink-0 items-center gap-1">{children}</span>
    </div>
  );
}

export type Value = string | number | boolean;

/** The control for one entry of a table of switches. */
export function SwitchControl({
  one,
  value,
  onChange,
}: {
  readonly one: SwitchData;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const language = usePreferences((state) => state.language);
  const label = one.text[language];
  if (one.kind === 'flag') return <Switch label={label} checked={value === true} onChange={onChange} />;
  if (one.kind === 'amount')
    return <NumberField label={label} value={Number(value)} min={one.min} max={one.max} onChange={onChange} />;
  return (
    <Select
      label={label}
      className="w-40"
      value={String(value)}
      groups={[{ options: one.options.map(({ value: of, text }) => ({ value: String(of), label: text[language] })) }]}
      onChange={(next) => {
        const chosen = one.options.find(({ value: of }) => String(of) === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}

/** Something that happens to the phone when it is pressed; `current`: that is how it stands. */
export function ActionButton({
  children,
  onClick,
  current = false,
  disabled = false,
  submit = false,
}: {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly current?: boolean;
  readonly disabled?: boolean;
  /** It sends the form that it stands in. */
  readonly submit?: boolean;
}) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      disabled={disabled}
      aria-pressed={current || undefined}
      onClick={onClick}
      className={cx(
        'h-7 rounded-md border border-line px-2 text-sm whitespace-nowrap hover:bg-hover active:bg-press disabled:opacity-45',
        current && 'border-line-strong bg-press font-semibold',
      )}
    >
      {children}
    </button>
  );
}
