import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { phoneAddress } from '../app/pages.ts';
import { useLatest, usePreferences } from '../stores/services.ts';
import { ResultMark } from '../ui/result-mark.tsx';
import { LivePhone } from './live-phone.tsx';

/** A phone on the wall: what it shows, what became of its last message, and the way to its page. */
export function WallTile({
  device,
  chosen,
  onChoose,
  highlight,
  unreachable,
}: {
  readonly device: DeviceView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly highlight: boolean;
  readonly unreachable: boolean;
}) {
  const { t } = useTranslation();
  return (
    <li className="wall-tile" data-chosen={chosen || undefined} data-testid={`tile-${device.id}`}>
      <div className="wall-tile-head">
        <label className="flex min-w-0 items-center gap-1.5">
          <input
            type="checkbox"
            className="accent-[var(--accent)]"
            checked={chosen}
            onChange={onChoose}
            aria-label={t('phones.choose', { name: device.name })}
          />
        </label>
        <LastResultLine device={device} unreachable={unreachable} />
        <a
          href={phoneAddress(device.id)}
          className="ml-auto inline-flex h-6 shrink-0 items-center rounded-md px-1 text-sm text-ink-2 hover:bg-hover hover:text-ink"
          aria-label={t('phones.openOne', { name: device.name })}
          data-testid={`open-${device.id}`}
        >
          {t('phones.details')}
          <ChevronRight size={13} aria-hidden />
        </a>
      </div>
      <LivePhone device={device} highlight={highlight} controls="none" />
    </li>
  );
}

function LastResultLine({ device, unreachable }: { readonly device: DeviceView; readonly unreachable: boolean }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const last = useLatest((latest) => latest.byDevice[device.id]);
  const loaded = useLatest((latest) => latest.loaded);
  if (unreachable) return <span className="truncate text-sm text-ink-3">{t('phones.nobody')}</span>;
  if (last === undefined)
    return <span className="truncate text-sm text-ink-3">{loaded && t('phones.stateOf.nothing')}</span>;
  return (
    <span
      className="flex min-w-0 items-center gap-1.5 text-sm"
      title={last.outcome?.summary[language] ?? ''}
      data-testid={`result-${device.id}`}
      data-result={last.state}
    >
      <ResultMark kind={last.state} />
      <span className="truncate">{t(`phones.stateOf.${last.state}`)}</span>
    </span>
  );
}
