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

/** Where a notification stands on this phone. */
function sectionsOf(device: Device): (note: ShadeNotification) => ShadeSection {
  const silent = device.platform === 'android' && androidVersion(device) >= SILENT_FROM;
  return ({ quiet, heldBack }) => {
    if (heldBack === 'summary' && setting(device, 'scheduledSummary')) return 'summary';
    if (heldBack === 'focus' && condition(device, 'focus')) return 'focus';
    return silent && quiet ? 'silent' : 'alerting';
  };
}

interface Bucket {
  readonly key: string;
  readonly by: 'sender' | 'app';
  readonly section: ShadeSection;
  /** Place of the newest in the shade. */
  readonly first: number;
  readonly ids: string[];
}

/** App and group as the sender named them; null without a group. No name of an app has a line feed. */
const givenGroup = ({ app, groupKey }: ShadeNotification): string | null =>
  groupKey === undefined ? null : `${app}\n${groupKey}`;

/** Groups in which nobody else stands, where such a one counts as none. */
function lonely(device: Device, notes: readonly ShadeNotification[]): ReadonlySet<string> {
  const once = new Set<string>();
  if (device.platform === 'ios' || !isStock(device) || androidVersion(device) < SPARSE_FROM) return once;
  const seen = new Set<string>();
  for (const note of notes) {
    const name = givenGroup(note);
    if (name === null) continue;
    if (seen.has(name)) once.delete(name);
    else once.add(name);
    seen.add(name);
  }
  return once;
}

/** Every notification in the bucket with which it might stand; the buckets in the order of their newest. */
function bucketsOf(device: Device, notes: readonly ShadeNotification[]): Bucket[] {
  const buckets = new Map<string, Bucket>();
  const alone = lonely(device, notes);
  const sectionOf = sectionsOf(device);
  for (const [first, note] of notes.entries()) {
    const section = sectionOf(note);
    const name = givenGroup(note);
    const own = name !== null && !alone.has(name);
    const key = `${section}:${own ? name : note.app}`;
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, { key, by: own ? 'sender' : 'app', section, first, ids: [note.id] });
    else bucket.ids.push(note.id);
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
  const threshold = autoGroupAt(device);
  const placed: { readonly at: number; readonly group: NotificationGroup }[] = [];
  const places = new Map<string, number>();
  for (const { key, by, section, first, ids } of bucketsOf(device, shown)) {
    const base = SECTIONS.indexOf(section) * shown.length;
    if (ids.length >= (by === 'app' ? threshold : LEAST)) {
      placed.push({ at: base + first, group: { key, by, section, notifications: ids } });
      continue;
    }
    if (places.size === 0) for (const [index, { id }] of shown.entries()) places.set(id, index);
    for (const id of ids) {
      const group: NotificationGroup = { key: id, by: 'alone', section, notifications: [id] };
      placed.push({ at: base + (places.get(id) ?? first), group });
    }
  }
  return placed.sort((one, other) => one.at - other.at).map(({ group }) => group);
}
