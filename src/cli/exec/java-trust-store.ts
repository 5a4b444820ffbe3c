import type { asn1 as Asn1 } from 'node-forge';
import { loadForge } from '../../server/certificates/forge.ts';

/** Java takes a certificate without key for trusted only when it carries Oracle's attribute, here with "any purpose". */
const OID = {
  data: '1.2.840.113549.1.7.1',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  trustedKeyUsage: '2.16.840.1.113894.746875.1.1',
  anyPurpose: '2.5.29.37.0',
} as const;

/**
 * A PKCS#12 trust store for Java with every certificate of a PEM bundle. Nothing in it is secret, so it is neither
 * encrypted nor protected by a MAC, which Java (8 and later) does without.
 */
export async function javaTrustStore(pem: string): Promise<Buffer> {
  const { asn1 } = await loadForge();
  const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
  const { SEQUENCE, SET, OID: OBJECT, OCTETSTRING, INTEGER, BMPSTRING } = asn1.Type;
  type Node = Asn1.Asn1;
  const sequence = (...items: Node[]): Node => asn1.create(UNIVERSAL, SEQUENCE, true, items);
  const set = (...items: Node[]): Node => asn1.create(UNIVERSAL, SET, true, items);
  const oid = (text: string): Node => asn1.create(UNIVERSAL, OBJECT, false, asn1.oidToDer(text).getBytes());
  const octets = (bytes: string): Node => asn1.create(UNIVERSAL, OCTETSTRING, false, bytes);
  const tagged = (item: Node): Node => asn1.create(CONTEXT_SPECIFIC, 0, true, [item]);
  const der = (node: Node): string => asn1.toDer(node).getBytes();
  // forge writes the text of this type as UTF-16 by itself.
  const bmp = (text: string): Node => asn1.create(UNIVERSAL, BMPSTRING, false, text);

  const bags = certificatesIn(pem).map((certificate, index) =>
    sequence(
      oid(OID.certBag),
      tagged(sequence(oid(OID.x509), tagged(octets(certificate)))),
      set(
        sequence(oid(OID.friendlyName), set(bmp(`trusted-${index + 1}`))),
        sequence(oid(OID.trustedKeyUsage), set(oid(OID.anyPurpose))),
      ),
    ),
  );
  const contents = sequence(oid(OID.data), tagged(octets(der(sequence(...bags)))));
  const version = asn1.create(UNIVERSAL, INTEGER, false, String.fromCharCode(3));
  const store = sequence(version, sequence(oid(OID.data), tagged(octets(der(sequence(contents))))));
  return Buffer.from(der(store), 'latin1');
}

/** DER of each certificate, one char per byte; each once. */
function certificatesIn(pem: string): readonly string[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return [...new Set(Array.from(blocks, ([, base64 = '']) => Buffer.from(base64, 'base64').toString('latin1')))];
}
