import type { ApnsCredentials, Credentials, FcmCredentials } from '../../../core/channels/credentials.ts';
import type { ConsoleSettings } from './schema.ts';

/** The credentials with what the consoles say; the settings of a vendor hold for all of its apps. */
export function withConsole(credentials: Credentials, settings: ConsoleSettings): Credentials {
  const { xiaomi = {}, huawei = {}, meizu = {}, oppo = {}, vivo = {} } = settings;
  return {
    apns: apnsWith(credentials.apns, settings.apns ?? {}),
    xiaomi: {
      apps: credentials.xiaomi.apps.map((app) => ({
        ...app,
        blacklisted: xiaomi.blacklisted ?? app.blacklisted,
        channels: xiaomi.channels ?? app.channels,
        ...(xiaomi.templates === undefined ? {} : { templates: xiaomi.templates }),
      })),
    },
    huawei: {
      ...credentials.huawei,
      ...(huawei.projectReceipts === undefined ? {} : { projectReceipts: huawei.projectReceipts }),
      apps: credentials.huawei.apps.map((app) => ({
        ...app,
        receipts: huawei.receipts ?? app.receipts,
        ...(huawei.certificate === undefined ? {} : { certificate: huawei.certificate }),
      })),
    },
    fcm: fcmWith(credentials.fcm, settings.fcm ?? {}),
    meizu: {
      apps: credentials.meizu.apps.map((app) => ({ ...app, blacklisted: meizu.blacklisted ?? app.blacklisted })),
    },
    oppo: {
      apps: credentials.oppo.apps.map((app) => ({
        ...app,
        blacklisted: oppo.blacklisted ?? app.blacklisted,
        channels: oppo.channels ?? app.channels,
        ...(oppo.templates === undefined ? {} : { templates: oppo.templates }),
      })),
    },
    vivo: {
      apps: credentials.vivo.apps.map((app) => ({
        ...app,
        blacklisted: vivo.blacklisted ?? app.blacklisted,
        receipts: vivo.receipts ?? app.receipts,
      })),
    },
  };
}

function fcmWith(own: FcmCredentials, { disabledAccounts = [] }: NonNullable<ConsoleSettings['fcm']>): FcmCredentials {
  const off = new Set(disabledAccounts);
  const serviceAccounts = own.serviceAccounts.map((one) =>
    off.has(one.clientEmail) ? { ...one, disabled: true } : one,
  );
  return { ...own, serviceAccounts };
}

function apnsWith(
  own: ApnsCredentials,
  { revokedCertificates = [], topicKeys = [] }: NonNullable<ConsoleSettings['apns']>,
): ApnsCredentials {
  const revoked = revokedCertificates.map((one) => one.replaceAll(':', '').toLowerCase());
  return {
    ...own,
    keys: own.keys.map((key) => {
      const limited = topicKeys.find(({ keyId }) => keyId === key.keyId);
      return limited === undefined ? key : { ...key, topics: limited.topics };
    }),
    revokedCertificates: [...own.revokedCertificates, ...revoked],
  };
}
