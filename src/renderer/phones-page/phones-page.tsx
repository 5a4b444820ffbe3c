import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import { OnePhone } from '../simulate/phones-pane.tsx';
import { useWhy, useWorld } from '../stores/services.ts';
import { Pane } from '../ui/pane.tsx';
import { Segmented } from '../ui/segmented.tsx';

/** The wall: every phone live, wherever its message came from. */
export function PhonesPage() {
  const { t } = useTranslation();
  const devices = useWorld((world) => world.devices);
  const outcomes = useWhy((why) => why.outcomes);
  const [only, setOnly] = useState<ChannelId | 'all'>('all');
  const channels = [...new Set(devices.map(({ channel }) => channel))];
  const shown = devices.filter(({ channel }) => only === 'all' || channel === only);
  const receiving = new Set(outcomes.map(({ deviceId }) => deviceId));
  return (
    <Pane
      testId="wall-pane"
      title={t('phones.wall', { count: shown.length })}
      tools={
        <Segmented
          label={t('phones.vendor')}
          testId="wall-vendor"
          value={only}
          onChange={setOnly}
          choices={[
            { value: 'all', label: t('phones.all') },
            ...channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
          ]}
        />
      }
    >
      {shown.length === 0 ? (
        <p className="p-6 text-center text-ink-2">{t('phones.noneText')}</p>
      ) : (
        <div className="phone-wall">
          {shown.map((device) => (
            <OnePhone key={device.id} device={device} highlight={receiving.has(device.id)} />
          ))}
        </div>
      )}
    </Pane>
  );
}
