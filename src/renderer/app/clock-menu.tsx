import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { clockTime, offsetText } from '../lib/format.ts';
import { useSimulatedNow } from '../lib/use-simulated-now.ts';
import { useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import { ClockPanel } from './clock-panel.tsx';

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
