import type { TraceParams, TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import type { Form } from '../kit/form.ts';
import type { JsonObject } from '../kit/json.ts';
import { find } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { Call } from './call.ts';
import { isPostable } from './dispatch.ts';
import { camelCase, type Source } from './fields.ts';
import { isContentCategory } from './message-class.ts';
import {
  BROADCAST_FIELDS,
  LIFE_DEFAULT,
  LIFE_LIMIT,
  NOTIFICATION_FIELDS,
  type OppoNotification,
  SHOWN_CONTENT,
} from './notification.ts';
import type { LintRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

interface Linter {
  readonly rule: LintRuleId;
  /** What the note says; null = nothing to say. */
  look(notification: OppoNotification, call: Call): TraceParams | null;
}

const BARE: TraceParams = {};

const knownPicture = ({ state, app, context }: Call, id: string): boolean => {
  const picture = find(state.pictures, id);
  return picture !== undefined && picture.appId === app.appId && picture.until > context.now;
};

function longContent({ style, content }: OppoNotification): TraceParams | null {
  if (style !== 1 || content.length <= SHOWN_CONTENT) return null;
  const received = codePoints(content);
  return received > SHOWN_CONTENT ? { received, limit: SHOWN_CONTENT } : null;
}

const LINTERS: readonly Linter[] = [
  { rule: 'oppo-content-cut', look: longContent },
  { rule: 'oppo-off-line-off', look: ({ keepOffline }) => (keepOffline ? null : BARE) },
  {
    rule: 'oppo-ttl-default',
    look: ({ keepOffline, life }) => (keepOffline && life === null ? { value: LIFE_DEFAULT } : null),
  },
  {
    rule: 'oppo-ttl-cut',
    look: ({ life }) => (life !== null && life > LIFE_LIMIT ? { received: life, limit: LIFE_LIMIT } : null),
  },
  {
    rule: 'oppo-no-channel',
    look: ({ channelId, category }) => (channelId === null && category === null ? BARE : null),
  },
  {
    rule: 'oppo-channel-unregistered',
    look: ({ channelId, category }, { app }) =>
      channelId === null || category !== null || app.channels.some(({ id }) => id === channelId)
        ? null
        : { received: shorten(channelId) },
  },
  { rule: 'oppo-wifi-only', look: ({ wifiOnly }) => (wifiOnly ? BARE : null) },
  { rule: 'oppo-show-ttl', look: ({ showTtl }) => (showTtl === null ? null : { received: showTtl }) },
  {
    rule: 'oppo-callback-address',
    look: ({ callbackUrl }) =>
      callbackUrl === null || isPostable(callbackUrl) ? null : { received: shorten(callbackUrl) },
  },
  {
    rule: 'oppo-level-shade-only',
    look: ({ category, level }) =>
      isContentCategory(category) && level !== null && level > 1 ? { received: category } : null,
  },
  {
    rule: 'oppo-template-text',
    look: ({ templateId }, { app }) =>
      templateId !== null && app.templates !== undefined ? { received: shorten(templateId) } : null,
  },
  {
    rule: 'oppo-template-unlisted',
    look: ({ templateId }, { app }) =>
      templateId !== null && app.templates === undefined ? { received: shorten(templateId) } : null,
  },
  {
    rule: 'oppo-picture-unknown',
    look: ({ bigPictureId, smallPictureId }, call) => {
      const unknown = [bigPictureId, smallPictureId].find((id) => id !== null && !knownPicture(call, id));
      return unknown === undefined || unknown === null ? null : { received: shorten(unknown) };
    },
  },
  {
    rule: 'oppo-badge-dot',
    look: ({ badgeOperation }, { context }) =>
      badgeOperation !== null && !context.profile.oppo.badgeNumbers ? BARE : null,
  },
];

/** Notes without particulars are made once: they would pile up in the history otherwise. */
const bareNotes = new Map<LintRuleId, TraceStep>();

function note(rule: LintRuleId, params: TraceParams): TraceStep {
  if (params !== BARE) return channelStep(rule, 'note', params);
  const made = bareNotes.get(rule) ?? channelStep(rule, 'note', BARE);
  bareNotes.set(rule, made);
  return made;
}

/** What an accepted notification will not do as meant. */
export function lintNotification(notification: OppoNotification, call: Call): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const { rule, look } of LINTERS) {
    const params = look(notification, call);
    if (params) steps.push(note(rule, params));
  }
  return steps;
}

const OFF: ReadonlySet<unknown> = new Set([undefined, 0, '0', false, 'false']);

/** Fields of a unicast that only broadcasts know. */
export function lintBroadcastOnly(source: Source): readonly TraceStep[] {
  const names = BROADCAST_FIELDS.filter((name) => !OFF.has(source(name)));
  return names.length === 0 ? [] : [channelStep('oppo-broadcast-only', 'note', { received: names.join(', ') })];
}

const SNAKE: ReadonlySet<string> = new Set(NOTIFICATION_FIELDS);
const CAMEL: ReadonlySet<string> = new Set(
  NOTIFICATION_FIELDS.map(camelCase).filter((name) => !SNAKE.has(name) && name !== 'auditResponse'),
);
const COMMON: ReadonlySet<string> = new Set(['auth_token', 'sdk_version']);
const SHOWN_MAX = 10;

function unknownNote(names: readonly string[]): readonly TraceStep[] {
  if (names.length === 0) return [];
  const received = shorten(names.slice(0, SHOWN_MAX).join(', '));
  return [channelStep('oppo-unknown-parameter', 'note', { received })];
}

/** Keys of a notification object: the other spelling, and what nobody knows. */
export function lintKeys(raw: JsonObject): readonly TraceStep[] {
  const unknown: string[] = [];
  let camel = false;
  for (const key of Object.keys(raw)) {
    if (CAMEL.has(key)) camel = true;
    else if (!SNAKE.has(key) && unknown.length < SHOWN_MAX) unknown.push(key);
  }
  const notes = unknownNote(unknown);
  return camel ? [channelStep('oppo-camel-case', 'note'), ...notes] : notes;
}

const AROUND: ReadonlySet<string> = new Set(
  ['target_type', 'target_value', 'verify_registration_id', 'notification'].flatMap((name) => [name, camelCase(name)]),
);

/** Keys beside the notification of a message that OPPO does not know. */
export const lintAround = (around: JsonObject): readonly TraceStep[] =>
  unknownNote(Object.keys(around).filter((key) => !AROUND.has(key)));

/** Form fields that the interface does not know. `notification`: the fields of a notification are known too. */
export function lintForm(form: Form, known: readonly string[], notification = false): readonly TraceStep[] {
  const unknown: string[] = [];
  for (const name of form.values.keys()) {
    if (known.includes(name) || COMMON.has(name)) continue;
    if (notification && (SNAKE.has(name) || CAMEL.has(name))) continue;
    if (unknown.length < SHOWN_MAX) unknown.push(name);
  }
  return unknownNote(unknown);
}
