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
export const createCallbackSender = (options: CallbackSenderOptions): CallbackSender => new Sender(options);

class Sender implements CallbackSender {
  private readonly report: CallbackSenderOptions['report'];
  private readonly schedule: Schedule;
  private readonly capacity: number;
  private readonly allowed: ReadonlySet<string>;
  private readonly running = new AbortController();
  /** Under way, waiting for a place, or in a pause. */
  private readonly jobs = new Set<Job>();
  private readonly waiting: Job[] = [];
  /** How to call off the next try of those in a pause. */
  private readonly pauses = new Map<Job, () => void>();
  private active = 0;

  constructor({ allowHosts, report, schedule = realSchedule, capacity = CAPACITY }: CallbackSenderOptions) {
    this.report = report;
    this.schedule = schedule;
    this.capacity = capacity;
    this.allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  }

  send(callback: VendorCallback): void {
    const url = URL.canParse(callback.url) ? new URL(callback.url) : null;
    const problem = url === null ? 'it is no URL' : refusal(url, this.allowed);
    if (url === null || problem !== null) {
      this.report({ callback, tries: 0, result: 'refused', reason: `${callback.url}: ${problem ?? ''}` });
    } else if (this.running.signal.aborted) {
      this.report({ callback, tries: 0, result: 'failed', reason: CLOSED });
    } else if (this.jobs.size >= this.capacity) {
      this.report({ callback, tries: 0, result: 'failed', reason: `${this.capacity} receipts are waiting already` });
    } else {
      const job: Job = { callback, url, tries: 0 };
      this.jobs.add(job);
      this.queue(job);
    }
  }

  close(): void {
    this.running.abort();
    for (const callOff of this.pauses.values()) callOff();
    for (const job of [...this.pauses.keys(), ...this.waiting.splice(0)]) {
      this.finish(job, { callback: job.callback, tries: job.tries, result: 'failed', reason: CLOSED });
    }
    this.pauses.clear();
  }

  private queue(job: Job): void {
    this.waiting.push(job);
    this.start();
  }

  private start(): void {
    while (this.active < PARALLEL) {
      const job = this.waiting.shift();
      if (job === undefined) return;
      void this.attempt(job);
    }
  }

  private async attempt(job: Job): Promise<void> {
    this.active++;
    job.tries++;
    const { callback, url } = job;
    const attempted = await post(callback, url, this.allowed.has(bareHost(url)), this.running.signal);
    this.active--;
    this.settle(job, attempted);
    this.start();
  }

  private settle(job: Job, attempted: Attempt): void {
    const { callback, tries } = job;
    const reason = attempted.result === 'answered' ? unaccepted(attempted, callback.accept) : attempted.reason;
    const pause = this.running.signal.aborted ? undefined : callback.retryDelaysMs?.[tries - 1];
    if (attempted.result === 'answered' && reason === null) {
      this.finish(job, { callback, tries, result: 'delivered', status: attempted.status });
    } else if (attempted.result === 'refused' || pause === undefined) {
      const result = attempted.result === 'refused' ? 'refused' : 'failed';
      this.finish(job, { callback, tries, result, reason: reason ?? '' });
    } else {
      const callOff = this.schedule(() => this.resume(job), pause);
      this.pauses.set(job, callOff);
    }
  }

  private resume(job: Job): void {
    this.pauses.delete(job);
    this.queue(job);
  }

  private finish(job: Job, one: CallbackReport): void {
    this.jobs.delete(job);
    this.report(one);
  }
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
