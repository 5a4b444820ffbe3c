import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { FcmProject } from '../credentials.ts';
import { header } from '../kit/form.ts';
import { type JsonObject, member } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget, VendorResponse } from '../types.ts';
import { pushTo } from './accept.ts';
import { notFoundPage, plainJson, plainText, unauthorizedPage } from './answers.ts';
import type { Call, Reply } from './call.ts';
import { isTopicName, reservedKeyOf, SIZE_DOCUMENTED, SIZE_DOCUMENTED_TOPIC, sizeOf, TOKEN } from './checks.ts';
import { parseCondition } from './condition.ts';
import { broadcastId, messageId } from './ids.ts';
import { legacyMessage, readLegacy, wrongField } from './legacy-message.ts';
import { type AndroidMessage, LONGEST_TTL } from './payload.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';
import { isLive, subscribers } from './targets.ts';

export const REGISTRATIONS_LIMIT = 1000;

const ROUTE = channelStep('fcm-route', 'pass');
const KEY = channelStep('fcm-legacy-key', 'pass');
const OPENING = [ROUTE, KEY];

/** An error that stands in the answer's results, with its rule. */
interface Fault {
  readonly error: string;
  readonly rule: CheckRuleId;
  readonly params: TraceParams;
}

const fault = (error: string, rule: CheckRuleId, params: TraceParams = {}): Fault => ({ error, rule, params });

const stop = (rule: CheckRuleId, params: TraceParams, response: VendorResponse): Reply => ({
  response,
  steps: [...(rule === 'fcm-legacy-key' ? [ROUTE] : OPENING), channelStep(rule, 'stop', params)],
});

interface LegacyCall {
  readonly call: Call;
  readonly project: FcmProject;
  readonly form: boolean;
  readonly fields: JsonObject;
  readonly message: AndroidMessage;
  readonly dryRun: boolean;
}

type One = { readonly id: string; readonly found: FoundTarget } | Fault;

/** The answer for several registrations, or for one by `to`; the number is larger than JavaScript's own can be. */
function multicast(
  { call, form }: LegacyCall,
  results: readonly { readonly id?: string; readonly error?: string }[],
): VendorResponse {
  const [only = {}] = results;
  if (form) return plainText(200, only.id === undefined ? `Error=${only.error ?? ''}` : `id=${only.id}`);
  const success = results.filter(({ id }) => id !== undefined).length;
  const list = results.map(({ id, error }) => JSON.stringify(id === undefined ? { error } : { message_id: id }));
  const number = broadcastId(call.context.ports);
  return plainJson(
    200,
    `{"multicast_id":${number},"success":${success},"failure":${results.length - success},"canonical_ids":0,"results":[${list.join(',')}]}`,
  );
}

/** Every target gets the same error. */
function allFail(legacy: LegacyCall, targets: readonly string[], { error, rule, params }: Fault): Reply {
  const broadcast = isBroadcast(legacy.fields);
  const response = broadcast
    ? plainJson(200, JSON.stringify({ error }))
    : multicast(
        legacy,
        targets.map(() => ({ error })),
      );
  return stop(rule, params, response);
}

const textOf = (fields: JsonObject, name: string): string => {
  const value = member(fields, name);
  return typeof value === 'string' ? value : '';
};

const isBroadcast = (fields: JsonObject): boolean =>
  textOf(fields, 'to').startsWith('/topics/') || textOf(fields, 'condition') !== '';

/** Registrations of the request; a text says what is wrong with their number. */
function targetsOf(fields: JsonObject): readonly string[] | string {
  const several = member(fields, 'registration_ids');
  const to = member(fields, 'to');
  const condition = textOf(fields, 'condition');
  const given = [several, to, condition === '' ? undefined : condition].filter(
    (one) => one !== undefined && one !== null,
  );
  if (given.length === 0) return 'MissingRegistration';
  if (given.length > 1) return 'InvalidParameters: Must use only one of "registration_ids", "to" and "condition"';
  if (!Array.isArray(several)) return [typeof to === 'string' ? to : condition];
  if (several.length > 0 && several.length <= REGISTRATIONS_LIMIT) return several.map(String);
  return `InvalidParameters: Number of messages on bulk (${several.length}) exceeds maximum allowed (${REGISTRATIONS_LIMIT})`;
}

/** What concerns the request as a whole. */
function requestFault({ message, fields }: LegacyCall): Fault | null {
  const key = reservedKeyOf(message.data);
  if (key !== undefined) return fault('InvalidDataKey', 'fcm-data-key', { received: shorten(key), field: 'data' });
  const limit = isBroadcast(fields) ? SIZE_DOCUMENTED_TOPIC : SIZE_DOCUMENTED;
  const received = sizeOf(message);
  return received > limit ? fault('MessageTooBig', 'fcm-size', { received, limit }) : null;
}

function resolveOne({ call, project, message }: LegacyCall, token: string): One {
  const { directory, now, ports } = call.context;
  const received = shorten(token);
  if (token === '') return fault('MissingRegistration', 'fcm-legacy-target', { received: '–' });
  if (!TOKEN.test(token)) return fault('InvalidRegistration', 'fcm-token-form', { received });
  const found = directory.byToken(token);
  const app = found?.target.app ?? '';
  if (found !== undefined && !project.packageNames.includes(app))
    return fault('MismatchSenderId', 'fcm-sender', { app, project: project.projectId });
  if (found === undefined || !isLive(found))
    return fault('NotRegistered', 'fcm-registered', { received, state: found?.target.state ?? 'unknown' });
  const { restrictedPackage } = message;
  if (restrictedPackage !== null && restrictedPackage !== app)
    return fault('InvalidPackageName', 'fcm-package', { received: shorten(restrictedPackage), app });
  return { found, id: messageId(found.device.platform, now, ports) };
}

const accepted = (id: string): TraceStep => channelStep('fcm-accepted', 'pass', { id });
const FAULTS_SHOWN = 5;

function toRegistrations(legacy: LegacyCall, tokens: readonly string[]): Reply {
  const { call, project, message, dryRun } = legacy;
  const results = tokens.map((token) => resolveOne(legacy, token));
  const faults = results.filter((one) => 'error' in one);
  const taken = results.filter((one) => 'found' in one);
  const effects = taken.map(
    ({ found, id }): Effect => ({
      type: 'push',
      push: pushTo(found, message, id, project.projectNumber, project, call.context),
    }),
  );
  const [first] = faults;
  const steps: TraceStep[] = [...OPENING];
  if (taken[0]) steps.push(dryRun ? channelStep('fcm-validated', 'pass') : accepted(taken[0].id));
  else if (first) steps.push(channelStep(first.rule, 'stop', first.params));
  if (taken[0])
    for (const { error } of faults.slice(0, FAULTS_SHOWN))
      steps.push(channelStep('fcm-legacy-result', 'note', { error }));
  const shown = results.map((one) =>
    'error' in one ? { error: one.error } : { id: dryRun ? 'fake_message_id' : one.id },
  );
  return {
    response: multicast(legacy, shown),
    steps,
    effects: dryRun ? [] : effects,
    target: tokens.length === 1 ? (tokens[0] ?? null) : `${tokens.length} tokens`,
  };
}

/** A topic by `to`, or a condition. */
function toTopics(legacy: LegacyCall, to: string): Reply {
  const { call, project, message, fields, dryRun } = legacy;
  const { context } = call;
  const text = textOf(fields, 'condition');
  const topic = text === '' ? to.slice('/topics/'.length) : null;
  const condition = topic === null ? parseCondition(text) : null;
  if (topic !== null ? !isTopicName(topic) : condition === null || condition.topics.length > 5) {
    const rule = topic === null ? 'fcm-condition' : 'fcm-topic-name';
    return stop(
      rule,
      { received: shorten(topic ?? text) },
      plainText(400, 'InvalidParameters: Invalid topic or condition'),
    );
  }
  const matches = (topics: readonly string[]) =>
    topic === null ? condition?.matches(topics) === true : topics.includes(topic);
  const found = subscribers(context.directory, project, matches);
  const id = broadcastId(context.ports);
  const from = topic === null ? project.projectNumber : to;
  const pushes = found.map((one): Effect => ({ type: 'push', push: pushTo(one, message, id, from, project, context) }));
  return {
    response: plainJson(200, `{"message_id":${id}}`),
    steps: [...OPENING, dryRun ? channelStep('fcm-validated', 'pass') : accepted(id)],
    effects: dryRun ? [] : pushes,
    target: topic === null ? `condition ${shorten(text)}` : `topic ${topic}`,
  };
}

function findProject({ request, context }: Call): FcmProject | undefined {
  const key = /^key=(\S+)\s*$/.exec(header(request, 'authorization') ?? '')?.[1];
  return key === undefined ? undefined : context.credentials.fcm.projects.find(({ serverKey }) => serverKey === key);
}

const TTL = 'time_to_live';

function checked(legacy: LegacyCall): Reply {
  const { fields, message, form } = legacy;
  const wrong = wrongField(fields);
  if (wrong !== null) return stop('fcm-legacy-field', { name: wrong.name }, plainText(400, wrong.text));
  const targets = targetsOf(fields);
  if (typeof targets === 'string') {
    const answer = form ? plainText(200, `Error=${targets}`) : plainText(400, targets);
    return stop('fcm-legacy-target', { received: shorten(targets) }, answer);
  }
  if (message.ttl < 0 || message.ttl > LONGEST_TTL) {
    const text = `Invalid value (${message.ttl}) for "${TTL}": must be between 0 and ${LONGEST_TTL}`;
    return stop('fcm-ttl', { received: message.ttl, limit: LONGEST_TTL, field: TTL }, plainText(400, text));
  }
  const whole = requestFault(legacy);
  if (whole !== null) return allFail(legacy, targets, whole);
  return isBroadcast(fields) ? toTopics(legacy, targets[0] ?? '') : toRegistrations(legacy, targets);
}

/** `POST /fcm/send`, the interface before HTTP v1. */
export function legacySend(call: Call): Reply {
  const era = call.context.profile.fcm.legacy;
  if (era === 'today') return { response: notFoundPage(call.path), steps: [channelStep('fcm-legacy-gone', 'stop')] };
  const project = findProject(call);
  if (project === undefined) {
    const received = shorten(header(call.request, 'authorization') ?? '–', 8);
    return stop('fcm-legacy-key', { received }, unauthorizedPage());
  }
  const read = readLegacy(call.request);
  if ('text' in read) return stop('fcm-legacy-json', { received: shorten(read.text) }, plainText(400, read.text));
  const { form, fields } = read;
  const message = legacyMessage(wrongField(fields) === null ? fields : {});
  const dryRun = member(fields, 'dry_run') === true;
  const legacy: LegacyCall = { call, project, form, fields, message, dryRun };
  if (era === 'closing') return allFail(legacy, ['one'], fault('DeprecatedApi', 'fcm-legacy-deprecated'));
  const reply = checked(legacy);
  return { ...reply, title: message.notification?.title ?? message.notification?.body ?? null };
}
