import { useTranslation } from 'react-i18next';
import type { AxisGroup } from '../../core/matrix/types.ts';
import type { MatrixAxisPart, MatrixParts } from '../api/client.ts';
import { cx } from '../lib/cx.ts';
import { usePreferences } from '../stores/services.ts';
import { Pane, Section } from '../ui/pane.tsx';
import { Select } from '../ui/select.tsx';
import { choiceOf, type MatrixChoice, withAxis, withValue } from './spec.ts';

const GROUPS: readonly AxisGroup[] = ['account', 'app', 'message', 'phone', 'settings', 'workspace'];

interface AxesProps {
  readonly parts: MatrixParts;
  readonly choice: MatrixChoice;
  readonly onChange: (choice: MatrixChoice) => void;
}

/** Ready matrices, and ticks for everything that can vary. */
export function AxesPane({ parts, choice, onChange }: AxesProps & { readonly count: number }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const isAs = (preset: MatrixParts['presets'][number]) =>
    sameTicks(choiceOf(preset.spec, parts), { ...choice, takesMessage: false });
  return (
    <Pane testId="matrix-axes" title={t('matrix.axes')}>
      <p className="px-3 pt-2.5 pb-1 text-ink-2">{t('matrix.intro')}</p>
      <div className="px-3 py-1.5">
        <h3 className="mb-1 text-sm font-semibold text-ink-2">{t('matrix.presets')}</h3>
        {parts.presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            data-testid={`matrix-preset-${preset.id}`}
            aria-pressed={isAs(preset)}
            onClick={() => onChange(choiceOf(preset.spec, parts))}
            className={cx(
              'mb-1 block w-full rounded-md border border-line px-2 py-1.5 text-left text-sm hover:bg-hover',
              isAs(preset) && 'border-line-strong bg-press',
            )}
          >
            {preset.text[language]}
          </button>
        ))}
      </div>
      <Section title={t('matrix.phones')}>
        <Select
          label={t('matrix.phones')}
          testId="matrix-phones"
          className="mb-2"
          value={choice.phones}
          onChange={(phones) => onChange({ ...choice, phones })}
          groups={[
            {
              options: [
                { value: 'builtIn', label: t('matrix.builtIn') },
                { value: 'workspace', label: t('matrix.workspace') },
              ],
            },
          ]}
        />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="accent-[var(--accent)]"
            checked={choice.takesMessage}
            onChange={(event) => onChange({ ...choice, takesMessage: event.target.checked })}
          />
          {t('matrix.takeMessage')}
        </label>
      </Section>
      {GROUPS.map((group) => (
        <GroupSection key={group} group={group} parts={parts} choice={choice} onChange={onChange} />
      ))}
    </Pane>
  );
}

const sameTicks = (one: MatrixChoice, other: MatrixChoice): boolean => sorted(one) === sorted(other);
const sorted = ({ phones, axes }: MatrixChoice): string =>
  JSON.stringify([phones, Object.entries(axes).toSorted(([a], [b]) => a.localeCompare(b))]);

/** The workspace has many switches, which are rarely compared: they stay folded. */
function GroupSection({ group, parts, choice, onChange }: AxesProps & { readonly group: AxisGroup }) {
  const { t } = useTranslation();
  const axes = parts.axes.filter((one) => one.group === group);
  const list = axes.map((axis) => <AxisRow key={axis.axis} axis={axis} choice={choice} onChange={onChange} />);
  if (axes.length === 0) return null;
  return (
    <details
      className="hairline-t px-3 py-2"
      open={group !== 'workspace' || axes.some(({ axis }) => choice.axes[axis] !== undefined)}
    >
      <summary className="cursor-default rounded-sm text-sm font-semibold text-ink-2">
        {t(`matrix.group.${group}`)}
      </summary>
      <ul className="pt-1">{list}</ul>
    </details>
  );
}

function AxisRow({ axis, choice, onChange }: Omit<AxesProps, 'parts'> & { readonly axis: MatrixAxisPart }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const ticked = choice.axes[axis.axis];
  const all = axis.values.map(({ value }) => value);
  const name = axis.text[language];
  return (
    <li data-testid={`axis-${axis.axis}`}>
      <label className="flex min-h-7 items-center gap-2">
        <input
          type="checkbox"
          className="accent-[var(--accent)]"
          checked={ticked !== undefined}
          onChange={() => onChange(withAxis(choice, axis.axis, ticked === undefined ? all : null))}
        />
        <span className="min-w-0 flex-1">{name}</span>
        {axis.on !== null && <span className="text-xs text-ink-3">{t(`matrix.only.${axis.on}`)}</span>}
      </label>
      {ticked !== undefined && (
        <fieldset className="mb-1 flex flex-wrap gap-x-3 pl-6" aria-label={t('matrix.values', { axis: name })}>
          {axis.values.map(({ value, text }) => (
            <label key={String(value)} className="flex min-h-6 items-center gap-1.5 text-sm text-ink-2">
              <input
                type="checkbox"
                className="accent-[var(--accent)]"
                checked={ticked.includes(value)}
                onChange={() => onChange(withValue(choice, axis.axis, value, all))}
              />
              {text[language]}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}
