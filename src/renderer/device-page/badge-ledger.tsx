import { useTranslation } from 'react-i18next';
import type { BadgeChange } from '../../core/device/types.ts';
import type { DeviceView } from '../../core/views.ts';
import { goTo } from '../app/use-page.ts';
import { clockTime, fullTime } from '../lib/format.ts';
import { keyed } from '../lib/keyed.ts';
import { usePreferences, useServices, useWorld } from '../stores/services.ts';
import { Ledger } from './ledger.tsx';

const NONE: readonly BadgeChange[] = [];

/** Every change of the number on the icon: who made it, how, and why. */
export function BadgeLedger({ device }: { readonly device: DeviceView }) {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const log = useWorld((world) => world.screens[device.id]?.badgeLog) ?? NONE;
  return (
    <Ledger
      title={t('device.badges', { number: device.badge })}
      testId="device-badges"
      none={t('device.badgesNone')}
      columns={[t('device.when'), t('device.number'), t('device.who'), t('device.how'), t('device.why')]}
      lines={keyed(log, ({ at, to }) => `${at} ${to}`).map(({ key, item }) => ({
        key,
        cells: [
          <span key="at" title={fullTime(item.at, language)}>
            {clockTime(item.at)}
          </span>,
          <span key="to" className="whitespace-nowrap">
            {item.from} → <b className="font-semibold">{item.to}</b>
          </span>,
          t(`device.badgeBy.${item.by}`),
          item.how === undefined ? '' : t(`device.badgeHow.${item.how}`),
          <Occasion key="on" change={item} deviceId={device.id} />,
        ],
      }))}
    />
  );
}

/** What happened, and the way to the push behind it. */
function Occasion({ change, deviceId }: { readonly change: BadgeChange; readonly deviceId: string }) {
  const { t } = useTranslation();
  const services = useServices();
  const text = change.on === undefined ? '' : t(`device.badgeOn.${change.on}`);
  const { pushId } = change;
  if (pushId == null) return text;
  const open = async () => {
    const shown = services.world.getState().screens[deviceId]?.notifications.find((one) => one.pushId === pushId);
    const found = shown?.exchangeId ?? (await findExchange(services.api, deviceId, pushId));
    if (found === null) return;
    void services.traffic.getState().open(found);
    goTo('simulate');
  };
  return (
    <button
      type="button"
      className="rounded-sm text-left underline decoration-line-strong underline-offset-[3px] hover:bg-hover"
      onClick={() => void open()}
    >
      {text}
    </button>
  );
}

/** The request that a push came with: by the notification it showed, else by its id in request or answer. */
async function findExchange(
  api: ReturnType<typeof useServices>['api'],
  device: string,
  pushId: string,
): Promise<string | null> {
  const shown = await api.notifications({ device, limit: 200 });
  const one = shown.ok ? shown.value.find((notification) => notification.pushId === pushId) : undefined;
  if (one !== undefined) return one.exchangeId;
  const answered = await api.exchanges({ q: pushId, limit: 1 });
  return answered.ok ? (answered.value[0]?.id ?? null) : null;
}
