import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.ts';
import { byteCount } from '../../lib/format.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Tip } from '../../ui/tooltip.tsx';

/**
 * A text setting with its three states: not set (absent or null), set to an empty text, set to a text.
 * Typing sets it, the cross takes it away, `""` sets it to an empty text.
 */
export function SettingField({
  label,
  value,
  onChange,
  testId,
  long = false,
  oneLine = false,
  mono = false,
  counted = false,
  hint,
  suggestions,
  unsetText,
}: {
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
  readonly unsetText?: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  const set = typeof value === 'string';
  const shared = {
    id,
    'data-testid': testId,
    'data-set': set,
    value: set ? value : '',
    placeholder: set ? '""' : (unsetText ?? t('common.notSet')),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(oneLine ? event.target.value.replaceAll('\n', '') : event.target.value),
    spellCheck: false,
    className: cx(
      'min-w-0 flex-1 bg-transparent px-2 py-[3px] outline-none',
      mono ? 'font-mono text-sm leading-5' : 'text-base',
      !set && 'placeholder:italic',
    ),
  };
  return (
    <div className="grid grid-cols-[80px_minmax(0,1fr)] items-start gap-x-2 py-[3px]">
      <div className="min-w-0">
        <label htmlFor={id} className="block truncate text-sm leading-7 text-ink-2">
          {label}
        </label>
        {hint}
      </div>
      <div className={cx('field flex min-h-7 min-w-0 items-start', !set && 'border-dashed')}>
        {long ? (
          <textarea
            {...shared}
            rows={1}
            className={cx(shared.className, 'field-sizing-content max-h-40 resize-none')}
          />
        ) : (
          <input {...shared} type="text" />
        )}
        <div className="flex h-[26px] shrink-0 items-center gap-1 pr-0.5">
          {counted && set && (
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
        </div>
      </div>
    </div>
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
