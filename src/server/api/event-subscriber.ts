import type { SequencedEvent } from '../../core/simulator-types.ts';
import { withoutStale } from './event-batch.ts';

export interface SubscriberOptions {
  /** A subscriber with more waiting events than this is dropped. */
  readonly queueLength: number;
  /** Bytes that may wait in the stream before the queue begins to fill. */
  readonly bufferBytes: number;
  /** Events are written in batches, at most one per this many ms. */
  readonly batchMs: number;
  /** ms between comments that keep proxies from closing an idle stream. */
  readonly keepAliveMs: number;
  /** An event as text; empty when it concerns no client. */
  write(event: SequencedEvent): string;
  /** The text that asks a client to read everything again. */
  resyncText(): string;
  onEnd(subscriber: EventSubscriber): void;
}

const encoder = new TextEncoder();

/** One event stream: takes events as they come, writes them as fast as its reader reads. */
export class EventSubscriber {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #options: SubscriberOptions;
  readonly #keepAlive: ReturnType<typeof setInterval>;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #queue: SequencedEvent[] = [];
  #flushing: ReturnType<typeof setTimeout> | null = null;
  #lastFlush = 0;
  #ended = false;

  constructor(options: SubscriberOptions) {
    this.#options = options;
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
          // Tells EventSource how soon to come back, and opens the stream at once.
          controller.enqueue(encoder.encode('retry: 1000\n\n'));
        },
        pull: () => this.#schedule(),
        cancel: () => this.end(),
      },
      { highWaterMark: options.bufferBytes, size: (chunk) => chunk.byteLength },
    );
    this.#keepAlive = setInterval(() => this.#comment(), options.keepAliveMs);
    this.#keepAlive.unref();
  }

  push(event: SequencedEvent): void {
    if (this.#ended) return;
    this.#queue.push(event);
    if (this.#queue.length <= this.#options.queueLength) {
      this.#schedule();
      return;
    }
    // Too slow: say so as the last thing it reads, and let it come back from there.
    this.resync();
    this.end();
  }

  resync(): void {
    this.#controller?.enqueue(encoder.encode(this.#options.resyncText()));
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearInterval(this.#keepAlive);
    if (this.#flushing !== null) clearTimeout(this.#flushing);
    this.#queue = [];
    try {
      this.#controller?.close();
    } catch {
      // The reader has gone already; there is nobody to tell.
    }
    this.#options.onEnd(this);
  }

  #schedule(): void {
    if (this.#flushing !== null || this.#ended || this.#queue.length === 0) return;
    const wait = Math.max(0, this.#options.batchMs - (performance.now() - this.#lastFlush));
    this.#flushing = setTimeout(() => this.#flush(), wait);
  }

  #flush(): void {
    this.#flushing = null;
    // A full stream asks again (`pull`) once its reader has read.
    if (this.#ended || !this.#hasRoom()) return;
    const batch = withoutStale(this.#queue);
    this.#queue = [];
    this.#lastFlush = performance.now();
    const text = batch.map((event) => this.#options.write(event)).join('');
    if (text !== '') this.#controller?.enqueue(encoder.encode(text));
  }

  #comment(): void {
    if (this.#queue.length === 0 && this.#hasRoom()) this.#controller?.enqueue(encoder.encode(': still here\n\n'));
  }

  #hasRoom(): boolean {
    return (this.#controller?.desiredSize ?? 0) > 0;
  }
}
