import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Element } from '../../../core/im/types.ts';
import { cx } from '../../lib/cx.ts';
import { replaceElement } from '../../message/edit.ts';
import { ELEMENT_MEMBERS } from '../../message/schema.ts';
import { useDraft } from '../../stores/services.ts';

type MemberName =
  | 'text'
  | 'seconds'
  | 'fileName'
  | 'index'
  | 'data'
  | 'desc'
  | 'latitude'
  | 'longitude'
  | 'ext'
  | 'sound';

/** The members of one element; a field left empty is left out, except a text's text. */
export function ElementFields({ element, at }: { readonly element: Element; readonly at: number }) {
  const edit = useDraft((draft) => draft.edit);
  const members = Object.entries(ELEMENT_MEMBERS[element.type]) as [
    MemberName,
    { readonly kind: 'string' | 'number' },
  ][];
  if (members.length === 0) return null;
  const values: Readonly<Record<string, unknown>> = { ...element };
  const put = (name: MemberName, value: string | number | undefined) =>
    edit((message) => {
      const { [name]: _old, ...rest } = values;
      const next = value === undefined ? rest : { ...values, [name]: value };
      // The schema gives each member its type, so the pieces make an element again.
      return replaceElement(message, at, next as Element);
    });
  return (
    <div className={cx('hairline-t grid gap-x-2 px-2 py-1', members.length > 2 ? 'grid-cols-2' : 'grid-cols-1')}>
      {members.map(([name, { kind }]) => {
        const value = values[name];
        return kind === 'number' ? (
          <NumberMember
            key={name}
            name={name}
            at={at}
            value={typeof value === 'number' ? value : undefined}
            onChange={(next) => put(name, next)}
          />
        ) : (
          <TextMember
            key={name}
            name={name}
            at={at}
            alone={members.length === 1}
            value={typeof value === 'string' ? value : undefined}
            onChange={(next) => put(name, next === '' && element.type !== 'text' ? undefined : next)}
          />
        );
      })}
    </div>
  );
}

const FIELD = 'min-w-0 flex-1 bg-transparent py-0.5 outline-none placeholder:text-ink-3';

function TextMember({
  name,
  at,
  alone,
  value,
  onChange,
}: {
  readonly name: MemberName;
  readonly at: number;
  readonly alone: boolean;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const shared = {
    id,
    value: value ?? '',
    'data-testid': `element-${at}-${name}`,
    'aria-label': t(`element.field.${name}`),
    placeholder: alone ? t(`element.field.${name}`) : t('common.notSet'),
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
    spellCheck: false,
  };
  return (
    <div className="flex items-baseline gap-1.5 border-b border-transparent focus-within:border-accent">
      {!alone && <span className="shrink-0 text-sm text-ink-3">{t(`element.field.${name}`)}</span>}
      {name === 'text' ? (
        <textarea {...shared} rows={1} className={cx(FIELD, 'field-sizing-content max-h-32 resize-none')} />
      ) : (
        <input {...shared} type="text" className={FIELD} />
      )}
    </div>
  );
}

function NumberMember({
  name,
  at,
  value,
  onChange,
}: {
  readonly name: MemberName;
  readonly at: number;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="flex items-baseline gap-1.5 border-b border-transparent focus-within:border-accent">
      <span className="shrink-0 text-sm text-ink-3">{t(`element.field.${name}`)}</span>
      <input
        type="number"
        step="any"
        data-testid={`element-${at}-${name}`}
        aria-label={t(`element.field.${name}`)}
        placeholder={t('common.notSet')}
        value={value ?? ''}
        onChange={(event) => {
          const next = event.target.valueAsNumber;
          onChange(Number.isFinite(next) ? next : undefined);
        }}
        className={FIELD}
      />
    </div>
  );
}
