import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { ownAnswer, rawAnswer } from './answers.ts';
import { remoteOf } from './connection.ts';
import type { Door } from './door.ts';
import { hostOf, isOwnName } from './router.ts';

/** May a request in proxy form go there? Only to vendors, and to this server itself. */
export function mayProxyTo(door: Door, authority: string | null): boolean {
  const host = hostOf(authority);
  return host !== null && (door.router.byHost(host) !== undefined || isOwnName(host));
}

/**
 * Answers CONNECT. A tunnel to a vendor's name ends at our own listeners, whatever its port; one to this
 * machine must name one of our ports. Nothing is ever forwarded to another place.
 */
export function answerConnect(
  door: Door,
  request: IncomingMessage,
  socket: Socket,
  head: Buffer,
  enter: (socket: Socket) => void,
): void {
  const target = request.url ?? '';
  if (!mayTunnelTo(door, target)) {
    const response = ownAnswer('proxy_target_refused');
    door.fail('proxy_target_refused', `CONNECT ${target.slice(0, 200)}`, { remote: remoteOf(socket), response });
    socket.end(rawAnswer(response));
    return;
  }
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) socket.unshift(head);
  enter(socket);
}

function mayTunnelTo(door: Door, target: string): boolean {
  const host = hostOf(target);
  if (host === null) return false;
  if (door.router.byHost(host) !== undefined) return true;
  const port = Number(/:(\d+)$/.exec(target)?.[1]);
  return isOwnName(host) && door.ports.includes(port);
}
