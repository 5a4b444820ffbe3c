import { readFile } from 'node:fs/promises';
import { type Io, messageOf } from './io.ts';
import { UsageError } from './options.ts';

export interface Called {
  readonly ok: boolean;
  readonly status: number;
  readonly text: string;
}

/** Posts JSON to a running server. Throws, with what to start, when none answers. */
export async function post(url: string, body: string): Promise<Called> {
  try {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    // Byte-order marks belong to what is passed on.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    return { ok: response.ok, status: response.status, text };
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? `: ${messageOf(error.cause)}` : '';
    throw new Error(`No server answers at ${new URL(url).origin}${cause}. Start one with "pushpit serve".`);
  }
}

/** What the API said when it refused, in one line. */
export function refusal({ text, status }: Called): string {
  try {
    const value: unknown = JSON.parse(text);
    const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : null;
    if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  } catch {
    // Not our API: show what came.
  }
  return `the server answered ${status}: ${text.slice(0, 200)}`;
}

/** A file as text, `-` being standard input. Throws a usage error that names `what` could not be read. */
export async function readInput(file: string, io: Io, what: string): Promise<string> {
  try {
    return file === '-' ? await io.readStdin() : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The ${what} cannot be read from ${file}: ${messageOf(error)}.`);
  }
}
