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
  const shade = device.shade.map((one) => (isHidden(one) ? unhidden(one) : one));
  const shown = recount({ ...device, shade }, now(state));
  setDevice(state, shown);
  for (const one of device.shade.filter(isHidden)) reveal(state, shown, unhidden(one));
}

function reveal(state: State, device: Device, notification: ShadeNotification): void {
  const travelling = state.hidden.get(notification.id);
  if (travelling === undefined) return;
  state.hidden.delete(notification.id);
  state.notifications.push({ id: notification.id, notification, push: travelling.push });
  emit(state, { type: 'notification', notification });
  settle(state, travelling, shownNow(state, device, notification, travelling));
}

const REVEALED: TraceStep = { stage: 'device', rule: 'android-dnd-over', verdict: 'note' };

function shownNow(
  state: State,
  device: Device,
  notification: ShadeNotification,
  { exchangeId, push }: Travelling,
): Delivery {
  const before = state.exchanges.get(exchangeId)?.deliveries.find(({ pushId }) => pushId === push.id);
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
