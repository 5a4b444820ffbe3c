import { field } from '../kit/form.ts';
import { entries } from '../kit/log.ts';
import { shorten } from '../kit/steps.ts';
import { plainAnswer } from './answers.ts';
import type { Call, Handler, Reply } from './call.ts';
import { missing, type Refusal, refuse } from './refusal.ts';
import type { Job } from './state.ts';
import { channelStep } from './steps.ts';
import { withdrawal } from './withdraw.ts';

/** Jobs of this app that still wait. */
const waiting = ({ state, app, context }: Call): readonly Job[] =>
  state.jobs.filter((job) => job.appId === app.appId && job.dueAt > context.now);

export const unknownMessage = (id: string): Refusal =>
  refuse('xiaomi-message-unknown', 65028, 'no such message', { received: shorten(id) });

const FOUND = channelStep('xiaomi-message-unknown', 'pass');

/** `exist` and `query`: code 0 while the job waits. */
export const jobExists: Handler = (call) => {
  const id = field(call.form, 'job_id');
  if (id === '') return { refusal: missing('xiaomi-parameter-required', 'job_id') };
  if (!waiting(call).some((job) => job.id === id)) return { refusal: unknownMessage(id), target: `job ${id}` };
  return { response: plainAnswer(call.context), steps: [FOUND], target: `job ${id}` };
};

function remove(call: Call, jobs: readonly Job[]): Required<Pick<Reply, 'state' | 'effects'>> {
  const ids = new Set(jobs.map((job) => job.id));
  return {
    state: { ...call.state, jobs: call.state.jobs.filter((job) => !ids.has(job.id)) },
    effects: jobs.map((job) => ({ type: 'unschedule', jobId: job.id })),
  };
}

/** Takes a waiting job back by its id. */
export const deleteJob: Handler = (call) => {
  const id = field(call.form, 'job_id');
  if (id === '') return { refusal: missing('xiaomi-parameter-required', 'job_id') };
  const jobs = waiting(call).filter((job) => job.id === id);
  if (jobs.length === 0) return { refusal: unknownMessage(id), target: `job ${id}` };
  return { response: plainAnswer(call.context), steps: [FOUND], target: `job ${id}`, ...remove(call, jobs) };
};

/** Takes all waiting jobs with a job key back; one known client spells the parameter `job_key`. */
export const deleteJobsByKey: Handler = (call) => {
  const proper = field(call.form, 'jobkey');
  const key = proper === '' ? field(call.form, 'job_key') : proper;
  if (key === '') return { refusal: missing('xiaomi-parameter-required', 'jobkey') };
  const notes = proper === '' ? [channelStep('xiaomi-job-key-name', 'note', { received: 'job_key' })] : [];
  const jobs = waiting(call).filter((job) => job.jobkey === key);
  if (jobs.length === 0) return { refusal: unknownMessage(key), target: `jobkey ${key}`, notes };
  const steps = [FOUND, ...notes];
  return { response: plainAnswer(call.context), steps, target: `jobkey ${key}`, ...remove(call, jobs) };
};

/**
 * Withdraws a broadcast: a waiting one is not sent, a sent one leaves the shades where it still stands and reaches
 * no phone that is offline.
 */
export const deleteBroadcast: Handler = (call) => {
  const id = field(call.form, 'id');
  if (id === '') return { refusal: missing('xiaomi-parameter-required', 'id') };
  const known = entries(call.state.messages).some((record) => record.appId === call.app.appId && record.id === id);
  if (!known) return { refusal: unknownMessage(id), target: `message ${id}` };
  const jobs = waiting(call).filter((job) => job.id === id);
  const removed = remove(call, jobs);
  const revokes = shownWith(call, (pushId) => pushId === id);
  const kept = withdrawal(call, (record) => record.id === id);
  return {
    response: plainAnswer(call.context),
    steps: [FOUND, channelStep('xiaomi-revoked', 'note', { count: revokes.length }), ...kept.steps],
    target: `message ${id}`,
    state: removed.state,
    effects: [...removed.effects, ...revokes, ...kept.effects],
  };
};

/** Revoke effects for every shown notification of this app whose message id fits. */
export function shownWith(
  call: Call,
  fits: (pushId: string) => boolean,
): { readonly type: 'revoke'; readonly deviceId: string; readonly replaceKey: string }[] {
  const devices = new Map(call.context.directory.all().map(({ device }) => [device.id, device]));
  return [...devices.values()].flatMap((device) =>
    device.shade
      .filter((item) => item.channel === 'xiaomi' && call.app.packageNames.includes(item.app) && fits(item.pushId))
      .map((item) => ({ type: 'revoke' as const, deviceId: device.id, replaceKey: item.replaceKey })),
  );
}

/**
 * Stops running sends by `msg_ids` or `job_keys`. Phones that are online have got them by then; what can be stopped
 * are waiting jobs and what is kept for offline phones.
 */
export const stopSends =
  (parameter: 'msg_ids' | 'job_keys'): Handler =>
  (call) => {
    const names = field(call.form, parameter)
      .split(',')
      .filter((name) => name !== '');
    if (names.length === 0) return { refusal: missing('xiaomi-parameter-required', parameter) };
    const keyOf = (job: Pick<Job, 'id' | 'jobkey'>) => (parameter === 'msg_ids' ? job.id : job.jobkey);
    const jobs = waiting(call).filter((job) => names.includes(keyOf(job) ?? ''));
    const kept = withdrawal(call, (record) => names.includes(keyOf(record) ?? ''));
    const hit = new Set([...jobs, ...kept.records].map(keyOf));
    const idle = names.filter((name) => !hit.has(name));
    const steps = idle
      .slice(0, 10)
      .map((name) => channelStep('xiaomi-stop-nothing-running', 'note', { received: shorten(name) }));
    const removed = remove(call, jobs);
    return {
      response: plainAnswer(call.context),
      steps: [channelStep('xiaomi-done', 'pass'), ...kept.steps, ...steps],
      target: shorten(names.join(', ')),
      state: removed.state,
      effects: [...removed.effects, ...kept.effects],
    };
  };
