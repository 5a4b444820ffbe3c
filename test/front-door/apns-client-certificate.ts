import type { VectorCertificate } from '../../src/core/channels/apns/testing/vectors.ts';
import { issue, type KeyAndCertificate } from '../../src/server/certificates/authority.ts';
import { loadForge } from '../../src/server/certificates/forge.ts';
import { APNS_OID } from '../../src/server/certificates/oids.ts';
import type { Installation } from '../../src/server/credentials/installation.ts';

/** A certificate with the facts of a vector, as a client would have it from Apple; `key` is its private key in PEM. */
export async function clientCertificate(
  installation: Installation,
  key: string,
  spec: VectorCertificate,
): Promise<{ key: string; cert: string }> {
  const forge = await loadForge();
  const { asn1 } = forge;
  const sequence = (items: ReturnType<typeof asn1.create>[]) =>
    asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, items);
  const text = (value: string) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.UTF8, false, value);
  const nothing = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.NULL, false, '');
  const subject = [
    { type: APNS_OID.uid, value: spec.uid, valueTagClass: asn1.Type.UTF8 },
    { name: 'commonName', value: `Apple Push Services: ${spec.uid}` },
  ];
  const authority: KeyAndCertificate = installation.certificates.files.authority;
  const cert = issue(forge, authority, key, 30, subject as never, [
    { name: 'extKeyUsage', clientAuth: true },
    ...spec.environments.map((environment) => ({ id: APNS_OID[environment], value: nothing })),
    ...(spec.topics === undefined
      ? []
      : [
          {
            id: APNS_OID.topics,
            value: sequence(spec.topics.flatMap((topic) => [text(topic), sequence([text('app')])])),
          },
        ]),
  ]);
  return { key, cert };
}
