import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import { totalKey } from './control.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';
import { countTask, countToday, type VivoState } from './state.ts';

function arrived(state: VivoState, push: AcceptedPush, device: Device, now: number): VivoState {
  const { taskId, message } = payloadOf(push);
  const fate = fateOf(push, device);
  if (fate === 'controlled') return state;
  if (fate === 'gone') return countTask(state, taskId, { targetUnSub: 1 });
  const counted = countTask(state, taskId, { receive: 1, display: fate === 'displayed' ? 1 : 0 });
  // The totals of the day count what arrives.
  return message.classed && !message.test
    ? countToday(counted, message.appId, now, totalKey(message.classification))
    : counted;
}

/** Counts what phones did: statistics of the task, and the totals of the day. */
export function observe(
  state: unknown,
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): VivoState {
  const before = state as VivoState;
  if (event === 'arrived') return arrived(before, push, device, now);
  return event === 'tapped' ? countTask(before, payloadOf(push).taskId, { click: 1 }) : before;
}
