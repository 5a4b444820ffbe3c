import type { FcmProject } from '../credentials.ts';
import type { AcceptedPush, FoundTarget, ReceiveContext } from '../types.ts';
import type { Target } from './checks.ts';
import { broadcastId, messageId } from './ids.ts';
import { watched } from './pace.ts';
import type { AndroidMessage, FcmPayload } from './payload.ts';
import { priorityOf } from './reach.ts';
import type { FcmState } from './state.ts';

/** The id part of the answer's name, in the form that the target has. */
export function idFor(target: Target, found: readonly FoundTarget[], { now, ports }: ReceiveContext): string {
  if (target.kind === 'topic' || target.kind === 'condition') return broadcastId(ports);
  return messageId(found[0]?.device.platform ?? 'android', now, ports);
}

/** Does FCM lower the priority, because the app's urgent messages keep showing nothing? Senders are not told. */
function isLowered(message: AndroidMessage, app: string, deviceId: string, context: ReceiveContext): boolean {
  const limit = context.profile.fcm.loweredAfter;
  if (limit === 0 || priorityOf(message, context.profile.fcm) === 'normal') return false;
  return watched(context.state as FcmState, app, deviceId, context.now) >= limit;
}

/** One message on its way to one registration. */
export function pushTo(
  { device, target }: FoundTarget,
  message: AndroidMessage,
  id: string,
  from: string,
  project: FcmProject,
  context: ReceiveContext,
): AcceptedPush<FcmPayload> {
  const { notification, ttl } = message;
  const { now } = context;
  const lowered = isLowered(message, target.app, device.id, context);
  return {
    id,
    channel: 'fcm',
    deviceId: device.id,
    token: target.token,
    app: target.app,
    payload: { kind: 'message', messageId: id, from, senderId: project.projectNumber, lowered, message },
    title: notification?.title ?? null,
    body: notification?.body ?? null,
    expiresAt: ttl === 0 ? null : now + ttl * 1000,
    acceptedAt: now,
  };
}

/** What a phone is told about where a message came from. */
export const fromOf = (target: Target, project: FcmProject): string =>
  target.kind === 'topic' ? `/topics/${target.value}` : project.projectNumber;

/** What was addressed, for the traffic list. */
export const labelOf = ({ kind, value }: Target): string =>
  kind === 'token' ? value : kind === 'topic' ? `topic ${value}` : `${kind} ${value}`;
