import { Smartphone } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { LivePhone } from '../phones-page/live-phone.tsx';
import { usePreferences, useWhy, useWorld } from '../stores/services.ts';
import { Button } from '../ui/button.tsx';
import { Pane } from '../ui/pane.tsx';
import { Segmented } from '../ui/segmented.tsx';

/** Phones on which the message on view arrives, or would arrive. */
function useReceiving(): readonly string[] {
  return useWhy(useShallow((why) => why.outcomes.flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId]))));
}

export function PhonesPane() {
  const { t } = useTranslation();
  const filter = usePreferences((state) => state.phones);
  const setFilter = usePreferences((state) => state.setPhones);
  const devices = useWorld((world) => world.devices);
  const receiving = useReceiving();
  const shown = useMemo(() => {
    const receivers = devices.filter(({ id }) => receiving.includes(id));
    if (filter === 'receivers') return receivers;
    return [...receivers, ...devices.filter(({ id }) => !receiving.includes(id))];
  }, [devices, receiving, filter]);
  return (
    <Pane
      testId="phones-pane"
      title={t('phones.title')}
      tools={
        <Segmented
          label={t('phones.show')}
          testId="phones-filter"
          value={filter}
          onChange={setFilter}
          choices={[
            { value: 'receivers', label: t('phones.receivers') },
            { value: 'all', label: t('phones.all') },
          ]}
        />
      }
    >
      {shown.length === 0 ? (
        <NoPhones any={devices.length > 0} />
      ) : (
        <div className="phone-wall">
          {shown.map((device) => (
            <LivePhone key={device.id} device={device} highlight={receiving.includes(device.id)} controls="few" />
          ))}
        </div>
      )}
    </Pane>
  );
}

function NoPhones({ any }: { readonly any: boolean }) {
  const { t } = useTranslation();
  const setFilter = usePreferences((state) => state.setPhones);
  return (
    <div className="flex h-full flex-col items-center justify-center px-8 text-center">
      <Smartphone size={28} strokeWidth={1.25} className="text-ink-3" aria-hidden />
      <p className="mt-3 font-semibold">{any ? t('phones.noReceiver') : t('phones.none')}</p>
      <p className="mt-0.5 max-w-64 text-ink-2">{any ? t('phones.noReceiverText') : t('phones.noneText')}</p>
      {any && (
        <Button className="mt-3" onClick={() => setFilter('all')}>
          {t('phones.showAll')}
        </Button>
      )}
    </div>
  );
}
