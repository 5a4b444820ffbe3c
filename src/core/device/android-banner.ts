import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import { skinOf } from './android-skins.ts';
import { setting } from './phone-settings.ts';
import type { Device } from './types.ts';

/** What on the phone keeps any notification of the app from popping up, whatever its importance; null = nothing does. */
export function bannerObstacle(device: Device): TraceStep | null {
  if (!setting(device, 'popUps')) {
    const rule = skinOf(device).ships.popUps !== false ? 'android-heads-up-off' : 'android-heads-up-skin';
    return androidStep(rule, 'note', { system: device.system.name });
  }
  return device.locked ? androidStep('android-heads-up-locked', 'note') : null;
}
