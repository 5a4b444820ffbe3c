import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { Directory } from '../types.ts';
import { DESCRIPTION_LIMIT, type MessageInput, TITLE_LIMIT } from './checks.ts';
import { codePoints, type Draft, extraOf, isPassThrough, parseLong } from './draft.ts';
import { isStyleExtra } from './extras.ts';
import { classOf, lifeLimit, notifyIdOf, receiptBits, wishedLife } from './message.ts';
import type { Form } from './parameters.ts';
import type { LintRuleId } from './rules.ts';
import { channelStep, shorten } from './steps.ts';

interface Linter {
  readonly rule: LintRuleId;
  /** Parameters of the note, or null when there is nothing to say. */
  readonly look: (input: MessageInput) => TraceParams | null;
}

const present = (draft: Draft, keys: readonly string[]): string | null => {
  const found = keys.filter((key) => extraOf(draft, key) !== undefined);
  return found.length === 0 ? null : found.map((key) => `extra.${key}`).join(', ');
};

const received = (text: string | null): TraceParams | null => (text === null ? null : { received: text });

function looksEncoded(text: string): boolean {
  if (!/%[0-9A-Fa-f]{2}/.test(text)) return false;
  try {
    return decodeURIComponent(text) !== text;
  } catch {
    return false;
  }
}

/** The sound uri, when one is set. */
const soundUri = ({ draft }: MessageInput): string | undefined => extraOf(draft, 'sound_uri');

const ownSound = ({ draft }: MessageInput, uri: string): boolean =>
  draft.packageNames.some((name) => uri.startsWith(`android.resource://${name}/`));

function rings({ draft }: MessageInput): boolean {
  const type = draft.notifyType === '' ? -1n : (parseLong(draft.notifyType) ?? -1n);
  return (type & 1n) !== 0n;
}

function nearLimit(draft: Draft): TraceParams | null {
  const title = codePoints(draft.title);
  if (title >= TITLE_LIMIT - 4) return { name: 'title', received: title, limit: TITLE_LIMIT };
  const body = codePoints(draft.description);
  return body >= DESCRIPTION_LIMIT - 8 ? { name: 'description', received: body, limit: DESCRIPTION_LIMIT } : null;
}

function testText(draft: Draft): string | null {
  const text = [draft.title, draft.description].find((item) => /^\s*(test|测试|[0-9])\s*[0-9]*\s*$/i.test(item));
  return text === undefined ? null : shorten(text);
}

function lifeCut(input: MessageInput): TraceParams | null {
  const limit = lifeLimit(classOf(input));
  const wished = wishedLife(input.draft);
  return wished > limit ? { received: wished, limit } : null;
}

const IOS_KEYS = ['ios_msg_channel', 'sound_url'];
const isIosOnly = (name: string): boolean =>
  name.startsWith('aps_proper_fields.') || name.startsWith('extra.apsAlert-');

function iosOnly(draft: Draft): string | null {
  const names = [...draft.form.values.keys()].filter(isIosOnly);
  const extras = present(draft, IOS_KEYS);
  const all = extras === null ? names : [...names, extras];
  return all.length === 0 ? null : shorten(all.join(', '));
}

const styleKeys = (draft: Draft): string | null => {
  const keys = Object.keys(draft.extra).filter(isStyleExtra);
  return keys.length === 0 ? null : shorten(keys.map((key) => `extra.${key}`).join(', '));
};

const shown = (draft: Draft): boolean => !isPassThrough(draft);

/** Notes on messages that Xiaomi takes. */
const LINTERS: readonly Linter[] = [
  { rule: 'xiaomi-pass-through-ending', look: ({ draft }) => (shown(draft) ? null : {}) },
  {
    rule: 'xiaomi-no-notify-effect',
    look: ({ draft }) => (shown(draft) && extraOf(draft, 'notify_effect') === undefined ? {} : null),
  },
  {
    rule: 'xiaomi-no-notify-id',
    look: ({ draft }) =>
      shown(draft) && notifyIdOf(draft) === 0 ? { received: draft.notifyId === '' ? '–' : draft.notifyId } : null,
  },
  {
    rule: 'xiaomi-notify-id-wide',
    look: ({ draft }) => {
      const id = parseLong(draft.notifyId);
      const value = notifyIdOf(draft);
      return id !== null && id !== BigInt(value) ? { received: draft.notifyId.trim(), value } : null;
    },
  },
  { rule: 'xiaomi-ttl-cut', look: lifeCut },
  { rule: 'xiaomi-double-encoded', look: ({ draft }) => (looksEncoded(draft.payload) ? {} : null) },
  { rule: 'xiaomi-badge-ignored', look: ({ draft }) => (extraOf(draft, 'badge') === undefined ? null : {}) },
  {
    rule: 'xiaomi-sound-foreign',
    look: (input) => {
      const uri = soundUri(input);
      return uri !== undefined && !ownSound(input, uri) ? { received: shorten(uri) } : null;
    },
  },
  {
    rule: 'xiaomi-sound-bit',
    look: (input) => (soundUri(input) !== undefined && !rings(input) ? {} : null),
  },
  {
    rule: 'xiaomi-sound-needs-channel',
    look: (input) => (soundUri(input) !== undefined && extraOf(input.draft, 'channel_id') === undefined ? {} : null),
  },
  {
    rule: 'xiaomi-callback-bits',
    look: ({ draft }) =>
      extraOf(draft, 'callback') !== undefined && receiptBits(draft) === 0
        ? { received: shorten(extraOf(draft, 'callback.type') ?? '') }
        : null,
  },
  { rule: 'xiaomi-near-limit', look: ({ draft }) => (shown(draft) ? nearLimit(draft) : null) },
  { rule: 'xiaomi-test-text', look: ({ draft }) => (shown(draft) ? received(testText(draft)) : null) },
  { rule: 'xiaomi-ios-only', look: ({ draft }) => received(iosOnly(draft)) },
  {
    rule: 'xiaomi-filter-unjudged',
    look: ({ draft }) =>
      received(present(draft, ['locale', 'locale_not_in', 'app_version', 'app_version_not_in', 'connpt'])),
  },
  { rule: 'xiaomi-style-not-drawn', look: ({ draft }) => received(styleKeys(draft)) },
];

/** What an accepted message will not do as meant. */
export function lintMessage(input: MessageInput): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const { rule, look } of LINTERS) {
    const params = look(input);
    if (params) steps.push(channelStep(rule, 'note', params));
  }
  return steps;
}

const PROBLEM_RULES = {
  encoding: 'xiaomi-wrong-encoding',
  percent: 'xiaomi-bad-percent',
  'content-type': 'xiaomi-content-type',
} as const satisfies Record<Form['problems'][number]['kind'], LintRuleId>;

const PROBLEMS_SHOWN = 10;

/** Parameters whose repeats are lists, not contradictions. */
const LISTS: ReadonlySet<string> = new Set([
  'restricted_package_name',
  'registration_id',
  'registration_ids',
  'alias',
  'aliases',
  'user_account',
  'user_accounts',
  'topics',
  'miid',
  'gaid',
  'oaid',
]);

/** What was odd about the form itself. */
export function lintForm(form: Form): readonly TraceStep[] {
  const steps = form.problems
    .slice(0, PROBLEMS_SHOWN)
    .map(({ kind, name }) =>
      channelStep(PROBLEM_RULES[kind], 'note', { name: shorten(name), received: shorten(name) }),
    );
  for (const [name, values] of form.values) {
    if (values.length < 2 || LISTS.has(name) || values.every((value) => value === values[0])) continue;
    steps.push(channelStep('xiaomi-repeated-parameter', 'note', { name: shorten(name) }));
    if (steps.length >= 2 * PROBLEMS_SHOWN) break;
  }
  return steps;
}

const KNOWN_PARAMETERS: ReadonlySet<string> = new Set([
  ...LISTS,
  'title',
  'description',
  'payload',
  'pass_through',
  'notify_type',
  'notify_id',
  'time_to_live',
  'time_to_send',
  'topic',
  'topic_op',
  'region',
  'collapse_key',
  'messages',
]);

/** Parameters of a send that Xiaomi does not know; they are ignored. */
export function lintParameters(form: Form): readonly TraceStep[] {
  const unknown = [...form.values.keys()].filter(
    (name) => !KNOWN_PARAMETERS.has(name) && !name.startsWith('extra.') && !isIosOnly(name),
  );
  if (unknown.length === 0) return [];
  return [channelStep('xiaomi-unknown-parameter', 'note', { received: shorten(unknown.join(', ')) })];
}

/** Explains targets that lost their `+` on the way. */
export function lintTargets(bad: readonly string[], directory: Directory): readonly TraceStep[] {
  return bad
    .filter((name) => name.includes(' '))
    .slice(0, 3)
    .flatMap((name) => {
      const spelt = name.replaceAll(' ', '+');
      const known = directory.byToken(spelt) !== undefined;
      return [
        channelStep('xiaomi-plus-as-space', 'note', { received: shorten(name) }),
        ...(known ? [channelStep('xiaomi-plus-registered', 'note', { received: shorten(spelt) })] : []),
      ];
    });
}
