import { Search, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../../core/channels/types.ts';
import { useTraffic, useWorld } from '../../stores/services.ts';
import { IconButton } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { Kbd } from '../../ui/tooltip.tsx';
import { TRAFFIC_SEARCH_ID } from './focus.ts';

export function TrafficSearch() {
  const { t } = useTranslation();
  const q = useTraffic((traffic) => traffic.q);
  const setFilter = useTraffic((traffic) => traffic.setFilter);
  return (
    <div className="ml-auto flex min-w-0 items-center gap-1">
      <VendorFilter />
      <div className="field flex h-6 w-64 items-center gap-1.5 pr-0.5 pl-2">
        <Search size={12} className="shrink-0 text-ink-3" aria-hidden />
        <input
          id={TRAFFIC_SEARCH_ID}
          type="search"
          data-testid="traffic-search"
          aria-label={t('traffic.search')}
          placeholder={t('traffic.search')}
          value={q}
          onChange={(event) => setFilter({ q: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            if (q === '') event.currentTarget.blur();
            else setFilter({ q: '' });
          }}
          className="min-w-0 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        {q === '' ? (
          <span className="pr-1">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <IconButton
            icon={X}
            size={12}
            className="size-5"
            label={t('traffic.clear')}
            onClick={() => setFilter({ q: '' })}
          />
        )}
      </div>
    </div>
  );
}

function VendorFilter() {
  const { t } = useTranslation();
  const channel = useTraffic((traffic) => traffic.channel);
  const setFilter = useTraffic((traffic) => traffic.setFilter);
  const devices = useWorld((world) => world.devices);
  const channels = useMemo(() => [...new Set(devices.map((device) => device.channel))], [devices]);
  const known = channel !== null && !channels.includes(channel) ? [...channels, channel] : channels;
  return (
    <Select<ChannelId | 'all'>
      label={t('traffic.vendor')}
      look="quiet"
      testId="traffic-vendor"
      className="h-6! text-sm!"
      value={channel ?? 'all'}
      groups={[
        {
          options: [
            { value: 'all', label: t('traffic.allVendors') },
            ...known.map((value) => ({ value, label: t(`channel.${value}`) })),
          ],
        },
      ]}
      onChange={(next) => setFilter({ channel: next === 'all' ? null : next })}
    />
  );
}
