import type { SoundEvent } from '../../../core/device/types.ts';
import type { DeviceView, NotificationView } from '../../../core/views.ts';

/** What the phone's glass shows, apart from banners. */
export type Face = 'lock' | 'home' | 'app';

/** Locked wins over everything; an app that runs in front fills the screen. */
export function faceOf(device: Pick<DeviceView, 'locked' | 'app'>): Face {
  if (device.locked) return 'lock';
  return device.app.installed && device.app.process === 'foreground' ? 'app' : 'home';
}

/** Items that were not there before, in the order they have. */
export function arrived<Item extends { readonly id: string }>(
  before: readonly Item[] | null,
  after: readonly Item[],
): Item[] {
  // Null: nothing was seen yet, so what stands there has not arrived just now.
  if (before === null) return [];
  const known = new Set(before.map((item) => item.id));
  return after.filter((item) => !known.has(item.id));
}

export interface ArrivalEffect {
  /** Slides down over the home screen or the app. */
  readonly banner: NotificationView | null;
  /** The dark lock screen lights up. */
  readonly lights: boolean;
}

/**
 * What the eye sees of new notifications. Only the newest that pops up gets a banner; quiet ones get none and light
 * nothing; an open notification centre shows them in its list anyway. The simulator decided which are quiet or pop up.
 */
export function effectOfArrival(fresh: readonly NotificationView[], face: Face, shadeOpen: boolean): ArrivalEffect {
  const loud = fresh.filter((item) => !item.quiet);
  if (face === 'lock') return { banner: null, lights: loud.length > 0 };
  if (shadeOpen) return { banner: null, lights: false };
  const newest = loud.reduce<NotificationView | null>(
    (best, item) => (item.headsUp && (best === null || item.at > best.at) ? item : best),
    null,
  );
  return { banner: newest, lights: false };
}

/** A banner goes when its notification has left the shade. */
export function keepBanner(
  banner: NotificationView | null,
  shade: readonly NotificationView[],
): NotificationView | null {
  return banner !== null && shade.some((item) => item.id === banner.id) ? banner : null;
}

/** The sound to play now: the newest that arrived. Several at once are one noise on a real phone, too. */
export function soundToPlay(before: readonly SoundEvent[] | null, after: readonly SoundEvent[]): SoundEvent | null {
  return arrived(before, after).reduce<SoundEvent | null>(
    (best, event) => (best === null || event.at > best.at ? event : best),
    null,
  );
}

/** What there is to say about a sound event. `default` names the system's own tone. */
export type Heard =
  | { readonly kind: 'sound'; readonly name: string; readonly isDefault: boolean; readonly vibrated: boolean }
  | { readonly kind: 'vibration' }
  | { readonly kind: 'nothing' };

/** A file name loses its path and extension for display: `android.resource://…/raw/hualala` and `hualala.caf` are `hualala`. */
export function heardOf(event: Pick<SoundEvent, 'played' | 'soundId' | 'vibrated'>): Heard {
  if (event.soundId === null || event.played === null) return { kind: event.vibrated ? 'vibration' : 'nothing' };
  const file = event.played.split('/').at(-1) ?? event.played;
  const name = file.replace(/\.[a-z0-9]{1,4}$/iu, '');
  return { kind: 'sound', name, isDefault: event.played === 'default', vibrated: event.vibrated };
}
