import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldName, Layer, ParamValue } from '../../../core/trace/types.ts';
import type { FieldView, OutcomeView } from '../../../core/views.ts';
import { cx } from '../../lib/cx.ts';
import { byteCount } from '../../lib/format.ts';
import { Section } from '../../ui/pane.tsx';
import { Tip } from '../../ui/tooltip.tsx';
import { SILENT_SOUND } from '../message/ios-settings.tsx';

const FIELDS: readonly FieldName[] = ['title', 'body', 'sound', 'badge', 'ext'];

/** Each field with the value that won on top and what it won against below, struck through. */
export function FieldsTable({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = useTranslation();
  return (
    <Section title={t('fields.title')} testId="fields">
      <table className="w-full border-collapse text-left">
        <thead className="sr-only">
          <tr>
            {(['field', 'value', 'from', 'size'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`fields.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {FIELDS.map((name) => (
          <FieldRows key={name} name={name} field={outcome.fields[name]} />
        ))}
      </table>
    </Section>
  );
}

function FieldRows({ name, field }: { readonly name: FieldName; readonly field: FieldView }) {
  const { t } = useTranslation();
  const mono = name === 'ext' || name === 'sound';
  return (
    <tbody
      data-testid={`field-${name}`}
      data-from={field.from}
      className="border-t border-line first-of-type:border-t-0"
    >
      <tr className="align-top">
        <th scope="row" className="py-1 pr-3 text-sm leading-5 font-normal whitespace-nowrap text-ink-2">
          {t(`fields.name.${name}`)}
        </th>
        <td className="w-full py-1 pr-3">
          <Value name={name} value={field.value} mono={mono} t={t} />
        </td>
        <td className="py-1">
          <LayerBadge layer={field.from} won />
        </td>
        <td className="py-1 pl-3 text-right text-xs leading-5 whitespace-nowrap text-ink-3 empty:pl-0">
          {sizeOf(name, field.value, t)}
        </td>
      </tr>
      {field.overridden.map(({ from, value }) => (
        <tr key={`${from}-${String(value)}`} className="align-top text-ink-3">
          <td />
          <td className="pr-3 pb-1">
            <del className="text-sm wrap-anywhere text-ink-3 decoration-ink-3/70">
              <span className="sr-only">{t('fields.lost')}: </span>
              {valueText(name, value, t)}
            </del>
          </td>
          <td className="pb-1">
            <LayerBadge layer={from} />
          </td>
          <td />
        </tr>
      ))}
    </tbody>
  );
}

function Value({
  name,
  value,
  mono,
  t,
}: {
  readonly name: FieldName;
  readonly value: ParamValue;
  readonly mono: boolean;
  readonly t: TFunction;
}) {
  const text = valueText(name, value, t);
  if (value === null) return <span className="text-ink-3">{text}</span>;
  return (
    <span className={cx('wrap-anywhere', mono && text === value ? 'font-mono text-sm' : 'font-medium')}>{text}</span>
  );
}

/** A value in words where the bare value would not say it. */
function valueText(name: FieldName, value: ParamValue, t: TFunction): string {
  if (name === 'badge') {
    if (value === null || value === false) return t('fields.unchanged');
    return value === true ? t('fields.counts') : String(value);
  }
  if (value === null) return t('fields.noValue');
  if (name === 'sound' && value === SILENT_SOUND) return t('fields.silent');
  if (name === 'sound' && value === 'default') return t('fields.systemSound');
  return value === '' ? '""' : String(value);
}

function sizeOf(name: FieldName, value: ParamValue, t: TFunction): string {
  if (typeof value !== 'string' || name === 'sound' || name === 'badge') return '';
  return t('common.bytes', { count: byteCount(value) });
}

/** The layer a value comes from; the winner's has the accent. */
function LayerBadge({ layer, won = false }: { readonly layer: Layer; readonly won?: boolean }) {
  const { t } = useTranslation();
  const quiet = layer === 'default';
  return (
    <Tip text={t(`fields.layerTip.${layer}`)}>
      <span
        className={cx(
          'inline-flex h-[18px] max-w-full items-center rounded-sm px-1.5 text-xs whitespace-nowrap',
          won && !quiet ? 'bg-accent-soft text-accent-ink' : 'bg-hover text-ink-3',
        )}
      >
        {t(`fields.layer.${layer}`)}
      </span>
    </Tip>
  );
}
