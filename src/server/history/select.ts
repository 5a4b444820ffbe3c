import type { ArchiveRow } from './rows.ts';

/** What a list asks for, as far as the archive can sort it out itself. */
export interface ArchiveQuery {
  readonly channel?: string | undefined;
  readonly device?: string | undefined;
  /** Id of the message behind an outcome. */
  readonly message?: string | undefined;
  /** Text that has to occur, in any case. */
  readonly text?: string | undefined;
}

/** Does a row that is still in memory belong to the list? */
export function fits(row: ArchiveRow, { channel, device, message, text }: ArchiveQuery): boolean {
  return (
    (channel === undefined || row.channel === channel) &&
    (device === undefined || row.device === device) &&
    (message === undefined || row.message === message) &&
    (text === undefined || (row.text ?? '').includes(text.toLowerCase()))
  );
}

/** Text for SQL's LIKE that stands for itself, anywhere. */
const literally = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** The rows between two running numbers, newest first. */
export function selectOlder(
  kind: ArchiveRow['kind'],
  { channel, device, message, text }: ArchiveQuery,
  range: { readonly above: number; readonly below: number },
): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const wanted: [sql: string, value: string | number | undefined][] = [
    ['kind = ?', kind],
    ['n > ?', range.above],
    ['n < ?', range.below],
    ['channel = ?', channel],
    ['device = ?', device],
    ['message = ?', message],
    ["text LIKE ? ESCAPE '\\'", text === undefined || text === '' ? undefined : literally(text)],
  ];
  const stated = wanted.flatMap(([sql, value]) => (value === undefined ? [] : [[sql, value] as const]));
  const where = stated.map(([sql]) => sql).join(' AND ');
  return {
    sql: `SELECT json FROM entry WHERE ${where} ORDER BY n DESC`,
    values: stated.map(([, value]) => value),
  };
}
