import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SwitchView } from '../../server/api/views.ts';
import { cx } from '../lib/cx.ts';
import { usePreferences } from '../stores/services.ts';
import { IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { NumberField } from './number-field.tsx';

export type SwitchValue = string | number | boolean;

interface RowProps {
  readonly one: SwitchView;
  readonly value: SwitchValue;
  readonly onChange: (value: SwitchValue) => void;
}

/** One reading or era: what it decides, how it stands, and the way back. */
export function SwitchRow({ one, value, onChange }: RowProps) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const changed = value !== one.default;
  return (
    <li
      className="hairline-t grid grid-cols-[minmax(0,1fr)_auto_1.5rem] items-center gap-x-3 px-3 py-1.5 first:border-t-0"
      data-testid={`switch-${one.channel ?? 'im'}-${one.name}`}
      data-changed={changed || undefined}
    >
      <div className="min-w-0">
        <p className={cx('text-base', changed && 'font-semibold')}>{one.text[language]}</p>
        <p className="font-mono text-xs text-ink-3">{one.channel === null ? one.name : `${one.channel}.${one.name}`}</p>
      </div>
      <Control one={one} value={value} onChange={onChange} />
      {changed ? (
        <IconButton
          icon={RotateCcw}
          size={13}
          className="size-6"
          label={t('workspace.toDefault', { name: one.name })}
          onClick={() => onChange(one.default)}
        />
      ) : (
        <span />
      )}
    </li>
  );
}

function Control({ one, value, onChange }: RowProps) {
  const language = usePreferences((state) => state.language);
  const label = one.text[language];
  if (one.kind === 'flag') return <Switch label={label} checked={value === true} onChange={onChange} />;
  if (one.kind === 'amount')
    return <NumberField label={label} value={Number(value)} min={one.min} max={one.max} onChange={onChange} />;
  return (
    <Select
      label={label}
      className="w-72"
      value={String(value)}
      groups={[{ options: one.options.map(({ value: of, text }) => ({ value: String(of), label: text[language] })) }]}
      onChange={(next) => {
        const chosen = one.options.find(({ value: of }) => String(of) === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    />
  );
}
