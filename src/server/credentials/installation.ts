import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Credentials } from '../../core/channels/credentials.ts';
import type { Crypto } from '../../core/ports.ts';
import { type Certificates, openCertificates } from '../certificates/certificates.ts';
import { makeApnsClientBundle } from '../certificates/client.ts';
import { createPrivateDirectory, exists, writePrivate } from '../certificates/private-files.ts';
import { DamagedFileError } from '../certificates/store.ts';
import { createCrypto, createKeyStore, type KeyStore } from '../ports/crypto.ts';
import { openConsole, type VendorConsole } from './console/store.ts';
import { registeredHosts } from './hosts.ts';
import { credentialsOf } from './own.ts';
import { APP_ID, type FirstSecrets, makeApnsKey, makeAppleId, makeSecrets, type Secrets } from './secrets.ts';
import { FIRST_SHAPE, openVendorFiles, readStored, readText, startVendorKeys, type VendorFiles } from './stored.ts';
import { openUserCredentials, type UserCredentials } from './user/store.ts';

const FORMAT = 1;
const FILES = { secrets: 'installation.json', p12: 'apns.p12', clientCertificate: 'apns-client.pem' } as const;
const RENEW_CLIENT_BEFORE_MS = 30 * 86_400_000;

export interface InstallationOptions {
  /** Vendor host names to vouch for; those of the registered channels when absent. */
  readonly hosts?: readonly string[];
  /** Other names or addresses under which the server is reached; widens what the CA can sign. */
  readonly extraNames?: readonly string[];
}

/** All that belongs to one data directory and is secret. */
export interface Installation {
  readonly dataDir: string;
  readonly ca: { readonly certPem: string; readonly file: string; readonly replaced: string | null };
  readonly certificates: Certificates;
  readonly credentials: Credentials;
  readonly crypto: Crypto;
  readonly keys: KeyStore;
  readonly apnsKeyPem: string;
  readonly p12: Buffer;
  readonly secrets: Secrets;
  /** Keys and key files of the service accounts. */
  readonly vendorFiles: VendorFiles;
  /** What the user brought along; `credentials` holds it as it was at the start. */
  readonly user: UserCredentials;
  /** What the user set up in the vendors' consoles; `credentials` holds it as it was at the start. */
  readonly console: VendorConsole;
}

/**
 * Reads the CA and the credentials of a data directory, or makes them at the first run. Files that are
 * there but cannot be read throw `DamagedFileError` and are left as they are.
 */
export async function openInstallation(dataDir: string, options: InstallationOptions = {}): Promise<Installation> {
  const directory = join(dataDir, 'credentials');
  const vendorDirectory = join(directory, 'vendors');
  const vendorKeys = startVendorKeys(vendorDirectory);
  const certificates = await openCertificates(dataDir, {
    hosts: options.hosts ?? registeredHosts(),
    extraNames: options.extraNames ?? [],
  });
  if (!(await exists(directory))) await create(directory, certificates);
  const first = await readStored<FirstSecrets>(join(directory, FILES.secrets), FIRST_SHAPE);
  const apnsKeyPem = await readText(join(directory, keyFileName(first.apns.keyId)));
  const vendorFiles = await openVendorFiles(vendorDirectory, vendorKeys);
  const secrets: Secrets = { apns: first.apns, xiaomi: first.xiaomi, ...vendorFiles.secrets };
  const keys = createKeyStore();
  addKey(keys, secrets.apns.keyId, apnsKeyPem, join(directory, keyFileName(secrets.apns.keyId)), 'ec');
  addKey(keys, secrets.huawei.serviceAccount.keyId, vendorFiles.huaweiKeyPem, vendorFiles.huaweiFile, 'rsa');
  addKey(keys, secrets.fcm.privateKeyId, vendorFiles.fcmKeyPem, vendorFiles.fcmFile, 'rsa');
  const user = await openUserCredentials(directory, credentialsOf(secrets), keys);
  const console = await openConsole(directory);
  return {
    dataDir,
    ca: { certPem: certificates.caPem, file: certificates.caFile, replaced: certificates.files.replaced },
    certificates,
    credentials: console.over(user.all()),
    crypto: createCrypto(keys),
    keys,
    apnsKeyPem,
    p12: await clientBundle(directory, certificates, first),
    secrets,
    vendorFiles,
    user,
    console,
  };
}

export const keyFileName = (keyId: string): string => `AuthKey_${keyId}.p8`;

async function create(directory: string, certificates: Certificates): Promise<void> {
  const ids = { teamId: makeAppleId(), keyId: makeAppleId() };
  const bundle = await makeApnsClientBundle(certificates.files.authority, APP_ID, ids.teamId);
  const secrets = makeSecrets(bundle.password, ids);
  await createPrivateDirectory(directory, {
    [FILES.secrets]: `${JSON.stringify({ format: FORMAT, ...secrets }, null, 2)}\n`,
    [keyFileName(ids.keyId)]: makeApnsKey(),
    [FILES.p12]: bundle.p12,
    [FILES.clientCertificate]: bundle.certPem,
  });
}

/** The client certificate, renewed before it expires; its password stays the same. */
async function clientBundle(directory: string, certificates: Certificates, secrets: FirstSecrets): Promise<Buffer> {
  const pem = await readText(join(directory, FILES.clientCertificate));
  const expires = Date.parse(new X509Certificate(pem).validTo);
  if (expires - Date.now() > RENEW_CLIENT_BEFORE_MS) return readFile(join(directory, FILES.p12));
  const { topic, teamId, p12Password } = secrets.apns;
  const bundle = await makeApnsClientBundle(certificates.files.authority, topic, teamId, p12Password);
  await writePrivate(join(directory, FILES.p12), bundle.p12);
  await writePrivate(join(directory, FILES.clientCertificate), bundle.certPem);
  return bundle.p12;
}

function addKey(keys: KeyStore, keyId: string, pem: string, path: string, type: 'ec' | 'rsa'): void {
  const problem = `it holds no ${type === 'ec' ? 'P-256' : 'RSA'} private key`;
  try {
    keys.add(keyId, pem);
  } catch {
    throw new DamagedFileError(path, problem);
  }
  if (keys.privateKey(keyId)?.asymmetricKeyType !== type) throw new DamagedFileError(path, problem);
}
