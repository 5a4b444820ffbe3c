import { generateKeyPair, randomBytes } from 'node:crypto';
import { isIP, SocketAddress } from 'node:net';
import { promisify } from 'node:util';
import type { asn1, pki } from 'node-forge';
import { type ForgeModule, loadForge } from './forge.ts';
import { type Constraints, LOCAL_ADDRESSES, LOCAL_NAMES } from './names.ts';

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Clocks of containers and virtual machines differ; a certificate must not start in their future. */
const BACKDATE_MS = DAY_MS;
const RSA_BITS = 2048;

export interface KeyAndCertificate {
  readonly keyPem: string;
  readonly certPem: string;
}

/** Makes an RSA key as PKCS#8 PEM, off the main thread. */
export async function makeRsaKey(): Promise<string> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * A new certificate authority of this installation, valid ten years, that can only vouch for the
 * constrained names and for loopback addresses (critical `nameConstraints`, RFC 5280 section 4.2.1.10).
 */
export async function makeAuthority(constraints: Constraints): Promise<KeyAndCertificate> {
  const [forge, keyPem] = await Promise.all([loadForge(), makeRsaKey()]);
  const privateKey = forge.pki.privateKeyFromPem(keyPem);
  const certificate = blank(forge, forge.pki.setRsaPublicKey(privateKey.n, privateKey.e), AUTHORITY_DAYS);
  const name = [
    { name: 'commonName', value: `Pushpit local CA ${randomBytes(3).toString('hex')}` },
    { name: 'organizationName', value: 'Pushpit (development only)' },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
    { id: '2.5.29.30', critical: true, value: nameConstraints(forge, constraints) },
  ]);
  certificate.sign(privateKey, forge.md.sha256.create());
  return { keyPem, certPem: pem(forge, certificate) };
}

export interface LeafRequest {
  readonly commonName: string;
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly days: number;
}

/** Issues a server certificate for a key that exists already. Returns its PEM. */
export async function issueServerCertificate(
  authority: KeyAndCertificate,
  leafKeyPem: string,
  request: LeafRequest,
): Promise<string> {
  const forge = await loadForge();
  return issue(
    forge,
    authority,
    leafKeyPem,
    request.days,
    [{ name: 'commonName', value: request.commonName }],
    [
      { name: 'basicConstraints', critical: true, cA: false },
      { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...request.names.map((value) => ({ type: 2, value })),
          ...request.addresses.map((ip) => ({ type: 7, ip })),
        ],
      },
    ],
  );
}

/** The SAN list of the certificate for connections that name no host. */
export function defaultLeafNames(
  hosts: readonly string[],
  extraNames: readonly string[],
): { names: string[]; addresses: string[] } {
  return {
    names: [...new Set([...LOCAL_NAMES, ...extraNames.filter((name) => isIP(name) === 0), ...hosts])],
    addresses: [...new Set([...LOCAL_ADDRESSES, ...extraNames.filter((name) => isIP(name) !== 0)])],
  };
}

/** Signs a certificate with any subject and extensions; identifiers of both keys are added. */
export function issue(
  forge: ForgeModule,
  authority: KeyAndCertificate,
  keyPem: string,
  days: number,
  subject: readonly pki.CertificateField[],
  extensions: readonly object[],
): string {
  const key = forge.pki.privateKeyFromPem(keyPem);
  const issuer = forge.pki.certificateFromPem(authority.certPem);
  const certificate = blank(forge, forge.pki.setRsaPublicKey(key.n, key.e), days);
  certificate.setSubject([...subject]);
  certificate.setIssuer(issuer.subject.attributes);
  certificate.setExtensions([
    ...extensions,
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(authority.keyPem), forge.md.sha256.create());
  return pem(forge, certificate);
}

function blank(forge: ForgeModule, publicKey: pki.rsa.PublicKey, days: number): pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  // A leading byte below 0x80 keeps the serial number positive, as RFC 5280 section 4.1.2.2 asks.
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  const now = Date.now();
  certificate.validity.notBefore = new Date(now - BACKDATE_MS);
  certificate.validity.notAfter = new Date(now + days * DAY_MS);
  return certificate;
}

const pem = (forge: ForgeModule, certificate: pki.Certificate): string =>
  forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');

const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** NameConstraints ::= SEQUENCE { permittedSubtrees [0] GeneralSubtrees } with DNS names and address ranges. */
function nameConstraints(forge: ForgeModule, constraints: Constraints): asn1.Asn1 {
  const { asn1 } = forge;
  const subtree = (tag: number, bytes: string): asn1.Asn1 =>
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
      asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, false, bytes),
    ]);
  const ranges = [
    [...addressBytes('127.0.0.0'), ...addressBytes('255.0.0.0')],
    [...addressBytes('::1'), ...Array<number>(16).fill(255)],
    ...constraints.addresses.map((address) => {
      const bytes = addressBytes(address);
      return [...bytes, ...bytes.map(() => 255)];
    }),
  ];
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [
    asn1.create(asn1.Class.CONTEXT_SPECIFIC, 0, true, [
      ...constraints.domains.map((domain) => subtree(DNS_NAME, domain)),
      ...ranges.map((range) => subtree(IP_ADDRESS, String.fromCharCode(...range))),
    ]),
  ]);
}

/** Network-order bytes of an address: 4 for IPv4, 16 for IPv6. */
export function addressBytes(address: string): number[] {
  if (isIP(address) === 4) return address.split('.').map(Number);
  // Lets the runtime bring every spelling (`::1`, embedded IPv4) into groups first.
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  const [head = '', tail] = canonical.split('::');
  const groups = (text: string): string[] =>
    text
      .split(':')
      .filter((group) => group !== '')
      .flatMap((group) => (group.includes('.') ? embeddedIpv4(group) : [group]));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function embeddedIpv4(text: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
}
