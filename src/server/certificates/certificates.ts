import { join } from 'node:path';
import { type Leaves, openLeaves } from './leaves.ts';
import { type AuthorityFiles, openAuthority } from './store.ts';

/** CA and server certificates of an installation, for the front door. */
export interface Certificates extends Leaves {
  readonly caPem: string;
  readonly caFile: string;
  readonly leafKeyPem: string;
  readonly files: AuthorityFiles;
}

export interface CertificateNames {
  /** Host names of the vendors that are served. */
  readonly hosts: readonly string[];
  /** Other names or addresses under which this server is reached (a container's name); widens the CA. */
  readonly extraNames: readonly string[];
}

/** Opens `certificates/` in the data directory; makes a CA and a leaf key at the first start. */
export async function openCertificates(dataDir: string, names: CertificateNames): Promise<Certificates> {
  // "All addresses" is a place to listen, not a name that anybody calls.
  const extraNames = names.extraNames.filter((name) => name !== '0.0.0.0' && name !== '::');
  const files = await openAuthority(join(dataDir, 'certificates'), names.hosts, extraNames);
  const leaves = await openLeaves(files, names.hosts, extraNames);
  return {
    ...leaves,
    caPem: files.authority.certPem,
    caFile: files.caFile,
    leafKeyPem: files.leafKeyPem,
    files,
  };
}
