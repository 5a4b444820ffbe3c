import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { type KeyAndCertificate, makeAuthority, makeRsaKey } from './authority.ts';
import { type Constraints, constraintsFor, covers } from './names.ts';
import { createPrivateDirectory, exists, readIfThere, removeDirectory } from './private-files.ts';

const FILES = { ca: 'ca.pem', caKey: 'ca-key.pem', leafKey: 'leaf-key.pem', facts: 'authority.json' } as const;
const FORMAT = 1;
const MIN_REMAINING_MS = 60 * 86_400_000;

/** The keys of an installation as they lie in its `certificates` directory. */
export interface AuthorityFiles {
  readonly directory: string;
  readonly caFile: string;
  readonly authority: KeyAndCertificate;
  readonly leafKeyPem: string;
  readonly constraints: Constraints;
  /** Why a CA that existed was replaced; its users have to trust the new one. Null otherwise. */
  readonly replaced: string | null;
}

/** A file that Pushpit needs is there but cannot be used. It is left untouched. */
export class DamagedFileError extends Error {
  readonly code = 'damaged_file';
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} cannot be used: ${problem}. Move it away, and Pushpit makes a new one at the next start.`);
    this.name = 'DamagedFileError';
    this.path = path;
  }
}

/** Reads the CA and the leaf key, or makes them when there are none yet. */
export async function openAuthority(
  directory: string,
  hosts: readonly string[],
  extraNames: readonly string[],
): Promise<AuthorityFiles> {
  const wanted = constraintsFor(hosts, extraNames);
  const found = await readAuthority(directory);
  if (found === undefined) return create(directory, wanted, null);
  const problem = reasonToReplace(found, wanted);
  if (problem === null) return found;
  await removeDirectory(directory);
  return create(directory, wanted, problem);
}

function reasonToReplace(found: AuthorityFiles, wanted: Constraints): string | null {
  if (!covers(found.constraints, wanted)) return 'it could not vouch for all names that are served now';
  const expires = Date.parse(new X509Certificate(found.authority.certPem).validTo);
  return expires - Date.now() < MIN_REMAINING_MS ? 'it was about to expire' : null;
}

async function create(directory: string, constraints: Constraints, replaced: string | null): Promise<AuthorityFiles> {
  const [authority, leafKeyPem] = await Promise.all([makeAuthority(constraints), makeRsaKey()]);
  const kept = await createPrivateDirectory(directory, {
    [FILES.ca]: authority.certPem,
    [FILES.caKey]: authority.keyPem,
    [FILES.leafKey]: leafKeyPem,
    [FILES.facts]: `${JSON.stringify({ format: FORMAT, constraints }, null, 2)}\n`,
  });
  if (kept) return { directory, caFile: join(directory, FILES.ca), authority, leafKeyPem, constraints, replaced };
  const winner = await readAuthority(directory);
  if (winner === undefined) throw new DamagedFileError(directory, 'another process made it and took it away again');
  return winner;
}

async function readAuthority(directory: string): Promise<AuthorityFiles | undefined> {
  if (!(await exists(directory))) return undefined;
  const read = async (name: string, holds: string): Promise<string> => {
    const text = await readIfThere(join(directory, name));
    if (text === undefined) throw new DamagedFileError(directory, `${name} is missing`);
    if (!text.includes(holds))
      throw new DamagedFileError(join(directory, name), 'its content is not what it should be');
    return text;
  };
  const [certPem, keyPem, leafKeyPem, facts] = await Promise.all([
    read(FILES.ca, 'BEGIN CERTIFICATE'),
    read(FILES.caKey, 'PRIVATE KEY'),
    read(FILES.leafKey, 'PRIVATE KEY'),
    read(FILES.facts, '{'),
  ]);
  const constraints = parseFacts(join(directory, FILES.facts), facts);
  checkCertificate(join(directory, FILES.ca), certPem);
  return {
    directory,
    caFile: join(directory, FILES.ca),
    authority: { keyPem, certPem },
    leafKeyPem,
    constraints,
    replaced: null,
  };
}

function checkCertificate(path: string, pem: string): void {
  try {
    new X509Certificate(pem);
  } catch {
    throw new DamagedFileError(path, 'it is no certificate');
  }
}

function parseFacts(path: string, text: string): Constraints {
  let facts: unknown;
  try {
    facts = JSON.parse(text);
  } catch {
    throw new DamagedFileError(path, 'it is no JSON');
  }
  if (typeof facts !== 'object' || facts === null || !('format' in facts) || !('constraints' in facts)) {
    throw new DamagedFileError(path, 'members are missing');
  }
  if (facts.format !== FORMAT) throw new DamagedFileError(path, 'it was written by another version of Pushpit');
  const { constraints } = facts;
  if (typeof constraints !== 'object' || constraints === null) throw new DamagedFileError(path, 'members are missing');
  const domains = 'domains' in constraints ? constraints.domains : undefined;
  const addresses = 'addresses' in constraints ? constraints.addresses : undefined;
  if (!isTexts(domains) || !isTexts(addresses)) throw new DamagedFileError(path, 'members are missing');
  return { domains, addresses };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
