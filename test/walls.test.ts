import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom, as the architecture says it: each line is one file with one statement. */
const imports: [file: string, statement: string, allowed: boolean][] = [
  ['src/core/im/a.ts', "import { x } from './b.ts';", true],
  ['src/core/im/a.ts', "import { x } from '../device/b.ts';", true],
  ['src/core/im/a.ts', "import { x } from 'node:fs';", false],
  ['src/core/im/a.ts', "import { x } from 'fs';", false],
  ['src/core/im/a.ts', "import { x } from 'electron';", false],
  ['src/core/im/a.ts', "import { x } from 'react';", false],
  ['src/core/im/a.ts', "import { x } from 'zod';", false],
  ['src/core/im/a.ts', "import { x } from '../../server/pushpit.ts';", false],
  ['src/core/im/a.ts', "import { x } from '../testing/b.ts';", false],
  ['src/core/im/a.ts', 'export const x = Date.now();', false],
  ['src/core/im/a.ts', 'export const x = new Date();', false],
  ['src/core/im/a.ts', 'export const x = new Date(5);', true],
  ['src/core/im/a.ts', 'export const x = Math.random();', false],
  ['src/core/im/a.ts', 'export const x = Math.max(1, 2);', true],
  ['src/core/im/a.test.ts', "import { x } from 'node:fs';", true],
  ['src/core/im/a.test.ts', "import { x } from '../../server/pushpit.ts';", false],
  ['src/server/a.ts', "import { x } from 'node:http2';", true],
  ['src/server/a.ts', "import { x } from '../core/simulator.ts';", true],
  ['src/server/a.ts', "import { x } from 'electron';", false],
  ['src/server/a.ts', "import { x } from 'react';", false],
  ['src/server/a.ts', "import { x } from '../cli/serve.ts';", false],
  ['src/server/a.ts', "import { x } from '../renderer/main.tsx';", false],
  ['src/cli/a.ts', "import { x } from '../server/pushpit.ts';", true],
  ['src/cli/a.ts', "import { x } from 'electron';", false],
  ['src/cli/a.ts', "import { x } from '../main/window.ts';", false],
  ['src/main/a.ts', "import { x } from 'electron';", true],
  ['src/main/a.ts', "import { x } from '../server/pushpit.ts';", true],
  ['src/main/a.ts', "import { x } from 'react';", false],
  ['src/main/a.ts', "import { x } from '../cli/serve.ts';", false],
  ['src/preload/a.ts', "import { x } from 'electron';", true],
  ['src/preload/a.ts', "import { x } from 'node:fs';", false],
  ['src/preload/a.ts', "import { x } from '../server/pushpit.ts';", false],
  ['src/renderer/a.ts', "import { x } from 'react';", true],
  ['src/renderer/a.ts', "export type { X } from '../core/views.ts';", true],
  ['src/renderer/a.ts', "import { x } from '../core/present/outcome.ts';", true],
  ['src/renderer/a.ts', "import { x } from '../core/channels/apns/present.ts';", true],
  ['src/renderer/a.ts', "import { x } from '../core/simulator.ts';", false],
  ['src/renderer/a.ts', "export { x } from '../core/simulator.ts';", false],
  ['src/renderer/a.ts', "export const x = import('../core/simulator.ts');", false],
  ['src/renderer/a.ts', "import { x } from '../server/pushpit.ts';", false],
  ['src/renderer/a.ts', "import { x } from 'node:fs';", false],
  ['src/renderer/a.ts', "import { x } from 'fs';", false],
  ['src/renderer/a.ts', "import { x } from 'electron';", false],
  ['src/renderer/a.ts', "import { x } from 'hono';", false],
  ['test/a.test.ts', "import { x } from 'electron';", false],
  ['e2e/a.spec.ts', "import { x } from 'electron';", false],
];

/** The rules that make the walls; a finding of another rule must not count as one. */
const wallRules = ['lint/style/noRestrictedImports', 'lint/correctness/noNodejsModules', 'plugin'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Biome's own Node launcher, run with our Node so that no shell is involved. */
function lintFolder(folder: string): { path: string; category: string }[] {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const report: unknown = JSON.parse(stdout.slice(stdout.indexOf('{')));
  const diagnostics = isRecord(report) && Array.isArray(report.diagnostics) ? report.diagnostics : [];
  return diagnostics.filter(isRecord).map((diagnostic) => ({
    path: JSON.stringify(diagnostic.location ?? ''),
    category: String(diagnostic.category),
  }));
}

describe('the walls between the rooms, held by lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pushpit-walls-'));
  let findings: { path: string; category: string }[] = [];
  // Each case is a file of its own name in the folder that it is about: `a.ts` becomes `case-7-a.ts`.
  const nameOf = (index: number) => {
    const file = imports[index]?.[0] ?? '';
    return file.replace(/[^/]+$/, (name) => `case-${index}-${name}`);
  };

  beforeAll(() => {
    const config: unknown = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    if (!isRecord(config)) throw new Error('biome.json is not an object');
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
    for (const [index, [, statement]] of imports.entries()) {
      const path = join(folder, nameOf(index));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, statement.startsWith('import') ? `${statement}\nexport const y = x;\n` : `${statement}\n`);
    }
    findings = lintFolder(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(imports.map(([file, statement, allowed], index) => ({ file, statement, allowed, index })))(
    '$file: $statement → allowed: $allowed',
    ({ allowed, index }) => {
      const own = findings.filter(({ path, category }) => path.includes(nameOf(index)) && wallRules.includes(category));
      expect(own.length === 0).toBe(allowed);
    },
  );
});

describe('the walls between the rooms, held by the compiler', () => {
  const folder = mkdtempSync(join(root, 'node_modules', '.pushpit-walls-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Compiles one file under a project's options and gives back what the compiler says. */
  function compile(project: string, code: string, extra: string[] = []): string {
    const own = join(folder, `${project}.ts`);
    const config = join(folder, `tsconfig.${project}.json`);
    writeFileSync(own, code);
    const options = { noEmit: true, composite: false, emitDeclarationOnly: false, rootDir: root };
    const content = {
      extends: join(root, `tsconfig.${project}.json`),
      compilerOptions: { ...options, tsBuildInfoFile: null, declarationDir: null, outDir: null },
      files: [own, ...extra],
      include: [],
      exclude: [],
      references: [],
    };
    writeFileSync(config, JSON.stringify(content));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [tsc, '-p', config], { cwd: root, encoding: 'utf8' }).stdout;
  }
  const core = (code: string) => compile('core', code, [join(root, 'src/core/env.d.ts')]);
  const readsFile = "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n";
  const touchesPage = 'export const title = document.title;\n';

  it('lets core be plain TypeScript', () => {
    expect(core('export const one: number = 1;\n')).toBe('');
  });

  it('refuses node:fs, Buffer, process and timers in core', () => {
    expect(core(readsFile)).toContain("'node:fs'");
    expect(core("export const x = Buffer.from('');\n")).toContain("'Buffer'");
    expect(core('export const x = process.env;\n')).toContain("'process'");
    expect(core('setTimeout(() => {}, 1);\nexport {};\n')).toContain("'setTimeout'");
  });

  it('refuses the DOM in core and on the server', () => {
    expect(core(touchesPage)).toContain("'document'");
    expect(compile('node', touchesPage)).toContain("'document'");
  });

  it('refuses node:fs in the renderer, and lets the server have it', () => {
    expect(compile('web', readsFile)).toContain("'node:fs'");
    expect(compile('web', touchesPage)).toBe('');
    expect(compile('node', readsFile)).toBe('');
  });
});
