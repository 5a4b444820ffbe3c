import type { FcmProject } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { FoundTarget } from '../types.ts';
import { apiAnswer } from './answers.ts';
import { readRequest } from './body.ts';
import { type Call, type Handler, queryValue, type Reply, refused } from './call.ts';
import { isTopicName } from './checks.ts';
import { authenticate, isRefusal, projectOf } from './credential.ts';
import { alreadyExists, badTopic, notFound, senderMismatch, tooManyTopics, unregistered } from './errors.ts';
import { bind, checkMember } from './iid.ts';
import { type Refusal, refuse } from './refusal.ts';
import { subscriptionRequest } from './schema.ts';
import { joinDates, joined } from './state.ts';
import { channelStep } from './steps.ts';
import { findRegistration, isLive } from './targets.ts';

/** The topic interface of 2026, below `/v1/projects/{project}/registrations/{fid or token}/topicSubscriptions`. */

const SERVICE = 'google.firebase.fcm.v1.TopicSubscriptionService';
const MAPPED = [channelStep('fcm-json', 'pass'), channelStep('fcm-field-value', 'pass')];
const PROJECT = channelStep('fcm-project', 'pass');

interface Subject {
  readonly call: Call;
  readonly project: FcmProject;
  readonly found: FoundTarget;
  /** Project and registration as the path names them. */
  readonly parent: string;
  readonly steps: Reply['steps'];
}

function findMember({ context }: Call, project: FcmProject, named: string): FoundTarget | Refusal {
  const found = findRegistration(context.directory, named);
  if (found !== undefined && !project.packageNames.includes(found.target.app))
    return refuse('fcm-sender', senderMismatch(), { app: found.target.app, project: project.projectId });
  if (found !== undefined && isLive(found)) return found;
  const state = found === undefined ? 'unknown' : found.target.state;
  return refuse('fcm-registered', unregistered(), { received: named === '' ? '–' : shorten(named), state });
}

/** Credential, request form, project, registration: the same for every method. */
const prepared =
  (method: string, own: readonly string[], handle: (subject: Subject, bodyTopic: string) => Reply): Handler =>
  (call) => {
    const caller = authenticate(call, `${SERVICE}.${method}`);
    if ('refusal' in caller) return refused(call, caller.refusal, caller.steps);
    const read = readRequest(call, subscriptionRequest, own);
    if ('refusal' in read) return refused(call, read.refusal, caller.steps);
    const [named = '', registration = ''] = call.parts;
    const steps = [...caller.steps, ...MAPPED];
    const project = projectOf(call, caller, named);
    if (isRefusal(project)) return refused(call, project, steps);
    steps.push(PROJECT);
    const found = findMember(call, project, registration);
    if (isRefusal(found)) return refused(call, found, steps, { target: registration });
    const parent = `projects/${named}/registrations/${registration}`;
    return handle({ call, project, found, parent, steps }, read.value.topic_name ?? '');
  };

function resource({ parent }: Subject, topic: string, at: number) {
  return {
    name: `${parent}/topicSubscriptions/${topic}`,
    topic_name: topic,
    create_time: new Date(at).toISOString().replace('.000Z', 'Z'),
  };
}

/** The resources of these topics, which the registration has joined. */
function resources(subject: Subject, topics: readonly string[]) {
  const { target } = subject.found;
  const dates = joinDates(subject.call.state, target.token);
  return topics.map((topic) => resource(subject, topic, dates.get(topic) ?? target.since));
}

const known = (subject: Subject, topic: string): object => resources(subject, [topic])[0] ?? {};

const stop = ({ call, found, steps }: Subject, refusal: Refusal): Reply =>
  refused(call, refusal, steps, { target: found.target.token });

const done = (subject: Subject, body: object, topic: string, rest: Partial<Reply> = {}): Reply => ({
  response: apiAnswer(body, subject.call.pretty),
  steps: [...subject.steps, channelStep('fcm-subscription', 'pass', { topic })],
  target: subject.found.target.token,
  ...rest,
});

/** Joins a topic; `again`: may it have joined before? */
function join(subject: Subject, topic: string, again: boolean): Reply {
  const { call, project, found } = subject;
  if (!isTopicName(topic))
    return stop(subject, refuse('fcm-topic-name', badTopic(), { received: topic === '' ? '–' : shorten(topic) }));
  const { token, topics } = found.target;
  const effect = bind(found, topic, 'add');
  if (effect === null)
    return again
      ? done(subject, known(subject, topic), topic)
      : stop(subject, refuse('fcm-subscription-exists', alreadyExists(), { topic }));
  if (checkMember(token, found, project, 'add', topics.length) !== null)
    return stop(subject, refuse('fcm-topics-limit', tooManyTopics(), { received: topics.length }));
  const at = call.context.now;
  const state = joined(call.state, { token, topic, at });
  return done(subject, resource(subject, topic, at), topic, { effects: [effect], state });
}

const NAMES = ['topic_name', 'topicName'];

export const createSubscription: Handler = prepared('CreateTopicSubscription', NAMES, (subject, inBody) => {
  const { query } = subject.call;
  const topic = queryValue(query, 'topic_name') ?? queryValue(query, 'topicName') ?? inBody;
  return join(subject, topic, false);
});

export const updateSubscription: Handler = prepared(
  'UpdateTopicSubscription',
  ['allow_missing', 'allowMissing', 'update_mask', 'updateMask'],
  (subject) => join(subject, subject.call.parts[2] ?? '', true),
);

const missing = (topic: string): Refusal => refuse('fcm-subscription-missing', notFound(), { topic: shorten(topic) });

export const getSubscription: Handler = prepared('GetTopicSubscription', [], (subject) => {
  const topic = subject.call.parts[2] ?? '';
  return subject.found.target.topics.includes(topic)
    ? done(subject, known(subject, topic), topic)
    : stop(subject, missing(topic));
});

export const deleteSubscription: Handler = prepared('DeleteTopicSubscription', [], (subject) => {
  const topic = subject.call.parts[2] ?? '';
  const effect = bind(subject.found, topic, 'remove');
  return effect === null ? stop(subject, missing(topic)) : done(subject, {}, topic, { effects: [effect] });
});

const PAGING = ['page_size', 'pageSize', 'page_token', 'pageToken'];

export const listSubscriptions: Handler = prepared('ListTopicSubscriptions', PAGING, (subject) => {
  const { topics } = subject.found.target;
  const list = resources(subject, topics);
  return done(subject, list.length === 0 ? {} : { topic_subscriptions: list }, topics.join(', ') || '–');
});
