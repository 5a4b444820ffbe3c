import type { RuleProfile } from '../../profile.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { XiaomiApp } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext } from '../types.ts';
import type { AppChannel } from './app-channels.ts';
import { codePoints, type Draft, extraOf, isPassThrough, parseLong, utf8Length } from './draft.ts';
import { isReservedExtra, NO_EXTRAS } from './extras.ts';
import { invalid, missing, type Refusal, refuse } from './refusal.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';
import { applyTemplate, type TemplateResult } from './template.ts';

export const TITLE_LIMIT = 50;
export const DESCRIPTION_LIMIT = 128;
export const PAYLOAD_LIMIT = 4096;
export const EXTRA_KEYS_LIMIT = 10;
export const EXTRA_LENGTH_LIMIT = 1024;
export const CALLBACK_URL_LIMIT = 1024;
export const CALLBACK_PARAM_LIMIT = 64;

/** Simulated time, and how a sender's time becomes one. */
export type Times = Pick<ReceiveContext, 'now' | 'senderTime'>;

/** One message and all that the checks of it need to know. */
export interface MessageInput {
  readonly draft: Draft;
  readonly app: XiaomiApp;
  readonly channel: AppChannel | undefined;
  readonly channels: readonly AppChannel[];
  readonly template: TemplateResult;
  readonly times: Times;
  readonly profile: RuleProfile['xiaomi'];
}

/** A check of a message: null when it passes. */
interface MessageCheck {
  readonly rule: CheckRuleId;
  readonly run: (input: MessageInput) => Refusal | null;
}

/** Gathers what the checks need. */
export function messageInput(
  draft: Draft,
  app: XiaomiApp,
  channels: readonly AppChannel[],
  times: Times,
  profile: RuleProfile['xiaomi'],
): MessageInput {
  const id = extraOf(draft, 'channel_id');
  const channel = id === undefined ? undefined : channels.find((item) => item.id === id);
  const template: TemplateResult = profile.messageClasses ? applyTemplate(draft, app, channel) : { kind: 'none' };
  return { draft, app, channel, channels, template, times, profile };
}

const listing = (items: readonly string[]): string => (items.length === 0 ? '–' : items.join(', '));

function packageKnown({ draft, app, profile }: MessageInput): Refusal | null {
  const foreign = draft.packageNames.find((name) => !app.packageNames.includes(name));
  if (foreign === undefined) return null;
  return refuse('xiaomi-package-known', profile.wrongPackageCode, 'Invalid package name.', {
    received: shorten(foreign),
    app: app.appId,
    expected: listing(app.packageNames),
  });
}

function textPresent({ draft, template }: MessageInput): Refusal | null {
  if (isPassThrough(draft) || template.kind === 'texts') return null;
  const empty = draft.title.trim() === '' ? 'title' : draft.description.trim() === '' ? 'description' : null;
  if (empty === null) return null;
  return refuse('xiaomi-text-present', 65011, 'Title or Description is empty!', { received: empty });
}

function textLength({ draft, template }: MessageInput): Refusal | null {
  if (isPassThrough(draft) || template.kind === 'texts') return null;
  return tooLong('title', draft.title, TITLE_LIMIT) ?? tooLong('description', draft.description, DESCRIPTION_LIMIT);
}

function tooLong(name: string, text: string, limit: number): Refusal | null {
  // No text has more code points than units.
  if (text.length < limit) return null;
  const received = codePoints(text);
  if (received < limit) return null;
  return refuse('xiaomi-text-length', 10041, `${name} must be shorter than ${limit} characters`, {
    name,
    received,
    limit,
  });
}

function payloadSize({ draft }: MessageInput): Refusal | null {
  // No character of a string takes more than three bytes for each of its units.
  if (draft.payload.length * 3 <= PAYLOAD_LIMIT) return null;
  const received = utf8Length(draft.payload);
  return received > PAYLOAD_LIMIT
    ? refuse('xiaomi-payload-size', 65009, `payload must not exceed ${PAYLOAD_LIMIT} bytes`, { received })
    : null;
}

const DAY_MS = 86_400_000;

const bad = (name: string, received: string, must: string, expected: string): Refusal =>
  invalid('xiaomi-numbers', name, shorten(received), must, expected);

/** A `time_to_send` on the simulator's clock, ms; what is no integer is never this far. */
export const timeToSend = (text: string, { senderTime }: Times): number => senderTime(Number(parseLong(text) ?? 0n));

/** Does this time lie further ahead than a job may wait? */
export const isTooFar = (text: string, days: number, times: Times): boolean =>
  timeToSend(text, times) > times.now + days * DAY_MS;

function numbers({ draft, times, profile }: MessageInput): Refusal | null {
  const { notifyType, notifyId, timeToLive, timeToSend: due } = draft;
  const type = notifyType === '' ? -1n : parseLong(notifyType);
  if (type === null || type < -1n || type > 7n)
    return bad('notify_type', notifyType, 'an integer from -1 to 7', '-1 … 7');
  if (notifyId !== '' && parseLong(notifyId) === null) return bad('notify_id', notifyId, 'an integer', 'int64');
  const life = timeToLive === '' ? 0n : parseLong(timeToLive);
  if (life === null || life < 0n) return bad('time_to_live', timeToLive, 'an integer of 0 or more (ms)', '≥ 0 ms');
  if (due === '') return null;
  if (parseLong(due) === null) return bad('time_to_send', due, 'an integer (ms since 1970)', 'int64 ms');
  return isTooFar(due, profile.scheduleDays, times)
    ? bad('time_to_send', due, `at most ${profile.scheduleDays} days ahead`, `≤ now + ${profile.scheduleDays} d`)
    : null;
}

function developerExtras(draft: Draft): readonly (readonly [string, string])[] {
  if (draft.extra === NO_EXTRAS) return [];
  return Object.entries(draft.extra).filter(([key]) => !isReservedExtra(key));
}

function extraCount({ draft }: MessageInput): Refusal | null {
  const received = developerExtras(draft).length;
  return received > EXTRA_KEYS_LIMIT
    ? refuse('xiaomi-extra-count', 65014, `extra must not have more than ${EXTRA_KEYS_LIMIT} keys`, { received })
    : null;
}

function extraLength({ draft }: MessageInput): Refusal | null {
  let received = 0;
  for (const [key, value] of developerExtras(draft)) received += codePoints(key) + codePoints(value);
  return received > EXTRA_LENGTH_LIMIT
    ? refuse('xiaomi-extra-length', 65015, `extra must not exceed ${EXTRA_LENGTH_LIMIT} characters`, { received })
    : null;
}

function callbackUrlLength({ draft }: MessageInput): Refusal | null {
  const url = extraOf(draft, 'callback');
  if (url === undefined) return null;
  const received = codePoints(url);
  return received > CALLBACK_URL_LIMIT
    ? refuse('xiaomi-callback-url-length', 65037, `callback must not exceed ${CALLBACK_URL_LIMIT} characters`, {
        received,
      })
    : null;
}

function callbackUrl({ draft }: MessageInput): Refusal | null {
  const url = extraOf(draft, 'callback');
  if (url === undefined || (/^https?:\/\//i.test(url) && URL.canParse(url))) return null;
  return refuse('xiaomi-callback-url', 65038, 'callback must be an http or https url', { received: shorten(url) });
}

function callbackParam({ draft }: MessageInput): Refusal | null {
  const param = extraOf(draft, 'callback.param');
  if (param === undefined) return null;
  const received = utf8Length(param);
  return received > CALLBACK_PARAM_LIMIT
    ? refuse('xiaomi-callback-param', 65036, `callback.param must not exceed ${CALLBACK_PARAM_LIMIT} bytes`, {
        received,
      })
    : null;
}

export const JOBKEY = /^[0-9A-Za-z-][0-9A-Za-z_-]{0,19}$/;

function jobkey({ draft }: MessageInput): Refusal | null {
  const key = extraOf(draft, 'jobkey');
  if (key === undefined || JOBKEY.test(key)) return null;
  return refuse('xiaomi-jobkey', 10017, 'jobkey must be 1 to 20 of [0-9A-Za-z_-] and not begin with _', {
    received: shorten(key),
  });
}

function notifyEffect({ draft }: MessageInput): Refusal | null {
  const effect = extraOf(draft, 'notify_effect');
  if (effect === undefined || effect === '1') return null;
  const bad = (reason: string): Refusal =>
    refuse('xiaomi-notify-effect', 10017, `notify_effect ${reason}`, { received: shorten(effect) });
  const has = (key: string): boolean => extraOf(draft, key) !== undefined;
  if (effect === '2') return has('intent_uri') || has('class_name') ? null : bad('2 needs intent_uri or class_name');
  if (effect === '3') return has('web_uri') ? null : bad('3 needs web_uri');
  return bad('must be 1, 2 or 3');
}

function channelKnown({ draft, app, channel, channels }: MessageInput): Refusal | null {
  const id = extraOf(draft, 'channel_id');
  if (id === undefined || channel) return null;
  return refuse('xiaomi-channel', 27001, 'invalid channel info!', {
    received: shorten(id),
    app: app.appId,
    expected: listing(channels.map((item) => item.id)),
  });
}

const templateUsable = ({ template }: MessageInput): Refusal | null =>
  template.kind === 'unusable'
    ? refuse('xiaomi-template', 27001, `invalid template: ${shorten(template.why)}`, {
        received: shorten(template.why),
      })
    : null;

const PASS_THROUGH: ReadonlySet<string> = new Set(['', '0', '1']);

/**
 * The checks of one message in the order in which they are made (numbers 5 to 11 of the order that Pushpit chose;
 * the real order is not published).
 */
export const MESSAGE_CHECKS: readonly MessageCheck[] = [
  {
    rule: 'xiaomi-package-required',
    run: ({ draft }) =>
      draft.packageNames.length === 0 ? missing('xiaomi-package-required', 'restricted_package_name') : null,
  },
  { rule: 'xiaomi-package-known', run: packageKnown },
  {
    rule: 'xiaomi-pass-through-value',
    run: ({ draft }) =>
      PASS_THROUGH.has(draft.passThrough.trim())
        ? null
        : invalid('xiaomi-pass-through-value', 'pass_through', shorten(draft.passThrough), '0 or 1', '0, 1'),
  },
  {
    rule: 'xiaomi-pass-through-payload',
    run: ({ draft }) =>
      isPassThrough(draft) && draft.payload === '' ? missing('xiaomi-pass-through-payload', 'payload') : null,
  },
  { rule: 'xiaomi-text-present', run: textPresent },
  { rule: 'xiaomi-text-length', run: textLength },
  { rule: 'xiaomi-payload-size', run: payloadSize },
  { rule: 'xiaomi-numbers', run: numbers },
  { rule: 'xiaomi-extra-count', run: extraCount },
  { rule: 'xiaomi-extra-length', run: extraLength },
  { rule: 'xiaomi-callback-url-length', run: callbackUrlLength },
  { rule: 'xiaomi-callback-url', run: callbackUrl },
  { rule: 'xiaomi-callback-param', run: callbackParam },
  { rule: 'xiaomi-jobkey', run: jobkey },
  { rule: 'xiaomi-notify-effect', run: notifyEffect },
  { rule: 'xiaomi-channel', run: channelKnown },
  { rule: 'xiaomi-template', run: templateUsable },
];

/** The steps of a message that passes every check. */
export const MESSAGE_PASSED: readonly TraceStep[] = MESSAGE_CHECKS.map(({ rule }) => channelStep(rule, 'pass'));

/** Runs the checks; `steps` are those that passed. */
export function checkMessage(input: MessageInput): {
  readonly steps: readonly TraceStep[];
  readonly refusal: Refusal | null;
} {
  let passed = 0;
  for (const check of MESSAGE_CHECKS) {
    const refusal = check.run(input);
    if (refusal) return { steps: MESSAGE_PASSED.slice(0, passed), refusal };
    passed += 1;
  }
  return { steps: MESSAGE_PASSED, refusal: null };
}

/** The step of a refusal, with the code in its parameters. */
export function refusalStep(refusal: Refusal): TraceStep {
  const params: TraceParams = { ...refusal.params, code: refusal.code, reason: refusal.reason };
  return channelStep(refusal.rule, 'stop', params);
}
