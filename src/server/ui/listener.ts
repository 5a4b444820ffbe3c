import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { addressOf, listenProblem } from '../front-door/listen.ts';

export interface UiListener {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `fetch` on an address; port 0 takes any free one. Rejects with a sentence for people when it cannot be opened. */
export async function startUiListener(options: {
  readonly host: string;
  readonly port: number;
  fetch(request: Request): Promise<Response>;
}): Promise<UiListener> {
  const server = createAdaptorServer({
    fetch: (request) => options.fetch(request),
    hostname: options.host,
    overrideGlobalObjects: false,
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenProblem(error, options.host, options.port), { cause: error })),
    );
    server.listen(options.port, options.host, () => {
      // Later errors (no file handles left) lose a connection, not the process.
      server.on('error', () => undefined);
      resolve();
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: addressOf('http', options.host, port).url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
