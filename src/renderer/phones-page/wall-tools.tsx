import { Maximize } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DeviceView } from '../../core/views.ts';
import { useServices } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { systemsOf, WALL_STATES, type WallFilter } from './wall-filter.ts';

/** Which phones stand on the wall, and the way to the big screen. */
export function WallTools({
  devices,
  filter,
  onFilter,
}: {
  readonly devices: readonly DeviceView[];
  readonly filter: WallFilter;
  readonly onFilter: (filter: WallFilter) => void;
}) {
  const { t } = useTranslation();
  const { chrome } = useServices();
  const vendors: readonly { readonly value: WallFilter['channel']; readonly label: string }[] = [
    { value: 'all', label: t('phones.all') },
    ...[...new Set(devices.map(({ channel }) => channel))].map((channel) => ({
      value: channel,
      label: t(`channel.${channel}`),
    })),
  ];
  return (
    <>
      <Segmented
        label={t('phones.vendor')}
        testId="wall-vendor"
        className="max-xl:hidden"
        value={filter.channel}
        onChange={(channel) => onFilter({ ...filter, channel })}
        choices={vendors}
      />
      <span className="contents xl:hidden">
        <Select
          label={t('phones.vendor')}
          look="quiet"
          value={filter.channel}
          groups={[{ options: vendors }]}
          onChange={(channel) => onFilter({ ...filter, channel })}
        />
      </span>
      <Select
        label={t('phones.system')}
        testId="wall-system"
        look="quiet"
        value={filter.system}
        groups={[
          { options: [{ value: 'all', label: t('phones.anySystem') }] },
          { options: systemsOf(devices).map((system) => ({ value: system, label: system })) },
        ]}
        onChange={(system) => onFilter({ ...filter, system })}
      />
      <Select
        label={t('phones.state')}
        testId="wall-state"
        look="quiet"
        value={filter.state}
        groups={[
          { options: [{ value: 'all', label: t('phones.anyState') }] },
          {
            label: t('phones.lastMessage'),
            options: WALL_STATES.slice(0, 6).map((state) => ({ value: state, label: t(`phones.stateOf.${state}`) })),
          },
          {
            label: t('phones.phoneState'),
            options: WALL_STATES.slice(6).map((state) => ({ value: state, label: t(`phones.stateOf.${state}`) })),
          },
        ]}
        onChange={(state) => onFilter({ ...filter, state })}
      />
      <Button small data-testid="present" onClick={() => chrome.getState().setPresenting(true)}>
        <Maximize size={12} aria-hidden />
        <span className="max-sm:hidden">{t('phones.present')}</span>
        <span className="sr-only sm:hidden">{t('phones.present')}</span>
      </Button>
    </>
  );
}
