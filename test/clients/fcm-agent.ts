import { Agent } from 'node:https';
import { connect } from 'node:tls';
import type { TestServer } from '../helpers/server.ts';

interface Options {
  readonly host?: string;
  readonly servername?: string;
}

/** Leads every https connection of a client that takes an agent to the test server, under the name that it asked for. */
export class RedirectAgent extends Agent {
  private readonly port: number;
  private readonly ca: Buffer;

  constructor({ tls, credentials }: TestServer) {
    super({ keepAlive: true });
    this.port = Number(tls.port);
    this.ca = credentials.ca;
  }

  override createConnection(options: Options) {
    const servername = options.servername ?? options.host ?? 'localhost';
    return connect({ host: '127.0.0.1', port: this.port, ca: [this.ca], servername, ALPNProtocols: ['http/1.1'] });
  }
}

/** The registration of the built-in Pixel. */
export async function pixelToken(server: TestServer): Promise<string> {
  const { token } = await server.api<{ token: string | null }>('GET', '/devices/pixel');
  if (token === null) throw new Error('the Pixel has no registration');
  return token;
}
