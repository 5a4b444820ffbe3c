import type { TraceStep } from '../../trace/types.ts';
import { sendAnswer } from './answers.ts';
import { appChannels } from './app-channels.ts';
import { appQuota } from './audience.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { checkMessage, type MessageInput, messageInput } from './checks.ts';
import { dispatch, infoOf, targetLabel } from './dispatch.ts';
import { readDraft } from './draft.ts';
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
  const use = appQuota(state, app.appId, app.packageNames, classOf(input), context.directory, context.now);
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

const PRESENT = channelStep('xiaomi-target-required', 'pass');
const COUNT = channelStep('xiaomi-target-count', 'pass');
const QUOTA = channelStep('xiaomi-quota', 'pass');

function checkSend(call: Call, input: MessageInput, targets: TargetRequest): Checked {
  const checked = checkMessage(input);
  if (checked.refusal) return checked;
  const steps = [...checked.steps];
  for (const [passed, check] of [
    [PRESENT, () => checkTargetsPresent(targets)],
    [COUNT, () => checkTargetCount(targets)],
    [QUOTA, () => checkQuota(call, input)],
  ] as const) {
    const refusal = check();
    if (refusal) return { steps, refusal };
    steps.push(passed);
  }
  return { steps, refusal: null };
}

function formNotes(call: Call, input: MessageInput): TraceStep[] {
  const steps = [...lintParameters(call.form)];
  if (call.path.startsWith('/v2/') && input.draft.packageNames.length > 1)
    steps.push(channelStep('xiaomi-many-packages', 'note'));
  return steps;
}

/** One message to regids, aliases, accounts, topics, or everybody; the same for v2, v3 and v4. */
export const sendHandler =
  (kind: TargetKind): Handler =>
  (call: Call): Reply | Refused => {
    const { app, context, state, form } = call;
    const input = messageInput(readDraft(form), app, appChannels(app, state), context.now, context.profile.xiaomi);
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
    return accept(call, input, { request, resolution, steps: [...checked.steps], hints });
  };

interface Ready {
  readonly request: TargetRequest;
  readonly resolution: ReturnType<typeof resolveTargets>;
  readonly steps: readonly TraceStep[];
  readonly hints: readonly TraceStep[];
}

function accept(call: Call, input: MessageInput, { request, resolution, steps, hints }: Ready): Reply {
  const { context } = call;
  const message = takeMessage(input);
  const id = messageId(request.kind, context.now, context.ports);
  const due = dueOf(input.draft.timeToSend, context.now);
  const sent = dispatch(call, [{ message, resolution }], request.kind, id, due);
  const bad = request.kind === 'regid' ? resolution.bad : [];
  return {
    response: sendAnswer(
      context,
      { id, ...(bad.length > 0 ? { bad_regids: bad.join(',') } : {}) },
      infoOf(request.kind, resolution.valid),
    ),
    effects: sent.effects,
    state: sent.state,
    steps: [
      ...steps,
      channelStep('xiaomi-target-valid', 'pass', { received: resolution.valid }),
      channelStep('xiaomi-accepted', 'pass', { id }),
      ...sent.steps,
      ...hints,
      ...lintMessage(input),
      ...formNotes(call, input),
    ],
    target: targetLabel(request.kind, request.names),
    title: message.title || null,
  };
}
