import { Eye } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { outcomeState } from '../../../core/present/outcome-state.ts';
import type { OutcomeView } from '../../../core/views.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { clockTime, fullTime } from '../../lib/format.ts';
import { Remedies } from '../../remedies/remedies.tsx';
import { usePreferences, useServices, useWhy, useWorld } from '../../stores/services.ts';
import { Button } from '../../ui/button.tsx';
import { Pane, Section } from '../../ui/pane.tsx';
import { Tip } from '../../ui/tooltip.tsx';
import { Answer } from './answer.tsx';
import { FieldsTable } from './fields-table.tsx';
import { OutcomeChips } from './outcome-chips.tsx';
import { Sentence } from './sentence.tsx';
import { Stages } from './stages.tsx';

export function WhyPane() {
  const { t } = useTranslation();
  // A message that was sent brings its own reason to the top; previews while typing leave the place alone.
  const sent = useWhy((why) => (why.mode === 'preview' ? null : (why.outcomes[0]?.id ?? why.at)));
  return (
    <Pane testId="why-pane" title={t('why.title')} tools={<ModeTag />} shown={sent}>
      <WhyBody />
    </Pane>
  );
}

/** Says whether this is a preview, and leads back to it. */
function ModeTag() {
  const { t } = useTranslation();
  const services = useServices();
  const mode = useWhy((why) => why.mode);
  const at = useWhy((why) => why.at);
  const language = usePreferences((state) => state.language);
  if (mode === 'preview') {
    return (
      <Tip text={t('why.previewTip')}>
        <span
          data-testid="why-mode"
          data-mode={mode}
          className="inline-flex h-5 items-center gap-1 rounded-full border border-dashed border-line-strong px-2 text-xs text-ink-2"
        >
          <Eye size={11} aria-hidden /> {t('why.preview')}
        </span>
      </Tip>
    );
  }
  return (
    <>
      {at !== null && (
        <span title={fullTime(at, language)} data-testid="why-mode" data-mode={mode} className="text-xs text-ink-3">
          {t(mode === 'sent' ? 'why.sentAt' : 'why.pastAt', { time: clockTime(at) })}
        </span>
      )}
      <Button
        small
        look="quiet"
        data-testid="back-to-preview"
        onClick={() => services.why.getState().preview(services.draft.getState().message)}
      >
        {t('why.back')}
      </Button>
    </>
  );
}

/** For a message that was sent and lacks something: the changes that would make the difference. */
function WhatWouldHelp({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = useTranslation();
  const device = useWorld((world) => world.devices.find(({ id }) => id === outcome.deviceId));
  if (outcomeState(outcome) === 'delivered' && outcome.notification?.badge !== null) return null;
  return (
    <Section title={t('remedies.title')} testId="what-would-help">
      <Remedies key={outcome.id} outcomeId={outcome.id} about={device ?? null} />
    </Section>
  );
}

function WhyBody() {
  const { t } = useTranslation();
  const say = useFailureText();
  const failure = useWhy((why) => why.failure);
  const outcome = useWhy((why) => why.outcomes[why.selected]);
  const asked = useWhy((why) => why.asked);
  if (failure !== null) {
    return (
      <div className="p-4" role="alert" data-testid="why-failure">
        <p className="text-lg font-semibold">{t('why.refused')}</p>
        <p className="mt-1 break-words">{say(failure)}</p>
        <p className="mt-2 font-mono text-xs text-ink-3">
          {failure.status === 0 ? failure.code : `${failure.status} ${failure.code}`}
        </p>
      </div>
    );
  }
  if (outcome === undefined) {
    return (
      <div className="p-4">
        <p className="text-lg font-semibold">{asked ? t('why.noOutcome') : t('why.emptyTitle')}</p>
        <p className="mt-1 max-w-prose text-ink-2">{asked ? t('why.noOutcomeText') : t('why.emptyText')}</p>
      </div>
    );
  }
  return (
    <>
      <OutcomeChips />
      <Sentence outcome={outcome} />
      {!outcome.dryRun && <WhatWouldHelp outcome={outcome} />}
      <FieldsTable outcome={outcome} />
      <Stages outcome={outcome} />
      <Answer outcome={outcome} />
    </>
  );
}
