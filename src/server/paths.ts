import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

let known: string | null | undefined;

/** Folder of the program: the nearest one above this file with Pushpit's manifest; null when there is none. */
export function projectRoot(): string | null {
  known ??= find(import.meta.dirname);
  return known;
}

function find(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isOurs(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function isOurs(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  const value: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof value === 'object' && value !== null && 'name' in value && value.name === 'pushpit';
}

/** The built page; null when it has not been built. */
export function defaultRendererDir(): string | null {
  const root = projectRoot();
  const folder = root === null ? null : join(root, 'out', 'renderer');
  return folder !== null && existsSync(join(folder, 'index.html')) ? folder : null;
}

/** Built-in sounds and samples. */
export const defaultResourcesDir = (): string => join(projectRoot() ?? '.', 'resources');
