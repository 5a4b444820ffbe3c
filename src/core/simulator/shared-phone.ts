import { withNetwork } from '../device/set.ts';
import type { Device } from '../device/types.ts';
import type { DeviceAction } from '../simulator-types.ts';
import { now, type State, setDevice } from './state.ts';

// A device is one app on one phone. Several of them may lie on the same phone: they have its network, lock, ringer and
// conditions in common, and its shade shows what all of them received.

/** The device that stands for the phone: the first app on it. */
const phoneOf = (device: Device): string => device.phone ?? device.id;

/** The other apps on the phone of this device. */
export function appsBeside(state: State, device: Device): readonly Device[] {
  const phone = phoneOf(device);
  return [...state.devices.values()].filter((one) => one.id !== device.id && phoneOf(one) === phone);
}

/** What belongs to the phone and not to one of its apps. */
function hardwareOf({ online, offlineSince, locked, ringer, conditions, dozeSince, system, model }: Device) {
  return {
    online,
    locked,
    ringer,
    system,
    model,
    ...(offlineSince === undefined ? {} : { offlineSince }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(dozeSince === undefined ? {} : { dozeSince }),
  };
}

/** The phone's own part of a new app's device comes from the app that lies there already. */
export const onPhone = (device: Device, host: Device): Device => ({
  ...device,
  ...hardwareOf(host),
  name: host.name,
  phone: phoneOf(host),
});

/** Gives what happened to the phone to the other apps on it; only one of them is in front. Which of them changed. */
export function shareHardware(state: State, before: Device, after: Device): readonly string[] {
  if (before === after) return [];
  const changed: string[] = [];
  for (const other of appsBeside(state, after)) {
    const linked = withNetwork(other, after.online, now(state));
    const next = inBackground({ ...linked, ...hardwareOf(after) }, after);
    if (same(other, next)) continue;
    setDevice(state, next);
    changed.push(other.id);
  }
  return changed;
}

function inBackground(device: Device, front: Device): Device {
  if (front.app.process !== 'foreground' || device.app.process !== 'foreground') return device;
  return { ...device, app: { ...device.app, process: 'background', backgroundReported: false } };
}

const same = (one: Device, other: Device): boolean =>
  one.online === other.online &&
  one.locked === other.locked &&
  one.ringer === other.ringer &&
  one.system === other.system &&
  one.model === other.model &&
  one.conditions === other.conditions &&
  one.dozeSince === other.dozeSince &&
  one.app === other.app;

/** Which app a tap or a dismissal is about: the shade of a phone shows the notifications of all its apps. */
export function ownerOf(state: State, device: Device, action: DeviceAction): Device {
  if (!('notificationId' in action) || device.shade.some(({ id }) => id === action.notificationId)) return device;
  const owner = appsBeside(state, device).find(({ shade }) => shade.some(({ id }) => id === action.notificationId));
  return owner ?? device;
}

/** The first app has left the phone: the next one stands for it. */
export function passOn(state: State, gone: Device): void {
  const rest = [...state.devices.values()].filter(({ phone }) => phone === gone.id);
  const [heir, ...others] = rest;
  if (heir === undefined) return;
  const { phone: _phone, ...own } = heir;
  setDevice(state, own);
  for (const other of others) setDevice(state, { ...other, phone: heir.id });
}
