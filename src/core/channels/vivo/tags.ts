import type { TraceStep } from '../../trace/types.ts';
import type { JsonObject } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget } from '../types.ts';
import { tagAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { integerOf, listOf, shownOf, trimmedOf } from './read.ts';
import { type Refusal, refuse } from './refusal.ts';
import { IDS_PASSED, readIds } from './reports.ts';
import { type AppTags, tagsOf, withTags } from './state.ts';
import { channelStep } from './steps.ts';
import { resolveIds, scopeOf } from './targets.ts';

const DONE = channelStep('vivo-done', 'pass');
const NAMED = channelStep('vivo-tag-name', 'pass');

const noName = (body: JsonObject, name: string): Refusal | null =>
  trimmedOf(body, name) ? null : refuse('vivo-tag-name', 10601, { name });

/** An own entry: names come from requests and must not reach what every object inherits. */
const own = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const without = <V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const nameOf = (body: JsonObject, name: string): string => trimmedOf(body, name) ?? '';

/** Replaces what is known of the app's tags. */
function changed(call: Call, tags: AppTags, effects: readonly Effect[] = [], steps: readonly TraceStep[] = []): Reply {
  return {
    response: tagAnswer(),
    state: withTags(call.state, call.app.appId, tags),
    effects,
    steps: [NAMED, ...steps, DONE],
    target: 'tags',
  };
}

const topicsEffect = ({ target }: FoundTarget, topics: readonly string[]): Effect => ({
  type: 'target',
  token: target.token,
  patch: { topics },
});

const members = ({ app, context }: Call, tag: string): readonly FoundTarget[] =>
  context.directory.all().filter(({ target }) => target.app === app.packageName && target.topics.includes(tag));

/** Renames or makes a tag; members follow. */
function putTag(call: Call, from: string, to: string): Reply {
  const { tags, ...rest } = tagsOf(call.state, call.app.appId);
  const effects =
    from === to
      ? []
      : members(call, from).map((found) =>
          topicsEffect(found, [...new Set(found.target.topics.map((tag) => (tag === from ? to : tag)))]),
        );
  const group = trimmedOf(call.body, 'group') ?? own(tags, from) ?? null;
  return changed(call, { ...rest, tags: { ...without(tags, from), [to]: group } }, effects);
}

export const addTag: Handler = (call) => {
  const refusal = noName(call.body, 'name');
  return refusal ? { refusal } : putTag(call, nameOf(call.body, 'name'), nameOf(call.body, 'name'));
};

export const updateTag: Handler = (call) => {
  const refusal = noName(call.body, 'oldName') ?? noName(call.body, 'newName');
  return refusal ? { refusal } : putTag(call, nameOf(call.body, 'oldName'), nameOf(call.body, 'newName'));
};

/** Tags that a registration loses when it gets this one: the others of an exclusive class. */
function rivals({ tags, groups }: AppTags, tag: string): ReadonlySet<string> {
  const group = own(tags, tag) ?? null;
  if (group === null || own(groups, group)?.exclusive !== true) return new Set();
  return new Set(Object.keys(tags).filter((name) => name !== tag && tags[name] === group));
}

/** Tags of a registration after it got or lost one; `lost` are those that the one drives out. */
function topicsAfter(
  { target }: FoundTarget,
  tag: string,
  joins: boolean,
  lost: ReadonlySet<string>,
): readonly string[] {
  const others = target.topics.filter((name) => name !== tag && !(joins && lost.has(name)));
  return joins ? [...others, tag] : others;
}

const membership =
  (joins: boolean): Handler =>
  (call): Reply | Refused => {
    const refusal = noName(call.body, 'name');
    if (refusal) return { refusal };
    const read = readIds(call, { type: 'type', ids: 'ids' });
    if ('rule' in read) return { refusal: read, steps: [NAMED] };
    const tag = nameOf(call.body, 'name');
    const known = tagsOf(call.state, call.app.appId);
    const lost = rivals(known, tag);
    const scope = scopeOf(call.app, call.context.directory, false, 'all');
    const { addressed, invalid } = resolveIds(read.kind, read.ids, scope);
    const effects = addressed.map(({ found }) => topicsEffect(found, topicsAfter(found, tag, joins, lost)));
    const fresh = joins && !Object.hasOwn(known.tags, tag);
    const tags = fresh ? { ...known, tags: { ...known.tags, [tag]: null } } : known;
    const notes = fresh ? [channelStep('vivo-tag-unknown', 'note', { received: shorten(tag) })] : [];
    return {
      ...changed(call, tags, effects, [...IDS_PASSED, ...notes]),
      response: tagAnswer({ invalidUsers: invalid }),
    };
  };

export const addMembers: Handler = membership(true);
export const removeMembers: Handler = membership(false);

/** A class of tags: 1 ordinary, 2 exclusive, of whose tags a registration has one at most. */
export const addGroup: Handler = (call) => {
  const refusal = noName(call.body, 'name');
  if (refusal) return { refusal };
  const type = integerOf(call.body, 'type');
  if (type !== 1 && type !== 2)
    return {
      refusal: refuse('vivo-tag-type', 10616, { name: 'type', received: shownOf(call.body, 'type') }),
      steps: [NAMED],
    };
  const known = tagsOf(call.state, call.app.appId);
  const groups = { ...known.groups, [nameOf(call.body, 'name')]: { exclusive: type === 2 } };
  return changed(call, { ...known, groups });
};

export const updateGroup: Handler = (call) => {
  const refusal = noName(call.body, 'oldName') ?? noName(call.body, 'newName');
  if (refusal) return { refusal };
  const [from, to] = [nameOf(call.body, 'oldName'), nameOf(call.body, 'newName')];
  const known = tagsOf(call.state, call.app.appId);
  const before = own(known.groups, from) ?? { exclusive: false };
  const tags = Object.fromEntries(Object.entries(known.tags).map(([tag, group]) => [tag, group === from ? to : group]));
  return changed(call, { ...known, tags, groups: { ...without(known.groups, from), [to]: before } });
};

/** Puts tags into a class. How the tags are named is not published; `tags`, `ids` and `tagNames` are understood. */
export const addToGroup: Handler = (call) => {
  const refusal = noName(call.body, 'name');
  if (refusal) return { refusal };
  const known = tagsOf(call.state, call.app.appId);
  const names = ['tags', 'ids', 'tagNames'].flatMap((name) => listOf(call.body, name) ?? []);
  const moved = Object.fromEntries(names.map((tag) => [tag, nameOf(call.body, 'name')]));
  return changed(call, { ...known, tags: { ...known.tags, ...moved } });
};

const segment =
  (from: 'name' | 'oldName', to: 'name' | 'newName'): Handler =>
  (call) => {
    const refusal = noName(call.body, from) ?? noName(call.body, to);
    if (refusal) return { refusal };
    const known = tagsOf(call.state, call.app.appId);
    const others = known.segments.filter((name) => name !== nameOf(call.body, from));
    return changed(call, { ...known, segments: [...others, nameOf(call.body, to)] });
  };

export const addSegment: Handler = segment('name', 'name');
export const updateSegment: Handler = segment('oldName', 'newName');
