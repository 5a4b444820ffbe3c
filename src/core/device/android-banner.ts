import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import { mayPopUp, skinOf } from './android-skins.ts';
import type { Device } from './types.ts';

/** What on the phone keeps any notification of the app from popping up, whatever its importance; null = nothing does. */
export function bannerObstacle(device: Device): TraceStep | null {
  if (!mayPopUp(device)) {
    const rule = skinOf(device).popsUp ? 'android-heads-up-off' : 'android-heads-up-skin';
    return androidStep(rule, 'note', { system: device.system.name });
  }
  return device.locked ? androidStep('android-heads-up-locked', 'note') : null;
}
