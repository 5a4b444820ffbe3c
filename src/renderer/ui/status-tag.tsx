import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';

/** An HTTP status; `failed` is a request that got none. */
export function StatusTag({ status, failed = false }: { readonly status: number | null; readonly failed?: boolean }) {
  const { t } = useTranslation();
  const bad = failed || status === null || status >= 400;
  return (
    <span
      className={cx(
        'inline-flex h-[18px] items-center rounded-sm px-1.5 font-mono text-xs whitespace-nowrap',
        bad ? 'bg-bad-soft text-bad' : 'bg-ok-soft text-ok',
      )}
    >
      {status ?? t('traffic.cut')}
    </span>
  );
}
