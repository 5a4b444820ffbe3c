import type { TraceStep } from '../trace/types.ts';
import { nextTries, waits } from './delivery.ts';
import { scheduled, storedStep } from './keep.ts';
import type { State, Travelling } from './state.ts';
import type { WaitingPush, WaitKind } from './waiting-types.ts';

/** Every push that is on its way to a phone and not to be seen there yet, with what keeps it. Changes nothing. */
export const waitingFor = (state: State, deviceId: string): readonly WaitingPush[] => [
  ...scheduledFor(state, deviceId),
  ...(state.stored.get(deviceId) ?? []).map((one) => stored(state, one)),
  ...(state.held.get(deviceId) ?? []).map((one) => entry('held', one, recorded(state, one), one.until ?? null)),
  ...[...state.hidden.values()]
    .filter(({ push }) => push.deviceId === deviceId)
    .map((one) => entry('hidden', one, recorded(state, one), null)),
];

const scheduledFor = (state: State, deviceId: string): readonly WaitingPush[] =>
  [...state.jobs.values()].flatMap(({ dueAt, travelling }) =>
    travelling
      .filter(({ push }) => push.deviceId === deviceId)
      .map((one) => entry('scheduled', one, scheduled(one.push, dueAt).trace[0] ?? null, dueAt)),
  );

/** Why it waits now: a phone that was offline when the push came may be asleep meanwhile. */
function stored(state: State, one: Travelling): WaitingPush {
  const { push } = one;
  const device = state.devices.get(push.deviceId);
  const channel = state.channels.get(push.channel);
  if (device === undefined || channel === undefined) return entry('stored', one, recorded(state, one), null);
  if (!device.online) return entry('stored', one, storedStep(device, push), null);
  const tries = nextTries(state, device.id, [one]);
  const nextAt = tries.length === 0 ? null : Math.min(...tries);
  return entry('waiting', one, waits(state, channel, device, push), nextAt);
}

/** The step that stopped it on the phone, as it is on record. */
function recorded(state: State, { exchangeId, push }: Travelling): TraceStep | null {
  const deliveries = state.exchanges.get(exchangeId)?.deliveries ?? [];
  const trace = deliveries.findLast(({ pushId, deviceId }) => pushId === push.id && deviceId === push.deviceId)?.trace;
  return trace?.findLast(({ verdict }) => verdict === 'stop') ?? null;
}

const entry = (
  kind: WaitKind,
  { push, exchangeId, outcomeId }: Travelling,
  step: TraceStep | null,
  nextAt: number | null,
): WaitingPush => ({ kind, push, exchangeId, outcomeId, step, nextAt });
