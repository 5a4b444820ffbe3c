import type { TraceStep } from '../../trace/types.ts';
import { sendAnswer } from './answers.ts';
import { appChannels } from './app-channels.ts';
import { appQuota } from './audience.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { checkMessage, MESSAGE_PASSED, type MessageInput, messageInput } from './checks.ts';
import { dispatch, infoOf, targetLabel } from './dispatch.ts';
import { extraOf, readDraft } from './draft.ts';
import { messageId } from './ids.ts';
import { lintMessage, lintParameters, lintTargets } from './lint.ts';
import { classOf, dueOf, takeMessage } from './message.ts';
import type { TargetKind } from './payload.ts';
import { type Refusal, refuse } from './refusal.ts';
import { queueBad } from './state.ts';
import { channelStep } from './steps.ts';
import {
  checkTargetCount,
  checkTargetsPresent,
  checkTargetsValid,
  readTargets,
  resolveTargets,
  type TargetRequest,
} from './targets.ts';

/** 13 of the order of checks: the quota of the day of the message's class. */
export function checkQuota(call: Call, input: MessageInput): Refusal | null {
  const { app, state, context } = call;
  const use = appQuota(state, app.appId, app.packageNames, classOf(input), context);
  if (use === null || use.used < use.limit) return null;
  return refuse('xiaomi-quota', 200001, `exceed quota, quota: ${use.limit}, have acked: ${use.used}`, {
    received: use.used,
    limit: use.limit,
  });
}

interface Checked {
  readonly steps: readonly TraceStep[];
  readonly refusal: Refusal | null;
}

/** The checks after those of the message itself, in their order. */
const AFTER_MESSAGE: readonly TraceStep[] = [
  channelStep('xiaomi-target-required', 'pass'),
  channelStep('xiaomi-target-count', 'pass'),
  channelStep('xiaomi-quota', 'pass'),
];

const ALL_PASSED: readonly TraceStep[] = MESSAGE_PASSED.concat(AFTER_MESSAGE);

function checkSend(call: Call, input: MessageInput, targets: TargetRequest): Checked {
  const checked = checkMessage(input);
  if (checked.refusal) return checked;
  const failed = (refusal: Refusal, passed: number): Checked => ({
    steps: checked.steps.concat(AFTER_MESSAGE.slice(0, passed)),
    refusal,
  });
  const missing = checkTargetsPresent(targets);
  if (missing) return failed(missing, 0);
  const many = checkTargetCount(targets);
  if (many) return failed(many, 1);
  const quota = checkQuota(call, input);
  return quota ? failed(quota, 2) : { steps: ALL_PASSED, refusal: null };
}

function formNotes(call: Call, input: MessageInput): readonly TraceStep[] {
  const steps = lintParameters(call.form);
  return call.path.startsWith('/v2/') && input.draft.packageNames.length > 1
    ? [...steps, channelStep('xiaomi-many-packages', 'note')]
    : steps;
}

/** One message to regids, aliases, accounts, topics, or everybody; the same for v2, v3 and v4. */
export const sendHandler =
  (kind: TargetKind): Handler =>
  (call: Call): Reply | Refused => {
    const { app, context, state, form } = call;
    const draft = readDraft(form);
    // Only a message that names a channel needs the list of them.
    const channels = extraOf(draft, 'channel_id') === undefined ? [] : appChannels(app, state);
    const input = messageInput(draft, app, channels, context, context.profile.xiaomi);
    const request = readTargets(kind, form);
    const facts = { target: targetLabel(kind, request.names), title: input.draft.title || null };
    const checked = checkSend(call, input, request);
    if (checked.refusal) return { refusal: checked.refusal, steps: checked.steps, ...facts };
    const resolution = resolveTargets(request, context.directory, input.draft.packageNames);
    const hints = lintTargets(resolution.bad, context.directory);
    const refusal = checkTargetsValid(request, resolution, app);
    // No receipt 16 here: receipts are keyed by message id, and a refused call has none.
    if (refusal)
      return {
        refusal,
        steps: checked.steps,
        notes: hints,
        state: queueBad(state, kind, app.appId, resolution.bad),
        ...facts,
      };
    return accept(call, input, { request, resolution, steps: checked.steps, hints, target: facts.target });
  };

interface Ready {
  readonly request: TargetRequest;
  readonly resolution: ReturnType<typeof resolveTargets>;
  readonly steps: readonly TraceStep[];
  readonly hints: readonly TraceStep[];
  readonly target: string;
}

function accept(call: Call, input: MessageInput, { request, resolution, steps, hints, target }: Ready): Reply {
  const { context } = call;
  const message = takeMessage(input);
  const id = messageId(request.kind, context.now, context.ports);
  const due = dueOf(input.draft.timeToSend, context);
  const sent = dispatch(call, [{ message, resolution }], request.kind, id, due);
  const bad = request.kind === 'regid' ? resolution.bad : [];
  const info = infoOf(request.kind, resolution.valid);
  return {
    response: sendAnswer(context, bad.length > 0 ? { id, bad_regids: bad.join(',') } : { id }, info),
    effects: sent.effects,
    state: sent.state,
    // Lists only: `concat` is several times slower once one argument is a single step.
    steps: steps.concat(
      [
        channelStep('xiaomi-target-valid', 'pass', { received: resolution.valid }),
        channelStep('xiaomi-accepted', 'pass', { id }),
      ],
      sent.steps,
      hints,
      lintMessage(input),
      formNotes(call, input),
    ),
    target,
    title: message.title || null,
  };
}
