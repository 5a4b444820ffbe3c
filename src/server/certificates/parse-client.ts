import { createHash, X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../../core/channels/types.ts';
import { children, DER_TAG, type DerElement, oidOf, readElements, textOf } from './der.ts';
import { APNS_OID } from './oids.ts';

/**
 * What APNs looks at in a TLS client certificate. Takes any certificate that TLS let through, Apple's own
 * included: who signed it is not judged. Never throws; facts that cannot be read are null or empty.
 */
export function parseClientCertificate(der: Uint8Array): ClientCertificate {
  const tbs = children(children(readElements(der)?.[0])[0]);
  const subject = subjectFields(tbs);
  const extensions = extensionValues(tbs);
  const uid = subject.get(APNS_OID.uid) ?? null;
  const listed = topicsOf(extensions.get(APNS_OID.topics));
  const environments: ('production' | 'sandbox')[] = [];
  if (extensions.has(APNS_OID.production)) environments.push('production');
  if (extensions.has(APNS_OID.sandbox)) environments.push('sandbox');
  return {
    uid,
    commonName: subject.get(APNS_OID.commonName) ?? null,
    topics: listed.length > 0 ? listed : uid === null ? [] : [uid],
    environments,
    ...validity(der),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  };
}

function validity(der: Uint8Array): { notBefore: number; notAfter: number } {
  try {
    const certificate = new X509Certificate(der);
    return { notBefore: Date.parse(certificate.validFrom), notAfter: Date.parse(certificate.validTo) };
  } catch {
    // A certificate that cannot be read is treated as one that has expired.
    return { notBefore: 0, notAfter: 0 };
  }
}

/** version [0]?, serial, signature, issuer, validity, subject: the subject is the third of the SEQUENCEs that follow the serial. */
function subjectFields(tbs: readonly DerElement[]): Map<string, string> {
  const subject = tbs.filter((element) => element.tag === DER_TAG.sequence)[3];
  const fields = new Map<string, string>();
  for (const set of children(subject)) {
    for (const pair of children(set)) {
      const [oid, value] = children(pair);
      if (oid && value) fields.set(oidOf(oid), textOf(value));
    }
  }
  return fields;
}

/** Extension id → the bytes inside its OCTET STRING. */
function extensionValues(tbs: readonly DerElement[]): Map<string, Uint8Array> {
  const values = new Map<string, Uint8Array>();
  const wrapper = tbs.find((element) => element.tag === DER_TAG.extensions);
  for (const extension of children(children(wrapper)[0])) {
    const parts = children(extension);
    const oid = parts[0];
    const value = parts.find((part) => part.tag === DER_TAG.octetString);
    if (oid?.tag === DER_TAG.oid && value) values.set(oidOf(oid), value.content);
  }
  return values;
}

/** Topics of the list extension: the strings that stand directly in the outer SEQUENCE; kinds are nested. */
function topicsOf(value: Uint8Array | undefined): string[] {
  if (value === undefined) return [];
  return children(readElements(value)?.[0])
    .filter((element) => element.tag !== DER_TAG.sequence)
    .map(textOf);
}
