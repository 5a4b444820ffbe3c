import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createChannels } from '../src/core/channels/registry.ts';
import { MATRIX_PRESETS } from '../src/core/matrix/presets.ts';
import { presentFidelity } from '../src/core/present/fidelity.ts';
import { matrixCsv } from '../src/core/present/matrix-csv.ts';
import { matrixDocument } from '../src/core/present/matrix-doc.ts';
import { ROOMS } from '../src/core/rules.ts';
import { matrixOf } from '../src/core/testing/matrix.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const PAGES = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/architecture.md'];

describe('documents', () => {
  it('say of every rule what the registry says (else run: node scripts/make-fidelity.ts)', () => {
    expect(read('docs/fidelity.md')).toBe(presentFidelity(ROOMS, createChannels()));
  });

  it("work the specification's variables out as the simulator does (else run: node scripts/make-matrix.ts)", () => {
    const spec = MATRIX_PRESETS.find(({ id }) => id === 'specification')?.spec ?? { axes: [] };
    const view = matrixOf(spec);
    expect(read('docs/matrix.md')).toBe(matrixDocument(view));
    expect(read('docs/matrix.csv')).toBe(matrixCsv(view, 'en'));
  });

  it.each(PAGES)('%s links only to what exists', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([]);
  });

  it.each(PAGES)('%s names only npm scripts that exist', (page) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z0-9:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
