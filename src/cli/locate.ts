import { resolveDataDir } from '../server/data-dir.ts';
import { readServerFile, type ServerFile } from '../server/storage/server-file.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** Address of the API of a running server, from `--url` or from what the server left in its data directory. */
export async function locateServer(options: Options, io: Io): Promise<string> {
  const given = options.text('url');
  if (given !== undefined) return given.replace(/\/+$/, '');
  const dataDir = resolveDataDir(options.text('data-dir'), io.env);
  const server = await readServerFile(dataDir);
  if (server === null) {
    throw new Error(
      `No server runs on the data directory ${dataDir}. Start one with "pushpit serve", or name it with --data-dir or --url.`,
    );
  }
  if (server.listeners.ui === undefined) {
    throw new Error(
      `The Pushpit that uses ${dataDir} (process ${server.pid}) is the desktop application, which opens no API port. Start "pushpit serve" with another data directory.`,
    );
  }
  return server.listeners.ui;
}

/** What a running server of the data directory has left there; null when none has. */
export const runningServer = (dataDir: string): Promise<ServerFile | null> => readServerFile(dataDir);
