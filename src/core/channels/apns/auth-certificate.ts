import { fits } from './environment.ts';
import { pass, type Refusal, refuse } from './refusal.ts';
import { type Check, type CheckResult, certificateTopics, type Run } from './run.ts';
import { isoTime, shown } from './text.ts';

const goaway = (refusal: Refusal): Refusal => ({ ...refusal, instead: 'goaway' });

const day = (time: number): string => isoTime(time).slice(0, 10);

/**
 * Dates, revocation and content of the client certificate. Its chain is not looked at. Apple decides this for the
 * connection, so the answer is a GOAWAY rather than a status.
 */
export const certificateCheck: Check = {
  pass: pass('apns-bad-certificate'),
  run(run: Run): CheckResult {
    const certificate = run.request.connection.clientCertificate;
    if (certificate === null) return undefined;
    const name = shown(certificate.commonName ?? certificate.uid ?? certificate.fingerprint);
    if (run.context.credentials.apns.revokedCertificates.includes(certificate.fingerprint)) {
      return goaway(refuse('BadCertificate', 'apns-bad-certificate-revoked', { name }));
    }
    const { now } = run.context;
    if (now < certificate.notBefore || now > certificate.notAfter) {
      const params = { name, from: day(certificate.notBefore), until: day(certificate.notAfter) };
      return goaway(refuse('BadCertificate', 'apns-bad-certificate', params));
    }
    if (certificateTopics(run.request).length === 0) {
      return goaway(refuse('BadCertificate', 'apns-bad-certificate-topic', { name }));
    }
    return null;
  },
};

/** The certificate must carry the OID of the environment that the connection addresses. */
export const certificateEnvironmentCheck: Check = {
  pass: pass('apns-bad-certificate-environment'),
  run(run: Run): CheckResult {
    const certificate = run.request.connection.clientCertificate;
    if (certificate === null) return undefined;
    if (fits(run.environment, certificate.environments)) return null;
    const name = shown(certificate.commonName ?? certificate.uid ?? certificate.fingerprint);
    const usable = certificate.environments.join(', ') || '–';
    const params = { name, environment: run.environment, usable };
    return goaway(refuse('BadCertificateEnvironment', 'apns-bad-certificate-environment', params));
  },
};
