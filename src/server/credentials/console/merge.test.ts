import { describe, expect, it } from 'vitest';
import { testCredentials } from '../../../core/testing/credentials.ts';
import { CONSOLE_EXAMPLES } from './examples.ts';
import { withConsole } from './merge.ts';

describe('credentials with what the consoles say', () => {
  it('are what they were when nothing is set up', () => {
    expect(withConsole(testCredentials, {})).toEqual(testCredentials);
  });

  it('hold the settings of a vendor in each of its apps, and nothing else', () => {
    const merged = withConsole(testCredentials, CONSOLE_EXAMPLES);
    const { xiaomi, huawei, meizu, oppo, vivo } = CONSOLE_EXAMPLES;
    const { projectReceipts, ...ofApps } = huawei;
    expect(merged).toEqual({
      ...testCredentials,
      apns: { ...testCredentials.apns, revokedCertificates: CONSOLE_EXAMPLES.apns.revokedCertificates },
      xiaomi: { apps: testCredentials.xiaomi.apps.map((app) => ({ ...app, ...xiaomi })) },
      huawei: {
        ...testCredentials.huawei,
        projectReceipts,
        apps: testCredentials.huawei.apps.map((app) => ({ ...app, ...ofApps })),
      },
      meizu: { apps: testCredentials.meizu.apps.map((app) => ({ ...app, ...meizu })) },
      oppo: { apps: testCredentials.oppo.apps.map((app) => ({ ...app, ...oppo })) },
      vivo: { apps: testCredentials.vivo.apps.map((app) => ({ ...app, ...vivo })) },
    });
  });

  it('switch the service accounts off that are named, and no others', () => {
    const [first, ...others] = testCredentials.fcm.serviceAccounts;
    const { fcm } = withConsole(testCredentials, { fcm: { disabledAccounts: [first?.clientEmail ?? '', 'x@y.z'] } });
    expect(fcm).toEqual({ ...testCredentials.fcm, serviceAccounts: [{ ...first, disabled: true }, ...others] });
  });

  it('know revoked certificates by the form that the endpoint sees, and limit the keys that are named', () => {
    const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
    const [first, ...others] = testCredentials.apns.keys;
    const topicKeys = [{ keyId: first?.keyId ?? '', topics: ['com.example.other'] }];
    const { apns } = withConsole(testCredentials, { apns: { revokedCertificates: [fingerprint], topicKeys } });
    expect(apns.revokedCertificates).toEqual(['ab'.repeat(32)]);
    expect(apns.keys).toEqual([{ ...first, topics: ['com.example.other'] }, ...others]);
  });
});
