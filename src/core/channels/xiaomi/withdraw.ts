import type { TraceStep } from '../../trace/types.ts';
import { entries } from '../kit/log.ts';
import type { Effect } from '../types.ts';
import type { Call } from './call.ts';
import type { MessageRecord } from './state.ts';
import { channelStep } from './steps.ts';

/** What calling messages back means for phones that have not received them. */
export interface Withdrawal {
  /** Messages of this app that some phone has not received. */
  readonly records: readonly MessageRecord[];
  readonly effects: readonly Effect[];
  readonly steps: readonly TraceStep[];
}

/** Every addressed phone has taken it, or has said that the registration is gone. */
const isFinished = (record: MessageRecord): boolean => record.delivered + record.notRegistered >= record.resolved;

/**
 * Drops what Xiaomi still keeps for offline phones of the app's messages that fit. Nobody publishes whether stop and
 * revoke reach stored copies; here they do, since the message could otherwise not be called back at all.
 */
export function withdrawal({ state, app, context }: Call, fits: (record: MessageRecord) => boolean): Withdrawal {
  // What is scheduled has not been sent: there is a job to delete, and no copy yet.
  const scheduled = new Set(state.jobs.filter((job) => job.dueAt > context.now).map((job) => job.id));
  const records = entries(state.messages).filter(
    (record) => record.appId === app.appId && fits(record) && !isFinished(record) && !scheduled.has(record.id),
  );
  if (records.length === 0) return { records, effects: [], steps: [] };
  return {
    records,
    effects: [{ type: 'withdraw', pushIds: records.map(({ id }) => id) }],
    steps: [channelStep('xiaomi-withdrawn', 'note', { count: records.length })],
  };
}
