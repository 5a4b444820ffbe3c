/**
 * Object identifiers that APNs looks for in a client certificate. The extensions are Apple's; their
 * meaning is documented in Apple's "Communicating with APNs" (certificate-based trust) and by the
 * certificates that Apple issues.
 */
export const APNS_OID = {
  /** `userId` in the subject: the topic (RFC 4519 section 2.39). */
  uid: '0.9.2342.19200300.100.1.1',
  commonName: '2.5.4.3',
  sandbox: '1.2.840.113635.100.6.3.1',
  production: '1.2.840.113635.100.6.3.2',
  topics: '1.2.840.113635.100.6.3.6',
} as const;
