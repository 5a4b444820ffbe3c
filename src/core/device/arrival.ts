import type { AcceptedPush } from '../channels/types.ts';
import type { Ids } from '../ports.ts';
import { countOf } from './android-skins.ts';
import { setBadge } from './badge.ts';
import { atLockScreen, withoutPassed } from './passing.ts';
import type { Device, Presentation, ShadeNotification, SoundEvent } from './types.ts';

const SHADE_LENGTH = 100;
const SOUND_LOG_LENGTH = 20;
/** Background pushes that the phone remembers having woken the app. */
const WAKES = 100;

export interface ArrivalFacts {
  readonly push: AcceptedPush;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
  readonly now: number;
  readonly ids: Ids;
  /** For the notification, if there is one. */
  readonly notificationId: string;
}

export interface Arrival {
  readonly device: Device;
  /** null when nothing stands in the shade because of this push. */
  readonly notification: ShadeNotification | null;
}

/** Puts what a channel's `present` decided onto the phone: shade with order and replacement, sound, badge, memory. */
export function arrive(device: Device, presentation: Presentation, facts: ArrivalFacts): Arrival {
  const { notification: draft, sound, android } = presentation;
  const others = draft === null ? device.shade : othersThatStay(shadeBelow(device, draft), draft, presentation);
  const badge = presentation.badge === 'count' ? counted(others, draft) : presentation.badge;
  // Where the launcher counts but shows no number, the notification tells none.
  const shown = presentation.badge === 'count' && draft?.badge === null ? undefined : badge;
  const notification = draft === null ? null : notificationOf(draft, device, shown, facts);
  if (isTraceless(presentation, notification, badge)) {
    return { device, notification: null };
  }
  const next: Device = {
    ...device,
    android: android ?? device.android,
    shade: notification === null ? device.shade : onTop(notification, others),
    soundLog:
      sound === null
        ? device.soundLog
        : [soundEvent(sound, notification, facts), ...device.soundLog.slice(0, SOUND_LOG_LENGTH - 1)],
  };
  const woken =
    presentation.woke === true ? { ...next, wakes: [facts.now, ...(next.wakes ?? [])].slice(0, WAKES) } : next;
  const counts = presentation.badge === 'count';
  const how = counts ? 'count' : (presentation.badgeHow ?? 'absolute');
  const writer = { by: counts ? 'launcher' : 'push', how, on: 'push', pushId: facts.push.id } as const;
  return { device: badge === undefined ? woken : setBadge(woken, badge, writer, facts.now), notification };
}

const isTraceless = (
  { sound, android, woke }: Presentation,
  notification: ShadeNotification | null,
  badge: number | undefined,
): boolean =>
  notification === null && sound === null && badge === undefined && android === undefined && woke === undefined;

type Draft = NonNullable<Presentation['notification']>;

/** A banner that leaves nothing behind ends with the next one. */
const shadeBelow = (device: Device, { listed }: Draft): readonly ShadeNotification[] =>
  listed === false && !atLockScreen(device) ? withoutPassed(device).shade : device.shade;

/** What a launcher that counts makes of the shade with the new one on top. */
function counted(others: readonly ShadeNotification[], draft: Draft | null): number {
  let total = draft === null ? 0 : countOf(draft);
  let room = SHADE_LENGTH - (draft === null ? 0 : 1);
  for (const one of others) {
    if (room === 0) break;
    total += countOf(one);
    room -= 1;
  }
  return total;
}

/**
 * What stays below the new one: everything with another key, bounded, and of the new one's app no more than `limit`
 * with it. The list begins with the newest, so the oldest leave.
 */
function othersThatStay(
  shade: readonly ShadeNotification[],
  added: Draft,
  { shadeLimit: limit = Number.POSITIVE_INFINITY, unique = false }: Presentation,
): readonly ShadeNotification[] {
  const replaces = !unique && shade.some((one) => one.replaceKey === added.replaceKey && one.app === added.app);
  // The usual case copies nothing here.
  if (!replaces && shade.length < limit) return shade;
  const rest: ShadeNotification[] = [];
  let ofApp = 1;
  for (const one of shade) {
    if (rest.length === SHADE_LENGTH - 1) break;
    if (one.app === added.app) {
      if (one.replaceKey === added.replaceKey || ofApp >= limit) continue;
      ofApp += 1;
    }
    rest.push(one);
  }
  return rest;
}

/** One allocation of the right length: with a full shade this is the largest part of what a push leaves behind. */
function onTop(added: ShadeNotification, others: readonly ShadeNotification[]): ShadeNotification[] {
  const length = Math.min(SHADE_LENGTH, others.length + 1);
  const shade = new Array<ShadeNotification>(length).fill(added);
  for (let i = 1; i < length; i++) shade[i] = others[i - 1] ?? added;
  return shade;
}

const notificationOf = (
  draft: Draft,
  device: Device,
  badge: number | undefined,
  facts: ArrivalFacts,
): ShadeNotification => ({
  ...draft,
  badge: badge ?? draft.badge,
  id: facts.notificationId,
  deviceId: device.id,
  exchangeId: facts.exchangeId,
  outcomeId: facts.outcomeId,
  at: facts.now,
});

function soundEvent(
  sound: NonNullable<Presentation['sound']>,
  notification: ShadeNotification | null,
  facts: ArrivalFacts,
): SoundEvent {
  const id = notification === null ? facts.ids.next('s') : `s${notification.id}`;
  return { ...sound, id, at: facts.now, notificationId: notification?.id ?? null };
}
