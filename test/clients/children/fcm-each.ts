import { readFile } from 'node:fs/promises';
import http2 from 'node:http2';
import https from 'node:https';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { connect } from 'node:tls';
import { finish, readJob } from './input.ts';

export interface EachJob {
  readonly serviceAccountFile: string;
  readonly token: string;
  readonly port: number;
  readonly ca: string;
}

export interface EachResult {
  /** Error code of each message; null = sent. */
  readonly one: readonly (string | null)[];
  readonly twelve: readonly (string | null)[];
  readonly pushNotifications: {
    readonly method: string;
    readonly success: number;
    readonly failure: number;
    readonly messages: readonly (string | null)[];
  };
}

interface PushNotifications {
  send(
    targets: readonly string[],
    data: object,
  ): Promise<
    readonly {
      readonly method: string;
      readonly success: number;
      readonly failure: number;
      readonly message: readonly { readonly errorMsg: string | null }[];
    }[]
  >;
}

const { serviceAccountFile, token, port, ca } = await readJob<EachJob>();

// firebase-admin has no setting for where its HTTP/2 connections go, so what a name resolves to is settled below it.
const secure = (servername: string, protocol: string) =>
  connect({ host: '127.0.0.1', port, ca: [ca], servername, ALPNProtocols: [protocol] });
const original = http2.connect.bind(http2);
const redirected = (authority: string | URL, options: http2.ClientSessionOptions = {}) =>
  original(authority, { ...options, createConnection: (url) => secure(url.hostname, 'h2') });
Object.assign(http2, { connect: redirected });
https.globalAgent = Object.assign(new https.Agent(), {
  createConnection: ({ host, servername }: { host?: string; servername?: string }) =>
    secure(servername ?? host ?? '', 'http/1.1'),
});
syncBuiltinESMExports();

const { cert, initializeApp } = await import('firebase-admin/app');
const { getMessaging } = await import('firebase-admin/messaging');
const { project_id: projectId } = JSON.parse(await readFile(serviceAccountFile, 'utf8')) as { project_id: string };
const credential = cert(serviceAccountFile, https.globalAgent);
const messaging = getMessaging(initializeApp({ credential }));

const messageTo = (target: string, index: number) => ({ token: target, notification: { title: `Each ${index}` } });
const codes = async (targets: readonly string[]): Promise<readonly (string | null)[]> => {
  const { responses } = await messaging.sendEach(targets.map(messageTo));
  return responses.map(({ error }) => error?.code ?? null);
};

const one = await codes([token]);
const twelve = await codes([...Array.from({ length: 11 }, () => token), 'not-a-token']);

const Client = createRequire(import.meta.url)('node-pushnotifications') as new (settings: object) => PushNotifications;
// It brings a firebase-admin of its own, which does not look into a credential that another one made.
const client = new Client({ fcm: { appName: 'pushes', credential, projectId } });
const [sent] = await client.send([token, `${token}x`], { title: 'From node-pushnotifications', body: 'b' });
if (sent === undefined) throw new Error('node-pushnotifications reported nothing');
const { method, success, failure, message } = sent;
const result: EachResult = {
  one,
  twelve,
  pushNotifications: { method, success, failure, messages: message.map(({ errorMsg }) => errorMsg) },
};
finish(result);
