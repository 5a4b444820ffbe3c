import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Header names and values, aligned; `below` puts notes under one. */
export function Headers({
  headers,
  below,
}: {
  readonly headers: Readonly<Record<string, string>>;
  readonly below?: (name: string) => ReactNode;
}) {
  const { t } = useTranslation();
  const entries = Object.entries(headers);
  if (entries.length === 0) return null;
  return (
    <dl aria-label={t('http.headers')} className="font-mono text-xs leading-[18px]">
      {entries.map(([name, value]) => (
        <div key={name}>
          <div className="grid grid-cols-[minmax(0,34%)_minmax(0,1fr)] gap-x-3">
            <dt className="truncate text-ink-3" title={name}>
              {name}
            </dt>
            <dd className="truncate text-ink-2" title={value}>
              {value}
            </dd>
          </div>
          {below?.(name)}
        </div>
      ))}
    </dl>
  );
}
