import { useTranslation } from 'react-i18next';
import type { TraceStepView } from '../../../core/views.ts';
import { cx } from '../../lib/cx.ts';
import { usePreferences } from '../../stores/services.ts';
import { Mark } from '../../ui/mark.tsx';
import { CertaintyMark, RuleLink } from './rule-popover.tsx';

/** One decision: verdict, sentence, the value that decided, where the rule comes from. */
export function Step({ step }: { readonly step: TraceStepView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const stop = step.verdict === 'stop';
  const note = step.verdict === 'note';
  return (
    <li
      data-testid={`step-${step.rule}`}
      data-verdict={step.verdict}
      className={cx(
        'my-0.5 flex gap-1.5 rounded-md py-0.5 text-sm leading-[18px]',
        stop && 'border-l-2 border-bad bg-bad-soft py-1.5 pr-2 pl-2 text-base',
        note && 'bg-warn-soft px-1.5 py-1',
        step.verdict === 'skip' && 'text-ink-3',
      )}
    >
      <span className={cx('shrink-0', stop ? 'pt-[3px]' : 'pt-0.5')}>
        <Mark kind={step.verdict} size={14} label={t(`stages.verdict.${step.verdict}`)} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flow-root">
          <p className={cx('inline break-words', step.verdict === 'pass' && 'text-ink-2')}>{step.texts[language]}</p>
          {/* On the sentence's last line where it fits, else on a line of its own. */}
          {!stop && !note && <StepSource step={step} className="float-right ml-3 h-[18px] max-w-full" />}
        </div>
        {(stop || note) && step.fix !== null && (
          <p className="mt-0.5 break-words text-ink-2">
            <span className="font-semibold text-ink">{t('stages.fix')}: </span>
            {step.fix[language]}
          </p>
        )}
        {stop && <Params step={step} />}
        {(stop || note) && <StepSource step={step} className="mt-0.5" />}
      </div>
    </li>
  );
}

/** Values the sentence was made of, as they were received. */
function Params({ step }: { readonly step: TraceStepView }) {
  const entries = Object.entries(step.params ?? {});
  if (entries.length === 0) return null;
  return (
    <dl className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 font-mono text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="flex min-w-0 gap-1">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0 break-all">{value === null ? 'null' : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function StepSource({ step, className }: { readonly step: TraceStepView; readonly className: string }) {
  const language = usePreferences((state) => state.language);
  const source = step.sources[0];
  return (
    <span className={cx('flex min-w-0 items-center gap-1.5', className)}>
      <CertaintyMark certainty={step.certainty} />
      <span className="min-w-0 truncate text-xs">
        <RuleLink rule={step.rule}>{source?.texts?.label[language] ?? source?.title ?? step.rule}</RuleLink>
      </span>
    </span>
  );
}
