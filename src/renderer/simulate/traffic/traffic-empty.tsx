import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionView } from '../../../server/api/views.ts';
import { KEYS } from '../../app/keys.ts';
import { usePreferences, useServices } from '../../stores/services.ts';
import { CopyButton } from '../../ui/copy.tsx';

/** Nothing arrived yet: how to make something arrive. */
export function TrafficEmpty() {
  const { t } = useTranslation();
  const { api } = useServices();
  const language = usePreferences((state) => state.language);
  const [connection, setConnection] = useState<ConnectionView | null>(null);
  useEffect(() => {
    let alive = true;
    void api.connection().then((answer) => {
      if (alive && answer.ok) setConnection(answer.value);
    });
    return () => {
      alive = false;
    };
  }, [api]);
  const lines = connection?.lines ?? [];
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto px-3 py-2.5" data-testid="traffic-empty">
      <p>
        <span className="font-semibold">{t('traffic.emptyTitle')}</span>{' '}
        <span className="text-ink-2">{t('traffic.emptyText', { keys: KEYS.sendWords })}</span>
      </p>
      <ul className="mt-1.5 flex max-w-5xl flex-col gap-1">
        {lines.map((line) => (
          <li key={`${line.client} ${line.code}`} className="flex min-w-0 items-center gap-2">
            <span className="w-52 shrink-0 truncate text-sm text-ink-3">{line.names[language]}</span>
            <code
              className="min-w-0 flex-1 truncate rounded-md bg-sunken px-2 py-0.5 font-mono text-xs"
              title={line.code}
            >
              {line.code}
            </code>
            <CopyButton text={line.code} label={t('copy.text')} />
          </li>
        ))}
      </ul>
    </div>
  );
}
