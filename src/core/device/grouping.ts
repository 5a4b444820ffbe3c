import { androidVersion } from './android.ts';
import { skinOf } from './android-skins.ts';
import { condition, setting } from './phone-settings.ts';
import type { Device, ShadeNotification } from './types.ts';

/**
 * Where a group stands: among the others; below them, as silent (Android 10 and later); or put aside until Focus or
 * the scheduled summary ends (iOS).
 */
export type ShadeSection = 'alerting' | 'silent' | 'focus' | 'summary';

/** Notifications that stand as one in the shade. A single one is a group of its own. */
export interface NotificationGroup {
  /** The same for as long as the group is there. */
  readonly key: string;
  /** Why they stand together: it is `alone`, the `sender` named a group, or the system puts the `app`'s together. */
  readonly by: 'alone' | 'sender' | 'app';
  readonly section: ShadeSection;
  /** Ids, newest first. */
  readonly notifications: readonly string[];
}

const SECTIONS: readonly ShadeSection[] = ['alerting', 'silent', 'focus', 'summary'];

/** Stock Android of these versions groups from two on, older ones and every maker's system from four (AOSP's `config_autoGroupAtCount`). */
const EARLY = { from: 13, count: 2 } as const;
const LATE = 4;
/** Groups of one count as ungrouped since this version. */
const SPARSE_FROM = 16;
/** The shade has a part for what is silent since this version. */
const SILENT_FROM = 10;
/** One alone is never a group. */
const LEAST = 2;
/** An iPhone stacks two of a kind already. */
const IOS_GROUP = 2;

const isStock = (device: Device): boolean => skinOf(device).ships.popUps !== false;

/** From how many notifications of an app without a group of their own this phone puts them together. */
export function autoGroupAt(device: Device): number {
  if (device.platform === 'ios') return IOS_GROUP;
  const chosen = condition(device, 'groupAt');
  if (chosen > 0) return Math.max(chosen, LEAST);
  return isStock(device) && androidVersion(device) >= EARLY.from ? EARLY.count : LATE;
}

/** Do not disturb may keep a notification out of the shade altogether. */
export const inShade = ({ heldBack }: ShadeNotification): boolean => heldBack !== 'dnd';

function sectionOf(device: Device, { quiet, heldBack }: ShadeNotification): ShadeSection {
  if (heldBack === 'summary' && setting(device, 'scheduledSummary')) return 'summary';
  if (heldBack === 'focus' && condition(device, 'focus')) return 'focus';
  return quiet && device.platform === 'android' && androidVersion(device) >= SILENT_FROM ? 'silent' : 'alerting';
}

interface Bucket {
  readonly key: string;
  readonly by: 'sender' | 'app';
  readonly section: ShadeSection;
  readonly ids: string[];
}

/** Every notification in the bucket with which it might stand; the buckets in the order of their newest. */
function bucketsOf(device: Device, notes: readonly ShadeNotification[]): Bucket[] {
  const buckets = new Map<string, Bucket>();
  const sizes = new Map<string, number>();
  const given = ({ app, groupKey }: ShadeNotification) =>
    groupKey === undefined ? null : JSON.stringify([app, groupKey]);
  for (const note of notes) {
    const name = given(note);
    if (name !== null) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const sparse = isStock(device) && androidVersion(device) >= SPARSE_FROM && device.platform === 'android';
  for (const note of notes) {
    const section = sectionOf(device, note);
    const name = given(note);
    const own = name !== null && !(sparse && sizes.get(name) === 1);
    const key = `${section}:${own ? name : JSON.stringify([note.app])}`;
    const bucket = buckets.get(key) ?? { key, by: own ? 'sender' : 'app', section, ids: [] };
    bucket.ids.push(note.id);
    buckets.set(key, bucket);
  }
  return [...buckets.values()];
}

/**
 * How these notifications of a phone stand together, from top to bottom: what alerts first, then what is silent or put
 * aside, each newest first. iOS stacks by thread identifier or app; Android by the group that the sender named, and an
 * app's others from `autoGroupAt` on. Sources: Apple's documentation of `thread-id`; Android's of notification groups
 * and AOSP's `GroupHelper` (build-dependent). Makers' systems: unconfirmed, see `skin-gaps.ts`.
 */
export function groupsOf(device: Device, notes: readonly ShadeNotification[]): readonly NotificationGroup[] {
  const shown = notes.filter(inShade);
  const order = new Map(shown.map(({ id }, index) => [id, index]));
  const threshold = autoGroupAt(device);
  const groups = bucketsOf(device, shown).flatMap(({ key, by, section, ids }): NotificationGroup[] => {
    const least = by === 'app' ? threshold : LEAST;
    if (ids.length >= least) return [{ key, by, section, notifications: ids }];
    return ids.map((id) => ({ key: id, by: 'alone', section, notifications: [id] }));
  });
  const rank = ({ section, notifications: [first] }: NotificationGroup): number =>
    SECTIONS.indexOf(section) * shown.length + (order.get(first ?? '') ?? 0);
  return groups.sort((one, other) => rank(one) - rank(other));
}
