import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePrivate } from '../certificates/private-files.ts';
import { registeredVendors } from './hosts.ts';
import { type Installation, keyFileName } from './installation.ts';
import { fileText } from './service-accounts.ts';
import { type Listeners, type Usage, usageFor } from './usage.ts';
import { credentialFiles } from './view.ts';

export interface WrittenCredentials {
  /** Paths of the files that were left in the directory. */
  readonly files: readonly string[];
  readonly usage: readonly Usage[];
}

/** The content of `credentials.json`, file names relative to it. */
export function credentialsFile({ secrets }: Installation): Readonly<Record<string, unknown>> {
  const { apns, xiaomi, huawei, fcm, meizu, oppo, vivo } = secrets;
  return {
    ca: 'ca.pem',
    apns: {
      teamId: apns.teamId,
      keyId: apns.keyId,
      keyFile: keyFileName(apns.keyId),
      p12File: 'apns.p12',
      p12Password: apns.p12Password,
      topic: apns.topic,
    },
    fcm: { projectId: fcm.projectId, serviceAccountFile: 'service-account.json' },
    xiaomi: { packageName: xiaomi.packageName, appSecret: xiaomi.appSecret },
    huawei: { appId: huawei.appId, appSecret: huawei.appSecret, projectId: huawei.projectId },
    meizu: { appId: meizu.appId, appSecret: meizu.appSecret },
    oppo: { appKey: oppo.appKey, masterSecret: oppo.masterSecret },
    vivo: { appId: vivo.appId, appKey: vivo.appKey, appSecret: vivo.appSecret },
  };
}

/** Leaves everything that a sender needs in `outDir` and says how the common senders use it. */
export async function writeCredentials(
  installation: Installation,
  outDir: string,
  listeners: Listeners,
): Promise<WrittenCredentials> {
  await mkdir(outDir, { recursive: true });
  const contents: readonly (readonly [name: string, secret: boolean, content: string | Uint8Array])[] = [
    ...credentialFiles(installation, listeners.plain).map((file) => [file.name, file.secret, file.content()] as const),
    ['hosts', false, hostsFile(addressOf(listeners.tls))],
    ['credentials.json', true, fileText(credentialsFile(installation))],
  ];
  for (const [name, secret, content] of contents) {
    // What is public is left readable: services that run under another user need it.
    await (secret ? writePrivate : writeFile)(join(outDir, name), content);
  }
  return {
    files: contents.map(([name]) => join(outDir, name)),
    usage: usageFor(installation.secrets, outDir, listeners),
  };
}

/** All vendor names on the listener's address, in the form of /etc/hosts (`jdk.net.hosts.file` takes it too). */
const hostsFile = (address: string): string =>
  `${['localhost', ...registeredVendors().flatMap(({ hosts }) => hosts)].map((host) => `${address} ${host}`).join('\n')}\n`;

/** Host of a listener's address; IPv6 without its brackets, as name files want it. */
const addressOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');
