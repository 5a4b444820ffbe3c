import { isAlive, notificationsAllowed } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import type { AcceptedPush } from '../types.ts';
import type { MeizuMessage } from './message.ts';
import { payloadOf } from './payload.ts';

/**
 * What happens to a push that reaches a phone, as far as the server hears of it. `displayed` and `hidden` (not shown,
 * but taken) count as delivered; `lost` and `gone` are never reported.
 */
export type Fate = 'displayed' | 'hidden' | 'lost' | 'gone';

/** Is this the span in which the message may be shown? The phone's own clock decides. */
export const inSpan = ({ display }: MeizuMessage, now: number): boolean =>
  display === null || (now >= display.from && now <= display.to);

export function fateOf(push: AcceptedPush, device: Device, now: number): Fate {
  const target = device.targets.find((one) => one.token === push.token);
  if (target?.state !== 'active' || !device.app.installed) return 'gone';
  const { message } = payloadOf(push);
  if (message.passThrough) return isAlive(device) ? 'hidden' : 'lost';
  return notificationsAllowed(device) && inSpan(message, now) ? 'displayed' : 'hidden';
}
