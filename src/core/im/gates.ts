import type { Device } from '../device/types.ts';
import type { ReasonCode, TraceStep } from '../trace/types.ts';
import type { DecideInput } from './decide.ts';
import { note } from './layers.ts';
import { isMember, uploadedTarget } from './recipients.ts';
import { checkRequirement } from './requirements.ts';
import type { Resolution } from './resolve.ts';

/** A device whose link is down stays reachable by push for this long, ms. */
export const PUSH_ONLINE_LASTS = 7 * 24 * 60 * 60 * 1000;

export interface GateContext {
  readonly input: DecideInput;
  readonly resolution: Resolution;
  /** For steps that come before the gate's answer. */
  readonly trace: TraceStep[];
}

/** One question of the pipeline. Answers that carry no values are shared, since they are made very often. */
export interface Gate {
  ask(context: GateContext): TraceStep;
  /** Stands in the trace when an earlier gate stopped. */
  readonly skipped: TraceStep;
  /** Reason of the outcome when this gate stops with the given rule. */
  reasonOf(rule: string): ReasonCode;
}

const pass = (rule: string): TraceStep => ({ stage: 'offline', rule, verdict: 'pass' });
const stop = (rule: string, params?: TraceStep['params']): TraceStep =>
  params === undefined
    ? { stage: 'offline', rule, verdict: 'stop' }
    : { stage: 'offline', rule, verdict: 'stop', params };

function gate(reason: ReasonCode, ask: (context: GateContext) => TraceStep): Gate {
  return { ask, skipped: { stage: 'offline', rule: reason, verdict: 'skip' }, reasonOf: () => reason };
}

const CHAT = pass('system-message');
const SYSTEM = stop('system-message');
const systemMessage = gate('system-message', ({ input }) => (input.message.kind === 'system' ? SYSTEM : CHAT));

const MEMBER = pass('not-a-member');
const membership = gate('not-a-member', ({ input }) => {
  const { to } = input.message;
  if (isMember(input.group, input.recipient.userId)) return MEMBER;
  return stop('not-a-member', { user: input.recipient.userId, group: 'group' in to ? to.group : null });
});

const ALLOWED = pass('push-flag-off');
const FORBIDDEN = stop('push-flag-off');
const pushFlag = gate('push-flag-off', ({ input }) =>
  input.message.offlinePush?.enabled === false ? FORBIDDEN : ALLOWED,
);

const NOTIFIED = pass('receive-opt');
const receiveOption = gate('receive-opt', ({ input }) => {
  const { to } = input.message;
  const option = 'group' in to ? input.recipient.receiveOptions[to.group] : undefined;
  if (option === undefined || option === 'receiveAndNotify') return NOTIFIED;
  return stop('receive-opt', { user: input.recipient.userId, group: 'group' in to ? to.group : null, option });
});

const GLOBAL_ON = pass('global-switch-off');
const MESSAGE_WINS = pass('message-over-global');
const DISPUTED = note('global-off-disputed');
const globalSwitch = gate('global-switch-off', ({ input, trace }) => {
  const user = input.recipient.userId;
  if (input.recipient.settings.enabled) return GLOBAL_ON;
  // Even an empty object counts: every new one is enabled.
  if (!input.message.offlinePush) return stop('global-switch-off', { user });
  if (input.profile.globalOffMessageOn === 'global') return stop('global-over-message', { user });
  trace.push(MESSAGE_WINS);
  return DISPUTED;
});

const HAS_TEXT = pass('no-text');
const NO_TEXT = stop('no-text');
const text = gate('no-text', ({ resolution, trace }) => {
  for (const step of resolution.trace) trace.push(step);
  return resolution.fields.body.value === '' ? NO_TEXT : HAS_TEXT;
});

const LOGGED_IN = pass('logged-in');
const session: Gate = {
  ask: ({ input }) => askSession(input),
  skipped: { stage: 'offline', rule: 'logged-in', verdict: 'skip' },
  // Each of the session's stops is a reason of its own.
  reasonOf: (rule) => (rule === 'logged-out' || rule === 'kicked' || rule === 'expired' ? rule : 'never-logged-in'),
};

function askSession(input: DecideInput): TraceStep {
  const { device, recipient } = input;
  const user = recipient.userId;
  if (device === null) {
    const { session: state } = recipient;
    if (state === 'loggedOut' || state === 'kicked')
      return stop(state === 'kicked' ? 'kicked' : 'logged-out', { user });
    return stop('never-logged-in', { user });
  }
  const { state, userId, since } = device.session;
  if (userId !== user || state === 'never') return stop('never-logged-in', { user });
  if (state === 'loggedOut') return stop('logged-out', { user });
  if (state === 'kicked') return stop('kicked', { user });
  const gone = input.now - (input.lastSeen ?? since);
  if (gone > PUSH_ONLINE_LASTS && !hasLink(device)) {
    return stop('expired', { user, days: Math.floor(gone / (PUSH_ONLINE_LASTS / 7)) });
  }
  return LOGGED_IN;
}

const hasLink = (device: Device): boolean => device.online && device.app.process !== 'killed';

/** For the gates behind the session's, which lets no recipient without a device pass. */
function onDevice(ask: (device: Device, context: GateContext) => TraceStep): (context: GateContext) => TraceStep {
  return (context) => {
    const { device } = context.input;
    if (device === null) throw new Error('A recipient without a device has no session, so no later rule is asked.');
    return ask(device, context);
  };
}

const FOREGROUND = stop('instance-foreground');
const BACKGROUND = stop('instance-online');
const BACKGROUND_UNREPORTED = stop('background-unreported');
const BACKGROUND_PUSHED = pass('push-in-background');
const KILLED_BY_USER = pass('killed-by-user');
const KILLED_BY_SYSTEM = pass('killed-by-system');
const LINK_LOST = pass('link-lost');
const instance: Gate = {
  ask: onDevice((device, { input }) => askInstance(device, input.profile.pushInBackground)),
  skipped: { stage: 'offline', rule: 'instance-online', verdict: 'skip' },
  reasonOf: (rule) => (rule === 'instance-foreground' ? rule : 'instance-online'),
};

function askInstance(device: Device, pushInBackground: boolean): TraceStep {
  if (device.app.process === 'killed') return device.app.killedBy === 'system' ? KILLED_BY_SYSTEM : KILLED_BY_USER;
  if (!device.online) return LINK_LOST;
  if (device.app.process === 'foreground') return FOREGROUND;
  if (!pushInBackground) return BACKGROUND;
  // iOS apps report by themselves; on Android the app has to.
  const reported = device.platform === 'ios' || device.app.backgroundReported === true;
  return reported ? BACKGROUND_PUSHED : BACKGROUND_UNREPORTED;
}

const HAS_TOKEN = pass('no-token');
const NO_TOKEN = stop('no-token');
const token = gate(
  'no-token',
  onDevice((device) => (uploadedTarget(device) === undefined ? NO_TOKEN : HAS_TOKEN)),
);

const requirement = gate(
  'requirement-not-met',
  onDevice((device, { trace }) => checkRequirement(device.channel, device.system, trace)),
);

/** The pipeline for messages between two accounts. */
export const C2C_GATES: readonly Gate[] = [
  systemMessage,
  pushFlag,
  globalSwitch,
  text,
  session,
  instance,
  token,
  requirement,
];

/** The pipeline for group messages: membership and the member's receive option come in addition. */
export const GROUP_GATES: readonly Gate[] = [
  systemMessage,
  membership,
  pushFlag,
  receiveOption,
  globalSwitch,
  text,
  session,
  instance,
  token,
  requirement,
];
