import { isForceStopped } from '../../device/android.ts';
import { dozesSince, nextWindow } from '../../device/doze.ts';
import { condition, setting } from '../../device/phone-settings.ts';
import type { Device } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { AcceptedPush, WaitContext } from '../types.ts';
import { burstEnds } from './pace.ts';
import { type AndroidMessage, collapseKeyOf, payloadOf } from './payload.ts';
import type { FcmState } from './state.ts';
import { deviceStep } from './steps.ts';

type Profile = RuleProfile['fcm'];

/** `high` or `normal`; what holds when the message says nothing is disputed. */
export function priorityOf(
  { priority, notification }: AndroidMessage,
  { defaultPriority }: Profile,
): 'high' | 'normal' {
  if (priority !== null) return priority === 'HIGH' ? 'high' : 'normal';
  return notification !== null && defaultPriority === 'high' ? 'high' : 'normal';
}

/** What keeps a message from the app altogether; null when nothing does. */
export function hindrance(push: AcceptedPush, device: Device, profile: Profile): TraceStep | null {
  const { system, app } = device;
  if (system.playServices === false) return deviceStep('fcm-device-services', 'stop');
  if (system.mainlandChina === true && !profile.deliversInMainlandChina) return deviceStep('fcm-device-region', 'stop');
  const state = device.targets.find(({ token }) => token === push.token)?.state;
  if (state !== 'active') return deviceStep('fcm-device-registered', 'stop', { state: state ?? 'unknown' });
  if (!app.installed && app.name === push.app) return deviceStep('fcm-device-installed', 'stop');
  return isForceStopped(device) ? deviceStep('fcm-device-stopped', 'stop') : null;
}

/** Its user, or Android itself, keeps the app from everything in the background. */
const isRestricted = (device: Device): boolean =>
  setting(device, 'battery') === 'restricted' || setting(device, 'standby') === 'restricted';

const inFront = ({ app }: Device): boolean => app.process === 'foreground';

interface Urgency {
  /** After FCM has had its say. */
  readonly delivered: 'high' | 'normal';
  readonly collapseKey: string | null;
}

/** The notice that messages were thrown away is as patient as any other. */
function urgencyOf(push: AcceptedPush, profile: Profile): Urgency {
  const payload = payloadOf(push);
  if (payload.kind === 'deleted') return { delivered: 'normal', collapseKey: null };
  const { message, lowered } = payload;
  return {
    delivered: lowered ? 'normal' : priorityOf(message, profile),
    collapseKey: collapseKeyOf(message, push.app),
  };
}

/** What the app's standing on the phone has to say, whatever state the phone is in. */
function heldForApp(device: Device, { delivered }: Urgency): TraceStep | null {
  if (device.app.process === 'killed' && !setting(device, 'autoStart'))
    return deviceStep('fcm-device-autostart', 'stop', { system: device.system.name });
  return isRestricted(device) && !inFront(device) && delivered === 'normal'
    ? deviceStep('fcm-device-restricted', 'stop')
    : null;
}

/** What the phone's own sleep has to say: it keeps back what is not urgent. */
function heldBySleep(push: AcceptedPush, device: Device, urgent: boolean, { now, profile }: WaitContext) {
  if (urgent) return null;
  if (dozesSince(device, push.acceptedAt, now)) {
    const next = nextWindow(device, now);
    const until = next === null ? '' : new Date(next).toISOString();
    return deviceStep('fcm-device-doze', 'stop', { depth: condition(device, 'doze'), until });
  }
  return profile.fcm.powerSaver === 'later' && condition(device, 'powerSaver') && !inFront(device)
    ? deviceStep('fcm-device-saver', 'stop')
    : null;
}

/** Too many collapsible messages of late: only those that are for now or never are spared. */
function heldByPace(push: AcceptedPush, { collapseKey }: Urgency, { now, profile, state }: WaitContext) {
  const limit = profile.fcm.collapsibleBurst;
  if (collapseKey === null || push.expiresAt === null || limit === 0) return null;
  const at = burstEnds(state as FcmState, push, limit, now);
  return at === null
    ? null
    : deviceStep('fcm-device-burst', 'stop', { limit, key: collapseKey, until: new Date(at).toISOString() });
}

/** What keeps a message from a phone that is online, as far as that can end again; null = nothing. */
export function waits(push: AcceptedPush, device: Device, context: WaitContext): TraceStep | null {
  if (hindrance(push, device, context.profile.fcm) !== null) return null;
  const urgency = urgencyOf(push, context.profile.fcm);
  const urgent = urgency.delivered === 'high' && !isRestricted(device);
  return (
    heldForApp(device, urgency) ?? heldBySleep(push, device, urgent, context) ?? heldByPace(push, urgency, context)
  );
}

/** When FCM has room again for a collapsible message; null when nothing of the kind keeps it. */
export function retryAt(push: AcceptedPush, _device: Device, context: WaitContext): number | null {
  const { now, profile, state } = context;
  const { collapseKey } = urgencyOf(push, profile.fcm);
  const limit = profile.fcm.collapsibleBurst;
  return collapseKey === null || limit === 0 ? null : burstEnds(state as FcmState, push, limit, now);
}

/** An urgent message gets through while the phone sleeps; null when there is nothing to say. */
export const wokenBy = (device: Device, delivered: string): TraceStep | null =>
  delivered === 'high' && condition(device, 'doze') !== 'awake'
    ? deviceStep('fcm-device-doze', 'note', { depth: condition(device, 'doze') })
    : null;
