import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';
import { count, type MeizuState } from './state.ts';

/** Counts what phones did for the statistics: accepted, displayed, clicked. */
export function observe(
  state: unknown,
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): MeizuState {
  const before = state as MeizuState;
  const { appId, taskId } = payloadOf(push);
  const counted = { appId, taskId, now };
  if (event === 'tapped') return count(before, counted, { clickNo: 1 });
  if (event === 'expired') return before;
  const fate = fateOf(push, device, now);
  if (fate === 'lost' || fate === 'gone') return before;
  return count(before, counted, { acceptNo: 1, displayNo: fate === 'displayed' ? 1 : 0 });
}
