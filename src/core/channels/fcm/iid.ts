import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { FcmProject } from '../credentials.ts';
import { encodeBase64Url } from '../kit/bytes.ts';
import { header } from '../kit/form.ts';
import { isObject, type JsonObject, member, parseBody } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget, VendorResponse } from '../types.ts';
import { iidUnauthorized, plainJson } from './answers.ts';
import { type Call, type Handler, queryValue, type Reply } from './call.ts';
import { isTopicName, TOKEN } from './checks.ts';
import { grantOf, sentToken } from './credential.ts';
import type { CheckRuleId } from './rules.ts';
import { type FcmState, joinDates, joined } from './state.ts';
import { channelStep } from './steps.ts';
import { isLive } from './targets.ts';

export const TOKENS_LIMIT = 1000;
export const TOPICS_LIMIT = 2000;
export const IMPORT_LIMIT = 100;
export const NO_INFORMATION = 'No information found about this instance id.';

const ROUTE = channelStep('fcm-route', 'pass');
const KNOWN = channelStep('fcm-iid-credential', 'pass');
const OPENING = [ROUTE, KNOWN];

export const iidError = (status: number, error: string): VendorResponse => plainJson(status, JSON.stringify({ error }));

const stop = (rule: CheckRuleId, params: TraceParams, response: VendorResponse, rest: Partial<Reply> = {}): Reply => ({
  response,
  steps: [...(rule === 'fcm-iid-credential' ? [ROUTE] : OPENING), channelStep(rule, 'stop', params)],
  ...rest,
});

/** The server key of the legacy interface, as long as that lives. */
function legacyProject({ request, context }: Call): FcmProject | undefined {
  if (context.profile.fcm.legacy !== 'before') return undefined;
  const key = /^key=(\S+)\s*$/.exec(header(request, 'authorization') ?? '')?.[1];
  return key === undefined ? undefined : context.credentials.fcm.projects.find(({ serverKey }) => serverKey === key);
}

/** Who calls: an access token counts only beside `access_token_auth: true`. */
function projectOf(call: Call): FcmProject | string {
  const { context, request } = call;
  const legacy = legacyProject(call);
  if (legacy !== undefined) return legacy;
  const token = sentToken(call);
  if (token === undefined) return 'authorization';
  if (header(request, 'access_token_auth')?.toLowerCase() !== 'true') return 'access_token_auth';
  const grant = grantOf(token, context);
  if (grant === null || !grant.maySend || grant.expiresAt <= context.now) return 'access token';
  const { projectId } = grant.account;
  return context.credentials.fcm.projects.find((one) => one.projectId === projectId) ?? 'project';
}

/** Turns a handler that knows its project into one that asks for the credential first. */
const authorized =
  (handle: (call: Call, project: FcmProject) => Reply): Handler =>
  (call) => {
    const project = projectOf(call);
    return typeof project === 'string'
      ? stop('fcm-iid-credential', { missing: project }, iidUnauthorized())
      : handle(call, project);
  };

type TokenFault = 'INVALID_ARGUMENT' | 'NOT_FOUND' | 'TOO_MANY_TOPICS';
export type TopicChange = 'add' | 'remove';

/** A registration that may join or leave a topic, or why not. */
export function checkMember(
  token: string,
  found: FoundTarget | undefined,
  project: FcmProject,
  change: TopicChange,
  topics: number,
): TokenFault | null {
  if (!TOKEN.test(token)) return 'INVALID_ARGUMENT';
  if (found !== undefined && !project.packageNames.includes(found.target.app)) return 'INVALID_ARGUMENT';
  if (found === undefined || !isLive(found)) return 'NOT_FOUND';
  return change === 'add' && topics >= TOPICS_LIMIT ? 'TOO_MANY_TOPICS' : null;
}

/** Puts a registration into a topic or takes it out; null when nothing changes. */
export function bind({ target }: FoundTarget, topic: string, change: TopicChange): Effect | null {
  const has = target.topics.includes(topic);
  if (has === (change === 'add')) return null;
  const topics = has ? target.topics.filter((name) => name !== topic) : [...target.topics, topic];
  return { type: 'target', token: target.token, patch: { topics } };
}

interface Batch {
  readonly topic: string;
  readonly tokens: readonly string[];
}

const topicOf = (to: unknown): string | null => {
  const name = typeof to === 'string' && to.startsWith('/topics/') ? to.slice('/topics/'.length) : '';
  return isTopicName(name) ? name : null;
};

const textsOf = (value: unknown, limit: number): readonly string[] | null => {
  if (!Array.isArray(value) || value.length === 0 || value.length > limit) return null;
  const items: readonly unknown[] = value;
  return items.every((item) => typeof item === 'string') ? (items as readonly string[]) : null;
};

/** A body of the batch interfaces; else the name of what is wrong with it. */
function readBatch(body: Uint8Array): Batch | string {
  const read = parseBody(body);
  if (!isObject(read)) return 'JSON';
  const topic = topicOf(member(read, 'to'));
  if (topic === null) return 'to';
  const tokens = textsOf(member(read, 'registration_tokens'), TOKENS_LIMIT);
  return tokens === null ? 'registration_tokens' : { topic, tokens };
}

const FAULTS_SHOWN = 5;

/** `POST /iid/v1:batchAdd` and `:batchRemove`. */
export const batchTopics = (change: TopicChange): Handler =>
  authorized((call, project) => {
    const batch = readBatch(call.request.body);
    if (typeof batch === 'string') return stop('fcm-iid-body', { name: batch }, iidError(400, 'INVALID_ARGUMENT'));
    const { topic, tokens } = batch;
    const { directory, now } = call.context;
    let state: FcmState = call.state;
    const effects: Effect[] = [];
    const notes: TraceStep[] = [];
    const results = tokens.map((token) => {
      const found = directory.byToken(token);
      const error = checkMember(token, found, project, change, found?.target.topics.length ?? 0);
      if (error !== null) {
        const params = { received: token === '' ? '–' : shorten(token), error };
        if (notes.length < FAULTS_SHOWN) notes.push(channelStep('fcm-iid-token', 'note', params));
        return { error };
      }
      const effect = found ? bind(found, topic, change) : null;
      if (effect !== null) {
        effects.push(effect);
        if (change === 'add') state = joined(state, { token, topic, at: now });
      }
      return {};
    });
    const done = channelStep('fcm-iid-done', 'pass', { changed: effects.length, topic });
    return {
      response: plainJson(200, JSON.stringify({ results })),
      steps: [...OPENING, done, ...notes],
      effects,
      state,
      target: `topic ${topic}`,
    };
  });

/** A registration named in the path: malformed and unknown ones are told apart. */
function registrationOf({ parts, context }: Call, project: FcmProject): FoundTarget | Reply {
  const token = parts[0] ?? '';
  const received = token === '' ? '–' : shorten(token);
  if (!TOKEN.test(token))
    return stop('fcm-iid-malformed', { received }, iidError(400, 'InvalidToken'), { target: token });
  const found = context.directory.byToken(token);
  if (found !== undefined && isLive(found) && project.packageNames.includes(found.target.app)) return found;
  return stop('fcm-iid-unknown', { received }, iidError(404, NO_INFORMATION), { target: token });
}

/** `POST` and `DELETE /iid/v1/{token}/rel/topics/{name}`. */
export const singleTopic = (change: TopicChange): Handler =>
  authorized((call, project) => {
    const found = registrationOf(call, project);
    if ('response' in found) return found;
    const topic = call.parts[1] ?? '';
    if (!isTopicName(topic)) return stop('fcm-iid-body', { name: 'topic' }, iidError(400, 'INVALID_ARGUMENT'));
    const { token, topics } = found.target;
    if (checkMember(token, found, project, change, topics.length) !== null)
      return stop(
        'fcm-iid-token',
        { received: shorten(token), error: 'TOO_MANY_TOPICS' },
        iidError(400, 'TOO_MANY_TOPICS'),
      );
    const effect = bind(found, topic, change);
    const at = call.context.now;
    return {
      response: plainJson(200, '{}'),
      steps: [...OPENING, channelStep('fcm-iid-done', 'pass', { changed: effect === null ? 0 : 1, topic })],
      effects: effect === null ? [] : [effect],
      state: effect !== null && change === 'add' ? joined(call.state, { token, topic, at }) : call.state,
      target: token,
    };
  });

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function topicDates({ target }: FoundTarget, state: FcmState): Record<string, { addDate: string }> {
  const dates = joinDates(state, target.token);
  const dated = target.topics.map((topic) => [topic, { addDate: day(dates.get(topic) ?? target.since) }] as const);
  return Object.fromEntries(dated);
}

/** `GET /iid/info/{token}`; topics only with `details=true`. */
export const info: Handler = authorized((call, project) => {
  const found = registrationOf(call, project);
  if ('response' in found) return found;
  const { target, device } = found;
  const details = queryValue(call.query, 'details') === 'true';
  const body = {
    application: target.app,
    applicationVersion: '1',
    authorizedEntity: project.projectNumber,
    platform: device.platform.toUpperCase(),
    ...(details && target.topics.length > 0 && { rel: { topics: topicDates(found, call.state) } }),
  };
  return {
    response: plainJson(200, JSON.stringify(body, null, 2)),
    steps: [...OPENING, channelStep('fcm-iid-info', 'pass', { app: target.app })],
    target: target.token,
  };
});

function importTokens(body: JsonObject): readonly string[] | string {
  if (typeof member(body, 'application') !== 'string') return 'application';
  if (typeof member(body, 'sandbox') !== 'boolean') return 'sandbox';
  return textsOf(member(body, 'apns_tokens'), IMPORT_LIMIT) ?? 'apns_tokens';
}

/** `POST /iid/v1:batchImport`: registrations for iPhones. They have the right form, but no iPhone here listens to FCM. */
export const batchImport: Handler = authorized((call) => {
  const read = parseBody(call.request.body);
  const tokens = isObject(read) ? importTokens(read) : 'JSON';
  if (typeof tokens === 'string') return stop('fcm-iid-body', { name: tokens }, iidError(400, 'INVALID_ARGUMENT'));
  const { ids } = call.context.ports;
  const results = tokens.map((token) => {
    const fid = encodeBase64Url(ids.bytes(17)).slice(0, 22);
    const registration = `${fid}:APA91b${encodeBase64Url(ids.bytes(99))}`;
    return { apns_token: token, status: 'OK', registration_token: registration };
  });
  return {
    response: plainJson(200, JSON.stringify({ results })),
    steps: [
      ...OPENING,
      channelStep('fcm-iid-done', 'pass', { changed: tokens.length, topic: '–' }),
      channelStep('fcm-iid-import', 'note'),
    ],
  };
});
