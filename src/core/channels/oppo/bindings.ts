import type { TraceStep } from '../../trace/types.ts';
import { find, put, select } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget } from '../types.ts';
import { plainSuccess } from './answers.ts';
import type { Call, Refused, Reply } from './call.ts';
import { FieldReader, jsonSource } from './fields.ts';
import { invalid, missing, notJson, type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';
import { resolveId, withAlias } from './targets.ts';

export const ALIAS_LIMIT = 64;
export const TAG_NAME_LIMIT = 50;
export const TAG_DESC_LIMIT = 200;
export const TAGS_LIMIT = 50;
export const GROUPS_LIMIT = 1000;

const isRefusal = (value: object): value is Refusal => 'rule' in value;

/** The texts that a call must or may have, by name: `name` must, `name?` may, with their limits. */
type Texts = Readonly<Record<string, string | null>>;

function readTexts(
  call: Call,
  wanted: Readonly<Record<string, number>>,
  optional: readonly string[] = [],
): Texts | Refusal {
  const { json, text } = call.body;
  if (json === null) return text === '' ? missing(Object.keys(wanted)[0] ?? 'body') : notJson('body', text, '{}');
  const source = jsonSource(json);
  for (const name of Object.keys(wanted))
    if (!optional.includes(name) && source(name) === undefined) return missing(name);
  const reader = new FieldReader(source);
  const values = Object.fromEntries(Object.entries(wanted).map(([name, max]) => [name, reader.text(name, max)]));
  return reader.refusal ?? values;
}

const NO_LIMIT = Number.POSITIVE_INFINITY;

/** The live registration that a call names: 10000 when malformed, 31 when the app has no such one. */
function registered(call: Call, id: string): FoundTarget | Refusal {
  const resolved = resolveId(call, id);
  if (resolved.kind === 'malformed') return refuse('oppo-registration-id', 10000, { received: shorten(id) });
  if (resolved.kind === 'dead')
    return refuse('oppo-data-exists', 31, { name: 'registration_id', received: shorten(id) });
  return resolved.found;
}

type Patch = Extract<Effect, { type: 'target' }>['patch'];

const bind = ({ target }: FoundTarget, patch: Patch): Effect => ({ type: 'target', token: target.token, patch });

const done = (effects: readonly Effect[], target: string, steps: readonly TraceStep[] = []): Reply => ({
  response: plainSuccess(),
  effects,
  steps: [channelStep('oppo-done', 'pass'), ...steps],
  target,
});

/** Gives a registration an alias, in place of the one it had. */
export function setAlias(call: Call): Reply | Refused {
  const read = readTexts(call, { registration_id: NO_LIMIT, alias: ALIAS_LIMIT });
  if (isRefusal(read)) return { refusal: read as Refusal };
  const { registration_id: id = '', alias = '' } = read;
  if (alias?.includes(';')) return { refusal: invalid('alias', alias, '≠ ;') };
  const found = registered(call, id ?? '');
  if (isRefusal(found)) return { refusal: found };
  return done([bind(found, { aliases: [alias ?? ''] })], `alias ${shorten(alias ?? '')}`);
}

/** Takes an alias off one registration, or off all that have it; the registration id wins. */
export function deleteAlias(call: Call): Reply | Refused {
  const read = readTexts(call, { registration_id: NO_LIMIT, alias: ALIAS_LIMIT }, ['registration_id', 'alias']);
  if (isRefusal(read)) return { refusal: read as Refusal };
  const { registration_id: id, alias } = read;
  if (id) {
    const found = registered(call, id);
    return isRefusal(found) ? { refusal: found } : done([bind(found, { aliases: [] })], id);
  }
  if (!alias) return { refusal: missing('registration_id, alias') };
  const off = withAlias(call, alias).map((found) =>
    bind(found, { aliases: found.target.aliases.filter((one) => one !== alias) }),
  );
  return done(off, `alias ${shorten(alias)}`);
}

function withTarget(call: Call, tell: (found: FoundTarget, id: string) => Reply): Reply | Refused {
  const read = readTexts(call, { registration_id: NO_LIMIT });
  if (isRefusal(read)) return { refusal: read as Refusal };
  const id = read.registration_id ?? '';
  const found = registered(call, id);
  return isRefusal(found) ? { refusal: found } : tell(found, id);
}

const answered = (data: object, target: string): Reply => ({
  response: plainSuccess(data),
  steps: [channelStep('oppo-done', 'pass')],
  target,
});

/** The alias of a registration; empty when it has none. */
export const getAlias = (call: Call): Reply | Refused =>
  withTarget(call, ({ target }, id) => answered({ registrationId: id, alias: target.aliases[0] ?? '' }, id));

/** The tags of a registration. */
export const getTags = (call: Call): Reply | Refused =>
  withTarget(call, ({ target }, id) =>
    answered({ registrationId: id, tags: target.topics.map((tag) => ({ tag })) }, id),
  );

const keyOf = ({ app }: Call, name: string): string => `${app.appId} ${name}`;

/** Adds a tag to the app, or describes it anew. */
export function addTags(call: Call): Reply | Refused {
  const read = readTexts(call, { name: TAG_NAME_LIMIT, desc: TAG_DESC_LIMIT }, ['desc']);
  if (isRefusal(read)) return { refusal: read as Refusal };
  const name = read.name ?? '';
  const tags = put(call.state.tags, keyOf(call, name), read.desc ?? '');
  return { ...done([], `tag ${shorten(name)}`), state: { ...call.state, tags } };
}

/** Names joined by semicolons, each once; 40 when there is none, 41 when there are too many. */
function readTags(value: string): readonly string[] | Refusal {
  const names = [...new Set(value.split(';').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) return missing('tags');
  return names.length > TAGS_LIMIT ? invalid('tags', String(names.length), `≤ ${TAGS_LIMIT}`) : names;
}

const unknownTags = (call: Call, names: readonly string[]): readonly TraceStep[] => {
  const unknown = names.filter((name) => find(call.state.tags, keyOf(call, name)) === undefined);
  return unknown.length === 0
    ? []
    : [channelStep('oppo-tag-unknown', 'note', { received: shorten(unknown.join(', ')) })];
};

/** Groups tags under a name, or regroups them. */
export function addTagGroup(call: Call): Reply | Refused {
  const read = readTexts(call, { group: TAG_NAME_LIMIT, tags: NO_LIMIT, desc: TAG_DESC_LIMIT }, ['desc']);
  if (isRefusal(read)) return { refusal: read as Refusal };
  const group = read.group ?? '';
  const names = readTags(read.tags ?? '');
  if (isRefusal(names)) return { refusal: names };
  const key = keyOf(call, group);
  const own = `${call.app.appId} `;
  const groups = call.state.groups;
  if (find(groups, key) === undefined && select(groups, (_, one) => one.startsWith(own)).length >= GROUPS_LIMIT)
    return { refusal: invalid('group', `${GROUPS_LIMIT + 1}`, `≤ ${GROUPS_LIMIT}`) };
  const reply = done([], `tag group ${shorten(group)}`, unknownTags(call, names));
  return { ...reply, state: { ...call.state, groups: put(groups, key, names) } };
}

function changeTags(
  call: Call,
  change: (before: readonly string[], names: readonly string[]) => readonly string[],
): Reply | Refused {
  const read = readTexts(call, { registration_id: NO_LIMIT, tags: NO_LIMIT });
  if (isRefusal(read)) return { refusal: read as Refusal };
  const names = readTags(read.tags ?? '');
  if (isRefusal(names)) return { refusal: names };
  const id = read.registration_id ?? '';
  const found = registered(call, id);
  if (isRefusal(found)) return { refusal: found };
  const topics = change(found.target.topics, names);
  if (topics.length > TAGS_LIMIT) return { refusal: invalid('tags', String(topics.length), `≤ ${TAGS_LIMIT}`) };
  return done([bind(found, { topics })], id, unknownTags(call, names));
}

/** Adds tags to a registration; those it has stay. */
export const subscribeTags = (call: Call): Reply | Refused =>
  changeTags(call, (before, names) => [...new Set([...before, ...names])]);

/** Takes tags off a registration. */
export const unsubscribeTags = (call: Call): Reply | Refused =>
  changeTags(call, (before, names) => before.filter((name) => !names.includes(name)));
