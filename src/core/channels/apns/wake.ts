import type { Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { ApnsPayload, Aps } from './payload.ts';

interface Woken {
  readonly trace: TraceStep[];
  readonly callbacks: Presentation['callbacks'][number][];
}

/**
 * `content-available`: does the app's process get time to run? Adds the callback or the rule that prevents it.
 * A push that shows something is shown either way.
 */
export function wake(payload: ApnsPayload, aps: Aps, device: Device, out: Woken): void {
  if (!aps.contentAvailable) return;
  const obstacle = whyAsleep(payload, aps, device);
  if (obstacle !== null) {
    out.trace.push({ stage: 'device', rule: obstacle, verdict: 'note' });
    return;
  }
  out.callbacks.push({ name: 'didReceiveRemoteNotification', data: payload.userInfo });
  const rule = device.app.process === 'killed' ? 'apns-wake-launched' : 'apns-wake';
  out.trace.push({ stage: 'device', rule, verdict: 'pass' });
}

function whyAsleep(payload: ApnsPayload, aps: Aps, device: Device): string | null {
  const { app } = device;
  // Newer systems drop a purely silent push that asks for immediate delivery.
  const silentOnly = aps.alert === null && aps.badge === null && aps.sound === undefined;
  if (silentOnly && payload.priority === 10) return 'apns-wake-priority';
  if (app.process === 'foreground') return null;
  if (!app.backgroundMode) return 'apns-wake-no-mode';
  if (app.process === 'killed' && app.killedBy === 'user') return 'apns-wake-force-quit';
  return null;
}
