import type { TraceStep } from '../../trace/types.ts';
import { isObject, type JsonObject } from '../kit/json.ts';
import { lintAlert } from './lint-alert.ts';
import { lintKeys } from './lint-keys.ts';
import { type Note, typeName, valueText } from './lint-note.ts';
import { isLevel, readAlert } from './payload.ts';
import type { Run } from './run.ts';
import { isoTime, shown } from './text.ts';

/**
 * What APNs takes without a word although the phone will not show it as meant. Adds one note per finding to `trace`;
 * a push without findings adds nothing.
 */
export function lint(run: Run, payload: JsonObject, trace: TraceStep[]): void {
  const note: Note = (name, params) => {
    trace.push({ stage: 'channel', rule: `apns-lint-${name}`, verdict: 'note', ...(params && { params }) });
  };
  lintHeaders(run, note);
  lintKeys(payload, note);
  const aps = payload.aps;
  if (isObject(aps)) lintAps(run, aps, note);
  else lintWithoutAps(run, aps, note);
  const ext = payload.ext;
  if (ext !== undefined && typeof ext !== 'string') note('ext-type', { type: typeName(ext) });
}

/** Numbers below are too small to be a time of today: 2001-09-09. */
const EARLIEST_SENSIBLE = 1_000_000_000;
/** From here on a number of seconds lies after the year 5138, so it is one of milliseconds. */
const EARLIEST_MS = 100_000_000_000;

function lintHeaders(run: Run, note: Note): void {
  const { headers, context } = run;
  if (headers.pushType === null) note('push-type-missing');
  if (headers.unknown !== null) note('unknown-header', { header: shown(headers.unknown) });
  if (headers.authorization !== null && run.request.connection.clientCertificate !== null)
    note('authorization-ignored');
  if (headers.expiration === null || headers.expiration === '0') return;
  const seconds = Number(headers.expiration);
  const suspicion = expirationFault(seconds, context.now);
  if (suspicion !== null) note(suspicion, { received: headers.expiration, at: isoTime(seconds * 1000) });
}

function expirationFault(seconds: number, now: number): string | null {
  if (seconds < EARLIEST_SENSIBLE) return 'expiration-1970';
  if (seconds >= EARLIEST_MS) return 'expiration-milliseconds';
  return seconds * 1000 <= now ? 'expiration-past' : null;
}

function lintAps(run: Run, aps: JsonObject, note: Note): void {
  const { pushType, priority } = run.headers;
  lintAlert(aps, note);
  lintBadge(aps.badge, note);
  lintSound(aps.sound, note);
  for (const key of ['content-available', 'mutable-content'] as const) {
    const value = aps[key];
    if (value !== undefined && value !== 1 && value !== 0) note('flag-type', { key, received: valueText(value) });
  }
  const level = aps['interruption-level'];
  if (level !== undefined && !isLevel(level)) note('interruption-level', { received: valueText(level) });
  const score = aps['relevance-score'];
  if (typeof score === 'number' && pushType !== 'liveactivity' && (score < 0 || score > 1)) {
    note('relevance-score', { received: score });
  }
  if (aps['mutable-content'] === 1 && !(isObject(aps.alert) && readAlert(aps.alert) !== null)) {
    note('mutable-without-alert');
  }
  const visible = aps.alert !== undefined || aps.badge !== undefined || aps.sound !== undefined;
  const wakes = aps['content-available'] === 1;
  if (pushType === 'background' && visible) note('background-visible');
  if ((pushType === 'background' || (wakes && !visible)) && (priority ?? '10') === '10') note('background-priority');
  if (pushType === 'background' && !wakes) note('background-without-flag');
  if (pushType === 'alert' && !visible) note('alert-invisible');
}

/** Types whose body carries no `aps`, or one without anything to show. */
const WITHOUT_APS: ReadonlySet<string | null> = new Set([
  'mdm',
  'fileprovider',
  'complication',
  'voip',
  'pushtotalk',
  'location',
]);

function lintWithoutAps(run: Run, aps: unknown, note: Note): void {
  if (aps !== undefined) note('aps-type', { type: typeName(aps) });
  else if (!WITHOUT_APS.has(run.headers.pushType)) note('aps-missing');
}

function lintBadge(badge: unknown, note: Note): void {
  if (badge === undefined) return;
  if (typeof badge !== 'number') note('badge-type', { received: valueText(badge), type: typeName(badge) });
  else if (badge < 0) note('badge-negative', { received: badge });
  else if (!Number.isInteger(badge)) note('badge-fraction', { received: badge, used: Math.trunc(badge) });
}

function lintSound(sound: unknown, note: Note): void {
  if (sound === undefined) return;
  if (sound === '') note('sound-empty');
  else if (isObject(sound)) {
    if (sound.critical !== 1) note('sound-critical', { received: valueText(sound.critical) });
    const { volume } = sound as { readonly volume?: unknown };
    if (volume !== undefined && (typeof volume !== 'number' || volume < 0 || volume > 1)) {
      note('sound-volume', { received: valueText(volume) });
    }
  } else if (typeof sound !== 'string') note('sound-type', { received: valueText(sound), type: typeName(sound) });
}
