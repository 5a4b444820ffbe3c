import type { AcceptedPush } from '../channels/types.ts';
import type { Ids } from '../ports.ts';
import { recount, setBadge } from './badge.ts';
import type { Device, Presentation, ShadeNotification, SoundEvent } from './types.ts';

const SHADE_LENGTH = 100;
const SOUND_LOG_LENGTH = 50;

export interface ArrivalFacts {
  readonly push: AcceptedPush;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  readonly now: number;
  readonly ids: Ids;
  /** For the notification, if there is one. */
  readonly notificationId: string;
}

export interface Arrival {
  readonly device: Device;
  /** null when nothing stands in the shade because of this push. */
  readonly notification: ShadeNotification | null;
}

/** Puts what a channel's `present` decided onto the phone: shade with order and replacement, sound, badge, memory. */
export function arrive(device: Device, presentation: Presentation, facts: ArrivalFacts): Arrival {
  let next = presentation.android === undefined ? device : { ...device, android: presentation.android };
  let notification: ShadeNotification | null = null;
  if (presentation.notification !== null) {
    notification = {
      ...presentation.notification,
      id: facts.notificationId,
      deviceId: device.id,
      exchangeId: facts.exchangeId,
      outcomeId: facts.outcomeId,
      at: facts.now,
    };
    next = { ...next, shade: intoShade(next.shade, notification) };
  }
  next = withSound(next, presentation, notification?.id ?? null, facts);
  if (presentation.badge === 'count') next = recount(next, facts.now);
  else if (presentation.badge !== undefined) {
    next = setBadge(next, presentation.badge, device.platform === 'ios' ? 'push' : 'launcher', facts.now);
  }
  if (notification !== null && notification.badge !== next.badge && presentation.badge !== undefined) {
    notification = { ...notification, badge: next.badge };
    next = { ...next, shade: [notification, ...next.shade.slice(1)] };
  }
  return { device: next, notification };
}

/** Newest first; one with the same key takes the old one's place by going on top. */
function intoShade(shade: readonly ShadeNotification[], added: ShadeNotification): ShadeNotification[] {
  const rest = shade.filter((one) => one.replaceKey !== added.replaceKey || one.app !== added.app);
  return [added, ...rest.slice(0, SHADE_LENGTH - 1)];
}

function withSound(
  device: Device,
  presentation: Presentation,
  notificationId: string | null,
  facts: ArrivalFacts,
): Device {
  if (presentation.sound === null) return device;
  const id = notificationId === null ? facts.ids.next('s') : `s${notificationId}`;
  const event: SoundEvent = { ...presentation.sound, id, at: facts.now, notificationId };
  return { ...device, soundLog: [event, ...device.soundLog.slice(0, SOUND_LOG_LENGTH - 1)] };
}
