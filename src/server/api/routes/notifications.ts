import { z } from 'zod';
import type { ShadeNotification } from '../../../core/device/types.ts';
import { presentNotification } from '../../../core/present/notification.ts';
import type { Simulator } from '../../../core/simulator-types.ts';
import type { Archive } from '../../history/archive.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { type Older, pageOf } from '../paging.ts';
import { json } from '../problem.ts';
import { notificationQuery } from '../schemas/query.ts';
import { notification } from '../schemas/views.ts';

type Query = z.infer<typeof notificationQuery>;

export const notificationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/notifications',
    tag: 'devices',
    summary: 'Notifications shown on any phone since the last reset, newest first',
    description:
      'With `wait` the answer is held until a notification matches; when none comes in time it is an empty list.',
    query: notificationQuery,
    answers: {
      200: { description: 'One page', schema: z.strictObject({ notifications: z.array(notification) }) },
    },
    handle: async ({ query, request }, deps) => {
      const first = find(deps, query);
      if (first instanceof Response) return first;
      if (first.length > 0 || query.wait === undefined) return answer(first);
      await nextMatch(deps.simulator, query, query.wait, request.signal);
      const second = find(deps, query);
      return second instanceof Response ? second : answer(second);
    },
  }),
];

const answer = (found: readonly ShadeNotification[]): Response =>
  json({ notifications: found.map(presentNotification) });

const find = ({ simulator, archive }: ApiDeps, query: Query) =>
  pageOf(
    simulator.notifications(),
    query,
    (one) => matches(one, query),
    archive === null ? undefined : older(archive, query),
  );

const older = (archive: Archive, { channel, device }: Query): Older<ShadeNotification> => ({
  entries: (before) => archive.notifications({ channel, device }, before),
  has: (id) => archive.notification(id) !== undefined,
});

function matches(one: ShadeNotification, query: Query): boolean {
  return (
    (query.device === undefined || one.deviceId === query.device) &&
    (query.channel === undefined || one.channel === query.channel) &&
    (query.title === undefined || (one.title ?? '').includes(query.title)) &&
    (query.body === undefined || (one.body ?? '').includes(query.body)) &&
    (query.since === undefined || one.at >= query.since)
  );
}

/** Resolves when a matching notification arrives, the time is up or the client has gone. */
function nextMatch(simulator: Simulator, query: Query, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const unsubscribe = simulator.subscribe(({ event }) => {
      if (event.type === 'notification' && matches(event.notification, query)) done();
    });
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
  });
}
