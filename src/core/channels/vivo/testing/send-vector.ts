import type { VendorWorld } from '../../../testing/vendor-world.ts';
import type { ReceiveResult } from '../../types.ts';
import type { VectorRequest } from './vector.ts';

/** Sends a request of a vector with the row's token and the task of its first answer. */
export function sendVector(world: VendorWorld, request: VectorRequest, token: string, task: string): ReceiveResult {
  const fill = (text: string): string => text.replaceAll('{task}', task).replaceAll('{token}', token);
  const headers = request.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return world.send({
    method: request.method,
    path: fill(request.path),
    headers: request.token === null ? headers : [['authtoken', fill(request.token)], ...headers],
    body: fill(request.body),
  });
}
