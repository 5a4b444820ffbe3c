import { useTranslation } from 'react-i18next';
import type { OutcomeView } from '../../../core/views.ts';
import { usePreferences, useWorld } from '../../stores/services.ts';
import { Mark } from '../../ui/mark.tsx';
import { RuleLink } from './rule-popover.tsx';
import { outcomeMark } from './verdict.ts';

/** The product's voice, and in one small line where it was decided. */
export function Sentence({ outcome }: { readonly outcome: OutcomeView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const device = useWorld((world) => world.devices.find(({ id }) => id === outcome.deviceId)?.name);
  const facts = [
    outcome.userId,
    device ?? outcome.deviceId,
    outcome.channel === null ? null : t(`channel.${outcome.channel}`),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex gap-2.5 px-3 pt-3 pb-3" data-testid="sentence" data-reason={outcome.reason}>
      <span className="pt-px">
        <Mark kind={outcomeMark(outcome)} size={22} />
      </span>
      <div className="min-w-0">
        <p key={outcome.summary.en} aria-live="polite" className="settle text-lg font-semibold text-pretty break-words">
          {outcome.summary[language]}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-3">
          {facts.map((fact) => (
            <span key={fact} className="after:ml-1.5 after:content-['·']">
              {fact}
            </span>
          ))}
          <RuleLink rule={outcome.cause}>
            <span className="font-mono text-xs">{outcome.cause}</span>
          </RuleLink>
        </p>
      </div>
    </div>
  );
}
