import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Credentials, noCredentials } from '../../core/channels/credentials.ts';
import type { Crypto } from '../../core/ports.ts';
import { type Certificates, openCertificates } from '../certificates/certificates.ts';
import { makeApnsClientBundle } from '../certificates/client.ts';
import { createPrivateDirectory, exists, readIfThere, writePrivate } from '../certificates/private-files.ts';
import { DamagedFileError } from '../certificates/store.ts';
import { createCrypto, createKeyStore, type KeyStore } from '../ports/crypto.ts';
import { registeredHosts } from './hosts.ts';
import { APP_ID, makeApnsKey, makeAppleId, makeSecrets, type Secrets } from './secrets.ts';

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
}

/**
 * Reads the CA and the credentials of a data directory, or makes them at the first run. Files that are
 * there but cannot be read throw `DamagedFileError` and are left as they are.
 */
export async function openInstallation(dataDir: string, options: InstallationOptions = {}): Promise<Installation> {
  const certificates = await openCertificates(dataDir, {
    hosts: options.hosts ?? registeredHosts(),
    extraNames: options.extraNames ?? [],
  });
  const directory = join(dataDir, 'credentials');
  if (!(await exists(directory))) await create(directory, certificates);
  const secrets = await readSecrets(join(directory, FILES.secrets));
  const apnsKeyPem = await readText(join(directory, keyFileName(secrets.apns.keyId)));
  const keys = createKeyStore();
  addKey(keys, directory, secrets, apnsKeyPem);
  return {
    dataDir,
    ca: { certPem: certificates.caPem, file: certificates.caFile, replaced: certificates.files.replaced },
    certificates,
    credentials: credentialsOf(secrets),
    crypto: createCrypto(keys),
    keys,
    apnsKeyPem,
    p12: await clientBundle(directory, certificates, secrets),
    secrets,
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
async function clientBundle(directory: string, certificates: Certificates, secrets: Secrets): Promise<Buffer> {
  const pem = await readText(join(directory, FILES.clientCertificate));
  const expires = Date.parse(new X509Certificate(pem).validTo);
  if (expires - Date.now() > RENEW_CLIENT_BEFORE_MS) return readFile(join(directory, FILES.p12));
  const { topic, teamId, p12Password } = secrets.apns;
  const bundle = await makeApnsClientBundle(certificates.files.authority, topic, teamId, p12Password);
  await writePrivate(join(directory, FILES.p12), bundle.p12);
  await writePrivate(join(directory, FILES.clientCertificate), bundle.certPem);
  return bundle.p12;
}

function addKey(keys: KeyStore, directory: string, secrets: Secrets, pem: string): void {
  try {
    keys.add(secrets.apns.keyId, pem);
  } catch {
    throw new DamagedFileError(join(directory, keyFileName(secrets.apns.keyId)), 'it holds no P-256 private key');
  }
}

function credentialsOf({ apns, xiaomi }: Secrets): Credentials {
  return {
    ...noCredentials,
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
  };
}

async function readText(path: string): Promise<string> {
  const text = await readIfThere(path);
  if (text === undefined) throw new DamagedFileError(path, 'it is missing');
  return text;
}

const SHAPE = {
  apns: ['teamId', 'keyId', 'topic', 'p12Password'],
  xiaomi: ['appId', 'appKey', 'appSecret', 'packageName'],
} as const;

async function readSecrets(path: string): Promise<Secrets> {
  const text = await readText(path);
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    throw new DamagedFileError(path, 'it is no JSON');
  }
  const members = asRecord(stored);
  if (members.format !== FORMAT) throw new DamagedFileError(path, 'it was written by another version of Pushpit');
  for (const [vendor, names] of Object.entries(SHAPE)) {
    const values = asRecord(members[vendor]);
    const missing = names.find((name) => typeof values[name] !== 'string');
    if (missing !== undefined) throw new DamagedFileError(path, `${vendor}.${missing} is missing`);
  }
  return stored as Secrets;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
