import type { SequencedEvent } from '../../core/simulator-types.ts';
import type { ApiEvent } from '../../core/views.ts';
import type { ApiDeps } from './deps.ts';
import { presentEvent } from './event-views.ts';
import { problem } from './problem.ts';

export interface EventHub {
  /** A server-sent event stream, from `Last-Event-ID` on where the client gives one. */
  open(request: Request): Response;
  close(): void;
}

export interface EventHubOptions {
  /** A subscriber with more waiting events than this is dropped. */
  readonly queueLength?: number;
  /** Bytes that may wait in one stream before the queue begins to fill. */
  readonly bufferBytes?: number;
  /** ms between comments that keep proxies from closing an idle stream. */
  readonly keepAliveMs?: number;
  /** Events are written in batches, at most one per this many ms. */
  readonly batchMs?: number;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;

/** One subscription to the simulator for all streams; an event becomes text once, however many listen. */
export function createEventHub(deps: ApiDeps, options: EventHubOptions = {}): EventHub {
  const { queueLength = 5000, bufferBytes = 256 * 1024, keepAliveMs = 15_000, batchMs = 16 } = options;
  const subscribers = new Set<Subscriber>();
  let latest = deps.simulator.eventsSince(0)?.at(-1)?.seq ?? 0;
  const write = createWriter(deps);
  const stop = deps.simulator.subscribe((event) => {
    latest = event.seq;
    for (const subscriber of subscribers) subscriber.push(event);
  });

  function open(request: Request): Response {
    if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
    const resume = request.headers.get('last-event-id');
    if (resume !== null && !/^\d{1,15}$/.test(resume)) {
      return problem(400, 'invalid_request', `Last-Event-ID is "${resume}". Give the id of an event, a number.`);
    }
    const subscriber = createSubscriber({
      queueLength,
      bufferBytes,
      batchMs,
      keepAliveMs,
      write,
      latest: () => latest,
    });
    subscriber.onEnd = () => subscribers.delete(subscriber);
    subscribers.add(subscriber);
    if (resume !== null) {
      const missed = Number(resume) > latest ? undefined : deps.simulator.eventsSince(Number(resume));
      // A number from the future belongs to an earlier run of the server: nothing can be resumed from it.
      if (missed === undefined || missed.length > queueLength) subscriber.resync();
      else for (const event of missed) subscriber.push(event);
    }
    request.signal.addEventListener('abort', () => subscriber.end(), { once: true });
    return new Response(subscriber.stream, { headers: HEADERS });
  }

  return {
    open,
    close: () => {
      stop();
      for (const subscriber of [...subscribers]) subscriber.end();
    },
  };
}

type Writer = (event: SequencedEvent) => string;

/** Events as text, each worked out once; those that concern no client are empty. */
function createWriter(deps: ApiDeps): Writer {
  const texts = new WeakMap<SequencedEvent, string>();
  return (event) => {
    const known = texts.get(event);
    if (known !== undefined) return known;
    const view = presentEvent(event.event, deps);
    const text = view === null ? '' : eventText(event.seq, view);
    texts.set(event, text);
    return text;
  };
}

const eventText = (seq: number, event: ApiEvent): string =>
  `id: ${seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

interface SubscriberOptions {
  readonly queueLength: number;
  readonly bufferBytes: number;
  readonly batchMs: number;
  readonly keepAliveMs: number;
  readonly write: Writer;
  latest(): number;
}

interface Subscriber {
  readonly stream: ReadableStream<Uint8Array>;
  onEnd: () => void;
  push(event: SequencedEvent): void;
  resync(): void;
  end(): void;
}

function createSubscriber(options: SubscriberOptions): Subscriber {
  const encoder = new TextEncoder();
  let queue: SequencedEvent[] = [];
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let flushing: ReturnType<typeof setTimeout> | null = null;
  let lastFlush = 0;
  let ended = false;

  const keepAlive = setInterval(() => {
    if (queue.length === 0 && (controller?.desiredSize ?? 0) > 0)
      controller?.enqueue(encoder.encode(': still here\n\n'));
  }, options.keepAliveMs);
  keepAlive.unref();

  function flush(): void {
    flushing = null;
    if (ended || controller === null || queue.length === 0 || (controller.desiredSize ?? 0) <= 0) return;
    const batch = withoutStale(queue);
    queue = [];
    lastFlush = performance.now();
    const text = batch.map(options.write).join('');
    if (text !== '') controller.enqueue(encoder.encode(text));
  }

  function schedule(): void {
    if (flushing !== null || ended) return;
    const wait = Math.max(0, options.batchMs - (performance.now() - lastFlush));
    flushing = setTimeout(flush, wait);
  }

  function end(): void {
    if (ended) return;
    ended = true;
    clearInterval(keepAlive);
    if (flushing !== null) clearTimeout(flushing);
    queue = [];
    try {
      controller?.close();
    } catch {
      // The reader has gone already; there is nobody to tell.
    }
    subscriber.onEnd();
  }

  const resyncText = (): string => eventText(options.latest(), { type: 'resync' });

  const subscriber: Subscriber = {
    onEnd: () => {},
    stream: new ReadableStream<Uint8Array>(
      {
        start(started) {
          controller = started;
          // Tells EventSource how soon to come back, and opens the stream at once.
          started.enqueue(encoder.encode('retry: 1000\n\n'));
        },
        pull: schedule,
        cancel: end,
      },
      { highWaterMark: options.bufferBytes, size: (chunk) => chunk.byteLength },
    ),
    push(event) {
      if (ended) return;
      queue.push(event);
      if (queue.length > options.queueLength) {
        // Too slow: say so as the last thing it reads, and let it come back from there.
        controller?.enqueue(encoder.encode(resyncText()));
        end();
        return;
      }
      schedule();
    },
    resync() {
      controller?.enqueue(encoder.encode(resyncText()));
    },
    end,
  };
  return subscriber;
}

/** Of several states of one phone, workspace or account in a batch only the last is worth sending. */
function withoutStale(queue: readonly SequencedEvent[]): readonly SequencedEvent[] {
  const seen = new Set<string>();
  return queue
    .toReversed()
    .filter((item) => {
      const key = stateKey(item);
      if (key === null) return true;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toReversed();
}

function stateKey({ event }: SequencedEvent): string | null {
  switch (event.type) {
    case 'device':
      return `device ${event.device.id}`;
    case 'account':
      return `account ${event.account.userId}`;
    case 'workspace':
    case 'history-dropped':
      return event.type;
    case 'outcome':
      return `outcome ${event.outcome.id}`;
    case 'exchange':
      return `exchange ${event.exchange.id}`;
    default:
      return null;
  }
}
