import { condition } from '../../device/phone-settings.ts';
import type { Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { isObject } from '../kit/json.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';

/**
 * Why a push stays with APNs though the phone is online: it asks for less than immediate delivery (priority 5 or 1)
 * and the phone saves power. What waits is kept like for a phone that is offline (see `store.ts`). null = nothing.
 */
export function waits(push: AcceptedPush, device: Device, { profile }: PresentContext): TraceStep | null {
  const priority = isObject(push.payload) ? push.payload.priority : undefined;
  if ((priority !== 5 && priority !== 1) || !condition(device, 'powerSaver')) return null;
  const when = profile.apns.powerDeferral;
  if (when === 'never' || device.app.process === 'foreground') return null;
  if (when === 'screenOff' && condition(device, 'screenOn')) return null;
  const rule = when === 'screenOff' ? 'apns-power-screen-off' : 'apns-power-saving';
  return { stage: 'device', rule, verdict: 'stop', params: { priority } };
}
