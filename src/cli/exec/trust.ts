import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { javaTrustStore } from './java-trust-store.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** Files that make other runtimes trust our CA besides what they trusted before. */
export interface TrustFiles {
  /** Our CA, and what `NODE_EXTRA_CA_CERTS` named before. */
  readonly nodeExtra: string;
  /** Our CA and the machine's: for variables that replace what a runtime trusts. */
  readonly bundle: string;
  /** The same as PKCS#12. */
  readonly javaStore: string;
  /** Directory with settings for PHP. */
  readonly phpIni: string;
}

/** Where systems keep the bundle that OpenSSL reads. */
const SYSTEM_BUNDLES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** Java asks for one; the store holds nothing secret. */
export const STORE_PASSWORD = 'changeit';

/** Writes the files into `directory`. A file that a variable names but that cannot be read throws. */
export async function writeTrust(directory: string, caPem: string, env: Env): Promise<TrustFiles> {
  const path = (name: string): string => join(directory, name);
  const files = {
    nodeExtra: path('node-extra.pem'),
    bundle: path('ca-bundle.pem'),
    javaStore: path('trust.p12'),
    phpIni: path('php'),
  };
  const bundle = joined(caPem, await trustedBefore(env));
  await writeFile(files.nodeExtra, joined(caPem, await named(env, 'NODE_EXTRA_CA_CERTS')));
  await writeFile(files.bundle, bundle);
  await writeFile(files.javaStore, await javaTrustStore(bundle));
  await mkdir(files.phpIni);
  await writeFile(
    join(files.phpIni, 'pushpit.ini'),
    `curl.cainfo="${files.bundle}"\nopenssl.cafile="${files.bundle}"\n`,
  );
  return files;
}

const joined = (first: string, second: string): string => `${first.trimEnd()}\n${second}`;

/** What OpenSSL trusts without us: what the variables name, else the system's bundle, else the one that Node brings. */
async function trustedBefore(env: Env): Promise<string> {
  for (const name of ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']) {
    const text = await named(env, name);
    if (text !== '') return text;
  }
  const system = SYSTEM_BUNDLES.find((file) => existsSync(file));
  return system === undefined ? rootCertificates.join('\n') : readFile(system, 'utf8');
}

async function named(env: Env, name: string): Promise<string> {
  const file = env[name];
  if (file === undefined || file === '') return '';
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} names ${file}, which cannot be read: ${why}`, { cause: error });
  }
}
