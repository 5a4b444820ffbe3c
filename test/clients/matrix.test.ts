import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { CASES, type ClientId, casesOf, MATRIX, rowOf } from './matrix.ts';

const CLIENTS = Object.keys(MATRIX) as ClientId[];

/** Development dependencies that send nothing to a vendor. */
const NO_CLIENTS =
  /^(?:@axe-core|@base-ui|@biomejs|@codemirror|@playwright|@tailwindcss|@tanstack|@types|@vitejs)\/|^(?:electron|electron-vite|fast-check|i18next|lucide-react|node|react|react-dom|react-i18next|react-resizable-panels|tailwindcss|typescript|vite|vitest|zustand)$/;

describe('the matrix of clients and cases', () => {
  it('holds every client that is installed for the tests', () => {
    const installed = Object.keys(packageJson.devDependencies).filter((name) => !NO_CLIENTS.test(name));
    expect(installed.filter((name) => !CLIENTS.includes(name as ClientId))).toEqual([]);
  });

  it.each(CLIENTS)('%s has its cases in the file that is named', async (client) => {
    const { file, without = {} } = rowOf(client);
    const text = await readFile(join(import.meta.dirname, file), 'utf8');
    // Called at the top or within a `describe`, never in a comment or a text.
    const calls = text.split('\n').map((line) => /^ {0,2}\w*[cC]ases\('([^']+)'/.exec(line)?.[1]);
    expect(calls.filter((called) => called === client)).toHaveLength(1);
    expect(text).not.toMatch(/\.(?:skip|only|todo)\b/);
    expect(casesOf(client).length).toBeGreaterThanOrEqual(CASES.length - 1);
    for (const reason of Object.values(without)) expect(reason.length).toBeGreaterThan(20);
  });
});
