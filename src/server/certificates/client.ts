import { randomBytes } from 'node:crypto';
import type { asn1 } from 'node-forge';
import { issue, type KeyAndCertificate, makeRsaKey } from './authority.ts';
import { type ForgeModule, loadForge } from './forge.ts';
import { APNS_OID } from './oids.ts';

/** Apple's push certificates are valid for 13 months. */
const CLIENT_DAYS = 395;

export interface ClientBundle {
  /** PKCS#12 with certificate and private key. */
  readonly p12: Buffer;
  readonly password: string;
  readonly certPem: string;
}

/**
 * A universal APNs client certificate for one app as Apple issues them: usable in both environments, the
 * topic in the subject's UID, and the list of topics (app, VoIP, complication) in its own extension.
 * The bundle is 3DES-encrypted because that is what every PKCS#12 reader, old Java included, can open.
 */
export async function makeApnsClientBundle(
  authority: KeyAndCertificate,
  bundleId: string,
  teamId: string,
  password: string = randomBytes(9).toString('base64url'),
): Promise<ClientBundle> {
  const [forge, keyPem] = await Promise.all([loadForge(), makeRsaKey()]);
  const subject = [
    { type: APNS_OID.uid, value: bundleId, valueTagClass: forge.asn1.Type.UTF8 },
    { name: 'commonName', value: `Apple Push Services: ${bundleId}` },
    { name: 'organizationalUnitName', value: teamId },
    { name: 'organizationName', value: 'Pushpit (development only)' },
  ];
  const certPem = issue(forge, authority, keyPem, CLIENT_DAYS, subject as never, [
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true },
    { name: 'extKeyUsage', clientAuth: true },
    { id: APNS_OID.sandbox, value: asn1Null(forge) },
    { id: APNS_OID.production, value: asn1Null(forge) },
    { id: APNS_OID.topics, value: topicList(forge, bundleId) },
  ]);
  const bundle = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(keyPem),
    [forge.pki.certificateFromPem(certPem)],
    password,
    { algorithm: '3des', friendlyName: `Apple Push Services: ${bundleId}` },
  );
  return { p12: Buffer.from(forge.asn1.toDer(bundle).getBytes(), 'latin1'), password, certPem };
}

const asn1Null = ({ asn1 }: ForgeModule): asn1.Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, '');

/** SEQUENCE of pairs: UTF8String topic, SEQUENCE { UTF8String kind }. */
function topicList({ asn1 }: ForgeModule, bundleId: string): asn1.Asn1 {
  const utf8 = (text: string): asn1.Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.UTF8, false, text);
  const sequence = (items: asn1.Asn1[]): asn1.Asn1 =>
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, items);
  const topics: [string, string][] = [
    [bundleId, 'app'],
    [`${bundleId}.voip`, 'voip'],
    [`${bundleId}.complication`, 'complication'],
  ];
  return sequence(topics.flatMap(([topic, kind]) => [utf8(topic), sequence([utf8(kind)])]));
}
