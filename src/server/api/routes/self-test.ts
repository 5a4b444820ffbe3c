import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json } from '../problem.ts';
import { selfTestRow } from '../schemas/self-test.ts';

export const selfTestEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/self-test',
    tag: 'connection',
    summary: 'Pushes to a phone of each vendor in every way, over real sockets',
    description:
      '`address`: the TLS listener under its own name; `names`: the same under the vendor’s name; `proxy`: through the plain listener as HTTP proxy; ' +
      '`plain`: the plain listener. The requests are those of the IM side, and the history marks them with `selfTest`.',
    body: z.strictObject({}),
    bodyOptional: true,
    answers: {
      200: { description: 'A row for each vendor and way', schema: z.strictObject({ results: z.array(selfTestRow) }) },
    },
    handle: async (_input, deps) => json({ results: await deps.selfTest() }),
  }),
];
