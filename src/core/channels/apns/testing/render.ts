import type { ClientCertificate, VendorRequest } from '../../types.ts';
import type { VectorAuth, VectorCertificate, VectorRequest } from './vectors.ts';
import { APP, KEYS, type TestKeys, TOKENS, UNKNOWN_KEY_ID } from './world.ts';

/** A vector's request in full: what a client puts on the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function authorization(auth: VectorAuth, keys: TestKeys, now: number): string | null {
  if (auth.kind === 'none') return null;
  if (auth.kind === 'raw') return auth.value;
  const key = auth.key === 'unknown' ? { keyId: UNKNOWN_KEY_ID, teamId: KEYS.team.teamId } : KEYS[auth.key ?? 'team'];
  const iat = typeof auth.iat === 'string' ? auth.iat : Math.floor(now / 1000) + (auth.iat ?? 0);
  const claims = { iss: key.teamId, iat, ...(auth.serial !== undefined && { serial: auth.serial }) };
  const data = `${base64url({ alg: 'ES256', kid: key.keyId })}.${base64url(claims)}`;
  return `bearer ${data}.${keys.sign(key.keyId, data, auth.encoding ?? 'jose').toString('base64url')}`;
}

/** What requests without `auth` of their own carry on a connection: one JWT for all, nothing beside a certificate. */
export function steadyAuth(keys: TestKeys, now: number, certificate: boolean): VectorAuth {
  return certificate ? { kind: 'none' } : { kind: 'raw', value: authorization({ kind: 'jwt' }, keys, now) ?? '' };
}

const ALERT = '{"aps":{"alert":{"title":"Lena","body":"The build is green again."},"badge":7,"sound":"default"}}';

function bodyOf(body: VectorRequest['body']): Buffer {
  if (body === null) return Buffer.alloc(0);
  if (typeof body === 'number') {
    const frame = '{"aps":{"alert":"x"},"pad":""}';
    return Buffer.from(frame.replace('"pad":""', `"pad":"${'p'.repeat(body - frame.length)}"`));
  }
  return Buffer.from(body ?? ALERT);
}

/** Signs, pads and fills in what a vector leaves to its defaults. */
export function render(request: VectorRequest, keys: TestKeys, now: number): WireRequest {
  const path = (request.path ?? '/3/device/{ok}').replace(
    /\{(\w+)\}/g,
    (_, name: string) => (TOKENS as Readonly<Record<string, string>>)[name] ?? name,
  );
  const topic = request.topic === undefined ? APP : request.topic;
  const credential = authorization(request.auth ?? { kind: 'jwt' }, keys, now);
  return {
    method: request.method ?? 'POST',
    path,
    headers: [
      ...(credential === null ? [] : [['authorization', credential] as const]),
      ...(topic === null ? [] : [['apns-topic', topic] as const]),
      ...(request.headers ?? []),
    ],
    body: bodyOf(request.body),
  };
}

export const certificateFacts = (spec: VectorCertificate, now: number): ClientCertificate => ({
  uid: spec.uid,
  commonName: `Apple Push Services: ${spec.uid}`,
  topics: spec.topics ?? [spec.uid],
  environments: spec.environments,
  notBefore: now - 86_400_000,
  notAfter: now + 86_400_000,
  fingerprint: 'ab'.repeat(32),
});

/** The same request as the front door hands it to the endpoint. */
export function toVendorRequest(
  wire: WireRequest,
  facts: { readonly host?: string; readonly certificate?: ClientCertificate | null } = {},
): VendorRequest {
  return {
    method: wire.method,
    path: wire.path,
    host: facts.host ?? '127.0.0.1',
    headers: wire.headers,
    body: wire.body,
    bodyTooLarge: false,
    connection: {
      id: 'c1',
      protocol: 'http/2',
      tls: true,
      serverName: null,
      remote: '127.0.0.1:50000',
      clientCertificate: facts.certificate ?? null,
    },
  };
}
