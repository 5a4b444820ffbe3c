import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatWindowState, parseWindowState, type WindowState } from './window-state.ts';

/** @returns nothing when there is no file, or none that can be used */
export function readWindowState(file: string): WindowState | undefined {
  try {
    return parseWindowState(readFileSync(file, 'utf8'));
  } catch {
    // The first start has no file.
    return undefined;
  }
}

/**
 * Replaces the file in one step, so that a crash leaves the old state or the new one.
 * Not being able to write it must not keep a window from closing, so the failure is returned and not thrown.
 */
export function writeWindowState(file: string, state: WindowState): Error | undefined {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.new`;
    writeFileSync(draft, formatWindowState(state));
    renameSync(draft, file);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
