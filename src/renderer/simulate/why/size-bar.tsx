import { useTranslation } from 'react-i18next';
import { meter } from '../../lib/aria.ts';
import { cx } from '../../lib/cx.ts';

/** A body's size against the vendor's limit. */
export function SizeBar({ bytes, limit }: { readonly bytes: number; readonly limit: number | null }) {
  const { t } = useTranslation();
  if (limit === null) return <span className="text-sm text-ink-3">{t('http.sizeFree', { bytes })}</span>;
  const share = Math.min(1, bytes / limit);
  const over = bytes > limit;
  return (
    <div className="flex min-w-0 items-center gap-2" data-testid="size-bar">
      <div
        {...meter(t('http.body'), bytes, limit, t('http.size', { bytes, limit }))}
        className="h-1 w-24 overflow-hidden rounded-full bg-press"
      >
        <div
          className={cx('h-full rounded-full', over ? 'bg-bad' : share > 0.8 ? 'bg-warn' : 'bg-ink-3')}
          style={{ width: `${Math.max(2, share * 100)}%` }}
        />
      </div>
      <span className={cx('text-sm whitespace-nowrap', over ? 'text-bad' : 'text-ink-3')}>
        {t('http.size', { bytes, limit })}
        {over && ` · ${t('http.over')}`}
      </span>
    </div>
  );
}
