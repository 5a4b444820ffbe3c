import type { Device } from '../../device/types.ts';
import type { XiaomiPayload } from './payload.ts';

/** MIUI 10 and later keep this many notifications of one app (told by third parties only). */
export const SHADE_LIMIT = 10;
const LIMIT_SINCE = 10;

/** HyperOS, which followed MIUI 14, counts from 1 again; a phone that states no version counts as a new one. */
function shadeLimitOf({ system: { name, version } }: Device): number | undefined {
  if (name !== 'MIUI') return SHADE_LIMIT;
  return Number.parseInt((version ?? '').replace(/^\D+/, ''), 10) < LIMIT_SINCE ? undefined : SHADE_LIMIT;
}

/** How many notifications of the app this phone keeps, and whether the oldest has to leave for this one. */
export function roomOf(device: Device, replaceKey: string): { readonly shadeLimit?: number; readonly full: boolean } {
  const shadeLimit = shadeLimitOf(device);
  if (shadeLimit === undefined) return { full: false };
  let others = 0;
  for (const item of device.shade) if (item.replaceKey !== replaceKey && item.app === device.app.name) others += 1;
  return { shadeLimit, full: others >= shadeLimit };
}

const MESSAGE_COUNT = /^\d{1,6}$/;

/** What the undocumented key makes this notification count for on the icon; undefined = one, like any other. */
export function messageCount({ message }: XiaomiPayload): number | undefined {
  const text = message.extra.message_count;
  return text === undefined || !MESSAGE_COUNT.test(text) ? undefined : Number(text);
}
