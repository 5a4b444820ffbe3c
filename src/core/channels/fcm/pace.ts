import { find, put } from '../kit/shelf.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import { BURST_MAX, WATCHED_MAX } from './pace-limits.ts';
import { collapseKeyOf, payloadOf } from './payload.ts';
import type { FcmState } from './state.ts';

/** One more collapsible message of an app for one phone this often, once its burst is used up. */
const REFILL_MS = 3 * 60_000;
/** For so long FCM looks back at what urgent messages were used for. */
const WATCH_MS = 7 * 86_400_000;

const keyOf = (app: string, deviceId: string): string => `${app} ${deviceId}`;

/** By when all that went to this phone is paid for, ms. No burst reaches further ahead than `BURST_MAX`: then the clock was set back. */
function paidBy(state: FcmState, key: string, now: number): number {
  const at = find(state.paces, key) ?? 0;
  return at > now + BURST_MAX * REFILL_MS ? 0 : at;
}

/**
 * When the next collapsible message may go to this phone, ms; null = now. The state holds by when all that went would
 * have gone at one in three minutes; a burst is how far that may lie ahead.
 */
export function burstEnds(state: FcmState, { app, deviceId }: AcceptedPush, limit: number, now: number): number | null {
  const paid = Math.min(paidBy(state, keyOf(app, deviceId), now), now + limit * REFILL_MS);
  const at = paid - (limit - 1) * REFILL_MS;
  return at > now ? at : null;
}

function paced(state: FcmState, { app, deviceId }: AcceptedPush, now: number): FcmState {
  const key = keyOf(app, deviceId);
  const paid = Math.min(Math.max(paidBy(state, key, now), now) + REFILL_MS, now + BURST_MAX * REFILL_MS);
  return { ...state, paces: put(state.paces, key, paid) };
}

/** Urgent messages of an app that showed nothing on this phone, within the last 7 days. */
export const watched = (state: FcmState, app: string, deviceId: string, now: number): number =>
  (find(state.urgent, keyOf(app, deviceId)) ?? []).filter((at) => at <= now && now - at < WATCH_MS).length;

function noted(state: FcmState, { app, deviceId }: AcceptedPush, now: number): FcmState {
  const key = keyOf(app, deviceId);
  const before = find(state.urgent, key) ?? [];
  return { ...state, urgent: put(state.urgent, key, [...before.slice(1 - WATCHED_MAX), now]) };
}

/** What reached a phone counts against its pace; an urgent message that shows nothing is remembered. */
export function observe(
  state: unknown,
  push: AcceptedPush,
  event: DeviceEvent,
  _device: unknown,
  now: number,
): FcmState {
  const before = state as FcmState;
  const payload = payloadOf(push);
  if (event !== 'arrived' || payload.kind === 'deleted') return before;
  const { message } = payload;
  const collapsible = push.expiresAt !== null && collapseKeyOf(message, push.app) !== null;
  const after = collapsible ? paced(before, push, now) : before;
  return message.notification === null && message.priority === 'HIGH' ? noted(after, push, now) : after;
}
