import type { TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import { shorten } from '../kit/steps.ts';
import type { Call } from './call.ts';
import { chinaClock, isDay } from './china.ts';
import { type Draft, extraOf, isTest } from './draft.ts';
import {
  CALLBACK_LIMIT,
  CATEGORIES,
  CONTENT_LIMIT,
  ERA_LIMITS,
  lengthIn,
  MAP_LENGTH_LIMIT,
  MAP_PAIRS_LIMIT,
  REQUEST_ID_LIMIT,
  TITLE_LIMIT,
} from './limits.ts';
import { classOf } from './message.ts';
import { shownOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';
import { testText } from './test-text.ts';

/** A message to be checked. `many`: it goes to more than one phone. */
export interface MessageInput {
  readonly call: Call;
  readonly draft: Draft;
  readonly many: boolean;
}

/** One check; `rule` is what a pass is recorded as. */
export interface Check {
  readonly rule: CheckRuleId;
  readonly run: (input: MessageInput) => Refusal | null;
}

const limitsOf = ({ call }: MessageInput) => ERA_LIMITS[call.context.profile.vivo.era];

const lookOf = ({ draft }: MessageInput, name: string): string => shorten(shownOf(draft.body, name));

const missing = (name: string, code: number): Refusal => refuse('vivo-field-missing', code, { name });

const noText = ({ body }: Draft, name: string, code: number): Refusal =>
  refuse('vivo-field-text', code, { name, received: shorten(shownOf(body, name)) });

function requestId({ draft }: MessageInput): Refusal | null {
  const { requestId: id } = draft;
  if (id === undefined) return missing('requestId', 10352);
  if (id === null) return noText(draft, 'requestId', 10352);
  return codePoints(id) > REQUEST_ID_LIMIT ? refuse('vivo-request-id', 10353, { received: shorten(id) }) : null;
}

function text(name: 'title' | 'content', limit: number, empty: number, long: number) {
  const rule = name === 'title' ? 'vivo-title' : 'vivo-content';
  return ({ call, draft }: MessageInput): Refusal | null => {
    const value = draft[name];
    if (value === null) return noText(draft, name, empty);
    if (value === undefined || value.trim() === '') return missing(name, empty);
    // No text counts more than two for each unit.
    if (value.length * 2 <= limit) return null;
    const received = lengthIn(call.context.profile.vivo.era, value);
    return received > limit ? refuse(rule, long, { received, limit }) : null;
  };
}

const among = (value: number | undefined | null, allowed: readonly number[]): boolean =>
  value !== undefined && value !== null && allowed.includes(value);

const TYPES = [1, 2, 3, 4];

function notifyType(input: MessageInput): Refusal | null {
  const value = input.draft.notifyType;
  if (value === undefined) return missing('notifyType', 10054);
  return among(value, TYPES) ? null : refuse('vivo-notify-type', 10054, { received: lookOf(input, 'notifyType') });
}

function skipType(input: MessageInput): Refusal | null {
  const value = input.draft.skipType;
  if (value === undefined) return missing('skipType', 10060);
  return among(value, TYPES) ? null : refuse('vivo-skip-type', 10060, { received: lookOf(input, 'skipType') });
}

const SKIP_CODES: Readonly<Record<number, readonly [empty: number, long: number]>> = {
  2: [10061, 10062],
  3: [10063, 10064],
  4: [10068, 10069],
};

function skipContent(input: MessageInput): Refusal | null {
  const { skipType: type, skipContent: content } = input.draft;
  const codes = SKIP_CODES[type ?? 1];
  if (codes === undefined) return null;
  const limit = type === 2 ? limitsOf(input).link : limitsOf(input).page;
  if (content === undefined) return refuse('vivo-skip-missing', codes[0], { type: type ?? 1 });
  if (content === null) return noText(input.draft, 'skipContent', codes[0]);
  const received = codePoints(content);
  return received > limit
    ? refuse(
        'vivo-skip-content',
        codes[1],
        { type: type ?? 1, received, limit },
        `skipType = ${type}, skipContent 不能超过${limit}个字符`,
      )
    : null;
}

const networkType = (input: MessageInput): Refusal | null =>
  input.draft.networkType === undefined || among(input.draft.networkType, [-1, 1])
    ? null
    : refuse('vivo-network-type', 10065, { received: lookOf(input, 'networkType') });

function mapCount({ draft }: MessageInput): Refusal | null {
  const received = Object.keys(draft.custom ?? {}).length;
  return received > MAP_PAIRS_LIMIT ? refuse('vivo-map-count', 10066, { received, limit: MAP_PAIRS_LIMIT }) : null;
}

function mapValue(input: MessageInput): Refusal | null {
  const { custom } = input.draft;
  if (custom === undefined) return null;
  const limit = MAP_LENGTH_LIMIT;
  if (custom === null) return refuse('vivo-map-value', 10067, { received: lookOf(input, 'clientCustomMap'), limit });
  let received = 0;
  for (const [key, value] of Object.entries(custom)) received += codePoints(key) + codePoints(value);
  return received > limit ? refuse('vivo-map-value', 10067, { received, limit }) : null;
}

const classification = (input: MessageInput): Refusal | null =>
  input.draft.classification === undefined || among(input.draft.classification, [0, 1])
    ? null
    : refuse('vivo-classification', 11000, { received: lookOf(input, 'classification') });

const EXTRA_KEYS: ReadonlySet<string> = new Set(['callback', 'callback.id', 'callback.param']);

function extraKeys(input: MessageInput): Refusal | null {
  const { extra } = input.draft;
  if (extra === null) return refuse('vivo-extra-map', 10304, { received: lookOf(input, 'extra') });
  const odd = Object.keys(extra ?? {}).filter((key) => !EXTRA_KEYS.has(key));
  return odd.length > 0 ? refuse('vivo-extra-keys', 10304, { received: shorten(odd.join(', ')) }) : null;
}

function callbackLength({ draft }: MessageInput): Refusal | null {
  const received = codePoints(extraOf(draft, 'callback') ?? '');
  return received > CALLBACK_LIMIT ? refuse('vivo-callback-length', 10305, { received, limit: CALLBACK_LIMIT }) : null;
}

function callbackParam(input: MessageInput): Refusal | null {
  const received = codePoints(extraOf(input.draft, 'callback.param') ?? '');
  const limit = limitsOf(input).callbackParam;
  return received > limit
    ? refuse('vivo-callback-param', 10306, { received, limit }, `extra callback.param长度不能超过${limit}个字符`)
    : null;
}

function life(input: MessageInput): Refusal | null {
  const { timeToLive } = input.draft;
  if (timeToLive === undefined) return null;
  const { life: allowed, groupMinimum } = limitsOf(input);
  const minimum = input.many ? groupMinimum : allowed.minimum;
  if (timeToLive !== null && timeToLive >= minimum && (allowed.cuts || timeToLive <= allowed.maximum)) return null;
  const expected = allowed.cuts ? `≥ ${minimum}` : `${minimum}–${allowed.maximum}`;
  return refuse('vivo-life', 10059, { received: lookOf(input, 'timeToLive'), expected });
}

function notifyId(input: MessageInput): Refusal | null {
  const { notifyId: id } = input.draft;
  if (id === undefined || (id !== null && id >= 1 && id <= 0x7fff_ffff)) return null;
  return refuse('vivo-notify-id', 10095, { received: lookOf(input, 'notifyId') });
}

function category(input: MessageInput): Refusal | null {
  const { category: name } = input.draft;
  if (name === undefined || (name !== null && CATEGORIES.has(name))) return null;
  return refuse('vivo-category', 10096, {
    received: lookOf(input, 'category'),
    expected: [...CATEGORIES.keys()].join(', '),
  });
}

function categoryClass({ draft }: MessageInput): Refusal | null {
  const expected = CATEGORIES.get(draft.category ?? '');
  if (expected === undefined || draft.classification === undefined || draft.classification === expected) return null;
  return refuse('vivo-category-class', 10097, {
    received: draft.category ?? NOTHING,
    expected,
    classification: draft.classification,
  });
}

function systemOpen({ call, draft }: MessageInput): Refusal | null {
  const { vivo } = call.context.profile;
  if (vivo.systemMessages || classOf(draft, vivo) === 0) return null;
  return refuse('vivo-system-open', 10082, { app: call.app.appId });
}

function textRule({ call, draft }: MessageInput): Refusal | null {
  if (!call.context.profile.vivo.strictContent || isTest(draft)) return null;
  const found = testText(draft);
  return found ? refuse('vivo-text', 10104, found) : null;
}

/** Operational formal messages go out by day only, if the workspace has the hours on and refuses others. */
export function hours({ call, draft }: MessageInput): Refusal | null {
  const { vivo } = call.context.profile;
  if (!vivo.messageClasses || vivo.nightSends !== 'refused') return null;
  if (isTest(draft) || classOf(draft, vivo) === 1 || isDay(call.context.now)) return null;
  return refuse('vivo-hours', 10071, { received: chinaClock(call.context.now) });
}

export const REQUEST_ID: Check = { rule: 'vivo-request-id', run: requestId };
export const HOURS: Check = { rule: 'vivo-hours', run: hours };

/** The checks before that of the target, in the order of the official SDK. */
export const BEFORE_TARGET: readonly Check[] = [
  REQUEST_ID,
  { rule: 'vivo-title', run: text('title', TITLE_LIMIT, 10055, 10056) },
  { rule: 'vivo-content', run: text('content', CONTENT_LIMIT, 10057, 10058) },
  { rule: 'vivo-notify-type', run: notifyType },
  { rule: 'vivo-skip-type', run: skipType },
  { rule: 'vivo-skip-content', run: skipContent },
  { rule: 'vivo-network-type', run: networkType },
  { rule: 'vivo-map-count', run: mapCount },
  { rule: 'vivo-map-value', run: mapValue },
  { rule: 'vivo-classification', run: classification },
];

/** The checks after that of the target: the rest of the SDK's, then those it does not know. */
export const AFTER_TARGET: readonly Check[] = [
  { rule: 'vivo-extra-keys', run: extraKeys },
  { rule: 'vivo-callback-length', run: callbackLength },
  { rule: 'vivo-callback-param', run: callbackParam },
  { rule: 'vivo-life', run: life },
  { rule: 'vivo-notify-id', run: notifyId },
  { rule: 'vivo-category', run: category },
  { rule: 'vivo-category-class', run: categoryClass },
  { rule: 'vivo-system-open', run: systemOpen },
  { rule: 'vivo-text', run: textRule },
  HOURS,
];

/** A list of checks with the steps it leaves when all pass, made once. */
export interface CheckList {
  readonly checks: readonly Check[];
  readonly passed: readonly TraceStep[];
}

export const checkList = (...checks: readonly Check[]): CheckList => ({
  checks,
  passed: checks.map(({ rule }) => channelStep(rule, 'pass')),
});

export interface Checked {
  readonly steps: readonly TraceStep[];
  readonly refusal: Refusal | null;
}

/** Runs the checks in order; `steps` are those that passed. */
export function runChecks({ checks, passed }: CheckList, input: MessageInput): Checked {
  let count = 0;
  for (const { run } of checks) {
    const refusal = run(input);
    if (refusal) return { steps: passed.slice(0, count), refusal };
    count += 1;
  }
  return { steps: passed, refusal: null };
}
