import { badgeStyle } from './android-skins.ts';
import { setting } from './phone-settings.ts';
import type { Device } from './types.ts';

/** What the app's icon carries at its corner. */
export interface IconBadge {
  readonly style: 'number' | 'dot' | 'none';
  /** The number as the icon writes it; null where there is none to write. */
  readonly text: string | null;
}

/** Android's launchers write no more (documented for HarmonyOS 5 and ColorOS, taken for the others); iOS writes the number in full. */
const CAP = 99;

/** Number, dot or nothing on the icon of the app: the user's switch first, then what the system draws. */
export function iconBadge(device: Device): IconBadge {
  if (!setting(device, 'badges')) return { style: 'none', text: null };
  const style = badgeStyle(device);
  if (style === 'dot' || device.badge <= 0) return { style, text: null };
  const text = device.platform === 'android' && device.badge > CAP ? `${CAP}+` : String(device.badge);
  return { style, text };
}
