import { condition, setting } from '../../device/phone-settings.ts';
import type { Device } from '../../device/types.ts';
import type { TraceParams } from '../../trace/types.ts';
import type { PresentContext } from '../types.ts';
import type { ApnsPayload, Aps } from './payload.ts';
import { type Sketch, say } from './scene.ts';
import { nextWake } from './wake-budget.ts';

const NEVER: readonly number[] = [];

/**
 * `content-available`: does the app's process get time to run? Adds the callback or the rule that prevents it.
 * A push that shows something is shown either way.
 */
export function wake(payload: ApnsPayload, aps: Aps, device: Device, context: PresentContext, out: Sketch): void {
  if (!aps.contentAvailable) return;
  const silentOnly = aps.alert === null && aps.badge === null && aps.sound === undefined;
  const obstacle = whyAsleep(payload, silentOnly, device);
  if (obstacle !== null) {
    say({ out }, obstacle, 'note');
    return;
  }
  const inFront = device.app.process === 'foreground';
  if (silentOnly && !inFront && !withinBudget(device, context, out)) return;
  out.callbacks.push({ name: 'didReceiveRemoteNotification', data: payload.userInfo });
  if (silentOnly && !inFront) out.woke = true;
  say({ out }, device.app.process === 'killed' ? 'apns-wake-launched' : 'apns-wake', 'pass');
}

/** The phone holds a background push that comes beyond the hour's few, and tries again when it may. */
function withinBudget(device: Device, { now, profile }: PresentContext, out: Sketch): boolean {
  const perHour = profile.apns.backgroundPerHour;
  const next = nextWake(device.wakes ?? NEVER, perHour, now);
  if (next === null) return true;
  const params: TraceParams = { perHour, until: new Date(next).toISOString() };
  say({ out }, 'apns-wake-budget', 'note', params);
  out.held = true;
  out.heldUntil = next;
  return false;
}

function whyAsleep(payload: ApnsPayload, silentOnly: boolean, device: Device): string | null {
  const { app } = device;
  // Newer systems drop a purely silent push that asks for immediate delivery.
  if (silentOnly && payload.priority === 10) return 'apns-wake-priority';
  if (app.process === 'foreground') return null;
  if (!app.backgroundMode) return 'apns-wake-no-mode';
  if (app.process === 'killed' && app.killedBy === 'user') return 'apns-wake-force-quit';
  if (!setting(device, 'backgroundRefresh')) return 'apns-wake-refresh-off';
  if (condition(device, 'powerSaver')) return 'apns-wake-low-power';
  return null;
}
