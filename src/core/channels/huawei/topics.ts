import type { TraceStep } from '../../trace/types.ts';
import { decodeUtf8 } from '../kit/bytes.ts';
import { isObject, type JsonObject, member, parseBody } from '../kit/json.ts';
import { find, put } from '../kit/shelf.ts';
import type { Effect } from '../types.ts';
import { jsonAnswer } from './answers.ts';
import { authorize } from './auth.ts';
import type { Call, Handler, Refused, Reply, Sender } from './call.ts';
import { isTopic } from './condition.ts';
import { TOKENS_LIMIT, TOPICS_PER_APP } from './definition.ts';
import { seen, text } from './fields.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import type { HuaweiState } from './state.ts';
import { channelStep } from './steps.ts';
import { badNotes, type LookedUp, labelOf, lookUp } from './targets.ts';

interface Opened {
  readonly sender: Sender;
  readonly body: JsonObject;
  readonly steps: readonly TraceStep[];
}

/** Authorization and a JSON object, as for sends. */
function open(call: Call): Opened | Refused {
  const admitted = authorize(call, false);
  if (isRefusal(admitted)) return { refusal: admitted };
  const body = call.request.bodyTooLarge ? 'not-json' : parseBody(call.request.body);
  if (!isObject(body)) {
    const received = seen(decodeUtf8(call.request.body) ?? body);
    return { refusal: refuse('huawei-body-json', '80100001', { received }), steps: admitted.steps };
  }
  return { sender: admitted.sender, body, steps: admitted.steps };
}

interface Subscription {
  readonly topic: string;
  readonly tokens: readonly string[];
}

function checkSubscription(body: JsonObject): Subscription | Refusal {
  const topic = text(body, 'topic');
  if (topic === undefined || !isTopic(topic))
    return refuse('huawei-topic-name', '82000007', { received: seen(member(body, 'topic')) });
  const list = member(body, 'tokenArray');
  if (list === undefined || list === null) return refuse('huawei-topic-tokens', '82000003', { received: '–' });
  const isList = Array.isArray(list) && list.every((item): item is string => typeof item === 'string');
  if (!isList) return refuse('huawei-token-list', '80100001', { received: seen(list) });
  return list.length === 0 || list.length > TOKENS_LIMIT
    ? refuse('huawei-topic-token-count', '82000008', { received: list.length, limit: TOKENS_LIMIT })
    : { topic, tokens: list };
}

const keyOf = (token: string, topic: string): string => `${token} ${topic}`;

/** Topics of an app that the server knows; null when one more is too many. */
function withTopic(state: HuaweiState, appId: string, topic: string): HuaweiState | null {
  const known = Object.hasOwn(state.topics, appId) ? (state.topics[appId] ?? []) : [];
  if (known.includes(topic)) return state;
  if (known.length >= TOPICS_PER_APP) return null;
  return { ...state, topics: { ...state.topics, [appId]: [...known, topic] } };
}

function bind(list: readonly LookedUp[], topic: string, subscribe: boolean): readonly Effect[] {
  return list.flatMap(({ token, found, bad }): readonly Effect[] => {
    if (bad !== null || found === null || found.target.topics.includes(topic) === subscribe) return [];
    const others = found.target.topics.filter((one) => one !== topic);
    return [{ type: 'target', token, patch: { topics: subscribe ? [...others, topic] : others } }];
  });
}

function remember(state: HuaweiState, list: readonly LookedUp[], topic: string, now: number): HuaweiState {
  let { subscribed } = state;
  for (const { token, found, bad } of list) {
    const already =
      found?.target.topics.includes(topic) === true && find(subscribed, keyOf(token, topic)) !== undefined;
    if (bad === null && !already) subscribed = put(subscribed, keyOf(token, topic), now);
  }
  return { ...state, subscribed };
}

function answerOf(list: readonly LookedUp[], requestId: string): Reply['response'] {
  const errors = list.flatMap(({ bad }, index) => (bad === null ? [] : [{ index, reason: 'invalid token' }]));
  const success = list.length - errors.length;
  return jsonAnswer(
    200,
    JSON.stringify({
      msg: 'Success',
      code: '80000000',
      requestId,
      successCount: success,
      failureCount: errors.length,
      errors,
    }),
  );
}

const change =
  (subscribe: boolean): Handler =>
  (call: Call): Reply | Refused => {
    const opened = open(call);
    if ('refusal' in opened) return opened;
    const { sender, steps } = opened;
    const checked = checkSubscription(opened.body);
    if (isRefusal(checked)) return { refusal: checked, steps };
    const { topic, tokens } = checked;
    const list = lookUp(tokens, sender.apps, 'v1', call);
    const known = subscribe ? withTopic(call.state, sender.app.appId, topic) : call.state;
    if (known === null) {
      const params = { received: topic, limit: TOPICS_PER_APP };
      return { refusal: refuse('huawei-topic-limit', '82000009', params), steps, target: labelOf(tokens) };
    }
    const rule = subscribe ? 'huawei-topic-subscribed' : 'huawei-topic-unsubscribed';
    const count = list.filter(({ bad }) => bad === null).length;
    return {
      response: answerOf(list, call.requestId),
      effects: bind(list, topic, subscribe),
      state: subscribe ? remember(known, list, topic, call.context.now) : known,
      steps: [...steps, channelStep(rule, 'pass', { topic: seen(topic), count }), ...badNotes(list)],
      target: `topic ${seen(topic)}`,
    };
  };

export const subscribe = change(true);
export const unsubscribe = change(false);

const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** `topic:list`: the topics of one registration with the date of each subscription. */
export const listTopics: Handler = (call: Call): Reply | Refused => {
  const opened = open(call);
  if ('refusal' in opened) return opened;
  const { sender, steps } = opened;
  const token = text(opened.body, 'token');
  if (token === undefined || token === '')
    return { refusal: refuse('huawei-topic-token', '82000011', { received: '–' }), steps };
  const [one] = lookUp([token], sender.apps, 'v1', call);
  if (one?.found === undefined || one.found === null || one.bad !== null)
    return {
      refusal: refuse('huawei-topic-token-valid', '82000010', { received: seen(token) }),
      steps,
      notes: one ? badNotes([one]) : [],
      target: token,
    };
  const { target } = one.found;
  const topics = target.topics.map((name) => ({
    name,
    addDate: dateOf(find(call.state.subscribed, keyOf(token, name)) ?? target.since),
  }));
  return {
    response: jsonAnswer(200, JSON.stringify({ msg: 'success', code: '80000000', requestId: call.requestId, topics })),
    steps: [...steps, channelStep('huawei-topic-listed', 'pass', { count: topics.length })],
    target: token,
  };
};
