import { memo, useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { DeviceView } from '../../core/views.ts';
import { phoneAddress } from '../app/pages.ts';
import { useSimulatedNow } from '../lib/use-simulated-now.ts';
import { Phone } from '../phones/phone.tsx';
import { actOn, importSound, patchDevice, usePreferences, useServices, useWorld } from '../stores/services.ts';

/** Drawing seven phones is the page's largest task: where nothing changed, nothing is drawn again. */
const DrawnPhone = memo(Phone);

/** One phone, wired to the API. */
export function LivePhone({
  device,
  highlight = false,
  controls,
}: {
  readonly device: DeviceView;
  readonly highlight?: boolean;
  readonly controls: 'few' | 'none';
}) {
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
  // In a flood of pushes the phones are drawn when there is time for it, in pieces that leave the page responsive.
  const shownDevice = useDeferredValue(device);
  const shown = useDeferredValue(screen);
  if (shown === undefined) return null;
  return (
    <div data-testid={`phone-${device.id}`}>
      <DrawnPhone
        device={shownDevice}
        screen={shown}
        onAction={onAction}
        onPatch={onPatch}
        onImportSound={onImportSound}
        userIds={userIds}
        language={language}
        highlight={highlight}
        controls={controls}
        more={phoneAddress(device.id)}
        now={now}
      />
    </div>
  );
}
