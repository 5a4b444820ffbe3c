import type { Credentials } from '../../core/channels/credentials.ts';
import type { Secrets } from './secrets.ts';

/** What the simulator has to know to accept senders that use an installation's own secrets. */
export function credentialsOf({ apns, xiaomi, huawei, fcm, meizu, oppo, vivo }: Secrets): Credentials {
  return {
    apns: {
      keys: [{ keyId: apns.keyId, teamId: apns.teamId, environments: ['production', 'sandbox'], topics: null }],
      apps: [{ bundleId: apns.topic, teamId: apns.teamId }],
      revokedCertificates: [],
      imKeyId: apns.keyId,
    },
    xiaomi: {
      apps: [
        {
          appId: xiaomi.appId,
          packageNames: [xiaomi.packageName],
          appSecret: xiaomi.appSecret,
          blacklisted: false,
          channels: [],
        },
      ],
    },
    huawei: {
      apps: [
        {
          appId: huawei.appId,
          appSecret: huawei.appSecret,
          projectId: huawei.projectId,
          packageName: huawei.packageName,
          receipts: [],
        },
      ],
      serviceAccounts: [{ ...huawei.serviceAccount, projectId: huawei.projectId }],
    },
    fcm: {
      projects: [
        {
          projectId: fcm.projectId,
          projectNumber: fcm.projectNumber,
          packageNames: [fcm.packageName],
          serverKey: fcm.serverKey,
        },
      ],
      serviceAccounts: [
        { keyId: fcm.privateKeyId, clientEmail: fcm.clientEmail, projectId: fcm.projectId, disabled: false },
      ],
    },
    meizu: { apps: [{ ...meizu, blacklisted: false }] },
    oppo: { apps: [{ ...oppo, blacklisted: false, channels: [] }] },
    vivo: { apps: [{ ...vivo, blacklisted: false, receipts: [] }] },
  };
}
