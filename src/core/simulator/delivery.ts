import type {
  AcceptedPush,
  Channel,
  ChannelId,
  DeviceEvent,
  Effect,
  ReceiptContext,
  WaitContext,
} from '../channels/types.ts';
import { arrive } from '../device/arrival.ts';
import { recount } from '../device/badge.ts';
import { nextWindow } from '../device/doze.ts';
import type { Device } from '../device/types.ts';
import type { Delivery } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';
import { absenceEnds, giveUpAbsent } from './absence.ts';
import { heldEnds, hold, takeFree } from './held.ts';
import { ended, keepFor, reachedStep, scheduled } from './keep.ts';
import { settle } from './settle.ts';
import { leavingTimes, letLeave } from './shade.ts';
import { type ExchangeRecord, emit, emitCallbacks, now, type State, setDevice, type Travelling } from './state.ts';

/** Brings one accepted push to its phone, or has the vendor keep it while the phone is offline. */
export function deliver(state: State, travelling: Travelling): Delivery {
  const device = state.devices.get(travelling.push.deviceId);
  const channel = state.channels.get(travelling.push.channel);
  if (device === undefined || channel === undefined)
    return ended(travelling.push, 'dropped', 'device-removed', { device: travelling.push.deviceId });
  const wait = device.online ? waits(state, channel, device, travelling.push) : null;
  if (!device.online || wait !== null) return storeFor(state, channel, device, travelling, wait);
  const delivery = present(state, channel, device, travelling);
  tellVendor(state, travelling.push, 'arrived', device);
  return delivery;
}

/** The vendor learns what happened on the phone: receipts go out, counters move. */
export function tellVendor(state: State, push: AcceptedPush, event: DeviceEvent, device: Device): void {
  const channel = state.channels.get(push.channel);
  if (channel === undefined) return;
  const at = now(state);
  emitCallbacks(state, channel.receipts(push, event, device, at, receiptContext(state)));
  const id = channel.definition.id;
  if (channel.observe !== undefined) {
    state.vendorStates.set(id, channel.observe(state.vendorStates.get(id), push, event, device, at));
  }
}

const receiptContext = ({ ports, credentials, profile }: State): ReceiptContext => ({ ports, credentials, profile });

function present(state: State, channel: Channel, device: Device, travelling: Travelling): Delivery {
  const { push } = travelling;
  const presentation = channel.present(push, device, { now: now(state), profile: state.profile });
  const hidden = presentation.notification?.heldBack === 'dnd';
  const arrival = arrive(device, presentation, {
    push,
    exchangeId: travelling.exchangeId,
    outcomeId: travelling.outcomeId,
    now: now(state),
    ids: state.ports.ids,
    // Ids of the list count what was shown; what is hidden gets one of those when it is.
    notificationId: hidden ? state.ports.ids.next('h') : state.notifications.nextId(),
  });
  if (arrival.notification !== null && hidden) hide(state, arrival.notification.id, travelling);
  else if (arrival.notification !== null) {
    state.notifications.push({ id: arrival.notification.id, notification: arrival.notification, push });
    emit(state, { type: 'notification', notification: arrival.notification });
  }
  if (arrival.device !== device) setDevice(state, arrival.device);
  for (const callback of presentation.callbacks) {
    emit(state, { type: 'app-callback', deviceId: device.id, ...callback });
  }
  const { held, heldUntil } = presentation;
  if (held === true) hold(state, heldUntil === undefined ? travelling : { ...travelling, until: heldUntil });
  return {
    deviceId: device.id,
    pushId: push.id,
    result: presentation.result,
    cause: presentation.cause,
    notificationId: arrival.notification?.id ?? null,
    trace: [reachedStep(device), ...presentation.trace],
  };
}

/** Hidden notifications that are remembered; their shades hold no more. */
const HIDDEN_MAX = 1000;

function hide(state: State, notificationId: string, travelling: Travelling): void {
  state.hidden.set(notificationId, travelling);
  const [oldest] = state.hidden.keys();
  if (state.hidden.size > HIDDEN_MAX && oldest !== undefined) state.hidden.delete(oldest);
}

/** What keeps a push from a phone that is online; null = nothing. */
export const waits = (state: State, channel: Channel, device: Device, push: AcceptedPush): TraceStep | null =>
  channel.waits?.(push, device, waitContext(state, channel)) ?? null;

const waitContext = (state: State, { definition }: Channel): WaitContext => ({
  now: now(state),
  profile: state.profile,
  state: state.vendorStates.get(definition.id),
});

/** `wait`: why it does not go to the phone now; null = the phone is offline. */
function storeFor(
  state: State,
  channel: Channel,
  device: Device,
  travelling: Travelling,
  wait: TraceStep | null,
): Delivery {
  const { push } = travelling;
  letExpire(state, device.id);
  const waiting = state.stored.get(device.id) ?? [];
  const before = waiting.map((one) => one.push);
  const { kept, dropped, cause, delivery } = keepFor(channel, device, push, before, wait);
  const bySource = new Map([...waiting, travelling].map((one) => [one.push, one]));
  state.stored.set(
    device.id,
    // What the vendor puts in the place of pushes that it threw away travels without their outcome.
    kept.map((one) => bySource.get(one) ?? { ...travelling, outcomeId: null, push: one }),
  );
  for (const lost of dropped) {
    const source = bySource.get(lost);
    if (source !== undefined && lost !== push) {
      const superseded = wait === null ? 'device-superseded' : 'device-replaced';
      settle(state, source, ended(lost, 'dropped', cause ?? superseded, { device: device.name }));
      emitCallbacks(state, channel.droppedReceipts?.(lost, now(state), receiptContext(state)) ?? []);
    }
  }
  emit(state, { type: 'device', deviceId: device.id });
  return delivery;
}

/** Did it wait for a phone that was online, and not for one without a network? */
const toldToWait = (state: State, { exchangeId, push }: Travelling): boolean =>
  state.exchanges.get(exchangeId)?.deliveries.find((one) => one.pushId === push.id && one.deviceId === push.deviceId)
    ?.result === 'waiting';

function expire(state: State, travelling: Travelling): void {
  const device = state.devices.get(travelling.push.deviceId);
  if (device !== undefined) tellVendor(state, travelling.push, 'expired', device);
  const name = device?.name ?? travelling.push.deviceId;
  const rule = toldToWait(state, travelling) ? 'device-waited' : 'device-expired';
  settle(state, travelling, ended(travelling.push, 'dropped', rule, { device: name }));
}

/** Takes what is over out of what waits for a phone. */
function letExpire(state: State, deviceId: string): void {
  const waiting = state.stored.get(deviceId) ?? [];
  const expired = waiting.filter(({ push }) => (push.expiresAt ?? 0) <= now(state));
  if (expired.length === 0) return;
  const rest = waiting.filter((one) => !expired.includes(one));
  if (rest.length > 0) state.stored.set(deviceId, rest);
  else state.stored.delete(deviceId);
  for (const one of expired) expire(state, one);
}

/** The phone is back or awake: what nothing keeps from it any more arrives, in the vendor's order, unless it expired. */
export function flushStored(state: State, deviceId: string): void {
  const waiting = state.stored.get(deviceId);
  const device = state.devices.get(deviceId);
  if (waiting === undefined || device?.online !== true) return;
  state.stored.delete(deviceId);
  const staying: Travelling[] = [];
  for (const travelling of waiting) {
    const channel = state.channels.get(travelling.push.channel);
    if ((travelling.push.expiresAt ?? 0) <= now(state)) expire(state, travelling);
    else if (channel !== undefined && waits(state, channel, device, travelling.push) !== null) staying.push(travelling);
    else settle(state, travelling, deliver(state, travelling));
  }
  if (staying.length > 0) state.stored.set(deviceId, [...staying, ...(state.stored.get(deviceId) ?? [])]);
}

/** The app gets what the phone kept for it, as far as nothing keeps it any more. The vendor was told when it arrived. */
export function flushHeld(state: State, deviceId: string): void {
  const before = state.devices.get(deviceId);
  for (const { until, ...travelling } of before === undefined ? [] : takeFree(state, before, now(state))) {
    const device = state.devices.get(deviceId);
    const channel = state.channels.get(travelling.push.channel);
    if (device === undefined || channel === undefined) continue;
    const { trace, ...delivery } = present(state, channel, device, travelling);
    const rule = until === undefined ? 'device-held' : 'device-kept';
    const kept: TraceStep = { stage: 'device', rule, verdict: 'note', params: { device: device.name } };
    settle(state, travelling, { ...delivery, trace: [kept, ...trace] });
  }
}

export function schedule(
  state: State,
  effect: Extract<Effect, { type: 'schedule' }>,
  exchange: ExchangeRecord,
): Delivery[] {
  const source = { exchangeId: exchange.id, outcomeId: exchange.outcomeId };
  state.jobs.set(effect.jobId, {
    jobId: effect.jobId,
    dueAt: effect.dueAt,
    travelling: effect.pushes.map((push) => ({ push, ...source })),
  });
  return effect.pushes.map((push) => scheduled(push, effect.dueAt));
}

export function dropJob(state: State, jobId: string): void {
  const job = state.jobs.get(jobId);
  state.jobs.delete(jobId);
  for (const travelling of job?.travelling ?? []) settle(state, travelling, revoked(travelling.push));
}

const revoked = (push: AcceptedPush): Delivery => ({
  ...ended(push, 'revoked', 'device-revoked', {}),
  trace: [{ stage: 'device', rule: 'device-revoked', verdict: 'stop' }],
});

/** The sender calls back what the vendor keeps for offline phones: it never arrives, and its sender can see why. */
export function withdraw(state: State, channel: ChannelId, pushIds: readonly string[]): void {
  const called = new Set(pushIds);
  for (const [deviceId, waiting] of state.stored) {
    const back = waiting.filter(({ push }) => push.channel === channel && called.has(push.id));
    if (back.length === 0) continue;
    state.stored.set(
      deviceId,
      waiting.filter((one) => !back.includes(one)),
    );
    for (const one of back) settle(state, one, revoked(one.push));
    emit(state, { type: 'device', deviceId });
  }
}

export function takeBack(state: State, deviceId: string, replaceKey: string): void {
  const device = state.devices.get(deviceId);
  if (device?.shade.some((one) => one.replaceKey === replaceKey)) {
    const shade = device.shade.filter((one) => one.replaceKey !== replaceKey);
    setDevice(state, recount({ ...device, shade }, now(state)));
  }
}

/** Delivers scheduled sends that are due and lets stored pushes expire. */
export function tick(state: State): void {
  const at = now(state);
  const due = [...state.jobs.values()].filter((one) => one.dueAt <= at);
  for (const job of due.toSorted((a, b) => a.dueAt - b.dueAt)) {
    state.jobs.delete(job.jobId);
    for (const travelling of job.travelling) {
      settle(state, travelling, deliver(state, travelling));
    }
  }
  for (const deviceId of [...state.stored.keys()]) {
    letExpire(state, deviceId);
    flushStored(state, deviceId);
  }
  for (const deviceId of [...state.held.keys()]) flushHeld(state, deviceId);
  letLeave(state);
  giveUpAbsent(state);
}

/** When something that a phone waits for may next reach it by itself, ms; empty = it is offline, or nothing is planned. */
export function nextTries(state: State, deviceId: string, waiting: readonly Travelling[]): readonly number[] {
  const device = state.devices.get(deviceId);
  if (device?.online !== true || waiting.length === 0) return [];
  const window = nextWindow(device, now(state));
  const retries = waiting.flatMap(({ push }) => {
    const channel = state.channels.get(push.channel);
    return channel?.retryAt?.(push, device, waitContext(state, channel)) ?? [];
  });
  return window === null ? retries : [window, ...retries];
}

/** When the next scheduled send or expiry is due; null when nothing waits. */
export function nextDue(state: State): number | null {
  let next: number | null = null;
  const consider = (at: number) => {
    if (next === null || at < next) next = at;
  };
  for (const job of state.jobs.values()) consider(job.dueAt);
  for (const at of heldEnds(state)) consider(at);
  for (const at of leavingTimes(state)) consider(at);
  for (const at of absenceEnds(state)) consider(at);
  for (const [deviceId, waiting] of state.stored) {
    for (const { push } of waiting) if (push.expiresAt !== null) consider(push.expiresAt);
    for (const at of nextTries(state, deviceId, waiting)) consider(at);
  }
  return next;
}
