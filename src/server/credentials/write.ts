import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePrivate } from '../certificates/private-files.ts';
import { type Installation, keyFileName } from './installation.ts';
import { type Listeners, type Usage, usageFor } from './usage.ts';

export interface WrittenCredentials {
  /** Paths of the files that were left in the directory. */
  readonly files: readonly string[];
  readonly usage: readonly Usage[];
}

/** The content of `credentials.json`: one member per vendor that is served, file names relative to it. */
export function credentialsFile({ secrets }: Installation): Readonly<Record<string, unknown>> {
  const { apns, xiaomi } = secrets;
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
    xiaomi: { packageName: xiaomi.packageName, appSecret: xiaomi.appSecret },
  };
}

/** Leaves everything that a sender needs in `outDir` and says how the common senders use it. */
export async function writeCredentials(
  installation: Installation,
  outDir: string,
  listeners: Listeners,
): Promise<WrittenCredentials> {
  await mkdir(outDir, { recursive: true });
  const path = (name: string): string => join(outDir, name);
  const key = keyFileName(installation.secrets.apns.keyId);
  // The CA certificate is public; services that run under another user have to read it.
  await writeFile(path('ca.pem'), installation.ca.certPem);
  await writePrivate(path(key), installation.apnsKeyPem);
  await writePrivate(path('apns.p12'), installation.p12);
  await writePrivate(path('credentials.json'), `${JSON.stringify(credentialsFile(installation), null, 2)}\n`);
  return {
    files: ['ca.pem', key, 'apns.p12', 'credentials.json'].map(path),
    usage: usageFor(installation.secrets, outDir, listeners),
  };
}
