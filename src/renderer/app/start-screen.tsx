import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../lib/failure-text.ts';
import { useServices, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Logo } from './logo.tsx';

/** Before the first answers are in: nothing for 150 ms, then a word; or why it cannot go on. */
export function StartScreen() {
  const { t } = useTranslation();
  const say = useFailureText();
  const { feed } = useServices();
  const failure = useWorld((world) => world.failure);
  const status = useWorld((world) => world.status);
  const lost = useWorld((world) => world.link.state === 'lost');
  const slow = useSlow();
  if (status === 'failed' || lost) {
    return (
      <main className="flex h-full items-center justify-center" data-testid="start-failed">
        <div className="w-[26rem] rounded-lg border border-line bg-surface p-6" role="alert">
          <Logo size={28} />
          <h1 className="mt-4 text-lg font-semibold">{t('app.failedTitle')}</h1>
          <p className="mt-1 text-ink-2">{t('app.failedText')}</p>
          {failure !== null && (
            <p className="mt-3 rounded-md bg-sunken px-2 py-1.5 font-mono text-xs break-words text-ink-2">
              {t('app.received', { code: failure.code, message: say(failure) })}
            </p>
          )}
          <Button look="primary" className="mt-4" onClick={() => feed.retryNow()}>
            {t('app.retry')}
          </Button>
        </div>
      </main>
    );
  }
  return (
    <main className="flex h-full items-center justify-center" aria-busy>
      {slow && (
        <p role="status" className="settle flex items-center gap-3 text-ink-2">
          <Logo size={20} />
          {t('app.loading')}
        </p>
      )}
    </main>
  );
}

function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}
