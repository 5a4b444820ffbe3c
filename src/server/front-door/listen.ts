import { createServer, isIPv6, type Server, type Socket } from 'node:net';
import type { Door } from './door.ts';
import type { ListenerAddress } from './types.ts';

const DROP_REPORT_MS = 1_000;

/** Opens a port; every accepted socket is tracked and handed on. Rejects with a sentence for people. */
export function listen(
  door: Door,
  host: string,
  port: number,
  accepted: (socket: Socket) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer({ noDelay: true }, (socket) => {
    door.sockets.add(socket);
    // Resets are everyday events; whoever reads from the socket records what they mean.
    socket.on('error', () => undefined);
    socket.on('close', () => door.sockets.delete(socket));
    if (door.closing) socket.destroy();
    else accepted(socket);
  });
  server.maxConnections = door.limits.connections;
  reportDrops(door, server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(listenProblem(error, host, port), { cause: error })),
    );
    server.listen(port, host, () => {
      const address = server.address();
      // Later errors (no file handles left) must not end the process; the connection is lost, nothing else.
      server.on('error', () => undefined);
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

/** Why a port could not be opened, for people. */
export function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): string {
  const place = `${host}:${port}`;
  if (error.code === 'EADDRINUSE')
    return `Port ${place} is taken by another program. Choose another port, or 0 for any free one.`;
  if (error.code === 'EACCES') return `Port ${place} may not be opened by this user. Choose a port above 1023.`;
  if (error.code === 'EADDRNOTAVAIL') return `${host} is no address of this machine.`;
  return `Port ${place} cannot be opened: ${error.message}`;
}

/** Many connections over the limit become one record a second. */
function reportDrops(door: Door, server: Server): void {
  let last = 0;
  server.on('drop', (data) => {
    const now = Date.now();
    if (now - last < DROP_REPORT_MS) return;
    last = now;
    const remote = `${data?.remoteAddress ?? 'unknown'}:${data?.remotePort ?? 0}`;
    const { connections } = door.limits;
    const received = { en: `a connection beyond ${connections}`, zh: `第 ${connections} 个之后的连接` };
    door.fail('too_many_connections', received, { remote });
  });
}

/** How a client on this machine reaches a listener. Wildcard addresses become loopback. */
export function addressOf(scheme: 'http' | 'https', host: string, port: number): ListenerAddress {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return { port, url: `${scheme}://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}` };
}
