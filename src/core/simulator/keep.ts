import type { AcceptedPush, Channel } from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import type { Delivery } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';

/** What becomes of a push that cannot go to its phone now, and of those that waited before it. */
export interface Kept {
  readonly kept: readonly AcceptedPush[];
  readonly dropped: readonly AcceptedPush[];
  /** The rule for those that are thrown away. */
  readonly cause: string | undefined;
  readonly delivery: Delivery;
}

/**
 * Asks the vendor's store what it keeps, without touching anything. `wait`: why the push does not go to a phone that is
 * online; null = the phone is offline.
 */
export function keepFor(
  channel: Channel,
  device: Device,
  push: AcceptedPush,
  waiting: readonly AcceptedPush[],
  wait: TraceStep | null,
): Kept {
  const { kept, dropped, cause } = channel.store(waiting, push);
  const stays = kept.includes(push);
  return { kept, dropped, cause, delivery: deliveryOf(device, push, stays, cause, wait) };
}

function deliveryOf(
  device: Device,
  push: AcceptedPush,
  stays: boolean,
  cause: string | undefined,
  wait: TraceStep | null,
): Delivery {
  if (wait !== null && (stays || cause === undefined)) return keptBack(push, stays ? 'waiting' : 'dropped', wait);
  if (!stays) return ended(push, 'dropped', cause ?? 'device-offline-not-stored', { device: device.name });
  return { ...ended(push, 'stored', 'device-stored', {}), trace: [storedStep(device, push)] };
}

/** The step that says that the vendor keeps a push because its phone is offline. */
export function storedStep(device: Device, push: AcceptedPush): TraceStep {
  const until = push.expiresAt === null ? '' : new Date(push.expiresAt).toISOString();
  return { stage: 'device', rule: 'device-stored', verdict: 'stop', params: { device: device.name, until } };
}

/** A delivery that something on the phone's side keeps back, with the step that says what. */
const keptBack = (push: AcceptedPush, result: Delivery['result'], step: TraceStep): Delivery => ({
  deviceId: push.deviceId,
  pushId: push.id,
  result,
  cause: step.rule,
  notificationId: null,
  trace: [step],
});

/** A delivery that ends (for now) before the phone, with the one rule that says why. */
export function ended(
  push: AcceptedPush,
  result: Delivery['result'],
  rule: string,
  params: NonNullable<TraceStep['params']>,
): Delivery {
  return {
    deviceId: push.deviceId,
    pushId: push.id,
    result,
    cause: rule,
    notificationId: null,
    trace: [{ stage: 'device', rule, verdict: 'stop', params }],
  };
}

/** A delivery that the vendor has put off until `dueAt`, ms. */
export function scheduled(push: AcceptedPush, dueAt: number): Delivery {
  const params = { dueAt: new Date(dueAt).toISOString() };
  return {
    ...ended(push, 'scheduled', 'device-scheduled', params),
    trace: [{ stage: 'device', rule: 'device-scheduled', verdict: 'note', params }],
  };
}

/** The step that says that the phone got the push. */
export const reachedStep = (device: Device): TraceStep => ({
  stage: 'device',
  rule: 'device-reached',
  verdict: 'pass',
  params: { device: device.name },
});
