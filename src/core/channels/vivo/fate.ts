import { notificationsAllowed } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import type { AcceptedPush } from '../types.ts';
import { payloadOf, type VivoMessage } from './payload.ts';

/**
 * What happens to a push that reaches a phone, as far as the server hears of it. `controlled`: only counted. `gone`:
 * registration or app no longer there. `held`: arrived and not displayed.
 */
export type Fate = 'controlled' | 'gone' | 'off' | 'held' | 'displayed';

/** `profileId` names another user than the one who is logged in on the phone. */
export const isForeignProfile = ({ profileId }: VivoMessage, device: Device): boolean =>
  profileId !== null && (device.session.state !== 'loggedIn' || device.session.userId !== profileId);

/** `foregroundShow` false and the app in front: the app gets it instead of the shade. */
export const isHandedOver = ({ foregroundShow }: VivoMessage, device: Device): boolean =>
  !foregroundShow && device.app.process === 'foreground';

export function fateOf(push: AcceptedPush, device: Device): Fate {
  const { message, control } = payloadOf(push);
  if (control !== null) return 'controlled';
  const target = device.targets.find((item) => item.token === push.token);
  if (target?.state !== 'active' || !device.app.installed) return 'gone';
  if (message.live || isForeignProfile(message, device) || isHandedOver(message, device)) return 'held';
  return notificationsAllowed(device) ? 'displayed' : 'off';
}
