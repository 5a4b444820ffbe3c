import { isAlive, mayStart } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import type { AcceptedPush } from '../types.ts';
import { payloadOf } from './payload.ts';

/**
 * What happens to a push that reaches a phone, as far as the server hears of it. `acknowledged` counts as delivered,
 * shown or not. `lost`: nobody acknowledges it.
 */
export type Fate = 'acknowledged' | 'unregistered' | 'uninstalled' | 'lost';

/** `extra.hide=true` in any letter case. */
export const isHidden = (extra: Readonly<Record<string, string>>): boolean =>
  Object.hasOwn(extra, 'hide') && extra.hide?.toLowerCase() === 'true';

/** Does a broadcast of the push service reach the app: it runs, or auto-start lets its process be started? */
export const reachesApp = (device: Device): boolean => isAlive(device) || mayStart(device);

/** Decides in the order of MIUI's push service. */
export function fateOf(push: AcceptedPush, device: Device): Fate {
  const target = device.targets.find((item) => item.token === push.token);
  if (target?.state !== 'active') return 'unregistered';
  const { message } = payloadOf(push);
  if (isHidden(message.extra)) return 'acknowledged';
  if (!device.app.installed) return 'uninstalled';
  return message.passThrough && !reachesApp(device) ? 'lost' : 'acknowledged';
}
