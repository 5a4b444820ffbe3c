import { condition, setting } from '../../device/phone-settings.ts';
import { isObject } from '../kit/json.ts';
import type { Aps } from './payload.ts';
import { type Scene, say } from './scene.ts';

export type Level = Aps['level'];

/** Does `aps.sound` ask for a critical alert? Apps did so before there were interruption levels. */
export const isCriticalSound = (sound: unknown): boolean => isObject(sound) && sound.critical === 1;

/**
 * The interruption level that counts: what the payload asks for, as far as the user lets the app have it. Critical
 * alerts and time-sensitive notifications without the user's leave come as `active`.
 */
export function levelOf(scene: Scene): Level {
  const { aps, device } = scene;
  if (aps.level === 'critical' || isCriticalSound(aps.sound)) {
    if (setting(device, 'critical')) {
      say(scene, 'apns-critical', 'pass');
      return 'critical';
    }
    if (aps.level === 'critical') say(scene, 'apns-level-critical', 'note');
  }
  if (aps.level === 'passive') say(scene, 'apns-level-passive', 'note');
  if (aps.level === 'time-sensitive' && !setting(device, 'timeSensitive')) {
    say(scene, 'apns-time-sensitive-off', 'note');
    return 'active';
  }
  return aps.level === 'critical' ? 'active' : aps.level;
}

export type HeldBack = 'focus' | 'summary' | null;

/** Does Focus or the scheduled summary keep it quietly in the list? */
export function heldBack(scene: Scene, level: Level): HeldBack {
  const { device } = scene;
  // The usual phone: nothing was ever set.
  if (device.conditions === undefined && device.settings === undefined) return null;
  const focus = condition(device, 'focus');
  const summary = setting(device, 'scheduledSummary');
  if (focus && !passesFocus(scene, level)) return 'focus';
  if (!summary) return null;
  if (level === 'critical' || level === 'time-sensitive') {
    say(scene, 'apns-summary-urgent', 'pass', { level });
    return null;
  }
  say(scene, 'apns-summary-holds', 'note');
  explainScore(scene);
  return 'summary';
}

function passesFocus(scene: Scene, level: Level): boolean {
  if (level === 'critical') say(scene, 'apns-focus-critical', 'pass');
  else if (level === 'time-sensitive') say(scene, 'apns-focus-time-sensitive', 'pass');
  else if (setting(scene.device, 'focusAllowed')) say(scene, 'apns-focus-allowed', 'pass');
  else {
    say(scene, 'apns-focus-holds', 'note');
    return false;
  }
  return true;
}

function explainScore(scene: Scene): void {
  const { aps } = scene.payload.userInfo;
  const score = isObject(aps) ? aps['relevance-score'] : undefined;
  if (typeof score === 'number') say(scene, 'apns-summary-score', 'note', { score });
}
