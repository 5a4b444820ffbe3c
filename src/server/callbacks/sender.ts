import type { CallbackAcceptance, VendorCallback } from '../../core/channels/types.ts';
import { type Attempt, bareHost, post, refusal } from './post.ts';

/** What became of one receipt, after all its tries. */
export type CallbackReport = { readonly callback: VendorCallback; readonly tries: number } & (
  | { readonly result: 'delivered'; readonly status: number }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'failed'; readonly reason: string }
);

/** Runs something later; the answer calls it off. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface CallbackSenderOptions {
  /** Host names or addresses beyond loopback to which receipts may be posted. */
  readonly allowHosts: readonly string[];
  /** Called once for every receipt. */
  readonly report: (report: CallbackReport) => void;
  /** Timers of the pauses between tries; real ones, which keep no process alive, when absent. */
  readonly schedule?: Schedule;
  /** Receipts under way, waiting or in a pause, together; 10,000 when absent. More are given up at once. */
  readonly capacity?: number;
}

export interface CallbackSender {
  /** Posts a receipt, again where its vendor does; what comes of it is reported. Never throws. */
  send(callback: VendorCallback): void;
  /** Ends what is still running or waiting. */
  close(): void;
}

/** A receipt on its way. */
interface Job {
  readonly callback: VendorCallback;
  readonly url: URL;
  tries: number;
}

/** A push to a thousand phones must not open a thousand sockets to the receiver. */
const PARALLEL = 32;
const CAPACITY = 10_000;
const CLOSED = 'Pushpit was closed before the receipt arrived';

const realSchedule: Schedule = (run, ms) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Posts vendors' receipts. A workspace or a request body can name any URL, so only this machine is reached
 * unless the user allowed the host.
 */
export function createCallbackSender(options: CallbackSenderOptions): CallbackSender {
  const { report, schedule = realSchedule, capacity = CAPACITY } = options;
  const running = new AbortController();
  const allowed = new Set(options.allowHosts.map((host) => host.toLowerCase()));
  const jobs = new Set<Job>();
  const waiting: Job[] = [];
  const pauses = new Map<Job, () => void>();
  let active = 0;

  function start(): void {
    while (active < PARALLEL) {
      const job = waiting.shift();
      if (job === undefined) return;
      void attempt(job);
    }
  }

  async function attempt(job: Job): Promise<void> {
    active++;
    job.tries++;
    const { callback, url } = job;
    const outcome = await post(callback, url, allowed.has(bareHost(url)), running.signal);
    active--;
    settle(job, outcome);
    start();
  }

  function settle(job: Job, attempted: Attempt): void {
    const { callback, tries } = job;
    const reason = attempted.result === 'answered' ? unaccepted(attempted, callback.accept) : attempted.reason;
    const pause = running.signal.aborted ? undefined : callback.retryDelaysMs?.[tries - 1];
    if (attempted.result === 'answered' && reason === null) {
      finish(job, { callback, tries, result: 'delivered', status: attempted.status });
    } else if (attempted.result === 'refused' || pause === undefined) {
      const result = attempted.result === 'refused' ? 'refused' : 'failed';
      finish(job, { callback, tries, result, reason: reason ?? '' });
    } else {
      const callOff = schedule(() => resume(job), pause);
      pauses.set(job, callOff);
    }
  }

  function resume(job: Job): void {
    pauses.delete(job);
    waiting.push(job);
    start();
  }

  function finish(job: Job, one: CallbackReport): void {
    jobs.delete(job);
    report(one);
  }

  return {
    send(callback) {
      const url = URL.canParse(callback.url) ? new URL(callback.url) : null;
      const problem = url === null ? 'it is no URL' : refusal(url, allowed);
      if (url === null || problem !== null) {
        report({ callback, tries: 0, result: 'refused', reason: `${callback.url}: ${problem ?? ''}` });
      } else if (running.signal.aborted) {
        report({ callback, tries: 0, result: 'failed', reason: CLOSED });
      } else if (jobs.size >= capacity) {
        report({ callback, tries: 0, result: 'failed', reason: `${capacity} receipts are waiting already` });
      } else {
        const job: Job = { callback, url, tries: 0 };
        jobs.add(job);
        waiting.push(job);
        start();
      }
    },
    close() {
      running.abort();
      for (const cancel of pauses.values()) cancel();
      for (const job of [...pauses.keys(), ...waiting.splice(0)]) {
        finish(job, { callback: job.callback, tries: job.tries, result: 'failed', reason: CLOSED });
      }
      pauses.clear();
    },
  };
}

/** Why an answer does not count as "received"; null when it does. */
function unaccepted(
  { status, body }: { readonly status: number; readonly body: string },
  accept: CallbackAcceptance | undefined,
): string | null {
  if (accept === undefined) return null;
  if (status < 200 || status > 299) return `the receiver answered with status ${status}`;
  if (accept.type === 'status') return null;
  const wanted = `"${accept.name}": ${JSON.stringify(accept.value)}`;
  return memberOf(body, accept.name) === accept.value
    ? null
    : `the vendor wants ${wanted} in the answer, which was ${JSON.stringify(body.slice(0, 100))}`;
}

function memberOf(body: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
}
