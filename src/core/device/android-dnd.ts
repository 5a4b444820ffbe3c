import type { TraceStep } from '../trace/types.ts';
import { androidVersion } from './android.ts';
import { androidStep } from './android-rules.ts';
import { skinOf } from './android-skins.ts';
import { condition, setting } from './phone-settings.ts';
import type { Device } from './types.ts';

/** What Do not disturb takes from a notification, besides sound and vibration. */
export interface Interception {
  readonly hidesBanner: boolean;
  /** No row, no icon, no dot until it ends. */
  readonly hidesAll: boolean;
  readonly step: TraceStep;
}

/** AOSP shipped "hide everything" up to Android 13 and "no sound, no banner" after it; makers' systems do the latter. */
function hides(device: Device): 'alerts' | 'everything' | 'nothing' {
  const chosen = condition(device, 'dndHides');
  if (chosen !== 'asShipped') return chosen;
  const version = androidVersion(device);
  const isStock = skinOf(device).ships.popUps !== false;
  return isStock && version >= 9 && version <= 13 ? 'everything' : 'alerts';
}

/**
 * What Do not disturb does to a notification of the app: nothing while it is off, or where the user lets the app
 * override it (under "priority only"). What a push service draws is neither a call nor a message of a person, so no
 * other exception applies.
 */
export function interceptionOf(device: Device): Interception | null {
  const filter = condition(device, 'dnd');
  if (filter === 'off') return null;
  if (filter === 'priority' && setting(device, 'overridesDnd')) return null;
  const hidden = hides(device);
  return {
    hidesBanner: hidden !== 'nothing',
    hidesAll: hidden === 'everything',
    step: androidStep('android-dnd', 'note', { filter }),
  };
}
