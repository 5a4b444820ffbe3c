import { notificationsAllowed } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import { append } from '../kit/log.ts';
import type { AcceptedPush, DeviceEvent } from '../types.ts';
import { countQuota } from './audience.ts';
import { fateOf } from './fate.ts';
import { payloadOf } from './payload.ts';
import { chinaDay, countDay, type QueuedReceipt, queueInvalid, updateMessage, type XiaomiState } from './state.ts';

/** A receipt for the polling queues. */
function queueReceipt(
  { queued }: XiaomiState,
  push: AcceptedPush,
  queue: QueuedReceipt['queue'],
  at: number,
): XiaomiState['queued'] {
  const { message, messageId, addressed } = payloadOf(push);
  return append(queued, { appId: message.appId, queue, messageId, target: addressed ?? push.token, at });
}

function arrived(state: XiaomiState, push: AcceptedPush, device: Device, now: number): XiaomiState {
  const { message, messageId } = payloadOf(push);
  const fate = fateOf(push, device);
  if (fate === 'lost') return state;
  if (fate !== 'acknowledged') {
    const listed = queueInvalid(state, 'invalidRegids', message.appId, [push.token]);
    return {
      ...listed,
      messages: updateMessage(state.messages, messageId, (record) => ({
        ...record,
        notRegistered: record.notRegistered + 1,
      })),
      queued: queueReceipt(state, push, fate === 'uninstalled' ? 'uninstall' : 'invalid', now),
    };
  }
  const closed = notificationsAllowed(device) ? 0 : 1;
  return {
    ...countQuota(state, message, push.token, now),
    messages: updateMessage(state.messages, messageId, (record) => ({
      ...record,
      delivered: record.delivered + 1,
      barClosed: record.barClosed + closed,
    })),
    days: countDay(state.days, message.appId, chinaDay(now), 'received', 1),
    queued: queueReceipt(state, push, 'ack', now),
  };
}

function tapped(state: XiaomiState, push: AcceptedPush, now: number): XiaomiState {
  const { message, messageId } = payloadOf(push);
  return {
    ...state,
    messages: updateMessage(state.messages, messageId, (record) => ({ ...record, click: record.click + 1 })),
    days: countDay(state.days, message.appId, chinaDay(now), 'click', 1),
    queued: queueReceipt(state, push, 'click', now),
  };
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
