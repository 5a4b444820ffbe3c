import { z } from 'zod';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json, problem } from '../problem.ts';
import { connection } from '../schemas/host-views.ts';
import { connectionQuery } from '../schemas/query.ts';

const fileParams = z.strictObject({ name: z.string().min(1) });

export const connectionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/connection',
    tag: 'connection',
    summary: 'How to point a backend at this simulator',
    description:
      'Listeners; of each vendor the host names, ids, secrets and key files; and recipes for the common senders, by vendor, way and language. ' +
      'Secrets are left out unless `secrets=true`: their fields are null, and the recipes have places to fill in.',
    query: connectionQuery,
    answers: { 200: { description: 'Listeners, CA, ids and lines to copy', schema: connection } },
    handle: ({ query }, deps) => json(deps.connection({ secrets: query.secrets })),
  }),
  endpoint({
    method: 'get',
    path: '/connection/files/{name}',
    tag: 'connection',
    summary: 'A file that a sender needs: the CA, a key, a service account',
    description: 'The names are in `GET /connection`.',
    params: fileParams,
    answers: { 200: { description: 'The file, to be saved', mediaType: 'application/octet-stream' } },
    refusals: [404],
    handle: ({ params: { name } }, deps) => {
      const file = deps.connectionFile(name);
      if (file === undefined) {
        return problem(404, 'not_found', {
          en: `There is no file "${name}". GET /connection names the files.`,
          zh: `没有文件“${name}”。有哪些文件见 GET /connection。`,
        });
      }
      return new Response(Buffer.from(file.content()), {
        headers: {
          'content-type': file.mediaType,
          'content-disposition': `attachment; filename="${file.name}"`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    },
  }),
];
