import { codePoints } from '../kit/bytes.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget } from '../types.ts';
import { valueAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { numberOf } from './ids.ts';
import { listParam, param } from './params.ts';
import { badValue, refuse } from './refusal.ts';
import { type MeizuState, type SwitchState, setSwitches, switchesOf } from './state.ts';
import { channelStep } from './steps.ts';
import { findPushId, isFound, isOn } from './targets.ts';
import { checkTags, oneOf, TAGS_LIMIT } from './tasks.ts';

const KNOWN = channelStep('meizu-push-id-registered', 'pass');
const VALUES = channelStep('meizu-parameter-value', 'pass');
const DONE = channelStep('meizu-done', 'pass');
const STEPS = [KNOWN, VALUES, DONE];

const MESSAGES = { '110002': 'pushId未注册', '110003': 'pushId非法' } as const;

type Action = (call: Call, found: FoundTarget) => Pick<Reply, 'response' | 'effects' | 'state'> | Refused;

/** A call about one registration, which must be there. */
const about =
  (action: Action): Handler =>
  (call): Reply | Refused => {
    const pushId = param(call.params, 'pushId');
    const target = shorten(pushId);
    const found = findPushId(call, pushId);
    if (!isFound(found)) {
      const key = found.key === '110003' ? found.key : '110002';
      const params = { key, count: 1, targets: target };
      return { refusal: refuse(found.rule, key, MESSAGES[key], params), target };
    }
    const done = action(call, found);
    if ('refusal' in done) return { ...done, steps: [KNOWN], target };
    return { ...done, steps: STEPS, target };
  };

function switchValue(call: Call, found: FoundTarget, state: MeizuState): object {
  return {
    barTypeSwitch: isOn(found, call, state, false) ? 1 : 0,
    directTypeSwitch: switchesOf(state, found.target.token).direct,
    pushId: found.target.token,
  };
}

export const getSwitches = about((call, found) => ({
  response: valueAnswer(call, switchValue(call, found, call.state)),
}));

/** The Java SDK writes `true` and `false`, the Go SDK `1` and `0`. */
const SWITCH = ['0', '1', 'true', 'false'];

function change(
  call: Call,
  found: FoundTarget,
  next: (before: SwitchState, to: 0 | 1) => SwitchState,
): ReturnType<Action> {
  const bad = oneOf(call, 'subSwitch', SWITCH);
  if (bad) return { refusal: bad };
  const { token } = found.target;
  const to = ['1', 'true'].includes(param(call.params, 'subSwitch')) ? 1 : 0;
  const state = setSwitches(call.state, token, next(switchesOf(call.state, token), to));
  return { response: valueAnswer(call, switchValue(call, found, state)), state };
}

/** `msgType` 0 the bar, 1 pass-through. */
export const changeSwitch = about((call, found) => {
  const bad = oneOf(call, 'msgType', ['0', '1']);
  if (bad) return { refusal: bad };
  const bar = param(call.params, 'msgType') === '0';
  return change(call, found, (before, to) => (bar ? { ...before, bar: to } : { ...before, direct: to }));
});

export const changeAllSwitches = about((call, found) =>
  change(call, found, (_before, to) => ({ bar: to, direct: to })),
);

const bind = (found: FoundTarget, patch: Extract<Effect, { type: 'target' }>['patch']): readonly Effect[] => [
  { type: 'target', token: found.target.token, patch },
];

const aliasAnswer = (call: Call, { target }: FoundTarget, alias: string) =>
  valueAnswer(call, { pushId: target.token, alias });

/** One alias for each user: a new one takes the place of the old. */
export const subscribeAlias = about((call, found) => {
  const alias = param(call.params, 'alias');
  const limit = call.context.profile.meizu.aliasLimit;
  if (codePoints(alias) > limit) {
    const params = { name: 'alias', received: shorten(alias), expected: `≤ ${limit}` };
    return { refusal: badValue('meizu-parameter-value', params) };
  }
  return { response: aliasAnswer(call, found, alias), effects: bind(found, { aliases: [alias] }) };
});

export const unsubscribeAlias = about((call, found) => ({
  response: aliasAnswer(call, found, ''),
  effects: bind(found, { aliases: [] }),
}));

export const getAlias = about((call, found) => ({
  response: aliasAnswer(call, found, found.target.aliases[0] ?? ''),
}));

const tagAnswer = (call: Call, { target }: FoundTarget, tags: readonly string[]) =>
  valueAnswer(call, {
    pushId: target.token,
    tags: tags.map((tagName) => ({ tagId: numberOf(`${call.app.appId} ${tagName}`), tagName })),
  });

function changeTags(
  call: Call,
  found: FoundTarget,
  next: (before: readonly string[], tags: readonly string[]) => readonly string[],
): ReturnType<Action> {
  const tags = listParam(call.params, 'tags');
  const bad = checkTags(tags, 'tags');
  if (bad) return { refusal: bad };
  const topics = next(found.target.topics, tags);
  if (topics.length > TAGS_LIMIT) {
    const params = { name: 'tags', received: topics.length, expected: `≤ ${TAGS_LIMIT}` };
    return { refusal: badValue('meizu-parameter-value', params) };
  }
  return { response: tagAnswer(call, found, topics), effects: bind(found, { topics }) };
}

export const subscribeTags = about((call, found) =>
  changeTags(call, found, (before, tags) => [...new Set([...before, ...tags])]),
);

export const unsubscribeTags = about((call, found) =>
  changeTags(call, found, (before, tags) => before.filter((tag) => !tags.includes(tag))),
);

export const getTags = about((call, found) => ({ response: tagAnswer(call, found, found.target.topics) }));

export const unsubscribeAllTags = about((call, found) => ({
  response: valueAnswer(call, true),
  effects: bind(found, { topics: [] }),
}));
