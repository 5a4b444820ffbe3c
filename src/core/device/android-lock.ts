import type { TraceStep } from '../trace/types.ts';
import { androidStep } from './android-rules.ts';
import { condition, setting } from './phone-settings.ts';
import type { Device, Importance, ShadeNotification } from './types.ts';

/** Android's `VISIBILITY_…` of a notification. */
export type Visibility = 'public' | 'private' | 'secret';

const MIN: Importance = 1;

/** How a notification stands on the lock screen: the strictest of phone, app and notification wins. */
export function onLockScreen(
  device: Device,
  importance: Importance,
  visibility: Visibility,
): NonNullable<ShadeNotification['onLockScreen']> {
  const shown = condition(device, 'lockScreen');
  if (shown === 'none' || !setting(device, 'lockScreen') || visibility === 'secret' || importance <= MIN) return 'none';
  return shown === 'hidden' && visibility === 'private' ? 'hidden' : 'full';
}

const STEPS = {
  hidden: androidStep('android-lock-hidden', 'note'),
  none: androidStep('android-lock-none', 'note'),
} as const;

/** What is worth saying about the lock screen; nothing unless the phone is locked. */
export const lockStep = (device: Device, shown: NonNullable<ShadeNotification['onLockScreen']>): TraceStep | null =>
  device.locked && shown !== 'full' ? STEPS[shown] : null;
