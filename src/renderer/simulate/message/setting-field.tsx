import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { byteCount } from '../../lib/format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Tip } from '../../ui/tooltip.tsx';

export interface SettingFieldProps {
  readonly label: string;
  readonly value: string | null | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly testId: string;
  readonly long?: boolean;
  /** A long text that wraps in the field but holds no line break. */
  readonly oneLine?: boolean;
  readonly mono?: boolean;
  readonly counted?: boolean;
  readonly hint?: ReactNode;
  readonly suggestions?: readonly (readonly MenuItem[])[];
  /** What stands in the field while nothing is set. */
  readonly unsetText?: string;
}

/**
 * A text setting with its three states: not set (absent or null), set to an empty text, set to a text.
 * Typing sets it, the cross takes it away, `""` sets it to an empty text.
 */
export function SettingField(props: SettingFieldProps) {
  const id = useId();
  const set = typeof props.value === 'string';
  return (
    <div className="grid grid-cols-[80px_minmax(0,1fr)] items-start gap-x-2 py-[3px]">
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate text-sm leading-7 text-ink-2">
          {props.label}
        </label>
        {props.hint}
      </div>
      <div className={cx('field flex min-h-7 min-w-0 items-start', !set && 'border-dashed')}>
        <TextInput id={id} {...props} />
        <div className="flex h-[26px] shrink-0 items-center gap-1 pr-0.5">
          <FieldTools {...props} />
        </div>
      </div>
    </div>
  );
}

function TextInput({
  id,
  value,
  onChange,
  testId,
  long,
  oneLine,
  mono,
  unsetText,
}: SettingFieldProps & { readonly id: string }) {
  const { t } = useTranslation();
  const set = typeof value === 'string';
  const shared = {
    id,
    'data-testid': testId,
    'data-set': set,
    value: set ? value : '',
    placeholder: set ? '""' : (unsetText ?? t('common.notSet')),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(oneLine === true ? event.target.value.replaceAll('\n', '') : event.target.value),
    spellCheck: false,
  };
  const look = cx(
    'min-w-0 flex-1 bg-transparent px-2 py-[3px] outline-none',
    mono === true ? 'font-mono text-sm leading-5' : 'text-base',
    !set && 'placeholder:italic',
  );
  if (long !== true) return <input {...shared} type="text" className={look} />;
  return <textarea {...shared} rows={1} className={cx(look, 'field-sizing-content max-h-40 resize-none')} />;
}

/** Size, suggestions, and the button that sets or unsets. */
function FieldTools({ label, value, onChange, testId, counted, suggestions }: SettingFieldProps) {
  const { t } = useTranslation();
  const set = typeof value === 'string';
  return (
    <>
      {counted === true && set && (
        <span className="text-2xs text-ink-3" data-testid={`${testId}-bytes`}>
          {t('common.bytes', { count: byteCount(value) })}
        </span>
      )}
      {suggestions !== undefined && (
        <Menu
          sections={suggestions}
          trigger={
            <IconButton
              icon={ChevronDown}
              label={`${label}: ${t('common.suggestions')}`}
              className="size-5"
              size={13}
              data-testid={`${testId}-menu`}
            />
          }
        />
      )}
      {set ? (
        <IconButton
          icon={X}
          size={13}
          className="size-5"
          label={`${label}: ${t('common.unset')}`}
          data-testid={`${testId}-unset`}
          onClick={() => onChange(undefined)}
        />
      ) : (
        <SetEmpty label={label} onClick={() => onChange('')} testId={`${testId}-empty`} />
      )}
    </>
  );
}

function SetEmpty({
  label,
  onClick,
  testId,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly testId: string;
}) {
  const { t } = useTranslation();
  return (
    <Tip text={t('common.setEmpty')}>
      <button
        type="button"
        aria-label={`${label}: ${t('common.setEmpty')}`}
        data-testid={testId}
        onClick={onClick}
        className="flex size-5 items-center justify-center rounded-sm font-mono text-2xs text-ink-3 hover:bg-hover hover:text-ink"
      >
        &quot;&quot;
      </button>
    </Tip>
  );
}
