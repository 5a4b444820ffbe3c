import { createServer, type IncomingMessage, request as requestHttp, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface ForwardProxyOptions {
  /** Host names that are led to Pushpit, lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Pushpit's plain listener, which is a proxy for these names. */
  readonly plain: URL;
  /** The proxy that other hosts are reached through, as the environment had it; null = directly. */
  upstream(host: string, secure: boolean): URL | null;
}

export interface ForwardProxy {
  readonly url: string;
  close(): void;
}

/** Headers that end at a proxy (RFC 9110 section 7.6.1). */
const HOP_BY_HOP =
  /^(?:connection|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|te|trailer|upgrade)$/;

/**
 * An HTTP proxy on loopback for one command and as long as it runs: vendors' names go to Pushpit, everything else goes
 * where it would have gone without us.
 */
export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => forward(options, incoming, response));
  server.on('connection', (socket) => track(sockets, socket));
  server.on('connect', (incoming: IncomingMessage, socket: Socket, head: Buffer) =>
    tunnel(options, incoming, socket, head, sockets),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function track(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.on('error', () => undefined);
  socket.on('close', () => sockets.delete(socket));
}

/** `name:port` of a CONNECT, or null. */
function targetOf(authority: string): { readonly host: string; readonly port: number } | null {
  const url = URL.canParse(`http://${authority}`) ? new URL(`http://${authority}`) : null;
  const port = Number(/:(\d{1,5})$/.exec(authority)?.[1]);
  if (url === null || !Number.isInteger(port)) return null;
  return { host: url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, ''), port };
}

function tunnel(
  { hosts, plain, upstream }: ForwardProxyOptions,
  incoming: IncomingMessage,
  client: Socket,
  head: Buffer,
  sockets: Set<Socket>,
): void {
  const authority = incoming.url ?? '';
  const target = targetOf(authority);
  if (target === null) {
    client.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    return;
  }
  const proxy = hosts.has(target.host) ? plain : upstream(target.host, true);
  const server =
    proxy === null ? connect(target.port, target.host) : connect(Number(proxy.port || 80), bare(proxy.hostname));
  track(sockets, server);
  server.once('error', () => {
    // Only before the tunnel stands is there anybody to tell in HTTP.
    if (!client.destroyed && server.bytesRead === 0)
      client.end('HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n');
    else client.destroy();
  });
  server.once('connect', () => {
    if (proxy === null) client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    else server.write(`CONNECT ${authority} HTTP/1.1\r\nhost: ${authority}\r\n${authorization(proxy)}\r\n`);
    if (head.length > 0) server.write(head);
    client.pipe(server).pipe(client);
  });
  client.on('close', () => server.destroy());
  server.on('close', () => client.destroy());
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function authorization({ username, password }: URL): string {
  if (username === '') return '';
  const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return `proxy-authorization: Basic ${secret}\r\n`;
}

/** A request with the whole URL in its first line: plain HTTP. */
function forward(
  { hosts, plain, upstream }: ForwardProxyOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : null;
  if (url === null || url.protocol !== 'http:') {
    response.writeHead(400).end('This is the proxy of "pushpit exec": ask it for http://… or with CONNECT.\n');
    return;
  }
  const proxy = hosts.has(url.hostname) ? plain : upstream(url.hostname, false);
  const to = proxy ?? url;
  const outgoing = requestHttp({
    host: bare(to.hostname),
    port: to.port || 80,
    method: incoming.method,
    path: proxy === null ? `${url.pathname}${url.search}` : url.href,
    headers: [
      ...endToEnd(incoming.rawHeaders),
      ...(proxy === null || proxy.username === ''
        ? []
        : authorization(proxy)
            .trim()
            .split(/: (.*)/)
            .slice(0, 2)),
    ],
    agent: false,
  });
  outgoing.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.rawHeaders));
    answer.pipe(response);
  });
  outgoing.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => outgoing.destroy());
  incoming.pipe(outgoing);
}

function endToEnd(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (!HOP_BY_HOP.test((raw[i] ?? '').toLowerCase())) kept.push(raw[i] ?? '', raw[i + 1] ?? '');
  }
  return kept;
}
