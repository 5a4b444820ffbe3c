import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';

/** One line while the event stream is broken. */
export function LinkLine() {
  const { t } = useTranslation();
  const { feed } = useServices();
  const link = useWorld((world) => world.link);
  const [now, setNow] = useState(() => Date.now());
  const lost = link.state === 'lost';
  useEffect(() => {
    if (!lost) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [lost]);
  if (link.state !== 'lost') return null;
  const seconds = Math.ceil((link.retryAt - now) / 1000);
  return (
    <div
      role="status"
      data-testid="link-lost"
      className="hairline-b settle flex h-8 shrink-0 items-center gap-2 bg-warn-soft px-3 text-sm text-ink"
    >
      <WifiOff size={14} className="shrink-0 text-warn" aria-hidden />
      <span>{t('link.lost')}</span>
      <span className="text-ink-2">{seconds > 0 ? t('link.retryIn', { seconds }) : t('link.retrying')}</span>
      <Button small look="quiet" className="ml-auto" onClick={() => feed.retryNow()}>
        {t('link.retry')}
      </Button>
    </div>
  );
}
