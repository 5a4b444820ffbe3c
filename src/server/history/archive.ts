import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { ShadeNotification } from '../../core/device/types.ts';
import type { Exchange, Outcome } from '../../core/simulator-types.ts';
import { type ArchiveRow, exchangeOf, exchangeRow, notificationRow, numberOf, outcomeRow } from './rows.ts';

export type Kind = 'exchange' | 'outcome' | 'notification';

/** What a list asks for, as far as the archive can sort it out itself. */
export interface ArchiveQuery {
  readonly channel?: string | undefined;
  readonly device?: string | undefined;
  /** Id of the message behind an outcome. */
  readonly message?: string | undefined;
  /** Text that has to occur, in any case. */
  readonly text?: string | undefined;
}

/** What the memory of the simulator forgot, on disk: by kind, newest first, found again by id. */
export interface Archive {
  readonly forgotten: {
    exchange(one: Exchange): void;
    outcome(one: Outcome): void;
    notification(one: ShadeNotification): void;
  };
  exchange(id: string): Exchange | undefined;
  outcome(id: string): Outcome | undefined;
  notification(id: string): ShadeNotification | undefined;
  /** Entries older than the entry `before` (null = all), newest first. */
  exchanges(query: ArchiveQuery, before: string | null): Iterable<Exchange>;
  outcomes(query: ArchiveQuery, before: string | null): Iterable<Outcome>;
  notifications(query: ArchiveQuery, before: string | null): Iterable<ShadeNotification>;
  count(kind: Kind): number;
  clear(): void;
  close(): void;
}

/** Rows that wait for one commit at most; a commit takes as long for one as for many. */
const BATCH = 500;
const COMMIT_AFTER_MS = 100;
/** Entries of one kind; beyond it the oldest leave. */
const LENGTH = 1_000_000;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  DROP TABLE IF EXISTS entry;
  CREATE TABLE entry (
    kind TEXT NOT NULL, n INTEGER NOT NULL, channel TEXT, device TEXT, message TEXT, text TEXT, json TEXT NOT NULL,
    PRIMARY KEY (kind, n)
  ) WITHOUT ROWID;
`;

/**
 * Opens the archive of this run in `file`; what an earlier run left there is gone. Nothing in it has to survive a
 * crash, so commits do not wait for the disk. Throws when the file cannot be written.
 */
export function openArchive(file: string): Archive {
  const database = new DatabaseSync(file);
  database.exec(SCHEMA);
  const insert = database.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)');
  const trim = database.prepare('DELETE FROM entry WHERE kind = ? AND n <= ?');
  const one = database.prepare('SELECT json FROM entry WHERE kind = ? AND n = ?');
  const counted = new Map<Kind, number>();
  let waiting: ArchiveRow[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function commit(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    database.exec('BEGIN');
    for (const { kind, n, channel, device, message, text, json } of waiting) {
      insert.run(kind, n, channel, device, message, text, json);
      const length = (counted.get(kind) ?? 0) + 1;
      counted.set(kind, Math.min(LENGTH, length));
      if (length > LENGTH) trim.run(kind, n - LENGTH);
    }
    database.exec('COMMIT');
    waiting = [];
  }

  function add(row: ArchiveRow): void {
    waiting.push(row);
    if (waiting.length >= BATCH) commit();
    else if (timer === undefined) {
      timer = setTimeout(commit, COMMIT_AFTER_MS);
      timer.unref();
    }
  }

  function find(kind: Kind, id: string): unknown {
    const n = numberOf(id);
    if (n === null) return undefined;
    commit();
    const row = one.get(kind, n);
    const found: unknown = typeof row?.json === 'string' ? JSON.parse(row.json) : undefined;
    // Ids of another run carry other numbers' names.
    return isEntry(found) && found.id === id ? found : undefined;
  }

  function* older(kind: Kind, query: ArchiveQuery, before: string | null): Iterable<unknown> {
    commit();
    const { statement, values } = select(database, kind, query, before);
    for (const row of statement.iterate(...values)) {
      if (typeof row.json === 'string') yield JSON.parse(row.json) as unknown;
    }
  }

  return {
    forgotten: {
      exchange: (entry) => add(exchangeRow(entry)),
      outcome: (entry) => add(outcomeRow(entry)),
      notification: (entry) => add(notificationRow(entry)),
    },
    exchange(id) {
      const found = find('exchange', id);
      return found === undefined ? undefined : exchangeOf(found);
    },
    outcome: (id) => find('outcome', id) as Outcome | undefined,
    notification: (id) => find('notification', id) as ShadeNotification | undefined,
    *exchanges(query, before) {
      for (const found of older('exchange', query, before)) yield exchangeOf(found);
    },
    outcomes: (query, before) => older('outcome', query, before) as Iterable<Outcome>,
    notifications: (query, before) => older('notification', query, before) as Iterable<ShadeNotification>,
    count: (kind) => (counted.get(kind) ?? 0) + waiting.filter((row) => row.kind === kind).length,
    clear() {
      waiting = [];
      counted.clear();
      database.exec('DELETE FROM entry');
    },
    close() {
      commit();
      database.close();
    },
  };
}

const isEntry = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value;

/** Like any text in SQL's LIKE, but for itself. */
const literally = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

function select(
  database: DatabaseSync,
  kind: Kind,
  { channel, device, message, text }: ArchiveQuery,
  before: string | null,
): { readonly statement: StatementSync; readonly values: SQLInputValue[] } {
  const wanted: [sql: string, value: SQLInputValue | null | undefined][] = [
    ['kind = ?', kind],
    ['n < ?', before === null ? null : numberOf(before)],
    ['channel = ?', channel],
    ['device = ?', device],
    ['message = ?', message],
    ["text LIKE ? ESCAPE '\\'", text === undefined || text === '' ? null : literally(text)],
  ];
  const stated = wanted.filter(([, value]) => value !== null && value !== undefined);
  const where = stated.map(([sql]) => sql).join(' AND ');
  const statement = database.prepare(`SELECT json FROM entry WHERE ${where} ORDER BY n DESC`);
  return { statement, values: stated.flatMap(([, value]) => (value === undefined ? [] : [value])) };
}
