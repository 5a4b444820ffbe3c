import { z } from 'zod';

// Credentials that the user brought along: what is kept of them. Of keys and certificates only the public half is.

const text = z.string();
const texts = z.array(z.string());
const environments = z.array(z.enum(['production', 'sandbox']));

const apnsKey = z.strictObject({
  vendor: z.literal('apns'),
  kind: z.literal('key'),
  keyId: text,
  teamId: text,
  publicKey: text,
  environments,
  /** null = team-scoped. */
  topics: texts.nullable(),
  bundleIds: texts,
  addedAt: text,
});

const apnsCertificate = z.strictObject({
  vendor: z.literal('apns'),
  kind: z.literal('certificate'),
  fingerprint: text,
  certificate: text,
  commonName: text.nullable(),
  teamId: text.nullable(),
  topics: texts,
  environments,
  notAfter: z.number(),
  addedAt: text,
});

const xiaomiApp = z.strictObject({
  vendor: z.literal('xiaomi'),
  kind: z.literal('app'),
  appId: text,
  appSecret: text,
  packageNames: texts,
  addedAt: text,
});

const huaweiApp = z.strictObject({
  vendor: z.literal('huawei'),
  kind: z.literal('app'),
  appId: text,
  appSecret: text,
  projectId: text.nullable(),
  packageName: text,
  addedAt: text,
});

const huaweiAccount = z.strictObject({
  vendor: z.literal('huawei'),
  kind: z.literal('account'),
  keyId: text,
  subAccount: text,
  projectId: text,
  publicKey: text,
  addedAt: text,
});

const fcmAccount = z.strictObject({
  vendor: z.literal('fcm'),
  kind: z.literal('account'),
  keyId: text,
  clientEmail: text,
  projectId: text,
  packageNames: texts,
  publicKey: text,
  addedAt: text,
});

/** What the legacy interface knows of a project. */
const fcmProject = z.strictObject({
  vendor: z.literal('fcm'),
  kind: z.literal('project'),
  projectId: text,
  projectNumber: text,
  serverKey: text.nullable(),
  packageNames: texts,
  addedAt: text,
});

const meizuApp = z.strictObject({
  vendor: z.literal('meizu'),
  kind: z.literal('app'),
  appId: text,
  appKey: text,
  appSecret: text,
  packageName: text,
  addedAt: text,
});

const oppoApp = z.strictObject({
  vendor: z.literal('oppo'),
  kind: z.literal('app'),
  appId: text,
  appKey: text,
  masterSecret: text,
  packageName: text,
  addedAt: text,
});

const vivoApp = z.strictObject({
  vendor: z.literal('vivo'),
  kind: z.literal('app'),
  appId: text,
  appKey: text,
  appSecret: text,
  packageName: text,
  addedAt: text,
});

export const userCredential = z.union([
  apnsKey,
  apnsCertificate,
  xiaomiApp,
  huaweiApp,
  huaweiAccount,
  fcmAccount,
  fcmProject,
  meizuApp,
  oppoApp,
  vivoApp,
]);

export type UserCredential = z.infer<typeof userCredential>;

/** One kind of entry of one vendor. */
export type UserCredentialOf<V extends UserCredential['vendor'], K extends UserCredential['kind']> = Extract<
  UserCredential,
  { readonly vendor: V; readonly kind: K }
>;

/** What an entry is called in its vendor's list; putting another one of the same id replaces it. */
export function idOf(one: UserCredential): string {
  return `${one.kind}-${identityOf(one)}`;
}

function identityOf(one: UserCredential): string {
  switch (one.kind) {
    case 'certificate':
      return one.fingerprint.slice(0, 16);
    case 'key':
    case 'account':
      return one.keyId;
    case 'project':
      return one.projectId;
    case 'app':
      return one.vendor === 'oppo' ? one.appKey : one.appId;
  }
}

/** The id under which the key store holds an entry's public key. */
export const keyIdOf = (one: UserCredential): string | null =>
  one.kind === 'key' || one.kind === 'account' ? one.keyId : null;

/** Package names or bundle ids that an entry may send to. */
export function appsOf(one: UserCredential): readonly string[] {
  if ('packageNames' in one) return one.packageNames;
  if ('packageName' in one) return [one.packageName];
  if (one.kind === 'key') return [...new Set([...one.bundleIds, ...bundleIdsOf(one.topics ?? [])])];
  return one.kind === 'certificate' ? bundleIdsOf(one.topics) : [];
}

/** Topics of other push types are the bundle id with one of Apple's suffixes. */
const bundleIdsOf = (topics: readonly string[]): string[] => [
  ...new Set(topics.map((topic) => topic.replace(/\.(?:voip|complication|pushkit\.fileprovider|location-query)$/, ''))),
];
