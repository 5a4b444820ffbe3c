import { condition } from '../../device/phone-settings.ts';
import type { Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { CHINA_OFFSET_MS, chinaDayNumber, chinaTime, DAY_MS } from '../kit/china.ts';
import type { AcceptedPush, WaitContext } from '../types.ts';
import { payloadOf } from './payload.ts';
import { deviceStep } from './steps.ts';

/** The night ends at six in China; it begins at midnight. */
const MORNING_MS = 6 * 3_600_000;

/** When the night in which `now` lies ends, ms; null = it is day. */
function nightEnds(now: number): number | null {
  const end = chinaDayNumber(now) * DAY_MS - CHINA_OFFSET_MS + MORNING_MS;
  return now < end ? end : null;
}

/** News and marketing on a phone that lies there with its screen off. */
function isAtRest(push: AcceptedPush, device: Device, { profile }: WaitContext): boolean {
  const { message, quota } = payloadOf(push);
  const held = profile.huawei.nightHold && message.messageClass === 'marketing' && message.notification !== null;
  return held && quota === null && device.app.installed && !condition(device, 'screenOn');
}

/** When Huawei goes on with what it holds back overnight, ms; null = it holds nothing back. */
export const retryAt = (push: AcceptedPush, device: Device, context: WaitContext): number | null =>
  isAtRest(push, device, context) ? nightEnds(context.now) : null;

/** Marketing does not wake anybody at night, where the workspace takes it so. */
export function waits(push: AcceptedPush, device: Device, context: WaitContext): TraceStep | null {
  const until = retryAt(push, device, context);
  return until === null ? null : deviceStep('huawei-device-night', 'stop', { until: chinaTime(until) });
}
