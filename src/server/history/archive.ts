import { rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { ShadeNotification } from '../../core/device/types.ts';
import type { Exchange, Outcome } from '../../core/simulator-types.ts';
import { defaultResourcesDir } from '../paths.ts';
import { type ArchiveRow, exchangeOf, exchangeRow, notificationRow, numberOf, outcomeRow } from './rows.ts';
import { type ArchiveQuery, fits, selectOlder } from './select.ts';
import { createSpareTimeQueue } from './spare-time.ts';

export type Kind = ArchiveRow['kind'];

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
  close(): Promise<void>;
}

export interface ArchiveOptions {
  /** Folder of `history/writer.mjs`; the program's own resources when absent. */
  readonly resourcesDir?: string;
  readonly log?: (line: string) => void;
}

/** Rows for one commit at most; a commit takes as long for one as for many. */
const BATCH = 500;
const COMMIT_AFTER_MS = 100;
/** Entries of one kind; beyond it the oldest leave. */
const LENGTH = 1_000_000;

/** The files that SQLite makes of one. */
const PARTS = ['', '-wal', '-shm'] as const;

/** Entries of all kinds that may wait for a moment in which nothing else is to be done. */
const WAITING = 12_000;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE entry (
    kind TEXT NOT NULL, n INTEGER NOT NULL, channel TEXT, device TEXT, message TEXT, text TEXT, json TEXT NOT NULL,
    PRIMARY KEY (kind, n)
  ) WITHOUT ROWID;
`;

/**
 * Opens the archive of this run in `file`; what an earlier run left there is gone. Entries are made
 * into rows in spare time (under full load the oldest are lost, and `count` says so), and a thread of its own writes
 * them; what is not written yet is read from memory. Nothing in it has to survive a crash, so commits do not wait for the disk.
 * Throws when the file cannot be written.
 */
export function openArchive(file: string, options: ArchiveOptions = {}): Archive {
  const { resourcesDir = defaultResourcesDir(), log = () => {} } = options;
  for (const end of PARTS) rmSync(`${file}${end}`, { force: true });
  // Requests hold secrets of senders; SQLite gives its other files the mode of this one.
  writeFileSync(file, '', { mode: 0o600 });
  const database = new DatabaseSync(file, { timeout: 5000 });
  database.exec(SCHEMA);
  const one = database.prepare('SELECT json FROM entry WHERE kind = ? AND n = ?');
  const counted = new Map<Kind, number>();
  /** Up to these numbers everything was cleared away. */
  const cleared = new Map<Kind, number>();
  const newest = new Map<Kind, number>();
  const writer = openWriter(join(resourcesDir, 'history', 'writer.mjs'), file, (error) => {
    log(`The history cannot be written to ${file} any more: ${error.message}`);
  });

  function add(row: ArchiveRow): void {
    if (writer.add(row)) newest.set(row.kind, row.n);
    else count(row.kind, -1);
  }

  const queue = createSpareTimeQueue<{ readonly kind: Kind; row(): ArchiveRow }>({
    length: WAITING,
    work: ({ row }) => add(row()),
    lose: ({ kind }) => count(kind, -1),
  });

  function count(kind: Kind, by: number): void {
    counted.set(kind, Math.min(LENGTH, (counted.get(kind) ?? 0) + by));
  }

  function later(kind: Kind, row: () => ArchiveRow): void {
    if (writer.broken()) return;
    count(kind, 1);
    queue.add({ kind, row });
  }

  function find(kind: Kind, id: string): unknown {
    const n = numberOf(id);
    queue.drain();
    if (n === null || n <= (cleared.get(kind) ?? -1)) return undefined;
    const json = writer.waiting().find((row) => row.kind === kind && row.n === n)?.json ?? one.get(kind, n)?.json;
    const found: unknown = typeof json === 'string' ? JSON.parse(json) : undefined;
    // An id of another run may end in the same number.
    return isEntry(found) && found.id === id ? found : undefined;
  }

  function* older(kind: Kind, query: ArchiveQuery, before: string | null): Iterable<unknown> {
    queue.drain();
    const from = before === null ? Number.MAX_SAFE_INTEGER : (numberOf(before) ?? 0);
    const above = cleared.get(kind) ?? -1;
    let least = from;
    for (const row of writer.waiting().toReversed()) {
      if (row.kind !== kind || row.n >= from || row.n <= above) continue;
      least = row.n;
      if (fits(row, query)) yield JSON.parse(row.json) as unknown;
    }
    const { sql, values } = selectOlder(kind, query, { above, below: least });
    for (const row of database.prepare(sql).iterate(...(values as SQLInputValue[]))) {
      if (typeof row.json === 'string') yield JSON.parse(row.json) as unknown;
    }
  }

  return {
    forgotten: {
      exchange: (entry) => later('exchange', () => exchangeRow(entry)),
      outcome: (entry) => later('outcome', () => outcomeRow(entry)),
      notification: (entry) => later('notification', () => notificationRow(entry)),
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
    count: (kind) => counted.get(kind) ?? 0,
    clear() {
      queue.drain();
      for (const [kind, n] of newest) cleared.set(kind, n);
      counted.clear();
      writer.forget([...newest]);
    },
    async close() {
      queue.clear();
      await writer.close();
      database.close();
      // With the run that it belongs to the history is over.
      await Promise.all(PARTS.map((end) => rm(`${file}${end}`, { force: true })));
    },
  };
}

const isEntry = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && 'id' in value;

interface Writer {
  /** False when nothing can be written any more. */
  add(row: ArchiveRow): boolean;
  broken(): boolean;
  /** Not known to be written, oldest first. */
  waiting(): readonly ArchiveRow[];
  forget(below: readonly (readonly [Kind, number])[]): void;
  close(): Promise<void>;
}

function openWriter(script: string, file: string, failed: (error: Error) => void): Writer {
  const worker = new Worker(script, { workerData: { file, length: LENGTH } });
  worker.unref();
  let waiting: ArchiveRow[] = [];
  let posted = 0;
  let broken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  worker.on('message', ({ written }: { readonly written: number }) => {
    waiting = waiting.slice(written);
    posted -= written;
  });
  worker.on('error', (error) => {
    broken = true;
    waiting = [];
    posted = 0;
    failed(error instanceof Error ? error : new Error(String(error)));
  });

  function post(): void {
    clearTimeout(timer);
    timer = undefined;
    if (posted === waiting.length) return;
    worker.postMessage({ type: 'rows', rows: waiting.slice(posted) });
    posted = waiting.length;
  }

  return {
    add(row) {
      if (broken) return false;
      waiting.push(row);
      if (waiting.length - posted >= BATCH) post();
      else timer ??= setTimeout(post, COMMIT_AFTER_MS).unref();
      return true;
    },
    broken: () => broken,
    waiting: () => waiting,
    forget(below) {
      post();
      if (!broken) worker.postMessage({ type: 'forget', below });
    },
    async close() {
      if (broken) return;
      post();
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.ref();
      worker.postMessage({ type: 'close' });
      await ended;
    },
  };
}
