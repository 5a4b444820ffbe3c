import { execFile } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressBytes, issueServerCertificate } from '../../src/server/certificates/authority.ts';
import { type Certificates, openCertificates } from '../../src/server/certificates/certificates.ts';
import { constraintsFor, covers } from '../../src/server/certificates/names.ts';
import { parseClientCertificate } from '../../src/server/certificates/parse-client.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';
import { APNS, type Harness, openDoor, temporaryInstallation, XIAOMI } from './harness.ts';

const run = promisify(execFile);
const openssl = (...args: string[]): Promise<string> => run('openssl', args).then(({ stdout }) => stdout);
const haveOpenssl = await openssl('version').then(
  () => true,
  () => false,
);
const HOSTS = [APNS, 'api.sandbox.push.apple.com', XIAOMI];
const NAMES = { hosts: HOSTS, extraNames: [] };

let installation: Installation;
let dispose: () => Promise<void>;
let directory: string;

beforeAll(async () => {
  ({ installation, dispose } = await temporaryInstallation(undefined, { fresh: true }));
});
afterAll(() => dispose());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pushpit-certificates-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const save = async (name: string, text: string): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, text);
  return path;
};

describe('names that the CA may vouch for', () => {
  it('are the narrowest domains that hold all hosts', () => {
    const hosts = [
      'api.push.apple.com',
      'api.sandbox.push.apple.com',
      'vip.api.xmpush.xiaomi.com',
      'api.xmpush.xiaomi.com',
      'fcm.googleapis.com',
    ];
    expect(constraintsFor(hosts, ['pushpit', '10.0.0.5'])).toEqual({
      domains: ['fcm.googleapis.com', 'localhost', 'push.apple.com', 'pushpit', 'xmpush.xiaomi.com'],
      addresses: ['10.0.0.5'],
    });
  });

  it('tell when a CA is too narrow', () => {
    const narrow = constraintsFor([APNS], []);
    expect(covers(narrow, constraintsFor(['api.sandbox.push.apple.com'], []))).toBe(true);
    expect(covers(narrow, constraintsFor(HOSTS, []))).toBe(false);
    expect(covers(narrow, constraintsFor([APNS], ['10.0.0.5']))).toBe(false);
  });

  it.each([
    ['127.0.0.1', [127, 0, 0, 1]],
    ['::1', [...Array<number>(15).fill(0), 1]],
    ['fe80::a:1', [0xfe, 0x80, ...Array<number>(10).fill(0), 0, 10, 0, 1]],
    ['::ffff:10.1.2.3', [...Array<number>(10).fill(0), 255, 255, 10, 1, 2, 3]],
  ])('reads the address %s', (address, bytes) => {
    expect(addressBytes(address)).toEqual(bytes);
  });
});

describe.skipIf(!haveOpenssl)('openssl', () => {
  it('accepts the chain of every kind of server certificate, strictly', async () => {
    const ca = await save('ca.pem', installation.ca.certPem);
    for (const [name, check] of [
      [null, ['-verify_hostname', 'localhost']],
      [null, ['-verify_ip', '127.0.0.1']],
      [null, ['-verify_ip', '::1']],
      [null, ['-verify_hostname', XIAOMI]],
      [APNS, ['-verify_hostname', APNS]],
    ] as const) {
      const leaf = await save('leaf.pem', await installation.certificates.chainFor(name));
      const out = await openssl('verify', '-x509_strict', '-purpose', 'sslserver', ...check, '-CAfile', ca, leaf);
      expect(out).toContain('OK');
    }
  });

  it.each([
    ['www.apple.com', []],
    ['example.com', []],
    ['localhost', ['10.0.0.1']],
  ] as [string, string[]][])(
    'refuses what the CA would sign for %s %s: names outside its constraints',
    async (name, addresses) => {
      const { authority, leafKeyPem } = installation.certificates.files;
      const pem = await issueServerCertificate(authority, leafKeyPem, {
        commonName: 'x',
        names: [name],
        addresses,
        days: 1,
      });
      const ca = await save('ca.pem', installation.ca.certPem);
      const leaf = await save('leaf.pem', pem);
      await expect(openssl('verify', '-CAfile', ca, leaf)).rejects.toThrow(/permitted subtree violation/);
    },
  );

  it('marks the constraints as critical and names loopback', async () => {
    const text = await openssl('x509', '-in', await save('ca.pem', installation.ca.certPem), '-noout', '-text');
    const block = /X509v3 Name Constraints: critical\s+Permitted:([\s\S]*?)\n {4}\S/.exec(text)?.[1] ?? '';
    expect(block.trim().split(/\s+/)).toEqual([
      'DNS:localhost',
      'DNS:push.apple.com',
      'DNS:xmpush.xiaomi.com',
      'IP:127.0.0.0/255.0.0.0',
      'IP:0:0:0:0:0:0:0:1/FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF:FFFF',
    ]);
    expect(text).toContain('CA:TRUE, pathlen:0');
  });

  it('opens the client bundle with its password, and the certificate verifies', async () => {
    const p12 = join(directory, 'apns.p12');
    await writeFile(p12, installation.p12);
    const pem = await openssl(
      'pkcs12',
      '-in',
      p12,
      '-nokeys',
      '-passin',
      `pass:${installation.secrets.apns.p12Password}`,
    );
    const certificate = await save('client.pem', pem);
    const ca = await save('ca.pem', installation.ca.certPem);
    const out = await openssl('verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', ca, certificate);
    expect(out).toContain('OK');
    await expect(openssl('pkcs12', '-in', p12, '-nokeys', '-passin', 'pass:wrong')).rejects.toThrow();
  });
});

describe('client certificates', () => {
  it('are read as APNs reads them', async () => {
    const pem = await readFile(join(installation.dataDir, 'credentials', 'apns-client.pem'), 'utf8');
    const der = new X509Certificate(pem).raw;
    const facts = parseClientCertificate(der);
    expect(facts).toMatchObject({
      uid: 'com.example.app',
      commonName: 'Apple Push Services: com.example.app',
      topics: ['com.example.app', 'com.example.app.voip', 'com.example.app.complication'],
      environments: ['production', 'sandbox'],
      fingerprint: new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase(),
    });
    expect(facts.notAfter - facts.notBefore).toBeGreaterThan(390 * 86_400_000);
    expect(facts.notBefore).toBeLessThan(Date.now());
  });

  it.skipIf(!haveOpenssl)(
    'of other makes are read too: elliptic curve, no extensions, topic from the subject',
    async () => {
      const out = join(directory, 'other.pem');
      const subject = '/UID=com.other.app/CN=Apple Development IOS Push Services: com.other.app';
      await openssl(
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '3'],
        ...['-subj', subject, '-keyout', join(directory, 'k.pem'), '-out', out],
      );
      const facts = parseClientCertificate(new X509Certificate(await readFile(out)).raw);
      expect(facts).toMatchObject({ uid: 'com.other.app', topics: ['com.other.app'], environments: [] });
    },
  );

  it.each([
    [[]],
    [[0x30]],
    [[0x30, 0x80]],
    [[0x30, 0x84, 255, 255, 255, 255]],
    [[0x30, 2, 0x30, 9]],
    [Array(300).fill(0xff)],
  ])('never throw, whatever the bytes (%j)', (bytes) => {
    expect(parseClientCertificate(Uint8Array.from(bytes))).toMatchObject({ uid: null, topics: [], environments: [] });
  });
});

describe('stored certificates', () => {
  it('are private files, and opening them again changes nothing', async () => {
    const first = await openCertificates(directory, NAMES);
    const files = await readdir(join(directory, 'certificates'));
    expect(files.sort()).toEqual(['authority.json', 'ca-key.pem', 'ca.pem', 'leaf-key.pem', 'leaves.json']);
    for (const file of files) {
      expect((await stat(join(directory, 'certificates', file))).mode & 0o777).toBe(0o600);
    }
    const second = await openCertificates(directory, NAMES);
    expect(second.caPem).toBe(first.caPem);
    expect(second.files.replaced).toBeNull();
    expect(await second.chainFor(null)).toBe(await first.chainFor(null));
  });

  it('are opened without node-forge when they exist', async () => {
    await openCertificates(directory, NAMES);
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load(url, context, next) { if (url.includes('node-forge')) loaded.push(url); return next(url, context); } });
      const { openCertificates } = await import(${JSON.stringify(new URL('../../src/server/certificates/certificates.ts', import.meta.url).href)});
      const names = ${JSON.stringify(NAMES)};
      await openCertificates(${JSON.stringify(directory)}, names);
      const without = loaded.length;
      const certificates = await openCertificates(${JSON.stringify(directory)}, names);
      await certificates.contextFor('${APNS}');
      console.log(without, loaded.length > 0);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    expect(stdout.trim()).toBe('0 true');
  });

  it('are made once when two processes start at the same time', async () => {
    const [a, b] = await Promise.all([openCertificates(directory, NAMES), openCertificates(directory, NAMES)]);
    expect(a.caPem).toBe(b.caPem);
    expect((await readdir(directory)).sort()).toEqual(['certificates']);
  });

  it('are replaced, with the reason, when the CA cannot vouch for a new vendor', async () => {
    const first = await openCertificates(directory, { hosts: [APNS], extraNames: [] });
    const second = await openCertificates(directory, NAMES);
    expect(second.caPem).not.toBe(first.caPem);
    expect(second.files.replaced).toContain('names');
    expect(await readdir(directory)).toEqual(['certificates']);
  });

  it('listening on all addresses needs no new CA', async () => {
    const first = await openCertificates(directory, NAMES);
    const second = await openCertificates(directory, { hosts: HOSTS, extraNames: ['0.0.0.0'] });
    expect(second.caPem).toBe(first.caPem);
  });

  it.each([
    ['ca-key.pem', 'rubbish'],
    ['ca.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
    ['authority.json', '{"format":99,"constraints":{}}'],
    ['authority.json', '{'],
  ])('a damaged %s is an error, and is left as it was', async (file, content) => {
    await openCertificates(directory, NAMES);
    const path = join(directory, 'certificates', file);
    await writeFile(path, content);
    await expect(openCertificates(directory, NAMES)).rejects.toMatchObject({ code: 'damaged_file' });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it('a missing key is an error', async () => {
    await openCertificates(directory, NAMES);
    await rm(join(directory, 'certificates', 'ca-key.pem'));
    await expect(openCertificates(directory, NAMES)).rejects.toThrow('ca-key.pem is missing');
  });

  it('damaged leaves are made again', async () => {
    await openCertificates(directory, NAMES);
    await writeFile(join(directory, 'certificates', 'leaves.json'), '{"":{"certPem":"x","covers":[]}}');
    const again = await openCertificates(directory, NAMES);
    expect(new X509Certificate(await again.chainFor(null)).checkHost('localhost')).toBe('localhost');
  });

  it('a leaf that expires soon is renewed', async () => {
    const first = await openCertificates(directory, NAMES);
    const { authority, leafKeyPem } = first.files;
    const names = [...HOSTS, 'localhost'];
    const certPem = await issueServerCertificate(authority, leafKeyPem, {
      commonName: 'old',
      names,
      addresses: [],
      days: 9,
    });
    const covers = [...names, '127.0.0.1', '::1'];
    await writeFile(join(directory, 'certificates', 'leaves.json'), JSON.stringify({ '': { certPem, covers } }));
    const again = await openCertificates(directory, NAMES);
    const leaf = new X509Certificate(await again.chainFor(null));
    expect(leaf.subject).not.toContain('old');
    expect(Date.parse(leaf.validTo) - Date.now()).toBeGreaterThan(29 * 86_400_000);
  });

  it('a directory that cannot be written costs only the cache', async () => {
    const certificates = await openCertificates(directory, NAMES);
    await mkdir(join(directory, 'certificates', 'leaves.json.d'));
    await rm(join(directory, 'certificates', 'leaves.json'));
    await mkdir(join(directory, 'certificates', 'leaves.json'));
    await chmod(join(directory, 'certificates', 'leaves.json'), 0o500);
    expect(new X509Certificate(await certificates.chainFor(APNS)).checkHost(APNS)).toBe(APNS);
  });
});

describe('certificates by server name', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await openDoor(installation);
  });
  afterEach(() => harness.close());

  const subjectAltName = (servername: string | undefined): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connectTls(
        {
          host: '127.0.0.1',
          port: harness.door.tls.port,
          ca: installation.ca.certPem,
          checkServerIdentity: () => undefined,
          ...(servername === undefined ? {} : { servername }),
        },
        () => {
          resolve(socket.getPeerX509Certificate()?.subjectAltName ?? '');
          socket.destroy();
        },
      );
      socket.on('error', reject);
    });

  it('have the host only; without a name, all of them and loopback', async () => {
    expect(await subjectAltName(XIAOMI)).toBe(`DNS:${XIAOMI}`);
    expect(await subjectAltName('some.other.push.apple.com')).toBe('DNS:some.other.push.apple.com');
    const everything = `DNS:localhost, ${HOSTS.map((host) => `DNS:${host}`).join(', ')}, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1`;
    expect(await subjectAltName(undefined)).toBe(everything);
    expect(await subjectAltName('localhost')).toBe(everything);
    expect(await subjectAltName('www.example.com')).toBe(everything);
  });

  it('are not made without end for names that a client invents', async () => {
    const certificates: Certificates = installation.certificates;
    const chains = await Promise.all(
      Array.from({ length: 30 }, (_, i) => certificates.chainFor(`made-up-${i}.push.apple.com`)),
    );
    const names = new Set(chains.map((chain) => new X509Certificate(chain).subjectAltName));
    expect(names.size).toBeLessThanOrEqual(HOSTS.length + 17);
  });
});
