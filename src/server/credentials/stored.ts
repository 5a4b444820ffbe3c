import { join } from 'node:path';
import { makeRsaKey } from '../certificates/authority.ts';
import { createPrivateDirectory, exists, readIfThere, writePrivate } from '../certificates/private-files.ts';
import { DamagedFileError } from '../certificates/store.ts';
import { makeVendorSecrets, type Secrets, type VendorSecrets } from './secrets.ts';
import { fileText, googleServiceAccount, huaweiServiceAccount } from './service-accounts.ts';

const FORMAT = 1;
const FILES = {
  secrets: 'secrets.json',
  huawei: 'huawei-service-account.json',
  fcm: 'service-account.json',
} as const;

/** The credentials of the vendors that joined after APNs and Xiaomi, with the private keys of two of them. */
export interface VendorFiles {
  readonly secrets: VendorSecrets;
  readonly huaweiKeyPem: string;
  readonly fcmKeyPem: string;
  /** Path of the Huawei service-account file. */
  readonly huaweiFile: string;
  readonly fcmFile: string;
}

/** What `openVendorFiles` does not find it has to make, and two RSA keys take a while: to be started early. */
export function startVendorKeys(directory: string): Promise<readonly [string, string] | null> {
  const keys = exists(directory).then((there) => (there ? null : Promise.all([makeRsaKey(), makeRsaKey()])));
  // Whoever waits for them gets the error; until then it must not count as unhandled.
  keys.catch(() => {});
  return keys;
}

/**
 * Reads the directory, or makes it in one step: at the first start, or when the data directory comes from a version
 * that did not know these vendors. What is missing in it is added; damaged files throw `DamagedFileError` and are left
 * as they are.
 */
export async function openVendorFiles(
  directory: string,
  keys: Promise<readonly [string, string] | null>,
): Promise<VendorFiles> {
  const made = await keys;
  if (made !== null) {
    const [huaweiKey, fcmKey] = made;
    const secrets = makeVendorSecrets();
    await createPrivateDirectory(directory, {
      [FILES.secrets]: fileText({ format: FORMAT, ...secrets }),
      [FILES.huawei]: fileText(huaweiServiceAccount(secrets.huawei, huaweiKey)),
      [FILES.fcm]: fileText(googleServiceAccount(secrets.fcm, fcmKey)),
    });
  }
  // Read back even what was just made: another process may have been first.
  const secrets = await readVendorSecrets(join(directory, FILES.secrets));
  const { huawei, fcm } = secrets;
  const huaweiFile = join(directory, FILES.huawei);
  const fcmFile = join(directory, FILES.fcm);
  await completeFile(huaweiFile, (key) => huaweiServiceAccount(huawei, key));
  await completeFile(fcmFile, (key) => googleServiceAccount(fcm, key));
  return {
    secrets,
    huaweiKeyPem: await readPrivateKey(huaweiFile, 'key_id', huawei.serviceAccount.keyId),
    fcmKeyPem: await readPrivateKey(fcmFile, 'private_key_id', fcm.privateKeyId),
    huaweiFile,
    fcmFile,
  };
}

/** Vendors that the file does not know get their secrets now; one whose members are incomplete is damaged. */
async function readVendorSecrets(path: string): Promise<VendorSecrets> {
  const stored = (await exists(path)) ? await readJson(path) : { format: FORMAT };
  const { huawei, fcm, meizu, oppo, vivo } = { ...makeVendorSecrets(), ...stored } as VendorSecrets;
  const secrets = { huawei, fcm, meizu, oppo, vivo };
  checkStored(path, { format: stored.format, ...secrets }, VENDOR_SHAPE);
  if (Object.keys(secrets).some((vendor) => !Object.hasOwn(stored, vendor))) {
    await writePrivate(path, fileText({ ...stored, ...secrets }));
  }
  return secrets;
}

/** A key file that is gone is made again, under the ids that it had. */
async function completeFile(path: string, make: (keyPem: string) => object): Promise<void> {
  if (!(await exists(path))) await writePrivate(path, fileText(make(await makeRsaKey())));
}

type Shape = Readonly<Record<string, readonly string[]>>;

export const FIRST_SHAPE = {
  apns: ['teamId', 'keyId', 'topic', 'p12Password'],
  xiaomi: ['appId', 'appKey', 'appSecret', 'packageName'],
} as const satisfies Partial<{ [V in keyof Secrets]: readonly (keyof Secrets[V])[] }>;

const VENDOR_SHAPE: Shape = {
  huawei: ['appId', 'appSecret', 'projectId', 'packageName', 'serviceAccount.keyId', 'serviceAccount.subAccount'],
  fcm: ['projectId', 'projectNumber', 'clientEmail', 'clientId', 'privateKeyId', 'serverKey', 'packageName'],
  meizu: ['appId', 'appKey', 'appSecret', 'packageName'],
  oppo: ['appId', 'appKey', 'masterSecret', 'packageName'],
  vivo: ['appId', 'appKey', 'appSecret', 'packageName'],
};

/** Reads a file of secrets whose members, named by dotted paths, all have to be strings. */
export async function readStored<T>(path: string, shape: Shape): Promise<T> {
  const members = await readJson(path);
  checkStored(path, members, shape);
  return members as T;
}

function checkStored(path: string, members: Readonly<Record<string, unknown>>, shape: Shape): void {
  if (members.format !== FORMAT) throw new DamagedFileError(path, 'it was written by another version of Pushpit');
  for (const [vendor, names] of Object.entries(shape)) {
    const missing = names.find((name) => typeof at(members[vendor], name) !== 'string');
    if (missing !== undefined) throw new DamagedFileError(path, `${vendor}.${missing} is missing`);
  }
}

/** The text of a file that has to be there. */
export async function readText(path: string): Promise<string> {
  const text = await readIfThere(path);
  if (text === undefined) throw new DamagedFileError(path, 'it is missing');
  return text;
}

async function readPrivateKey(path: string, idMember: string, id: string): Promise<string> {
  const { private_key: key, ...members } = await readJson(path);
  if (typeof key !== 'string') throw new DamagedFileError(path, 'private_key is missing');
  if (members[idMember] !== id) throw new DamagedFileError(path, `its ${idMember} is not the one of ${FILES.secrets}`);
  return key;
}

async function readJson(path: string): Promise<Record<string, unknown>> {
  const text = await readText(path);
  try {
    return asRecord(JSON.parse(text));
  } catch {
    throw new DamagedFileError(path, 'it is no JSON');
  }
}

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce((inner, name) => asRecord(inner)[name], value);

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
