import { FastForward } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceView, WaitingView } from '../../core/views.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { clockTime, fullTime, offsetText } from '../lib/format.ts';
import { movedTo } from '../lib/move-clock.ts';
import { useFollowing } from '../lib/use-following.ts';
import { useSimulatedNow } from '../lib/use-simulated-now.ts';
import { putWorkspace, usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/pane.tsx';
import { RecordLinks } from './open-record.tsx';

/** Pushes that are on their way and not to be seen, with what keeps them and until when. */
export function Waiting({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const say = useFailureText();
  const { api } = useServices();
  // A move of the clock lets some of it through, and not always with a change of the phone.
  const clock = useWorld((world) => world.workspace?.clock);
  const now = useSimulatedNow(5000);
  const loaded = useFollowing(
    useCallback(() => api.waiting(device.id), [api, device.id]),
    useChangesOf(device, clock),
  );
  if (loaded.state === 'loading') return null;
  return (
    <Section
      testId="device-waiting"
      title={t('device.waiting')}
      tools={
        loaded.state === 'ready' && loaded.value.nextWindow !== null ? (
          <MoveClock to={loaded.value.nextWindow} label={t('device.window')} />
        ) : null
      }
    >
      {loaded.state === 'failed' && <p className="text-bad">{say(loaded.error)}</p>}
      {loaded.state === 'ready' && loaded.value.waiting.length === 0 && (
        <p className="text-ink-2">{t('device.waitingNone')}</p>
      )}
      {loaded.state === 'ready' && (
        <ul>
          {loaded.value.waiting.map((one) => (
            <WaitingRow key={`${one.kind} ${one.pushId}`} one={one} now={now} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function WaitingRow({ one, now }: { readonly one: WaitingView; readonly now: number }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const time = (at: number) => <span title={fullTime(at, language)}>{clockTime(at)}</span>;
  return (
    <li className="hairline-t py-1.5 first:border-t-0" data-testid="waiting-push" data-kind={one.kind}>
      <div className="flex items-baseline gap-2">
        <span className="rounded-sm bg-warn-soft px-1.5 text-xs text-warn">{t(`device.kept.${one.kind}`)}</span>
        <span className="min-w-0 flex-1 truncate font-medium">{one.title ?? one.body ?? t('device.untitled')}</span>
        <RecordLinks outcomeId={one.outcomeId} exchangeId={one.exchangeId} />
      </div>
      {one.step !== null && <p className="text-sm text-pretty text-ink-2">{one.step.texts[language]}</p>}
      {one.step?.fix != null && <p className="text-sm text-pretty text-ink-2">→ {one.step.fix[language]}</p>}
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-3">
        <span>
          {t('device.since')} {time(one.acceptedAt)}
        </span>
        {one.expiresAt !== null && (
          <span>
            {t('device.until')} {time(one.expiresAt)} ({offsetText(one.expiresAt - now)})
          </span>
        )}
        {one.nextAt !== null && <MoveClock to={one.nextAt} label={t('device.next')} />}
      </p>
    </li>
  );
}

/** Moves the simulated clock to the moment at which something goes on by itself. */
function MoveClock({ to, label }: { readonly to: number; readonly label: string }) {
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const clock = useWorld((world) => world.workspace?.clock);
  const now = useSimulatedNow(5000);
  if (clock === undefined) return null;
  return (
    <Button
      small
      title={fullTime(to, language)}
      onClick={() => void putWorkspace(services, { clock: movedTo(clock, now, to + 1) })}
    >
      <FastForward size={12} aria-hidden />
      {label} ({offsetText(Math.max(0, to - now))})
    </Button>
  );
}

/** One value that is another whenever the phone or the clock was touched. */
function useChangesOf(device: DeviceView, clock: unknown): unknown {
  const screen = useWorld((world) => world.screens[device.id]);
  return useMemo(() => [device, screen, clock], [device, screen, clock]);
}
