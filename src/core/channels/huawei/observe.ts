import type { Device } from '../../device/types.ts';
import { put } from '../kit/shelf.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import type { HuaweiState } from './state.ts';

/** A message that met a phone without the app or the registration tells the server that the push token is dead. */
export function observe(
  state: unknown,
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  _now: number,
): HuaweiState {
  const before = state as HuaweiState;
  if (event !== 'arrived') return before;
  const target = device.targets.find((item) => item.token === push.token);
  const isAlive = device.app.installed && target?.state === 'active';
  return isAlive ? before : { ...before, dead: put(before.dead, push.token, true) };
}
