import { interceptionOf } from '../device/android-dnd.ts';
import { recount } from '../device/badge.ts';
import type { Device, ShadeNotification } from '../device/types.ts';
import type { Delivery } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';
import { settle } from './settle.ts';
import { emit, now, type State, setDevice, type Travelling } from './state.ts';

/** Notifications that Do not disturb hides altogether, with the pushes behind them. */
export const isHidden = ({ heldBack }: ShadeNotification): boolean => heldBack === 'dnd';

function unhidden({ heldBack: _heldBack, statusBar: _statusBar, ...rest }: ShadeNotification): ShadeNotification {
  return rest;
}

/** Do not disturb has ended, or hides less: what it hid stands in the shade now, without an alert. */
export function revealHidden(state: State, deviceId: string): void {
  const device = state.devices.get(deviceId);
  if (device === undefined || !device.shade.some(isHidden) || interceptionOf(device)?.hidesAll === true) return;
  // The oldest first, as they came.
  const revealed = new Map<ShadeNotification, ShadeNotification>();
  for (const one of device.shade.filter(isHidden).toReversed()) revealed.set(one, reveal(state, device, one));
  const shade = device.shade.map((one) => revealed.get(one) ?? one);
  setDevice(state, recount({ ...device, shade }, now(state)));
}

/** It gets its place in the list of what was shown, and its id with it. */
function reveal(state: State, device: Device, hidden: ShadeNotification): ShadeNotification {
  const travelling = state.hidden.get(hidden.id);
  // What came before a restart is in the shade only.
  if (travelling === undefined) return unhidden(hidden);
  state.hidden.delete(hidden.id);
  const notification = { ...unhidden(hidden), id: state.notifications.nextId() };
  state.notifications.push({ id: notification.id, notification, push: travelling.push });
  emit(state, { type: 'notification', notification });
  settle(state, travelling, shownNow(state, device, notification, travelling));
  return notification;
}

const REVEALED: TraceStep = { stage: 'device', rule: 'android-dnd-over', verdict: 'note' };

function shownNow(
  state: State,
  device: Device,
  notification: ShadeNotification,
  { exchangeId, push }: Travelling,
): Delivery {
  const { deliveries = [] } = state.exchanges.get(exchangeId) ?? {};
  // One message of some vendors goes to many phones.
  const before = deliveries.find((one) => one.pushId === push.id && one.deviceId === device.id);
  const steps = (before?.trace ?? []).filter(({ verdict }) => verdict !== 'stop');
  return {
    deviceId: device.id,
    pushId: push.id,
    result: 'shown',
    cause: null,
    notificationId: notification.id,
    trace: [...steps, REVEALED],
  };
}
