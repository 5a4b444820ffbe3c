import { isObject, type JsonObject } from '../kit/json.ts';
import type { AcceptedPush } from '../types.ts';

/** An accepted APNs push in the channel's own form: the headers that the phone or the store still needs, and the body. */
export interface ApnsPayload {
  readonly topic: string;
  readonly pushType: string | null;
  readonly priority: 1 | 5 | 10;
  readonly collapseId: string | null;
  /** The body as the app gets it (`userInfo`). */
  readonly userInfo: JsonObject;
}

export type ApnsPush = AcceptedPush<ApnsPayload>;

export interface Alert {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly body: string | null;
  /** A text is a key of the app's strings table rather than a text. */
  readonly localized: string | null;
}

/** What a phone reads out of `aps`. Wrong types count as absent; `lint.ts` and `present.ts` say so. */
export interface Aps {
  readonly alert: Alert | null;
  /** Applied as it is; null = the icon keeps its number. */
  readonly badge: number | null;
  /** Untyped: the phone decides what becomes of it. */
  readonly sound: unknown;
  readonly contentAvailable: boolean;
  /** A service extension may change it: only an alert in the form of an object is given to one. */
  readonly mutableContent: boolean;
  readonly level: 'passive' | 'active' | 'time-sensitive' | 'critical';
  /** What it is grouped by in Notification Centre. */
  readonly threadId: string | null;
  readonly category: string | null;
}

/** Stored pushes come back from disk untyped; what is damaged counts as an empty push. */
export function asPayload(push: AcceptedPush): ApnsPayload {
  const value = push.payload;
  if (isObject(value) && isObject(value.userInfo)) return value as unknown as ApnsPayload;
  return { topic: push.app, pushType: null, priority: 10, collapseId: null, userInfo: {} };
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const LEVELS = ['passive', 'active', 'time-sensitive', 'critical'] as const;
export const isLevel = (value: unknown): value is Aps['level'] => LEVELS.some((level) => level === value);

export function readAps(userInfo: JsonObject): Aps {
  const aps = isObject(userInfo.aps) ? userInfo.aps : {};
  const level = aps['interruption-level'];
  return {
    alert: readAlert(aps.alert),
    badge: readBadge(aps.badge),
    sound: aps.sound,
    contentAvailable: aps['content-available'] === 1,
    mutableContent: aps['mutable-content'] === 1 && isObject(aps.alert),
    level: isLevel(level) ? level : 'active',
    threadId: text(aps['thread-id']),
    category: text(aps.category),
  };
}

/** `alert` as a string is the body alone; an object without any text shows nothing. */
export function readAlert(value: unknown): Alert | null {
  if (typeof value === 'string') {
    return value === '' ? null : { title: null, subtitle: null, body: value, localized: null };
  }
  if (!isObject(value)) return null;
  const titleKey = text(value['title-loc-key']);
  const subtitleKey = text(value['subtitle-loc-key']);
  const bodyKey = text(value['loc-key']);
  const title = text(value.title) ?? titleKey;
  const subtitle = text(value.subtitle) ?? subtitleKey;
  const body = text(value.body) ?? bodyKey;
  if (title === null && subtitle === null && body === null) return null;
  const localized = [
    text(value.title) === null ? titleKey : null,
    text(value.subtitle) === null ? subtitleKey : null,
    text(value.body) === null ? bodyKey : null,
  ].find((key) => key !== null);
  return { title, subtitle, body, localized: localized ?? null };
}

/** A number from 0 up, fractions cut. Strings and negative numbers change nothing. */
function readBadge(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 ? Math.trunc(value) : null;
}

/** Line for a list: the alert's title and body; both null when nothing is shown. */
export function alertTexts(userInfo: JsonObject): { readonly title: string | null; readonly body: string | null } {
  const aps = userInfo.aps;
  const alert = isObject(aps) ? readAlert(aps.alert) : null;
  return { title: alert?.title ?? null, body: alert?.body ?? null };
}

/** The app's own text beside `aps`: as it is when a string, as JSON when it is anything else. */
export function readExt(userInfo: JsonObject): string | null {
  const ext = userInfo.ext;
  if (ext === undefined) return null;
  return typeof ext === 'string' ? ext : JSON.stringify(ext);
}
