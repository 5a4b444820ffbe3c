import type { AppSettings } from './phone-settings.ts';
import type { Device, ShadeNotification } from './types.ts';

/** How the maker's system differs from stock Android, as far as a notification shows it. */
export interface Skin {
  /** What the icon shows. */
  readonly icon: 'dot' | 'number';
  /**
   * Who counts: `shade`, the launcher counts the notifications; `stored`, a number that only the app or a push
   * changes; `either`, the shade until a push has set a number.
   */
  readonly counts: 'shade' | 'stored' | 'either';
  readonly clearsOnOpen: boolean;
  /** Switches of an ordinary app that the maker ships in another position than stock Android. */
  readonly ships: Partial<AppSettings>;
  /** In mainland China the app's notifications are off until its user allows them, on any version of Android. */
  readonly asksFirst?: true;
  /** The screen lights up for a notification that rings or shakes. */
  readonly lightsUp: boolean;
}

const CLOSED = { popUps: false, autoStart: false } as const;
const STOCK: Skin = { icon: 'dot', counts: 'shade', clearsOnOpen: false, ships: {}, lightsUp: false };
const MIUI: Skin = {
  icon: 'number',
  counts: 'shade',
  clearsOnOpen: true,
  ships: { ...CLOSED, badges: false },
  lightsUp: true,
};
const EMUI: Skin = { icon: 'number', counts: 'stored', clearsOnOpen: false, ships: CLOSED, lightsUp: true };
const ORIGINOS: Skin = { ...EMUI, ships: { ...CLOSED, badges: false } };
const COLOROS: Skin = {
  icon: 'dot',
  counts: 'either',
  clearsOnOpen: false,
  ships: { ...CLOSED, badges: false },
  asksFirst: true,
  lightsUp: true,
};

/** By the system's name in lower case. */
const SKINS: Readonly<Record<string, Skin>> = {
  android: STOCK,
  'one ui': { ...STOCK, icon: 'number' },
  miui: MIUI,
  hyperos: MIUI,
  emui: EMUI,
  harmonyos: EMUI,
  'magic ui': EMUI,
  magicos: EMUI,
  funtouchos: ORIGINOS,
  originos: ORIGINOS,
  coloros: COLOROS,
  'realme ui': COLOROS,
  oxygenos: COLOROS,
  flyme: { ...STOCK, ships: CLOSED, lightsUp: true },
};

/** The skin of an Android phone; an unknown system counts as stock Android. */
export function skinOf(device: Device): Skin {
  const name = device.system.name.toLowerCase();
  return (Object.hasOwn(SKINS, name) ? SKINS[name] : undefined) ?? STOCK;
}

/** Does the icon hold a number that the launcher does not count itself? */
export function keepsNumber(device: Device): boolean {
  const { counts } = skinOf(device);
  return counts === 'stored' || (counts === 'either' && device.badgeLog[0]?.by === 'push' && device.badge > 0);
}

/** Are notifications of a newly installed app off on this phone until they are allowed, whatever its Android says? */
export const asksFirst = (device: Device): boolean =>
  skinOf(device).asksFirst === true && device.system.mainlandChina !== false;

/** What the icon shows of its number: on some systems only that there is something. */
export const badgeStyle = (device: Device): Skin['icon'] =>
  device.platform === 'ios' || keepsNumber(device) ? 'number' : skinOf(device).icon;

/** What one notification counts for on the icon; nothing while Do not disturb hides it. */
export const countOf = ({ count = 1, heldBack }: Pick<ShadeNotification, 'count' | 'heldBack'>): number =>
  heldBack === 'dnd' ? 0 : count;

/** What the newest `room` notifications of the shade count for on the icon; those at `exceptKey` are left out. */
export function shadeCount(device: Device, exceptKey?: string, room = Number.POSITIVE_INFINITY): number {
  let total = 0;
  let counted = 0;
  for (const one of device.shade) {
    if (one.replaceKey === exceptKey) continue;
    if (counted === room) break;
    total += countOf(one);
    counted += 1;
  }
  return total;
}
