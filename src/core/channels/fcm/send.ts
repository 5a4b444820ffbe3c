import type { TraceStep } from '../../trace/types.ts';
import type { FcmProject } from '../credentials.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect } from '../types.ts';
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
import { refuse } from './refusal.ts';
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
  const input = messageInput(message, call.context.profile.fcm);
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

function sendMessage({ call, project, named, input, dryRun, steps }: Sending): Reply {
  const { context } = call;
  const inProject = countProject(call.state, project, context);
  const { notification } = input.android;
  const title = notification?.title ?? notification?.body ?? null;
  const checked = checkMessage(input);
  steps.push(...checked.steps);
  const target = targetOf(input);
  const refusal = checked.refusal ?? (target === null ? refuse('fcm-target-present', noTarget(), {}) : null);
  if (refusal !== null || target === null) {
    const rest = { title, target: target === null ? null : shorten(labelOf(target), 200), state: inProject.state };
    return refused(call, refusal ?? refuse('fcm-target-present', noTarget(), {}), steps, rest);
  }
  const label = labelOf(target);
  const looked = late(resolve(target, project, input.message, context), inProject.state, context.profile.fcm);
  if ('refusal' in looked) return refused(call, looked.refusal, steps, { title, target: label, state: looked.state });
  const { found } = looked;
  if (target.kind === 'token' || target.kind === 'fid') steps.push(...REGISTERED);
  const ofTarget = inProject.refusal ?? countTarget(looked.state, target, found, context);
  const quota = 'rule' in ofTarget ? ofTarget : ofTarget.refusal;
  const state = 'rule' in ofTarget ? looked.state : ofTarget.state;
  if (quota !== null) return refused(call, quota, steps, { title, target: label, state });
  return accept({ call, project, named, input, dryRun, steps }, target, looked.silent ? [] : found, state);
}

type Looked =
  | {
      readonly found: Extract<Resolved, { found: unknown }>['found'];
      readonly state: FcmState;
      readonly silent: boolean;
    }
  | { readonly refusal: Extract<Resolved, { refusal: unknown }>['refusal']; readonly state: FcmState };

/** A deletion may take a while to get round: then the first send to a dead registration is still taken, and lost. */
function late(resolved: Resolved, state: FcmState, { lateUnregistered }: { lateUnregistered: boolean }): Looked {
  if ('found' in resolved) return { found: resolved.found, state, silent: false };
  const { refusal, dead } = resolved;
  if (!lateUnregistered || dead === undefined || dead.target.state !== 'unregistered') return { refusal, state };
  const first = reportOnce(state, dead.target.token);
  return first === null ? { refusal, state } : { found: [dead], state: first, silent: true };
}

function accept(
  { call, project, named, input, dryRun, steps }: Sending,
  target: Target,
  found: Extract<Resolved, { found: unknown }>['found'],
  state: FcmState,
): Reply {
  const { context, pretty } = call;
  const { profile, now } = context;
  const id = idFor(target, found, context);
  const shown = dryRun && profile.fcm.validateOnlyName === 'fake' ? 'fake_message_id' : id;
  const project_ = profile.fcm.projectInName === 'id' ? project.projectId : named;
  const { android } = input;
  const from = fromOf(target, project);
  const effects: Effect[] = dryRun
    ? []
    : found.map((one) => ({ type: 'push', push: pushTo(one, android, id, from, project, now) }));
  const taken = dryRun ? channelStep('fcm-validated', 'pass') : channelStep('fcm-accepted', 'pass', { id });
  const notes = [...lintMessage(input, found.length), ...lintCall(call)];
  return {
    response: nameAnswer(`projects/${project_}/messages/${shown}`, pretty),
    steps: [...steps, taken, ...notes],
    effects,
    state,
    target: labelOf(target),
    title: android.notification?.title ?? android.notification?.body ?? null,
  };
}
