import type { XiaomiApp } from '../credentials.ts';
import { type Form, field, listField } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import type { Directory, FoundTarget } from '../types.ts';
import type { TargetKind } from './payload.ts';
import { invalid, missing, type Refusal, refuse } from './refusal.ts';

export const TARGETS_LIMIT = 1000;
export const TOPICS_LIMIT = 5;

/** What a request addresses, before anything is looked up. */
export interface TargetRequest {
  readonly kind: TargetKind;
  /** Distinct names in the order of the request; empty for `all`. */
  readonly names: readonly string[];
  readonly topicOp: string | null;
}

/** One registration that will get the message, and what the sender called it. */
export interface Addressed {
  readonly found: FoundTarget;
  readonly name: string | null;
}

export interface Resolution {
  readonly addressed: readonly Addressed[];
  /** Names that led to nobody, in the order of the request. */
  readonly bad: readonly string[];
  /** Names that led to somebody. */
  readonly valid: number;
}

interface KindFacts {
  readonly parameter: string;
  readonly emptyCode: number;
  readonly emptyReason: string | null;
}

const FACTS: Readonly<Record<Exclude<TargetKind, 'all'>, KindFacts>> = {
  regid: { parameter: 'registration_id', emptyCode: 10016, emptyReason: null },
  alias: { parameter: 'alias', emptyCode: 65012, emptyReason: 'alias is empty' },
  user_account: { parameter: 'user_account', emptyCode: 65016, emptyReason: 'user_account is empty' },
  topic: { parameter: 'topic', emptyCode: 65013, emptyReason: 'topic is empty' },
  multi_topic: { parameter: 'topics', emptyCode: 65013, emptyReason: 'topics is empty' },
  region: { parameter: 'region', emptyCode: 10016, emptyReason: null },
  miid: { parameter: 'miid', emptyCode: 10016, emptyReason: null },
  gaid: { parameter: 'gaid', emptyCode: 10016, emptyReason: null },
  oaid: { parameter: 'oaid', emptyCode: 10016, emptyReason: null },
};

const TOPIC_SEPARATOR = ';$;';
const OPERATIONS = ['UNION', 'INTERSECTION', 'EXCEPT'];

/** Reads the targets of a send. */
export function readTargets(kind: TargetKind, form: Form): TargetRequest {
  if (kind === 'all') return { kind, names: [], topicOp: null };
  const { parameter } = FACTS[kind];
  if (kind === 'topic') {
    const topic = field(form, parameter);
    return { kind, names: topic.trim() === '' ? [] : [topic], topicOp: null };
  }
  if (kind === 'multi_topic')
    return { kind, names: listField(form, parameter, TOPIC_SEPARATOR), topicOp: field(form, 'topic_op') };
  return { kind, names: listField(form, parameter), topicOp: null };
}

/** The form field that carries targets of this kind. */
export const targetParameter = (kind: TargetKind): string => (kind === 'all' ? 'all' : FACTS[kind].parameter);

/** Is there anybody to send to at all? */
export function checkTargetsPresent({ kind, names }: TargetRequest): Refusal | null {
  if (kind === 'all' || names.length > 0) return null;
  const { parameter, emptyCode, emptyReason } = FACTS[kind];
  return emptyReason === null
    ? missing('xiaomi-target-required', parameter)
    : refuse('xiaomi-target-required', emptyCode, emptyReason, { name: parameter });
}

/** Not too many, and a known operation for several topics. */
export function checkTargetCount({ kind, names, topicOp }: TargetRequest): Refusal | null {
  const name = targetParameter(kind);
  if (kind === 'multi_topic') {
    if (names.length > TOPICS_LIMIT)
      return refuse('xiaomi-target-count', 65035, `topics must not be more than ${TOPICS_LIMIT}`, {
        name,
        received: names.length,
        limit: TOPICS_LIMIT,
      });
    if (!OPERATIONS.includes(topicOp ?? ''))
      return invalid('xiaomi-parameter-value', 'topic_op', shorten(topicOp ?? ''), OPERATIONS.join(', '));
    return null;
  }
  if (names.length <= TARGETS_LIMIT) return null;
  return refuse('xiaomi-target-count', 10017, `${name} must not name more than ${TARGETS_LIMIT} targets`, {
    name,
    received: names.length,
    limit: TARGETS_LIMIT,
  });
}

/** Broadcasts succeed even when nobody is reached. */
export const isBroadcast = (kind: TargetKind): boolean =>
  kind === 'topic' || kind === 'multi_topic' || kind === 'all' || kind === 'region';

const usable = (found: FoundTarget, packages: readonly string[]): boolean =>
  found.target.state === 'active' && packages.includes(found.target.app);

/** One name is looked up far more often than many: it needs no list of what was seen. */
function byToken(name: string, directory: Directory, packages: readonly string[]): Resolution {
  const found = directory.byToken(name);
  return found && usable(found, packages)
    ? { addressed: [{ found, name }], bad: [], valid: 1 }
    : { addressed: [], bad: [name], valid: 0 };
}

function byName(names: readonly string[], find: (name: string) => readonly FoundTarget[]): Resolution {
  const addressed: Addressed[] = [];
  const bad: string[] = [];
  const seen = new Set<string>();
  for (const name of names) {
    const hits = find(name);
    if (hits.length === 0) bad.push(name);
    for (const found of hits) {
      if (seen.has(found.target.token)) continue;
      seen.add(found.target.token);
      addressed.push({ found, name });
    }
  }
  return { addressed, bad, valid: names.length - bad.length };
}

function hasTopics(found: FoundTarget, { kind, names, topicOp }: TargetRequest): boolean {
  const has = (topic: string): boolean => found.target.topics.includes(topic);
  if (kind === 'topic' || topicOp === 'UNION') return names.some(has);
  if (topicOp === 'INTERSECTION') return names.every(has);
  const [first, ...rest] = names;
  return first !== undefined && has(first) && !rest.some(has);
}

const CHINA_NAMES = ['china', 'cn', 'chn', '中国', '中国大陆'];

/** The phones here only say whether they are used in mainland China; every other region has none of them. */
const inRegion = (found: FoundTarget, names: readonly string[]): boolean =>
  names.some((name) => CHINA_NAMES.includes(name.trim().toLowerCase())) && found.device.system.mainlandChina !== false;

/** Looks the targets up among the active registrations of these packages. Each registration counts once. */
export function resolveTargets(request: TargetRequest, directory: Directory, packages: readonly string[]): Resolution {
  const { kind, names } = request;
  const [first] = names;
  if (kind === 'regid' && names.length === 1 && first !== undefined) return byToken(first, directory, packages);
  if (kind === 'regid')
    return byName(names, (name) => {
      const found = directory.byToken(name);
      return found && usable(found, packages) ? [found] : [];
    });
  const all = directory.all().filter((found) => usable(found, packages));
  if (kind === 'alias') return byName(names, (name) => all.filter(({ target }) => target.aliases.includes(name)));
  if (kind === 'user_account')
    return byName(names, (name) => all.filter(({ target }) => target.userAccounts.includes(name)));
  if (kind === 'miid' || kind === 'gaid' || kind === 'oaid') return { addressed: [], bad: names, valid: 0 };
  const hits = all.filter((found) => {
    if (kind === 'all') return true;
    return kind === 'region' ? inRegion(found, names) : hasTopics(found, request);
  });
  const name = kind === 'topic' ? (names[0] ?? null) : null;
  return { addressed: hits.map((found) => ({ found, name })), bad: [], valid: kind === 'all' ? 1 : names.length };
}

/** No valid target at all: the whole call fails. */
export function checkTargetsValid(request: TargetRequest, resolution: Resolution, app: XiaomiApp): Refusal | null {
  if (isBroadcast(request.kind) || resolution.valid > 0) return null;
  return refuse('xiaomi-target-valid', 20301, 'No valid targets!', {
    received: shorten(request.names.join(', ')),
    app: app.appId,
  });
}
