import { X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../../../core/channels/types.ts';
import type { Result } from '../../../core/result.ts';
import { loadForge } from '../../certificates/forge.ts';
import { parseClientCertificate } from '../../certificates/parse-client.ts';
import { type CredentialInput, MISSING, wrong } from './input.ts';
import type { UserCredentialOf } from './types.ts';

const EXPECTED = {
  en: 'an APNs client certificate: a .p12 in Base64 with its password, or the certificate as PEM',
  zh: 'APNs 客户端证书：Base64 形式的 .p12 及其密码，或 PEM 形式的证书',
};

/** Reads an APNs client certificate. Of a .p12 only the certificate is kept; its private key stays with the sender. */
export async function readCertificate(
  input: CredentialInput,
  addedAt: string,
): Promise<Result<UserCredentialOf<'apns', 'certificate'>>> {
  const given = input.certificate?.trim() ?? '';
  if (given === '') return wrong('certificate', MISSING, EXPECTED);
  const ders = given.includes('-----BEGIN CERTIFICATE') ? fromPem(given) : await fromP12(given, input.password ?? '');
  if (!ders.ok) return ders;
  const candidates = ders.value.map((der) => ({ der, facts: parseClientCertificate(der) }));
  const found = candidates.find(({ facts }) => facts.topics.length > 0);
  if (found === undefined) {
    const names = (none: string) => candidates.map(({ facts }) => facts.commonName ?? none).join(', ');
    const received = {
      en: `a certificate that names no topic (${names('without a name') || 'none inside'})`,
      zh: `没有写明 topic 的证书（${names('未命名') || '里面没有证书'}）`,
    };
    return wrong('certificate', received, EXPECTED);
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

const UNREADABLE = { en: 'PEM that holds no readable certificate', zh: '不含可读证书的 PEM' };

function fromPem(pem: string): Result<readonly Uint8Array[]> {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    return { ok: true, value: blocks.map((block) => new X509Certificate(block).raw) };
  } catch {
    return wrong('certificate', UNREADABLE, EXPECTED);
  }
}

async function fromP12(base64: string, password: string): Promise<Result<readonly Uint8Array[]>> {
  const bytes = Buffer.from(base64.replace(/^data:[^,]*,/, '').replace(/\s+/g, ''), 'base64');
  // A PKCS#12 file is one DER SEQUENCE.
  const noPkcs12 = { en: `${bytes.length} bytes that are no PKCS#12`, zh: `${bytes.length} 字节，不是 PKCS#12` };
  if (bytes[0] !== 0x30) return wrong('certificate', noPkcs12, EXPECTED);
  const { asn1, pkcs12, pki } = await loadForge();
  try {
    const container = pkcs12.pkcs12FromAsn1(asn1.fromDer(bytes.toString('latin1')), password);
    const oid = pki.oids.certBag ?? '';
    const bags = container.getBags({ bagType: oid })[oid] ?? [];
    return { ok: true, value: bags.flatMap(({ cert, asn1: raw }) => certificateBytes(cert, raw)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const received = { en: `a .p12 that cannot be read (${message})`, zh: `无法读取的 .p12（${message}）` };
    return /password|MAC/i.test(message) ? wrongPassword(password) : wrong('certificate', received, EXPECTED);
  }

  /** forge reads RSA certificates into `cert`; of others it leaves the ASN.1. */
  function certificateBytes(cert: Parameters<typeof pki.certificateToAsn1>[0] | undefined, raw: unknown): Uint8Array[] {
    const tree = cert === undefined ? raw : pki.certificateToAsn1(cert);
    return tree === undefined
      ? []
      : [Buffer.from(asn1.toDer(tree as Parameters<typeof asn1.toDer>[0]).getBytes(), 'latin1')];
  }
}

const wrongPassword = (password: string) =>
  wrong('password', password === '' ? MISSING : { en: 'not the one of this .p12', zh: '与这个 .p12 不符' }, {
    en: 'the password that the .p12 was exported with',
    zh: '导出 .p12 时设置的密码',
  });
