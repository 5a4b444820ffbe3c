import type { TraceStep } from '../../trace/types.ts';
import type { FcmProject } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, FoundTarget } from '../types.ts';
import { fromOf, idFor, labelOf, pushTo } from './accept.ts';
import { nameAnswer } from './answers.ts';
import { readRequest } from './body.ts';
import { type Call, type Reply, refused } from './call.ts';
import { checkMessage, type MessageInput, messageInput, type Target, targetOf } from './checks.ts';
import { authenticate, isRefusal, projectOf } from './credential.ts';
import { noTarget } from './errors.ts';
import { SEND_METHOD } from './errors-auth.ts';
import { lintCall, lintMessage } from './lint.ts';
import { countProject, countTarget } from './quota.ts';
import { type Refusal, refuse } from './refusal.ts';
import { sendRequest } from './schema.ts';
import { type FcmState, reportOnce } from './state.ts';
import { channelStep } from './steps.ts';
import { type Resolved, resolve } from './targets.ts';

const MAPPED = [channelStep('fcm-json', 'pass'), channelStep('fcm-field-value', 'pass')];
const PROJECT = channelStep('fcm-project', 'pass');
const REGISTERED = [channelStep('fcm-registered', 'pass'), channelStep('fcm-sender', 'pass')];

/** `messages:send`: the checks in the reference's order, then the message goes on its way. */
export function send(call: Call): Reply {
  const caller = authenticate(call, SEND_METHOD);
  if ('refusal' in caller) return refused(call, caller.refusal, caller.steps);
  const read = readRequest(call, sendRequest);
  if ('refusal' in read) return refused(call, read.refusal, caller.steps);
  const steps = [...caller.steps, ...MAPPED];
  const named = call.parts[0] ?? '';
  const project = projectOf(call, caller, named);
  if (isRefusal(project)) return refused(call, project, steps);
  steps.push(PROJECT);
  const { validate_only: dryRun = false, message = {} } = read.value;
  const input = messageInput(message, call.context);
  return sendMessage({ call, project, named, input, dryRun, steps });
}

interface Sending {
  readonly call: Call;
  readonly project: FcmProject;
  /** The project as the path names it. */
  readonly named: string;
  readonly input: MessageInput;
  readonly dryRun: boolean;
  readonly steps: TraceStep[];
}

const titleOf = ({ android: { notification } }: MessageInput): string | null =>
  notification?.title ?? notification?.body ?? null;

const LABEL_LENGTH = 300;

function sendMessage(sending: Sending): Reply {
  const { call, project, input, steps } = sending;
  const { context } = call;
  const inProject = countProject(call.state, project, context);
  const checked = checkMessage(input);
  steps.push(...checked.steps);
  const target = targetOf(input);
  const label = target && shorten(labelOf(target), LABEL_LENGTH);
  const stop = (refusal: Refusal, state: FcmState): Reply =>
    refused(call, refusal, steps, { title: titleOf(input), target: label, state });
  if (checked.refusal !== null || target === null)
    return stop(checked.refusal ?? refuse('fcm-target-present', noTarget(), {}), inProject.state);
  const looked = late(resolve(target, project, input.message, context), inProject.state, context.profile.fcm);
  if ('refusal' in looked) return stop(looked.refusal, looked.state);
  const { found, lost } = looked;
  if (!lost && (target.kind === 'token' || target.kind === 'fid')) steps.push(...REGISTERED);
  if (inProject.refusal !== null) return stop(inProject.refusal, looked.state);
  const { refusal, state } = countTarget(looked.state, target, found, context);
  if (refusal !== null) return stop(refusal, state);
  return { ...accept(sending, target, looked), state, target: label, title: titleOf(input) };
}

interface Reached {
  readonly found: readonly FoundTarget[];
  /** Taken by FCM, though nobody will get it. */
  readonly lost: boolean;
}

type Looked = (Reached | { readonly refusal: Refusal }) & { readonly state: FcmState };

/** A deletion may take a while to get round: then the first send to a dead registration is still taken, and lost. */
function late(resolved: Resolved, state: FcmState, { lateUnregistered }: { lateUnregistered: boolean }): Looked {
  if ('found' in resolved) return { found: resolved.found, state, lost: false };
  const { refusal, dead } = resolved;
  if (!lateUnregistered || dead === undefined || dead.target.state !== 'unregistered') return { refusal, state };
  const first = reportOnce(state, dead.target.token);
  return first === null ? { refusal, state } : { found: [dead], state: first, lost: true };
}

/** Gives the message its id and sends it on its way, unless it is a dry run. */
function accept(
  { call, project, named, input, dryRun, steps }: Sending,
  target: Target,
  { found, lost }: Reached,
): Reply {
  const { context, pretty } = call;
  const { projectInName, validateOnlyName } = context.profile.fcm;
  const id = idFor(target, found, context);
  const shownId = dryRun && validateOnlyName === 'fake' ? 'fake_message_id' : id;
  const shownProject = projectInName === 'id' ? project.projectId : named;
  const from = fromOf(target, project);
  const pushed = (one: FoundTarget): Effect => ({
    type: 'push',
    push: pushTo(one, input.android, id, from, project, context),
  });
  const taken = dryRun ? channelStep('fcm-validated', 'pass') : channelStep('fcm-accepted', 'pass', { id });
  const notes = [...lintMessage(input, found.length), ...lintCall(call)];
  if (lost) notes.unshift(channelStep('fcm-late-unregistered', 'note'));
  return {
    response: nameAnswer(`projects/${shownProject}/messages/${shownId}`, pretty),
    steps: [...steps, taken, ...notes],
    effects: dryRun || lost ? [] : found.map(pushed),
  };
}
