import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../../core/trace/types.ts';
import type { OutcomeView, TraceStepView } from '../../../core/views.ts';
import { cx } from '../../lib/cx.ts';
import { keyed } from '../../lib/keyed.ts';
import { Mark, type MarkKind } from '../../ui/mark.tsx';
import { Section } from '../../ui/pane.tsx';
import { Step } from './step.tsx';

const STAGES: readonly Stage[] = ['commit', 'offline', 'channel', 'device', 'user'];

/** The way of the push as a time line; where it stopped is red, what it never reached is dim. */
export function Stages({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = useTranslation();
  const stoppedAt = STAGES.findIndex((stage) =>
    outcome.trace.some((step) => step.stage === stage && step.verdict === 'stop'),
  );
  return (
    <Section title={t('stages.title')} testId="stages">
      <ol>
        {STAGES.map((stage, at) => (
          <StageItem
            key={stage}
            stage={stage}
            steps={outcome.trace.filter((step) => step.stage === stage)}
            unreached={(stoppedAt !== -1 && at > stoppedAt) || (outcome.via === 'online' && at > 1)}
            last={at === STAGES.length - 1}
          />
        ))}
      </ol>
    </Section>
  );
}

function stageMark(steps: readonly TraceStepView[]): MarkKind {
  if (steps.some(({ verdict }) => verdict === 'stop')) return 'stop';
  if (steps.some(({ verdict }) => verdict === 'note')) return 'note';
  return steps.some(({ verdict }) => verdict === 'pass') ? 'pass' : 'pending';
}

function StageItem({
  stage,
  steps,
  unreached,
  last,
}: {
  readonly stage: Stage;
  readonly steps: readonly TraceStepView[];
  readonly unreached: boolean;
  readonly last: boolean;
}) {
  const { t } = useTranslation();
  const mark = stageMark(steps);
  const dim = mark === 'pending';
  return (
    <li className="relative pl-6" data-testid={`stage-${stage}`} data-verdict={unreached && dim ? 'skip' : mark}>
      {!last && <span className="absolute top-5 bottom-[-2px] left-[7.5px] w-px bg-line" aria-hidden />}
      <span className="absolute top-[3px] left-0">
        <Mark
          kind={mark}
          label={t(dim ? 'stages.notReached' : `stages.verdict.${mark === 'online' ? 'pass' : mark}`)}
        />
      </span>
      <div className={cx('flex min-h-[22px] items-center gap-2', dim ? 'text-ink-3' : 'font-medium')}>
        {t(`stages.name.${stage}`)}
        {dim && steps.length === 0 && (
          <span className="text-sm">{unreached ? t('stages.notReached') : t('stages.waiting')}</span>
        )}
      </div>
      <StepList steps={steps} />
    </li>
  );
}

/** Beyond this many, what was passed or never reached is folded: what decided and what is remarked stays in sight. */
const QUIET_SHOWN = 3;

function StepList({ steps }: { readonly steps: readonly TraceStepView[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const passed = steps.filter(isQuietPass).length;
  const skipped = steps.filter(({ verdict }) => verdict === 'skip').length;
  const folds = passed + skipped > QUIET_SHOWN;
  const shown = open || !folds ? steps : steps.filter((step) => !isQuietPass(step) && step.verdict !== 'skip');
  if (steps.length === 0) return <div className="h-1.5" />;
  const Icon = open ? ChevronUp : ChevronDown;
  const folded = [
    passed > 0 ? t('stages.more', { count: passed }) : '',
    skipped > 0 ? t('stages.moreSkipped', { count: skipped }) : '',
  ];
  return (
    <div className="pb-2">
      <ul>
        {keyed(shown, ({ rule, field }) => `${rule}-${field ?? ''}`).map(({ key, item }) => (
          <Step key={key} step={item} />
        ))}
      </ul>
      {folds && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="-ml-1 flex h-6 items-center gap-1 rounded-md px-1 text-sm text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Icon size={13} aria-hidden />
          {open ? t('stages.less') : folded.filter(Boolean).join(' · ')}
        </button>
      )}
    </div>
  );
}

/** A check that was passed and by which no value lost. */
function isQuietPass({ verdict, overridden }: TraceStepView): boolean {
  return verdict === 'pass' && (overridden ?? []).length === 0;
}
