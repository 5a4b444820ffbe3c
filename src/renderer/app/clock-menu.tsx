import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { clockTime, fullTime, localDateTime, offsetText, zoneName } from '../lib/format.ts';
import { useSimulatedNow } from '../lib/use-simulated-now.ts';
import { putWorkspace, usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';

const MINUTE = 60_000;
const STEPS = [
  ['−1 h', -60 * MINUTE],
  ['+1 min', MINUTE],
  ['+1 h', 60 * MINUTE],
  ['+1 d', 1440 * MINUTE],
  ['+7 d', 7 * 1440 * MINUTE],
] as const;

export function ClockMenu() {
  const { t } = useTranslation();
  const now = useSimulatedNow(1000);
  const clock = useWorld((world) => world.workspace?.clock);
  const stopped = clock?.stoppedAt != null;
  const moved = !stopped && clock !== undefined && Math.abs(clock.offsetMs) >= 1000;
  const Icon = stopped ? Pause : Play;
  return (
    <Popover
      label={t('clock.label')}
      align="end"
      trigger={
        <Button look="quiet" className="gap-1.5 px-1.5" data-testid="clock" aria-label={t('clock.label')}>
          <Icon
            size={12}
            className={stopped ? 'text-warn' : 'text-ok'}
            fill="currentColor"
            strokeWidth={0}
            aria-hidden
          />
          <span className="font-mono text-sm text-ink">{clockTime(now)}</span>
          <span className={cx('text-sm', stopped || moved ? 'text-warn' : 'text-ink-3')}>
            {stopped ? t('clock.stopped') : moved ? offsetText(clock.offsetMs) : t('clock.live')}
          </span>
        </Button>
      }
    >
      <ClockPanel now={now} />
    </Popover>
  );
}

function ClockPanel({ now }: { readonly now: number }) {
  const { t } = useTranslation();
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const clock = useWorld((world) => world.workspace?.clock);
  const [wanted, setWanted] = useState(() => localDateTime(now));
  if (clock === undefined) return null;
  const put = (patch: { offsetMs?: number; stoppedAt?: number | null }) =>
    void putWorkspace(services, { clock: patch });
  const moveTo = (time: number) =>
    clock.stoppedAt === null
      ? put({ offsetMs: Math.round(clock.offsetMs + time - now) })
      : put({ stoppedAt: Math.round(time) });
  const status =
    clock.stoppedAt !== null
      ? t('clock.stopped_now')
      : Math.abs(clock.offsetMs) < 1000
        ? t('clock.real_now')
        : t('clock.moved_now', { offset: offsetText(clock.offsetMs) });
  const target = new Date(wanted).getTime();
  return (
    <div className="flex flex-col gap-2.5">
      <div>
        <div className="font-mono text-base">{fullTime(now, language)}</div>
        <p className="text-sm text-ink-2">{status}</p>
      </div>
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
      <div className="flex items-center gap-1">
        <span className="w-14 text-sm text-ink-2">{t('clock.move')}</span>
        {STEPS.map(([label, ms]) => (
          <Button key={label} small look="quiet" className="px-1.5 font-mono text-xs" onClick={() => moveTo(now + ms)}>
            {label}
          </Button>
        ))}
      </div>
      <form
        className="flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (Number.isFinite(target)) moveTo(target);
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
      <p className="hairline-t pt-2 text-sm text-ink-2">
        {t('clock.text')} <span className="text-ink-3">{zoneName(now)}</span>
      </p>
    </div>
  );
}
