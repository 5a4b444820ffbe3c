import { z } from 'zod';
import { channelId } from './common.ts';

const text = z.string().max(4096).optional();
const names = z.array(z.string().max(512)).max(100).optional();

/** Which members are needed depends on vendor and kind; what does not belong there is refused. */
export const credentialInput = z
  .strictObject({
    kind: z.enum(['key', 'certificate', 'account', 'app', 'project']),
    appId: text,
    appKey: text,
    appSecret: text,
    masterSecret: text,
    packageName: text,
    packageNames: names,
    projectId: text,
    projectNumber: text,
    serverKey: text,
    keyId: text,
    teamId: text,
    key: z.string().max(32_768).optional().meta({ description: 'PEM of a .p8 file, or of its public key' }),
    environments: z.array(z.enum(['production', 'sandbox'])).optional(),
    topics: names.meta({ description: 'Of a topic-specific key; absent = the key is good for the whole team' }),
    bundleIds: names.meta({ description: "Bundle ids of the key's team" }),
    certificate: z.string().max(262_144).optional().meta({ description: '.p12 in Base64, or the certificate as PEM' }),
    password: text.meta({ description: 'Password of the .p12' }),
    file: z.string().max(65_536).optional().meta({ description: 'Content of a service-account file' }),
  })
  .meta({
    id: 'CredentialInput',
    description:
      'apns: key {keyId, teamId, key, environments?, topics?, bundleIds?} or certificate {certificate, password?}. ' +
      'xiaomi: app {appId, appSecret, packageName or packageNames}. ' +
      'huawei: app {appId, appSecret, packageName, projectId?} or account {file}. ' +
      'fcm: account {file, packageName or packageNames} or project {projectId, projectNumber?, serverKey?, packageName or packageNames}. ' +
      'meizu: app {appId, appSecret, packageName, appKey?}. oppo: app {appKey, masterSecret, packageName, appId?}. ' +
      'vivo: app {appId, appKey, appSecret, packageName}.',
  });

export const credential = z
  .strictObject({
    vendor: channelId,
    id: z.string(),
    kind: z.enum(['key', 'certificate', 'account', 'app', 'project']),
    addedAt: z.string(),
    apps: z.array(z.string()),
    fields: z.array(z.strictObject({ name: z.string(), value: z.string(), secret: z.boolean() })),
    phones: z.array(z.string()),
  })
  .meta({
    id: 'Credential',
    description: 'Secrets are masked, keys are left out; `phones` are the ids of the phones that have one of its apps',
  });
