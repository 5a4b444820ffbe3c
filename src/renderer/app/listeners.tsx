import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { portOf } from '../lib/format.ts';
import { useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy.tsx';
import { Popover } from '../ui/popover.tsx';

type Row = readonly [address: string, what: string];

/** Where senders can reach the front door, and whether we still hear from it. */
export function Listeners() {
  const { t } = useTranslation();
  const listeners = useWorld((world) => world.health?.listeners);
  const up = useWorld((world) => world.link.state === 'live');
  if (listeners === undefined) return null;
  const rows: readonly Row[] = [
    [listeners.tls, t('top.tls')],
    [listeners.plain, t('top.plain')],
    ...(listeners.ui === undefined ? [] : [[listeners.ui, t('top.ui')] satisfies Row]),
  ];
  return (
    <Popover
      label={t('top.listeners')}
      align="end"
      className="w-88"
      trigger={
        <Button look="quiet" className="px-1.5" data-testid="listeners">
          <span className="text-sm text-ink-3">{t('top.listening')}</span>
          <span className="font-mono text-sm text-ink">
            {portOf(listeners.tls)} · {portOf(listeners.plain)}
          </span>
          <span
            role="img"
            aria-label={up ? t('top.up') : t('top.down')}
            className={cx('size-1.5 rounded-full', up ? 'bg-ok' : 'bg-bad')}
          />
        </Button>
      }
    >
      <p className="text-sm text-ink-2">{t('top.listenersText')}</p>
      <ul className="mt-2 flex flex-col">
        {rows.map(([address, what]) => (
          <li key={address} className="flex items-center gap-2 py-1">
            <div className="min-w-0 flex-1">
              <div className="truncate font-mono text-sm">{address}</div>
              <div className="text-xs text-ink-3">{what}</div>
            </div>
            <CopyButton text={address} label={t('top.copyAddress', { address })} />
          </li>
        ))}
      </ul>
    </Popover>
  );
}
