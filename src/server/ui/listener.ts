import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface UiListener {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves `fetch` on an address; port 0 takes any free one. Rejects when the address is taken. */
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
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, family, port } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
