import type { Device } from '../../device/types.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import { countQuota } from './audience.ts';
import { fateOf, notificationsAllowed } from './fate.ts';
import { payloadOf } from './payload.ts';
import {
  appendBounded,
  chinaDay,
  countDay,
  QUEUED_KEPT,
  type QueuedReceipt,
  queueInvalid,
  updateMessage,
  type XiaomiState,
} from './state.ts';

function enqueue(state: XiaomiState, push: AcceptedPush, queue: QueuedReceipt['queue'], at: number): XiaomiState {
  const { message, messageId, addressed } = payloadOf(push);
  const item = { appId: message.appId, queue, messageId, target: addressed ?? push.token, at };
  return { ...state, queued: appendBounded(state.queued, [item], QUEUED_KEPT) };
}

function arrived(state: XiaomiState, push: AcceptedPush, device: Device, now: number): XiaomiState {
  const { message, messageId } = payloadOf(push);
  const fate = fateOf(push, device);
  if (fate === 'lost') return state;
  if (fate !== 'acknowledged') {
    const counted = updateMessage(state, messageId, (record) => ({
      ...record,
      notRegistered: record.notRegistered + 1,
    }));
    const listed = queueInvalid(counted, 'invalidRegids', message.appId, [push.token]);
    return enqueue(listed, push, fate === 'uninstalled' ? 'uninstall' : 'invalid', now);
  }
  const closed = notificationsAllowed(device) ? 0 : 1;
  const counted = updateMessage(state, messageId, (record) => ({
    ...record,
    delivered: record.delivered + 1,
    barClosed: record.barClosed + closed,
  }));
  const daily = countDay(counted, message.appId, chinaDay(now), 'received', 1);
  return enqueue(countQuota(daily, message, push.token, now), push, 'ack', now);
}

function tapped(state: XiaomiState, push: AcceptedPush, now: number): XiaomiState {
  const { message, messageId } = payloadOf(push);
  const counted = updateMessage(state, messageId, (record) => ({ ...record, click: record.click + 1 }));
  return enqueue(countDay(counted, message.appId, chinaDay(now), 'click', 1), push, 'click', now);
}

/** Counts what phones did: trace and statistics, quotas, invalid regids, and the polling queues. */
export function observe(
  state: unknown,
  push: AcceptedPush,
  event: DeviceEvent,
  device: Device,
  now: number,
): XiaomiState {
  const before = state as XiaomiState;
  if (event === 'arrived') return arrived(before, push, device, now);
  return event === 'tapped' ? tapped(before, push, now) : before;
}
