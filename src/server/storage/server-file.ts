import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomic } from './atomic-file.ts';

export const SERVER_FILE = 'server.json';

const schema = z.object({
  pid: z.number().int(),
  version: z.string(),
  startedAt: z.string(),
  listeners: z.object({ ui: z.string().optional(), tls: z.string(), plain: z.string() }),
});

/** What a running server leaves in its data directory, so that `send`, `creds` and scripts find it. */
export type ServerFile = z.infer<typeof schema>;

export async function writeServerFile(dataDir: string, content: ServerFile): Promise<void> {
  await writeFileAtomic(join(dataDir, SERVER_FILE), `${JSON.stringify(content, null, 2)}\n`);
}

/** null when no server has left one, or when it cannot be read as one. */
export async function readServerFile(dataDir: string): Promise<ServerFile | null> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dataDir, SERVER_FILE), 'utf8'));
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export async function removeServerFile(dataDir: string): Promise<void> {
  await rm(join(dataDir, SERVER_FILE), { force: true });
}
