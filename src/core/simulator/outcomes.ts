import type { ShadeNotification } from '../device/types.ts';
import type { Delivery, Outcome, VendorAnswer } from '../simulator-types.ts';
import type { ReasonCode, TraceStep } from '../trace/types.ts';
import { emit, now, type OutcomeRecord, type State } from './state.ts';

type Answered = Exclude<VendorAnswer, { readonly error: string }>;

/** What a dry run knows instead of a recorded exchange. */
export interface Preview {
  readonly silent: true;
  readonly exchange: { readonly trace: readonly TraceStep[]; readonly deliveries: readonly Delivery[] };
  readonly notification: ShadeNotification | null;
}

const TAIL: readonly TraceStep[] = [{ stage: 'user', rule: 'user-tap', verdict: 'skip' }];
const UNREACHED: readonly TraceStep[] = [{ stage: 'device', rule: 'device-reached', verdict: 'skip' }, ...TAIL];

/** Files a decision. Those that wait for a vendor are announced once it has answered. */
export function fileOutcome(state: State, outcome: Outcome): void {
  state.outcomes.push({ ...outcome });
  if (!state.sendings.has(outcome.id)) emit(state, { type: 'outcome', outcome });
}

/** Joins the vendor's answer and the phone's reaction to the decision. */
export function complete(state: State, record: OutcomeRecord, answer: VendorAnswer, preview?: Preview): Outcome {
  if ('error' in answer) unanswered(state, record, answer.error, preview);
  else {
    record.answer = answer;
    readAnswer(state, record, answer, preview);
  }
  if (preview !== undefined) return record;
  state.sendings.delete(record.id);
  record.durationMs = Math.max(0, now(state) - record.at);
  emit(state, { type: 'outcome', outcome: record });
  return record;
}

/** The vendor may have refused by closing the connection, or even have taken the push before it was lost. */
function unanswered(state: State, record: OutcomeRecord, error: string, preview: Preview | undefined): void {
  const recorded = record.exchangeId === null ? undefined : state.exchanges.get(record.exchangeId);
  const { trace: checks, deliveries } = preview?.exchange ?? recorded ?? { trace: [], deliveries: [] };
  const [delivery] = deliveries;
  const step = { stage: 'channel', rule: 'vendor-unreachable', params: { error } } as const;
  if (delivery !== undefined) {
    record.trace = [...record.trace, ...checks, { ...step, verdict: 'note' }];
    reached(record, delivery, preview?.notification ?? shown(state, delivery));
    return;
  }
  const refusing = checks.find((one) => one.verdict === 'stop');
  const said: TraceStep = { ...step, verdict: 'stop' };
  stop(record, 'vendor-unreachable', refusing?.rule ?? 'vendor-unreachable', [...checks, said, ...UNREACHED]);
}

function readAnswer(state: State, record: OutcomeRecord, answer: Answered, preview: Preview | undefined): void {
  const channel = record.channel === null ? undefined : state.channels.get(record.channel);
  const recorded = record.exchangeId === null ? undefined : state.exchanges.get(record.exchangeId);
  const exchange = preview?.exchange ?? recorded;
  const reading = channel?.readAnswer(answer.status, answer.body);
  const checks = exchange?.trace ?? reading?.trace ?? [];
  const delivery = exchange?.deliveries[0];
  if (reading?.accepted !== true || delivery === undefined) {
    refused(record, answer, checks, reading?.cause ?? 'vendor-rejected');
    return;
  }
  record.trace = [
    ...record.trace,
    ...checks,
    { stage: 'channel', rule: 'vendor-accepted', verdict: 'pass', params: { status: answer.status } },
  ];
  reached(record, delivery, preview?.notification ?? shown(state, delivery));
}

function refused(record: OutcomeRecord, answer: Answered, checks: readonly TraceStep[], fallback: string): void {
  const refusing = checks.find((step) => step.verdict === 'stop');
  const said: readonly TraceStep[] =
    refusing === undefined
      ? [
          {
            stage: 'channel',
            rule: 'vendor-rejected',
            verdict: 'stop',
            params: { status: answer.status, body: answer.body },
          },
        ]
      : [];
  stop(record, 'vendor-rejected', refusing?.rule ?? fallback, [...checks, ...said, ...UNREACHED]);
}

function stop(record: OutcomeRecord, reason: ReasonCode, cause: string, steps: readonly TraceStep[]): void {
  record.delivered = false;
  if (record.connected) record.via = 'online';
  record.reason = reason;
  record.cause = cause;
  record.trace = [...record.trace, ...steps];
}

const shown = (state: State, delivery: Delivery): ShadeNotification | null =>
  delivery.notificationId === null ? null : (state.notifications.get(delivery.notificationId)?.notification ?? null);

/** Takes over what the phone did; a stored push comes by here twice. */
function reached(record: OutcomeRecord, delivery: Delivery, notification: ShadeNotification | null): void {
  const before = record.trace.filter((step) => step.stage !== 'device' && step.stage !== 'user');
  record.trace = [...before, ...delivery.trace, ...TAIL];
  record.delivered = delivery.result === 'shown';
  record.notification = notification;
  record.reason = record.delivered ? 'delivered' : notShown(delivery, record.reason);
  record.cause = record.delivered ? 'delivered' : (delivery.cause ?? record.reason);
}

const WAITING: readonly Delivery['result'][] = ['stored', 'dropped', 'scheduled'];

function notShown({ result }: Delivery, before: ReasonCode): ReasonCode {
  if (result === 'revoked') return 'device-revoked';
  // What waited for a phone that is online, and was lost, was not lost for want of a network.
  if (result === 'waiting' || (result === 'dropped' && before === 'device-waiting')) return 'device-waiting';
  return WAITING.includes(result) ? 'device-offline' : 'device-suppressed';
}

/** A stored push arrived, expired or was replaced after its outcome had been filed. */
export function deliveryChanged(state: State, outcomeId: string, delivery: Delivery): void {
  const record = state.outcomes.get(outcomeId);
  if (record === undefined) return;
  reached(record, delivery, shown(state, delivery));
  emit(state, { type: 'outcome', outcome: record });
}

/** The user tapped the notification of this outcome. */
export function tapped(state: State, outcomeId: string): void {
  const record = state.outcomes.get(outcomeId);
  if (record === undefined) return;
  record.trace = [
    ...record.trace.filter((step) => step.stage !== 'user'),
    { stage: 'user', rule: 'user-tap', verdict: 'pass' },
  ];
  emit(state, { type: 'outcome', outcome: record });
}
