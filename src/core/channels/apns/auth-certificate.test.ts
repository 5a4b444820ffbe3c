import { describe, expect, it } from 'vitest';
import { TEST_TIME } from '../../testing/fixtures.ts';
import type { ClientCertificate } from '../types.ts';
import { connect, reasonOf, stopOf } from './testing/connection.ts';
import { certificateFacts } from './testing/render.ts';
import { APP } from './testing/world.ts';

const good = certificateFacts({ uid: APP, environments: ['production', 'sandbox'] }, TEST_TIME);
const push = (patch: Partial<ClientCertificate>, host?: string) =>
  connect().push({}, { certificate: { ...good, ...patch }, ...(host !== undefined && { host }) });

describe('client certificate', () => {
  it.each([
    ['not yet valid', { notBefore: TEST_TIME + 1 }, 'BadCertificate', 'apns-bad-certificate'],
    ['no longer valid', { notAfter: TEST_TIME - 1 }, 'BadCertificate', 'apns-bad-certificate'],
    ['marked as revoked', { fingerprint: 'revoked' }, 'BadCertificate', 'apns-bad-certificate-revoked'],
    ['without UID and topics', { uid: null, topics: [] }, 'BadCertificate', 'apns-bad-certificate-topic'],
  ])('%s', (_, patch, reason, rule) => {
    const result = push(patch);
    expect(result.response).toEqual({
      status: 0,
      headers: [],
      body: '',
      goaway: { debugData: `{"reason":"${reason}"}`, lastStreamId: 0 },
    });
    expect(stopOf(result)).toBe(rule);
    expect(result.effects).toEqual([]);
  });

  it.each([
    ['api.push.apple.com', ['production'], null],
    ['api.push.apple.com', ['sandbox'], 'BadCertificateEnvironment'],
    ['api.push.apple.com', [], 'BadCertificateEnvironment'],
    ['api.sandbox.push.apple.com', ['production'], 'BadCertificateEnvironment'],
    ['localhost', ['sandbox'], null],
  ] as const)('at %s with the environments %j', (host, environments, reason) => {
    expect(reasonOf(push({ environments }, host))).toBe(reason);
  });

  it('goes by the TLS server name when the request names no host', () => {
    const connection = connect();
    const request = (serverName: string) => {
      const facts = { certificate: { ...good, environments: ['production'] as const } };
      let caught: ReturnType<typeof connection.send> | undefined;
      const { send } = connection;
      connection.send = (one) => {
        caught = send({ ...one, host: null, connection: { ...one.connection, serverName } });
        return caught;
      };
      connection.push({}, facts);
      connection.send = send;
      return caught === undefined ? undefined : reasonOf(caught);
    };
    expect(request('api.sandbox.push.apple.com')).toBe('BadCertificateEnvironment');
    expect(request('api.push.apple.com')).toBeNull();
  });

  it('takes the UID as the only topic when there is no list', () => {
    const result = push({ topics: [] });
    expect(result.response.status).toBe(200);
  });

  it('ignores authorization, and says so', () => {
    const result = connect().push({ auth: { kind: 'raw', value: 'Basic x' } }, { certificate: good });
    expect(result.response.status).toBe(200);
    expect(result.trace.map((step) => step.rule)).toContain('apns-lint-authorization-ignored');
    expect(result.trace.map((step) => step.rule)).not.toContain('apns-missing-provider-token');
  });
});
