import type { CallbackAcceptance, VendorCallback } from '../../core/channels/types.ts';
import { type GatheredPost, Gatherer } from './gatherer.ts';
import { type Attempt, bareHost, post, refusal } from './post.ts';

/** What became of one POST, after all its tries; `receipts` is how many share its body. */
export type CallbackReport = {
  readonly callback: VendorCallback;
  readonly receipts: number;
  readonly tries: number;
} & (
  | { readonly result: 'delivered'; readonly status: number }
  | { readonly result: 'refused'; readonly reason: string }
  | { readonly result: 'failed'; readonly reason: string }
);

/** Runs something later; the answer calls it off. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface CallbackSenderOptions {
  /** Host names or addresses beyond loopback to which receipts may be posted. */
  readonly allowHosts: readonly string[];
  /** Called once for every POST, and for every receipt that never became part of one. */
  readonly report: (report: CallbackReport) => void;
  /** Timers of gathering and of the pauses between tries; real ones, which keep no process alive, when absent. */
  readonly schedule?: Schedule;
  /** Receipts held back, under way, waiting or in a pause, together; 10,000 when absent. More are given up at once. */
  readonly capacity?: number;
}

export interface CallbackSender {
  /** Posts a receipt, with others and again where its vendor does; what comes of it is reported. Never throws. */
  send(callback: VendorCallback): void;
  /**
   * Lets receipts that were held back leave at once, gives all that is under way half a second, and ends the rest.
   * Resolves when everything is reported.
   */
  close(): Promise<void>;
}

/** A POST on its way. */
interface Job extends GatheredPost {
  tries: number;
}

/** A push to a thousand phones must not open a thousand sockets to the receiver. */
const PARALLEL = 32;
const CAPACITY = 10_000;
/** What is under way may still arrive when the program ends. */
const CLOSING_MS = 500;
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
  private readonly gatherer: Gatherer;
  /** Under way, waiting for a place, or in a pause. */
  private readonly jobs = new Set<Job>();
  private readonly waiting: Job[] = [];
  /** How to call off the next try of those in a pause. */
  private readonly pauses = new Map<Job, () => void>();
  private active = 0;
  /** Receipts of all jobs. */
  private pending = 0;
  private closed = false;
  private closing: Promise<void> | undefined;
  private done: () => void = () => undefined;

  constructor({ allowHosts, report, schedule = realSchedule, capacity = CAPACITY }: CallbackSenderOptions) {
    this.report = report;
    this.schedule = schedule;
    this.gatherer = new Gatherer(schedule, (gathered) => this.begin(gathered));
    this.capacity = capacity;
    this.allowed = new Set(allowHosts.map((host) => host.toLowerCase()));
  }

  send(callback: VendorCallback): void {
    const url = URL.canParse(callback.url) ? new URL(callback.url) : null;
    const problem = url === null ? 'it is no URL' : refusal(url, this.allowed);
    const none = { callback, receipts: 1, tries: 0 };
    if (url === null || problem !== null) {
      this.report({ ...none, result: 'refused', reason: `${callback.url}: ${problem ?? ''}` });
    } else if (this.closed) {
      this.report({ ...none, result: 'failed', reason: CLOSED });
    } else if (this.pending + this.gatherer.size >= this.capacity) {
      this.report({ ...none, result: 'failed', reason: `${this.capacity} receipts are waiting already` });
    } else {
      this.gatherer.add(callback, url);
    }
  }

  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private closeOnce(): Promise<void> {
    this.closed = true;
    for (const callOff of this.pauses.values()) callOff();
    for (const job of this.pauses.keys()) this.giveUp(job);
    this.pauses.clear();
    this.gatherer.flush();
    if (this.jobs.size === 0) return Promise.resolve();
    const callOff = this.schedule(() => {
      for (const job of this.waiting.splice(0)) this.giveUp(job);
      this.running.abort();
    }, CLOSING_MS);
    return new Promise((resolve) => {
      this.done = () => {
        callOff();
        resolve();
      };
    });
  }

  private giveUp(job: Job): void {
    const { callback, receipts, tries } = job;
    this.finish(job, { callback, receipts, tries, result: 'failed', reason: CLOSED });
  }

  private begin(gathered: GatheredPost): void {
    const job: Job = { ...gathered, tries: 0 };
    this.jobs.add(job);
    this.pending += job.receipts;
    this.queue(job);
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
    const { callback, receipts, tries } = job;
    const reason = attempted.result === 'answered' ? unaccepted(attempted, callback.accept) : attempted.reason;
    const pause = this.closed ? undefined : callback.retryDelaysMs?.[tries - 1];
    if (attempted.result === 'answered' && reason === null) {
      this.finish(job, { callback, receipts, tries, result: 'delivered', status: attempted.status });
    } else if (attempted.result === 'refused' || pause === undefined) {
      const result = attempted.result === 'refused' ? 'refused' : 'failed';
      this.finish(job, { callback, receipts, tries, result, reason: reason ?? '' });
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
    this.pending -= job.receipts;
    this.report(one);
    if (this.closed && this.jobs.size === 0) this.done();
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
