import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';

interface StatusProps {
  /** Null for a request that was never answered. */
  readonly status: number | null;
  /** Some vendors refuse with 200. */
  readonly refused: boolean;
}

/** An HTTP status in the colour of what it came with. */
export function StatusTag({ status, refused }: StatusProps) {
  const { t } = useTranslation();
  return (
    <span
      className={cx(
        'inline-flex h-[18px] items-center rounded-sm px-1.5 font-mono text-xs whitespace-nowrap',
        refused ? 'bg-bad-soft text-bad' : 'bg-ok-soft text-ok',
      )}
    >
      {status ?? t('traffic.cut')}
    </span>
  );
}
