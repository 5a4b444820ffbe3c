import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockSetting } from '../../core/simulator-types.ts';
import { fullTime, localDateTime, offsetText, zoneName } from '../lib/format.ts';
import { movedTo } from '../lib/move-clock.ts';
import { putWorkspace, usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';

const MINUTE = 60_000;
const STEPS = [
  ['−1 h', -60 * MINUTE],
  ['+1 min', MINUTE],
  ['+1 h', 60 * MINUTE],
  ['+1 d', 1440 * MINUTE],
  ['+7 d', 7 * 1440 * MINUTE],
] as const;

interface PartProps {
  readonly clock: ClockSetting;
  /** Simulated now, ms. */
  readonly now: number;
  readonly put: (patch: Partial<ClockSetting>) => void;
}

/** Stops, starts and moves the simulated clock. */
export function ClockPanel({ now }: { readonly now: number }) {
  const { t } = useTranslation();
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const clock = useWorld((world) => world.workspace?.clock);
  if (clock === undefined) return null;
  const parts: PartProps = { clock, now, put: (patch) => void putWorkspace(services, { clock: patch }) };
  const running =
    Math.abs(clock.offsetMs) < 1000
      ? t('clock.real_now')
      : t('clock.moved_now', { offset: offsetText(clock.offsetMs) });
  return (
    <div className="flex flex-col gap-2.5">
      <div>
        <div className="font-mono text-base">{fullTime(now, language)}</div>
        <p className="text-sm text-ink-2">{clock.stoppedAt === null ? running : t('clock.stopped_now')}</p>
      </div>
      <StopAndGo {...parts} />
      <div className="flex items-center gap-1">
        <span className="w-14 text-sm text-ink-2">{t('clock.move')}</span>
        {STEPS.map(([label, ms]) => (
          <Button
            key={label}
            small
            look="quiet"
            className="px-1.5 font-mono text-xs"
            onClick={() => parts.put(movedTo(clock, now, now + ms))}
          >
            {label}
          </Button>
        ))}
      </div>
      <SetTo {...parts} />
      <p className="hairline-t pt-2 text-sm text-ink-2">
        {t('clock.text')} <span className="text-ink-3">{zoneName(now)}</span>
      </p>
    </div>
  );
}

function StopAndGo({ clock, now, put }: PartProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-1">
      {clock.stoppedAt === null ? (
        <Button small onClick={() => put({ stoppedAt: Math.round(now) })} data-testid="clock-stop">
          <Pause size={12} aria-hidden /> {t('clock.stop')}
        </Button>
      ) : (
        <Button
          small
          onClick={() => put({ offsetMs: Math.round(now - Date.now()), stoppedAt: null })}
          data-testid="clock-run"
        >
          <Play size={12} aria-hidden /> {t('clock.resume')}
        </Button>
      )}
      {(clock.stoppedAt !== null || clock.offsetMs !== 0) && (
        <Button small onClick={() => put({ offsetMs: 0, stoppedAt: null })} data-testid="clock-real">
          {t('clock.real')}
        </Button>
      )}
    </div>
  );
}

function SetTo(props: PartProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(() => localDateTime(props.now));
  const target = new Date(wanted).getTime();
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (Number.isFinite(target)) props.put(movedTo(props.clock, props.now, target));
      }}
    >
      <label className="flex min-w-0 flex-1 items-center text-sm text-ink-2">
        <span className="w-14 shrink-0">{t('clock.set')}</span>
        <input
          type="datetime-local"
          step={1}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="field h-6 min-w-0 flex-1 px-1.5 text-sm"
        />
      </label>
      <Button small type="submit" disabled={!Number.isFinite(target)}>
        {t('clock.apply')}
      </Button>
    </form>
  );
}
