import { connect as connectTls } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectNode } from '../../scripts/lib/paths.mjs';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { tlsFailureCode } from '../../src/server/front-door/failures.ts';
import { environment, runProgram } from '../helpers/run.ts';
import { type Harness, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';

let installation: Installation;
let dispose: () => Promise<void>;
let harness: Harness;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation());
});
afterAll(() => dispose());
beforeEach(async () => {
  harness = await openDoor(installation);
});
afterEach(() => harness.close());

const port = (): number => harness.door.tls.port;
const inNode = (code: string) => runProgram(projectNode, ['-e', code], { env: environment() });
const GIVE_UP = `.on('error', (error) => { console.log(error.code); process.exit(); })`;

describe('a client that does not trust the CA', () => {
  it.each([
    ['TLS 1.3', []],
    ['TLS 1.2', ['--tls-max', '1.2']],
  ])('and says so (curl, %s) is recorded as that, with what helps', async (_version, more) => {
    const target = ['--connect-to', `${XIAOMI}:443:127.0.0.1:${port()}`, `https://${XIAOMI}/`];
    const { code } = await runProgram('curl', ['-sS', ...more, ...target], { env: environment() });
    expect(code).toBe(60);
    const { failure, facts } = await harness.engine.failure('tls_untrusted_ca');
    expect(facts.channel).toBe('xiaomi');
    expect(failure.received).toContain(`unknown ca (server name ${XIAOMI})`);
    for (const recipe of ['pushpit exec', 'pushpit creds', 'NODE_EXTRA_CA_CERTS', '--cacert', 'trust store for Java'])
      expect(failure.fix).toContain(recipe);
  });

  it.each([
    ['https', `require('https').get({ host: '127.0.0.1', port: PORT, servername: '${XIAOMI}' })${GIVE_UP}`],
    [
      'https, TLS 1.2',
      `require('https').get({ host: '127.0.0.1', port: PORT, servername: '${XIAOMI}', maxVersion: 'TLSv1.2' })${GIVE_UP}`,
    ],
    ['http2', `require('http2').connect('https://127.0.0.1:PORT', { servername: '${XIAOMI}' })${GIVE_UP}`],
  ])('and only leaves (Node, %s) is recorded with the same recipe', async (_how, code) => {
    const { stdout } = await inNode(code.replaceAll('PORT', String(port())));
    expect(stdout.trim()).toBe('SELF_SIGNED_CERT_IN_CHAIN');
    const { failure, facts } = await harness.engine.failure('tls_closed_early');
    expect(facts.channel).toBe('xiaomi');
    expect(failure.received).toContain(`(server name ${XIAOMI})`);
    expect(failure.message).toContain('do not trust the certificate');
    expect(failure.fix).toContain('pushpit exec');
  });
});

describe('a client that trusts the CA but asked for another name', () => {
  it('is told apart', async () => {
    const refused = await new Promise<NodeJS.ErrnoException>((resolve) => {
      connectTls({ host: '127.0.0.1', port: port(), ca: harness.ca, servername: 'push.example.org' }).on(
        'error',
        resolve,
      );
    });
    expect(refused.code).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    const { failure } = await harness.engine.failure('tls_wrong_name');
    expect(failure.received).toContain('(server name push.example.org)');
    expect(failure.fix).toContain('--host');
    expect(harness.engine.codes()).toEqual(['tls_wrong_name']);
  });
});

describe('alerts of clients', () => {
  it.each([
    ['tlsv1 alert unknown ca', 'tls_untrusted_ca'],
    ['ssl/tls alert bad certificate', 'tls_untrusted_ca'],
    ['sslv3 alert certificate unknown', 'tls_untrusted_ca'],
    ['ssl/tls alert certificate revoked', 'tls_untrusted_ca'],
    ['tlsv1 alert decrypt error', 'tls_untrusted_ca'],
    ['no application protocol', 'tls_no_common_protocol'],
    ['tlsv1 alert protocol version', 'tls_version'],
    ['sslv3 alert handshake failure', 'tls_handshake_failed'],
  ])('%s is %s', (message, code) => {
    expect(tlsFailureCode({ message })).toBe(code);
  });
});
