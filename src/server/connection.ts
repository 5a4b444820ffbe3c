import { join } from 'node:path';
import type { Channel } from '../core/channels/types.ts';
import type { ConnectionView, ListenerUrls } from './api/views.ts';
import { type Installation, keyFileName } from './credentials/installation.ts';
import type { Secrets } from './credentials/secrets.ts';
import { clientNamed, usageFor } from './credentials/usage.ts';

/** Where the lines expect the files that `pushpit creds --out` writes. */
const CREDS_DIR = './pushpit-creds';

/** How to point a backend here: listeners, ids, and lines to copy. Secrets are places to fill in unless asked for. */
export function describeConnection(
  installation: Installation,
  channels: readonly Channel[],
  listeners: ListenerUrls,
  options: { readonly secrets: boolean },
): ConnectionView {
  const secrets = options.secrets ? installation.secrets : withoutSecrets(installation.secrets);
  const ids: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    apns: {
      topic: secrets.apns.topic,
      teamId: secrets.apns.teamId,
      keyId: secrets.apns.keyId,
      keyFile: join(installation.dataDir, 'credentials', keyFileName(secrets.apns.keyId)),
      ...(options.secrets && { p12Password: secrets.apns.p12Password }),
    },
    xiaomi: {
      packageName: secrets.xiaomi.packageName,
      appId: secrets.xiaomi.appId,
      ...(options.secrets && { appKey: secrets.xiaomi.appKey, appSecret: secrets.xiaomi.appSecret }),
    },
  };
  return {
    listeners,
    dataDir: installation.dataDir,
    ca: installation.ca.file,
    channels: channels.map(({ definition }) => ({
      channel: definition.id,
      hosts: definition.hosts,
      url: listeners.tls,
      credentials: ids[definition.id] ?? {},
    })),
    lines: [
      {
        ...clientNamed('files for the lines below', '下面各行用到的文件'),
        code: `pushpit creds --data-dir '${installation.dataDir}' --out ${CREDS_DIR}`,
      },
      ...usageFor(secrets, CREDS_DIR, listeners),
    ],
  };
}

const withoutSecrets = ({ apns, xiaomi, huawei, fcm, meizu, oppo, vivo }: Secrets): Secrets => ({
  apns: { ...apns, p12Password: '<p12 password>' },
  xiaomi: { ...xiaomi, appKey: '<AppKey>', appSecret: '<AppSecret>' },
  huawei: { ...huawei, appSecret: '<AppSecret>' },
  fcm: { ...fcm, serverKey: '<server key>' },
  meizu: { ...meizu, appKey: '<AppKey>', appSecret: '<AppSecret>' },
  oppo: { ...oppo, appKey: '<AppKey>', masterSecret: '<MasterSecret>' },
  vivo: { ...vivo, appKey: '<AppKey>', appSecret: '<AppSecret>' },
});
