import type { Device } from '../device/types.ts';
import { ended } from './keep.ts';
import { settle } from './settle.ts';
import type { HeldPush, State } from './state.ts';

/** Messages that one phone keeps for its app at most; the oldest leave. */
const HELD_MAX = 200;

/** The phone keeps a message for its app. Of those that it keeps for a time, the newest of an app takes the place of the one before. */
export function hold(state: State, added: HeldPush): void {
  const { push } = added;
  const before = state.held.get(push.deviceId) ?? [];
  const takesPlaceOf = (one: HeldPush): boolean =>
    added.until !== undefined && one.until !== undefined && one.push.app === push.app;
  const replaced = before.filter(takesPlaceOf);
  const rest = replaced.length === 0 ? before : before.filter((one) => !takesPlaceOf(one));
  state.held.set(push.deviceId, [...rest.slice(1 - HELD_MAX), added]);
  for (const one of replaced) lose(state, one, 'device-kept-replaced');
}

/** The app's process has ended, and what the phone kept for it for a time ends with it. */
export function loseHeld(state: State, deviceId: string): void {
  const [lost, rest] = split(state, deviceId, ({ until }) => until !== undefined);
  if (lost.length === 0) return;
  keepOnly(state, deviceId, rest);
  for (const one of lost) lose(state, one, 'device-kept-lost');
}

/** Takes out what nothing keeps from the app any more: its process runs, or the time is over. */
export function takeFree(state: State, device: Device, now: number): readonly HeldPush[] {
  const { process } = device.app;
  const [free, rest] = split(state, device.id, ({ until }) =>
    until === undefined ? process !== 'killed' : process === 'foreground' || until <= now,
  );
  if (free.length > 0) keepOnly(state, device.id, rest);
  return free;
}

/** When a phone next passes on what it keeps, ms, for each that does so by itself. */
export const heldEnds = (state: State): readonly number[] =>
  [...state.held.values()].flatMap((kept) => kept.flatMap(({ until }) => until ?? []));

function split(
  state: State,
  deviceId: string,
  goes: (one: HeldPush) => boolean,
): readonly [readonly HeldPush[], readonly HeldPush[]] {
  const kept = state.held.get(deviceId) ?? [];
  return [kept.filter(goes), kept.filter((one) => !goes(one))];
}

function keepOnly(state: State, deviceId: string, rest: readonly HeldPush[]): void {
  if (rest.length === 0) state.held.delete(deviceId);
  else state.held.set(deviceId, rest);
}

function lose(state: State, one: HeldPush, rule: string): void {
  const device = state.devices.get(one.push.deviceId)?.name ?? one.push.deviceId;
  settle(state, one, ended(one.push, 'dropped', rule, { device }));
}
