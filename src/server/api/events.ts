import type { SequencedEvent } from '../../core/simulator-types.ts';
import type { ApiEvent } from '../../core/views.ts';
import type { ApiDeps } from './deps.ts';
import { EventSubscriber, type SubscriberOptions } from './event-subscriber.ts';
import { presentEvent } from './event-views.ts';
import { problem } from './problem.ts';

export interface EventHub {
  /** A server-sent event stream, from `Last-Event-ID` on where the client gives one. */
  open(request: Request): Response;
  close(): void;
}

export type EventHubOptions = Partial<
  Pick<SubscriberOptions, 'queueLength' | 'bufferBytes' | 'batchMs' | 'keepAliveMs'>
>;

const DEFAULTS = { queueLength: 5000, bufferBytes: 256 * 1024, batchMs: 16, keepAliveMs: 15_000 } as const;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
} as const;

/** One subscription to the simulator for all streams; an event becomes text once, however many listen. */
export function createEventHub(deps: ApiDeps, options: EventHubOptions = {}): EventHub {
  const subscribers = new Set<EventSubscriber>();
  let latest = deps.simulator.eventsSince(0)?.at(-1)?.seq ?? 0;
  const stop = deps.simulator.subscribe((event) => {
    latest = event.seq;
    for (const subscriber of subscribers) subscriber.push(event);
  });
  const settings: SubscriberOptions = {
    ...DEFAULTS,
    ...options,
    write: createWriter(deps),
    resyncText: () => eventText(latest, { type: 'resync' }),
    onEnd: (subscriber) => void subscribers.delete(subscriber),
  };

  function open(request: Request): Response {
    if (request.method === 'HEAD') return new Response(null, { headers: HEADERS });
    const lastSeen = request.headers.get('last-event-id');
    if (lastSeen !== null && !/^\d{1,15}$/.test(lastSeen)) {
      return problem(400, 'invalid_request', {
        en: `Last-Event-ID is "${lastSeen}". Give the id of an event, a number.`,
        zh: `Last-Event-ID 是“${lastSeen}”。请填写事件的编号，是一个数字。`,
      });
    }
    const subscriber = new EventSubscriber(settings);
    subscribers.add(subscriber);
    if (lastSeen !== null) resume(subscriber, Number(lastSeen));
    request.signal.addEventListener('abort', () => subscriber.end(), { once: true });
    return new Response(subscriber.stream, { headers: HEADERS });
  }

  function resume(subscriber: EventSubscriber, lastSeen: number): void {
    // A number from the future belongs to an earlier run of the server: nothing can be resumed from it.
    const missed = lastSeen > latest ? undefined : deps.simulator.eventsSince(lastSeen);
    if (missed === undefined || missed.length > settings.queueLength) subscriber.resync();
    else for (const event of missed) subscriber.push(event);
  }

  return {
    open,
    close: () => {
      stop();
      for (const subscriber of [...subscribers]) subscriber.end();
    },
  };
}

/** Events as text, each worked out once; those that concern no client are empty. */
function createWriter(deps: ApiDeps): SubscriberOptions['write'] {
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
