import type { Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { XiaomiPayload } from './payload.ts';
import { deviceStep } from './steps.ts';

/** MIUI 10 and later keep this many notifications of one app (told by third parties only). */
export const SHADE_LIMIT = 10;
const LIMIT_SINCE = 10;

/** HyperOS, which followed MIUI 14, counts from 1 again; a phone that states no version counts as a new one. */
function shadeLimitOf({ system: { name, version } }: Device): number | undefined {
  if (name !== 'MIUI') return SHADE_LIMIT;
  return Number.parseInt((version ?? '').replace(/^\D+/, ''), 10) < LIMIT_SINCE ? undefined : SHADE_LIMIT;
}

/** Where a notification goes in the shade. */
export interface Place {
  /** How many of one app this phone keeps; undefined = no limit. */
  readonly shadeLimit: number | undefined;
  /** What the other notifications of the app that stay count for on the icon. */
  readonly others: number;
  readonly steps: readonly TraceStep[];
}

/** Finds the place of a notification: whom it replaces, and whether the oldest of the app has to leave for it. */
export function placeOf(device: Device, replaceKey: string): Place {
  const shadeLimit = shadeLimitOf(device);
  const room = (shadeLimit ?? Number.POSITIVE_INFINITY) - 1;
  let number = 0;
  let others = 0;
  let replaces = false;
  // The newest come first, so what is beyond the room leaves.
  for (const item of device.shade) {
    if (item.replaceKey === replaceKey) replaces = true;
    else if (item.app === device.app.name) {
      if (number < room) others += item.count ?? 1;
      number += 1;
    }
  }
  const identity = deviceStep('xiaomi-device-identity', replaces ? 'note' : 'pass', { key: replaceKey });
  if (shadeLimit === undefined || number < shadeLimit) return { shadeLimit, others, steps: [identity] };
  const full = deviceStep('xiaomi-device-shade-limit', 'note', { limit: shadeLimit });
  return { shadeLimit, others, steps: [identity, full] };
}

export interface IconNumber {
  /** What this notification counts for. */
  readonly count: number;
  /** The number on the icon afterwards. */
  readonly total: number;
  readonly step: TraceStep;
}

const COUNTED = deviceStep('xiaomi-device-badge', 'note');
const MESSAGE_COUNT = /^\d{1,6}$/;

/** The launcher's number: one for each notification of the app, or what the undocumented key says for this one. */
export function iconNumber({ message }: XiaomiPayload, others: number): IconNumber {
  const text = message.extra.message_count;
  if (text === undefined || !MESSAGE_COUNT.test(text)) return { count: 1, total: others + 1, step: COUNTED };
  const count = Number(text);
  return { count, total: others + count, step: deviceStep('xiaomi-device-message-count', 'note', { received: count }) };
}
