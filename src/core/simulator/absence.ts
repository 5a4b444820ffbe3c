import type { Device } from '../device/types.ts';
import { now, type State, setDevice } from './state.ts';

const DAY_MS = 86_400_000;

/** When the registrations of a phone that is away die, ms; null = it is not away, or its vendor lets them live. */
function endOf(state: State, device: Device): number | null {
  const days = state.channels.get(device.channel)?.definition.registrationDays;
  const { online, offlineSince, targets } = device;
  if (online || days === undefined || offlineSince === undefined) return null;
  return targets.some((target) => target.state === 'active') ? offlineSince + days * DAY_MS : null;
}

/** When vendors next give up registrations of phones that are away, ms. */
export const absenceEnds = (state: State): readonly number[] =>
  [...state.devices.values()].flatMap((device) => endOf(state, device) ?? []);

/** Vendors give up the registrations of phones that they have not seen for long; the app gets a new one when it next asks. */
export function giveUpAbsent(state: State): void {
  for (const device of [...state.devices.values()]) {
    const end = endOf(state, device);
    if (end === null || end > now(state)) continue;
    const targets = device.targets.map((target) =>
      target.state === 'active' ? { ...target, state: 'expired' as const, since: end } : target,
    );
    setDevice(state, { ...device, targets });
  }
}
