import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import { useTranslation } from 'react-i18next';
import { useWhy, useWorld } from '../../stores/services.ts';
import { Mark } from '../../ui/mark.tsx';
import { outcomeMark } from './verdict.ts';

/** One chip for each receiving device; there are several only for a group or an account on several phones. */
export function OutcomeChips() {
  const { t } = useTranslation();
  const outcomes = useWhy((why) => why.outcomes);
  const selected = useWhy((why) => why.selected);
  const select = useWhy((why) => why.select);
  const devices = useWorld((world) => world.devices);
  if (outcomes.length < 2) return null;
  return (
    <ToggleGroup
      aria-label={t('why.recipients')}
      data-testid="outcome-chips"
      className="hairline-b flex flex-wrap gap-1 px-3 py-2"
      value={[String(selected)]}
      onValueChange={([next]) => {
        if (next !== undefined) select(Number(next));
      }}
    >
      {outcomes.map((outcome, at) => (
        <Toggle
          key={outcome.id}
          value={String(at)}
          data-testid={`outcome-${outcome.deviceId ?? outcome.userId}`}
          data-reason={outcome.reason}
          className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line pr-2.5 pl-1.5 text-sm text-ink-2 hover:bg-hover data-[pressed]:border-line-strong data-[pressed]:bg-raised data-[pressed]:text-ink"
        >
          <Mark kind={outcomeMark(outcome)} />
          {devices.find(({ id }) => id === outcome.deviceId)?.name ?? outcome.userId}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
