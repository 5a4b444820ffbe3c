import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { pushpit, type Server } from './server.ts';

interface CredentialsFile {
  readonly ca: string;
  readonly apns: { readonly teamId: string; readonly keyId: string; readonly keyFile: string; readonly topic: string };
}

/** A developer's backend: it has what `pushpit creds --out` left, Node's HTTP/2 client, and nothing of Pushpit's code. */
export interface ForeignSender {
  /** One alert to a device token; answers the HTTP status. */
  push(token: string, payload: unknown): Promise<number>;
}

export async function createForeignSender(server: Server): Promise<ForeignSender> {
  const directory = join(server.dataDir, 'given');
  await pushpit(['creds', '--data-dir', server.dataDir, '--out', directory]);
  const { ca, apns } = JSON.parse(await readFile(join(directory, 'credentials.json'), 'utf8')) as CredentialsFile;
  const pem = await readFile(join(directory, ca));
  const key = createPrivateKey(await readFile(join(directory, apns.keyFile)));
  const token = providerToken(apns.teamId, apns.keyId, key);
  return {
    push: (deviceToken, payload) =>
      post(server.tls, pem, payload, {
        ':method': 'POST',
        ':path': `/3/device/${deviceToken}`,
        authorization: `bearer ${token}`,
        'apns-topic': apns.topic,
        'apns-push-type': 'alert',
      }),
  };
}

function providerToken(team: string, keyId: string, key: ReturnType<typeof createPrivateKey>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const data = `${part({ alg: 'ES256', kid: keyId })}.${part({ iss: team, iat: Math.floor(Date.now() / 1000) })}`;
  const signature = sign('sha256', Buffer.from(data), { key, dsaEncoding: 'ieee-p1363' });
  return `${data}.${signature.toString('base64url')}`;
}

/** Names the vendor's real host, as a sender that was only pointed at another address does. */
function post(origin: string, ca: Buffer, payload: unknown, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(origin, { ca, servername: 'api.push.apple.com' });
    session.on('error', reject);
    const stream = session.request(headers);
    stream.on('error', reject);
    stream.on('response', (answer) => {
      stream.resume();
      stream.on('end', () => {
        session.close();
        resolve(Number(answer[':status']));
      });
    });
    stream.end(JSON.stringify(payload));
  });
}

/** Says something to a listener that is no TLS at all, and waits until the listener hangs up. */
export function sayGarbage(origin: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const socket = connectTcp(Number(port), hostname, () => socket.write(bytes));
    socket.resume();
    // How the listener hangs up is its own business.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
