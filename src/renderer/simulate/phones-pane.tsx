import { Smartphone } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { DeviceView } from '../../core/views.ts';
import { useSimulatedNow } from '../lib/use-simulated-now.ts';
import { Phone } from '../phones/phone.tsx';
import { actOn, importSound, patchDevice, usePreferences, useServices, useWhy, useWorld } from '../stores/services.ts';
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
            <OnePhone key={device.id} device={device} highlight={receiving.includes(device.id)} />
          ))}
        </div>
      )}
    </Pane>
  );
}

/** One phone with its controls, wired to the API. */
export function OnePhone({ device, highlight }: { readonly device: DeviceView; readonly highlight: boolean }) {
  const services = useServices();
  const language = usePreferences((state) => state.language);
  const now = useSimulatedNow(10_000);
  const screen = useWorld((world) => world.screens[device.id]);
  const userIds = useWorld(useShallow((world) => world.accounts.map((account) => account.userId)));
  const onAction = useMemo(
    () => (action: Parameters<typeof actOn>[2]) => void actOn(services, device.id, action),
    [services, device.id],
  );
  const onPatch = useMemo(
    () => (patch: Parameters<typeof patchDevice>[2]) => void patchDevice(services, device.id, patch),
    [services, device.id],
  );
  const onImportSound = useMemo(
    () => (file: File) => void importSound(services, device.id, file),
    [services, device.id],
  );
  if (screen === undefined) return null;
  return (
    <div data-testid={`phone-${device.id}`}>
      <Phone
        device={device}
        screen={screen}
        onAction={onAction}
        onPatch={onPatch}
        onImportSound={onImportSound}
        userIds={userIds}
        language={language}
        highlight={highlight}
        now={now}
      />
    </div>
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
