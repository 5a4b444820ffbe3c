import { useTranslation } from 'react-i18next';
import type { ChannelId } from '../../core/channels/types.ts';
import type { ConnectionChannelView } from '../../server/api/views.ts';
import { Segmented } from '../ui/segmented.tsx';

/** Which vendor is shown. */
export function VendorTabs({
  channels,
  chosen,
  onChoose,
}: {
  readonly channels: readonly ConnectionChannelView[];
  readonly chosen: ChannelId;
  readonly onChoose: (channel: ChannelId) => void;
}) {
  const { t } = useTranslation();
  return (
    <Segmented
      className="mt-3"
      label={t('connect.vendor')}
      testId="connect-vendor"
      value={chosen}
      onChange={onChoose}
      choices={channels.map(({ channel }) => ({ value: channel, label: t(`channel.${channel}`) }))}
    />
  );
}
