import { createHash, createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChannelId } from '../src/core/channels/types.ts';
import type { Load } from './load.ts';
import { providerToken } from './servers.ts';

/** What `pushpit creds --out` left, as far as these senders need it. */
interface CredentialsFile {
  readonly xiaomi: { readonly packageName: string; readonly appSecret: string };
  readonly huawei: { readonly appId: string; readonly appSecret: string };
  readonly fcm: { readonly projectId: string; readonly serviceAccountFile: string };
  readonly meizu: { readonly appId: string; readonly appSecret: string };
  readonly oppo: { readonly appKey: string; readonly masterSecret: string };
  readonly vivo: { readonly appId: string; readonly appKey: string; readonly appSecret: string };
}

export interface Target {
  readonly ui: string;
  readonly tls: string;
  readonly plain: string;
  readonly credsDir: string;
}

type Shape = Pick<Load, 'url' | 'http1' | 'headers' | 'body' | 'bodyOf'>;

const FORM = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };
const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

async function post(url: string, headers: Record<string, string>, body: string): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers, body });
  return (await response.json()) as Record<string, unknown>;
}

async function tokenOf({ ui }: Target, device: string): Promise<string> {
  const { token } = (await (await fetch(`${ui}/api/v1/devices/${device}`)).json()) as { token: string };
  return token;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs in as Google's libraries do. */
async function googleToken({ plain, credsDir }: Target, file: string): Promise<string> {
  const account = JSON.parse(readFileSync(join(credsDir, file), 'utf8')) as {
    client_email: string;
    private_key: string;
  };
  const now = Math.floor(Date.now() / 1000);
  const scope = 'https://www.googleapis.com/auth/firebase.messaging';
  const claims = { iss: account.client_email, scope, aud: 'https://oauth2.googleapis.com/token', iat: now };
  const data = `${base64url({ alg: 'RS256' })}.${base64url({ ...claims, exp: now + 3600 })}`;
  const signature = sign('sha256', Buffer.from(data), createPrivateKey(account.private_key)).toString('base64url');
  const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `${data}.${signature}` };
  return String((await post(`${plain}/token`, FORM, form(grant))).access_token);
}

type Sender = (target: Target, credentials: CredentialsFile) => Promise<Shape>;

const SENDERS: Readonly<Record<ChannelId, Sender>> = {
  apns: async (target) => ({
    http1: false,
    url: `${target.tls}/3/device/${await tokenOf(target, 'iphone')}`,
    headers: {
      authorization: `bearer ${providerToken(target.credsDir)}`,
      'apns-topic': 'com.example.app',
      'apns-push-type': 'alert',
      'apns-expiration': '0',
    },
    body: '{"aps":{"alert":{"title":"Lena","body":"The build is green again."},"badge":7,"sound":"default"},"conv":"4711"}',
  }),
  xiaomi: async (target, { xiaomi }) => ({
    http1: true,
    url: `${target.plain}/v3/message/regid`,
    headers: { authorization: `key=${xiaomi.appSecret}`, ...FORM },
    body: form({
      registration_id: await tokenOf(target, 'xiaomi'),
      title: 't',
      description: 'd',
      restricted_package_name: xiaomi.packageName,
      pass_through: '0',
      notify_type: '-1',
    }),
  }),
  huawei: async (target, { huawei }) => {
    const grant = { grant_type: 'client_credentials', client_id: huawei.appId, client_secret: huawei.appSecret };
    const { access_token } = await post(`${target.plain}/oauth2/v3/token`, FORM, form(grant));
    const notification = { title: 't', body: 'b', click_action: { type: 3 } };
    return {
      http1: true,
      url: `${target.plain}/v1/${huawei.appId}/messages:send`,
      headers: { authorization: `Bearer ${String(access_token)}`, ...JSON_TYPE },
      body: JSON.stringify({ message: { android: { notification }, token: [await tokenOf(target, 'huawei')] } }),
    };
  },
  fcm: async (target, { fcm }) => ({
    http1: true,
    url: `${target.plain}/v1/projects/${fcm.projectId}/messages:send`,
    headers: { authorization: `Bearer ${await googleToken(target, fcm.serviceAccountFile)}`, ...JSON_TYPE },
    body: JSON.stringify({
      message: { token: await tokenOf(target, 'pixel'), notification: { title: 't', body: 'b' } },
    }),
  }),
  meizu: async (target, { meizu }) => {
    const messageJson = JSON.stringify({ noticeBarInfo: { title: 't', content: 'b' } });
    const fields = { appId: meizu.appId, messageJson, pushIds: await tokenOf(target, 'meizu') };
    const base = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
    return {
      http1: true,
      url: `${target.plain}/garcia/api/server/push/varnished/pushByPushId`,
      headers: FORM,
      body: form({ ...fields, sign: md5(`${base.sort().join('')}${meizu.appSecret}`) }),
    };
  },
  oppo: async (target, { oppo }) => {
    const timestamp = String(Date.now());
    const signature = createHash('sha256').update(`${oppo.appKey}${timestamp}${oppo.masterSecret}`).digest('hex');
    const auth = await post(
      `${target.plain}/server/v1/auth`,
      FORM,
      form({ app_key: oppo.appKey, timestamp, sign: signature }),
    );
    const { auth_token } = auth.data as { auth_token: string };
    const message = {
      target_type: 2,
      target_value: await tokenOf(target, 'oppo'),
      notification: { title: 't', content: 'b' },
    };
    return {
      http1: true,
      url: `${target.plain}/server/v1/message/notification/unicast`,
      headers: { auth_token, ...FORM },
      body: form({ message: JSON.stringify(message) }),
    };
  },
  vivo: async (target, { vivo }) => {
    const timestamp = Date.now();
    const signature = md5(`${vivo.appId}${vivo.appKey}${timestamp}${vivo.appSecret}`);
    const { appId, appKey } = vivo;
    const auth = await post(
      `${target.plain}/message/auth`,
      JSON_TYPE,
      JSON.stringify({ appId: Number(appId), appKey, timestamp, sign: signature }),
    );
    const regId = await tokenOf(target, 'vivo');
    // A repeated requestId counts as the same request, so each has its own.
    const bodyOf = (index: number): string =>
      JSON.stringify({
        regId,
        notifyType: 4,
        title: 't',
        content: `b${index}`,
        skipType: 1,
        classification: 1,
        requestId: `b${timestamp}-${index}`,
      });
    return {
      http1: true,
      url: `${target.plain}/message/send`,
      headers: { authToken: String(auth.authToken), ...JSON_TYPE },
      body: bodyOf(0),
      bodyOf,
    };
  },
};

/** The load of one vendor's sender, signed in, to the built-in phone. */
export async function loadOf(vendor: ChannelId, target: Target): Promise<Load> {
  const text = readFileSync(join(target.credsDir, 'credentials.json'), 'utf8');
  const shape = await SENDERS[vendor](target, JSON.parse(text) as CredentialsFile);
  return {
    ...shape,
    requests: shape.http1 ? 10_000 : 20_000,
    connections: shape.http1 ? 16 : 2,
    streams: shape.http1 ? 1 : 50,
  };
}

/**
 * Throws unless the newest push of the vendor reached its phone: a refusal with status 200 must not count as throughput.
 * A phone that already shows its fifty notifications of the app takes the push and shows no more.
 */
export async function assertDelivered(vendor: ChannelId, { ui }: Target): Promise<void> {
  const answer = await fetch(`${ui}/api/v1/exchanges?channel=${vendor}&limit=1`);
  const { exchanges } = (await answer.json()) as { exchanges: readonly { id: string }[] };
  const newest = await fetch(`${ui}/api/v1/exchanges/${exchanges[0]?.id ?? 'none'}`);
  const text = await newest.text();
  const { deliveries } = JSON.parse(text) as { deliveries?: readonly { result: string; cause: string | null }[] };
  const [delivery] = deliveries ?? [];
  if (delivery?.result !== 'shown' && delivery?.cause !== 'android-shade-full')
    throw new Error(`The push to ${vendor} did not reach the phone: ${text.slice(0, 2000)}`);
}
