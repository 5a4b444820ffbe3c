import { X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../../../core/channels/types.ts';
import { fail, type Result } from '../../../core/result.ts';
import { loadForge } from '../../certificates/forge.ts';
import { parseClientCertificate } from '../../certificates/parse-client.ts';
import { type CredentialInput, wrong } from './input.ts';
import type { UserCredentialOf } from './types.ts';

const EXPECTED = 'an APNs client certificate: a .p12 in Base64 with its password, or the certificate as PEM';

/** Reads an APNs client certificate. Of a .p12 only the certificate is kept; its private key stays with the sender. */
export async function readCertificate(
  input: CredentialInput,
  addedAt: string,
): Promise<Result<UserCredentialOf<'apns', 'certificate'>>> {
  const given = input.certificate?.trim() ?? '';
  if (given === '') return wrong('certificate', 'missing', EXPECTED);
  const ders = given.includes('-----BEGIN CERTIFICATE') ? fromPem(given) : await fromP12(given, input.password ?? '');
  if (!ders.ok) return ders;
  const candidates = ders.value.map((der) => ({ der, facts: parseClientCertificate(der) }));
  const found = candidates.find(({ facts }) => facts.topics.length > 0);
  if (found === undefined) {
    const names = candidates.map(({ facts }) => facts.commonName ?? 'without a name').join(', ');
    return wrong('certificate', `a certificate that names no topic (${names || 'none inside'})`, EXPECTED);
  }
  return { ok: true, value: entryOf(found.der, found.facts, addedAt) };
}

function entryOf(der: Uint8Array, facts: ClientCertificate, addedAt: string): UserCredentialOf<'apns', 'certificate'> {
  const certificate = new X509Certificate(der);
  return {
    vendor: 'apns',
    kind: 'certificate',
    fingerprint: facts.fingerprint,
    certificate: certificate.toString(),
    commonName: facts.commonName,
    teamId: /^OU=(\w{10})$/m.exec(certificate.subject)?.[1] ?? null,
    topics: [...facts.topics],
    environments: [...facts.environments],
    notAfter: facts.notAfter,
    addedAt,
  };
}

function fromPem(pem: string): Result<readonly Uint8Array[]> {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    return { ok: true, value: blocks.map((block) => new X509Certificate(block).raw) };
  } catch {
    return wrong('certificate', 'PEM that holds no readable certificate', EXPECTED);
  }
}

async function fromP12(base64: string, password: string): Promise<Result<readonly Uint8Array[]>> {
  const bytes = Buffer.from(base64.replace(/^data:[^,]*,/, '').replace(/\s+/g, ''), 'base64');
  // A PKCS#12 file is one DER SEQUENCE.
  if (bytes[0] !== 0x30) return wrong('certificate', `${bytes.length} bytes that are no PKCS#12`, EXPECTED);
  const { asn1, pkcs12, pki } = await loadForge();
  try {
    const container = pkcs12.pkcs12FromAsn1(asn1.fromDer(bytes.toString('latin1')), password);
    const oid = pki.oids.certBag ?? '';
    const bags = container.getBags({ bagType: oid })[oid] ?? [];
    return { ok: true, value: bags.flatMap(({ cert, asn1: raw }) => certificateBytes(cert, raw)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!/password|MAC/i.test(message))
      return wrong('certificate', `a .p12 that cannot be read (${message})`, EXPECTED);
    const received = password === '' ? 'missing' : 'not the one of this .p12';
    return fail(
      'invalid_credential',
      `"password" is ${received}. Expected: the password that the .p12 was exported with.`,
      {
        field: 'password',
        received,
        expected: 'the password of the .p12',
      },
    );
  }

  /** forge reads RSA certificates into `cert`; of others it leaves the ASN.1. */
  function certificateBytes(cert: Parameters<typeof pki.certificateToAsn1>[0] | undefined, raw: unknown): Uint8Array[] {
    const tree = cert === undefined ? raw : pki.certificateToAsn1(cert);
    return tree === undefined
      ? []
      : [Buffer.from(asn1.toDer(tree as Parameters<typeof asn1.toDer>[0]).getBytes(), 'latin1')];
  }
}
