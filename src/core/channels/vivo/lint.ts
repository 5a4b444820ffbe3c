import type { RuleProfile } from '../../profile.ts';
import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import { codePoints } from '../kit/bytes.ts';
import { header } from '../kit/form.ts';
import { member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
import { type Draft, extraOf, isTest } from './draft.ts';
import { ERA_LIMITS, PROFILE_ID_LIMIT } from './limits.ts';
import { classOf, displayAt, isWeb } from './message.ts';
import type { LintRuleId } from './rules.ts';
import { channelStep } from './steps.ts';
import { testText } from './test-text.ts';

export interface LintInput {
  readonly draft: Draft;
  readonly app: VivoApp;
  readonly many: boolean;
  readonly path: string;
  readonly times: Pick<ReceiveContext, 'now' | 'senderTime'>;
  readonly switches: RuleProfile['vivo'];
}

interface Linter {
  readonly rule: LintRuleId;
  /** Parameters of the note, or null when there is nothing to say. */
  readonly look: (input: LintInput) => TraceParams | null;
}

const NUMBERS = [
  'notifyType',
  'skipType',
  'networkType',
  'classification',
  'timeToLive',
  'notifyId',
  'pushMode',
  'appId',
];
const TEXTS = ['title', 'content', 'requestId', 'regId', 'alias', 'taskId'];
const FLAGS = ['sendOnline', 'foregroundShow', 'addBadge'];

/** Fields whose JSON type is not the documented one; `appId` is sent both ways by official samples. */
function coerced({ draft: { body } }: LintInput): TraceParams | null {
  const odd = (type: string) => (name: string) => {
    const value = member(body, name);
    return value !== undefined && value !== null && typeof value !== type && name !== 'appId';
  };
  const names = [...NUMBERS.filter(odd('number')), ...TEXTS.filter(odd('string')), ...FLAGS.filter(odd('boolean'))];
  return names.length === 0 ? null : { received: names.join(', ') };
}

const NOT_DRAWN = ['marketing', 'auditReview'];

const KNOWN: ReadonlySet<string> = new Set([
  ...NUMBERS,
  ...TEXTS,
  ...FLAGS,
  ...NOT_DRAWN,
  'category',
  'clientCustomMap',
  'extra',
  'liveMessage',
  'profileId',
  'regIds',
  'aliases',
  'skipContent',
  'tagExpression',
  'timedDisplay',
]);

function unknown({ draft: { body } }: LintInput): TraceParams | null {
  const names = Object.keys(body).filter((name) => !KNOWN.has(name));
  return names.length === 0 ? null : { received: shorten(names.join(', ')) };
}

function lifeCut({ draft, switches }: LintInput): TraceParams | null {
  const limit = ERA_LIMITS[switches.era].life.maximum;
  const received = draft.timeToLive ?? 0;
  return received > limit ? { received, limit } : null;
}

/** Live cards have receipts by id only. */
const LIVE_PATH = '/livemessage/send';

function callbackKind({ draft, many, path, switches }: LintInput): TraceParams | null {
  if (extraOf(draft, 'callback') === undefined || extraOf(draft, 'callback.id') !== undefined) return null;
  if (isTest(draft)) return { received: 'pushMode 1' };
  return path === LIVE_PATH || (many && switches.urlReceipts === 'single') ? { received: path } : null;
}

function callbackUrl({ draft }: LintInput): TraceParams | null {
  const url = extraOf(draft, 'callback');
  return url === undefined || isWeb(url) ? null : { received: shorten(url) };
}

const isRegistered = ({ receipts }: VivoApp, id: string): boolean => receipts.some((item) => item.id === id);

function callbackIdForm({ draft, app, switches }: LintInput): TraceParams | null {
  const id = extraOf(draft, 'callback.id');
  return id !== undefined && isRegistered(app, id) && switches.idReceipts === 'none' ? {} : null;
}

function callbackIdUnknown({ draft, app }: LintInput): TraceParams | null {
  const id = extraOf(draft, 'callback.id');
  return id !== undefined && !isRegistered(app, id) ? { received: shorten(id) } : null;
}

function timedFault({ draft, times, switches }: LintInput): TraceParams | null {
  const due = displayAt(draft, times, classOf(draft, switches) === 0);
  return due !== null && typeof due === 'object' ? { received: due.fault } : null;
}

function notDrawn({ draft: { body } }: LintInput): TraceParams | null {
  const names = NOT_DRAWN.filter((name) => member(body, name) !== undefined && member(body, name) !== null);
  return names.length === 0 ? null : { received: names.join(', ') };
}

function profileLong({ draft }: LintInput): TraceParams | null {
  const received = codePoints(draft.profileId ?? '');
  return received > PROFILE_ID_LIMIT ? { received, limit: PROFILE_ID_LIMIT } : null;
}

const when = (condition: boolean, params: TraceParams = {}): TraceParams | null => (condition ? params : null);

/** Notes on messages that vivo takes. */
const LINTERS: readonly Linter[] = [
  { rule: 'vivo-coerced', look: coerced },
  { rule: 'vivo-unknown-field', look: unknown },
  {
    rule: 'vivo-default-class',
    look: ({ draft, switches }) =>
      when(draft.classification === undefined && draft.category === undefined, {
        value: switches.defaultClassification,
      }),
  },
  { rule: 'vivo-life-cut', look: lifeCut },
  { rule: 'vivo-test-text', look: ({ draft }) => (isTest(draft) ? null : testText(draft)) },
  { rule: 'vivo-foreground-hidden', look: ({ draft }) => when(!draft.foregroundShow) },
  { rule: 'vivo-send-online', look: ({ draft }) => when(draft.sendOnline) },
  {
    rule: 'vivo-push-mode',
    look: ({ draft }) =>
      when(draft.pushMode !== undefined && draft.pushMode !== 0 && draft.pushMode !== 1, {
        received: draft.pushMode ?? '–',
      }),
  },
  {
    rule: 'vivo-callback-id-wins',
    look: ({ draft }) => when(extraOf(draft, 'callback') !== undefined && extraOf(draft, 'callback.id') !== undefined),
  },
  { rule: 'vivo-callback-id-unknown', look: callbackIdUnknown },
  { rule: 'vivo-callback-id-form', look: callbackIdForm },
  { rule: 'vivo-callback-kind', look: callbackKind },
  { rule: 'vivo-callback-url', look: callbackUrl },
  {
    rule: 'vivo-link-scheme',
    look: ({ draft }) =>
      when(draft.skipType === 2 && !isWeb(draft.skipContent ?? ''), { received: shorten(draft.skipContent ?? '') }),
  },
  { rule: 'vivo-skip-custom', look: ({ draft }) => when(draft.skipType === 3) },
  { rule: 'vivo-timed-display', look: timedFault },
  { rule: 'vivo-not-drawn', look: notDrawn },
  { rule: 'vivo-profile-single', look: ({ draft, many }) => when(many && Boolean(draft.profileId)) },
  { rule: 'vivo-profile-long', look: profileLong },
  {
    rule: 'vivo-badge-approval',
    look: ({ draft, switches }) => when(draft.addBadge && !switches.addBadge),
  },
];

/** What an accepted message will not do as meant. */
export function lintMessage(input: LintInput): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const { rule, look } of LINTERS) {
    const params = look(input);
    if (params) steps.push(channelStep(rule, 'note', params));
  }
  return steps;
}

/** Codings that a server of HTTP knows; anything else in the header is a mistake of the client. */
const CODINGS: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'deflate', 'br', 'compress', 'zstd']);

/** What was odd about the request itself. `path` is as it was read. */
export function lintRequest(request: VendorRequest, sent: string, path: string): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  if (sent !== path)
    steps.push(channelStep('vivo-path-tidied', 'note', { received: shorten(sent), expected: shorten(path) }));
  const coding = header(request, 'content-encoding')?.trim() ?? '';
  if (!CODINGS.has(coding.toLowerCase()))
    steps.push(channelStep('vivo-content-encoding', 'note', { received: shorten(coding) }));
  return steps;
}
