import { recount } from '../device/badge.ts';
import { now, type State, setDevice } from './state.ts';

/** When notifications that stand for a limited time leave their shades, ms. */
export function leavingTimes(state: State): readonly number[] {
  const times: number[] = [];
  for (const { shade } of state.devices.values())
    for (const { leavesAt } of shade) if (leavesAt !== undefined) times.push(leavesAt);
  return times;
}

/** Takes what has stood its time out of the shades; nobody is told, and a launcher that counts counts anew. */
export function letLeave(state: State): void {
  const at = now(state);
  for (const device of [...state.devices.values()]) {
    const staying = device.shade.filter(({ leavesAt }) => leavesAt === undefined || leavesAt > at);
    if (staying.length < device.shade.length) setDevice(state, recount({ ...device, shade: staying }, at));
  }
}
