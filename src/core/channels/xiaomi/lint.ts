import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { Form } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import type { Directory } from '../types.ts';
import { DESCRIPTION_LIMIT, type MessageInput, TITLE_LIMIT } from './checks.ts';
import { codePoints, type Draft, extraOf, isPassThrough, parseLong } from './draft.ts';
import { isStyleExtra, NO_EXTRAS } from './extras.ts';
import { classOf, lifeLimit, notifyIdOf, receiptBits, wishedLife } from './message.ts';
import type { LintRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

interface Linter {
  readonly rule: LintRuleId;
  /** Parameters of the note, or null when there is nothing to say. */
  readonly look: (input: MessageInput) => TraceParams | null;
}

const present = (draft: Draft, keys: readonly string[]): string | null => {
  if (draft.extra === NO_EXTRAS) return null;
  if (!keys.some((key) => extraOf(draft, key) !== undefined)) return null;
  const found = keys.filter((key) => extraOf(draft, key) !== undefined);
  return found.map((key) => `extra.${key}`).join(', ');
};

const received = (text: string | null): TraceParams | null => (text === null ? null : { received: text });

function looksEncoded(text: string): boolean {
  if (text === '' || !/%[0-9A-Fa-f]{2}/.test(text)) return false;
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

const TITLE_NEAR = TITLE_LIMIT - 4;
const DESCRIPTION_NEAR = DESCRIPTION_LIMIT - 8;

function nearLimit({ title, description }: Draft): TraceParams | null {
  // No text has more code points than units.
  const titleSize = title.length < TITLE_NEAR ? 0 : codePoints(title);
  if (titleSize >= TITLE_NEAR) return { name: 'title', received: titleSize, limit: TITLE_LIMIT };
  const size = description.length < DESCRIPTION_NEAR ? 0 : codePoints(description);
  return size >= DESCRIPTION_NEAR ? { name: 'description', received: size, limit: DESCRIPTION_LIMIT } : null;
}

const TEST_TEXT = /^\s*(test|测试|[0-9])\s*[0-9]*\s*$/i;

function testText({ title, description }: Draft): string | null {
  if (TEST_TEXT.test(title)) return shorten(title);
  return TEST_TEXT.test(description) ? shorten(description) : null;
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
  const names: string[] = [];
  for (const name of draft.form.values.keys()) if (isIosOnly(name)) names.push(name);
  const extras = present(draft, IOS_KEYS);
  const all = extras === null ? names : [...names, extras];
  return all.length === 0 ? null : shorten(all.join(', '));
}

const styleKeys = (draft: Draft): string | null => {
  if (draft.extra === NO_EXTRAS) return null;
  const keys = Object.keys(draft.extra).filter(isStyleExtra);
  return keys.length === 0 ? null : shorten(keys.map((key) => `extra.${key}`).join(', '));
};

const shown = (draft: Draft): boolean => !isPassThrough(draft);

/** Nothing to tell beyond the rule itself. Such notes are made once: they would pile up in the history otherwise. */
const BARE: TraceParams = {};
const bareNotes = new Map<LintRuleId, TraceStep>();

function bareNote(rule: LintRuleId): TraceStep {
  const made = bareNotes.get(rule) ?? channelStep(rule, 'note', BARE);
  bareNotes.set(rule, made);
  return made;
}

const UNJUDGED = ['locale', 'locale_not_in', 'app_version', 'app_version_not_in', 'connpt'];

/** Notes on messages that Xiaomi takes. */
const LINTERS: readonly Linter[] = [
  { rule: 'xiaomi-pass-through-ending', look: ({ draft }) => (shown(draft) ? null : BARE) },
  {
    rule: 'xiaomi-no-notify-effect',
    look: ({ draft }) => (shown(draft) && extraOf(draft, 'notify_effect') === undefined ? BARE : null),
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
  { rule: 'xiaomi-double-encoded', look: ({ draft }) => (looksEncoded(draft.payload) ? BARE : null) },
  { rule: 'xiaomi-badge-ignored', look: ({ draft }) => (extraOf(draft, 'badge') === undefined ? null : BARE) },
  {
    rule: 'xiaomi-sound-foreign',
    look: (input) => {
      const uri = soundUri(input);
      return uri !== undefined && !ownSound(input, uri) ? { received: shorten(uri) } : null;
    },
  },
  {
    rule: 'xiaomi-sound-bit',
    look: (input) => (soundUri(input) !== undefined && !rings(input) ? BARE : null),
  },
  {
    rule: 'xiaomi-sound-needs-channel',
    look: (input) => (soundUri(input) !== undefined && extraOf(input.draft, 'channel_id') === undefined ? BARE : null),
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
    look: ({ draft }) => received(present(draft, UNJUDGED)),
  },
  { rule: 'xiaomi-style-not-drawn', look: ({ draft }) => received(styleKeys(draft)) },
];

/** What an accepted message will not do as meant. */
export function lintMessage(input: MessageInput): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  for (const { rule, look } of LINTERS) {
    const params = look(input);
    if (params) steps.push(params === BARE ? bareNote(rule) : channelStep(rule, 'note', params));
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
  const steps: TraceStep[] = [];
  for (const { kind, name } of form.problems.slice(0, PROBLEMS_SHOWN))
    steps.push(channelStep(PROBLEM_RULES[kind], 'note', { name: shorten(name), received: shorten(name) }));
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
  const unknown: string[] = [];
  for (const name of form.values.keys())
    if (!KNOWN_PARAMETERS.has(name) && !name.startsWith('extra.') && !isIosOnly(name)) unknown.push(name);
  if (unknown.length === 0) return [];
  return [channelStep('xiaomi-unknown-parameter', 'note', { received: shorten(unknown.join(', ')) })];
}

/** Explains targets that lost their `+` on the way. */
export function lintTargets(bad: readonly string[], directory: Directory): readonly TraceStep[] {
  if (bad.length === 0) return [];
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
