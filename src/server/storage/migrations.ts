/** Brings the file of schema version n to n + 1. Gets and gives the `workspace` member as parsed JSON. */
export type Migration = (workspace: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/**
 * Append-only: the entry at index i leads from version i + 1 to i + 2. Never change or remove one, since
 * files of every age exist.
 */
export const MIGRATIONS: readonly Migration[] = [];

export const currentVersion = (migrations: readonly Migration[] = MIGRATIONS): number => migrations.length + 1;

/** The workspace of a file of `version`, at the current version. */
export function migrate(
  workspace: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Readonly<Record<string, unknown>> {
  return migrations.slice(version - 1).reduce((current, step) => step(current), workspace);
}
