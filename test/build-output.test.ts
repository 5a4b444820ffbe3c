import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// What a build left in out/: the mistakes that unit tests over a fake of Electron cannot see. `npm run build` comes first.
const out = resolve(import.meta.dirname, '../out');
const read = (...parts: string[]) => readFileSync(join(out, ...parts), 'utf8');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Specifiers of static and dynamic imports, as the bundler writes them. */
function importsOf(code: string): string[] {
  const patterns = [
    /^(?:import|export)\b[^'"`;]*?\bfrom\s*["']([^"']+)["']/gm,
    /^import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["']([^"']+)["']\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

const isBuiltin = (specifier: string) => specifier.startsWith('node:') || builtinModules.includes(specifier);

describe('the main process', () => {
  const files = filesBelow(join(out, 'main')).filter((file) => file.endsWith('.js'));

  it('is ES modules with two entries', () => {
    expect(existsSync(join(out, 'main/index.js'))).toBe(true);
    expect(existsSync(join(out, 'main/cli.js'))).toBe(true);
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/^module\.exports\b/m);
  });

  it('brings its libraries along: what it imports is Node, Electron or itself', () => {
    for (const file of files) {
      for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
        if (specifier.startsWith('.')) expect(existsSync(resolve(dirname(file), specifier)), specifier).toBe(true);
        else expect(isBuiltin(specifier) || specifier === 'electron', `${file} imports ${specifier}`).toBe(true);
      }
    }
  });

  it('has a command line that needs no Electron', () => {
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const specifier of importsOf(readFileSync(file, 'utf8'))) {
        expect(specifier, `${file} imports it`).not.toBe('electron');
        if (specifier.startsWith('.')) visit(resolve(dirname(file), specifier));
      }
    };
    visit(join(out, 'main/cli.js'));
    expect(seen.size).toBeGreaterThan(0);
  });
});

describe('the preload script', () => {
  it('is one CommonJS file that requires electron and nothing else, as the sandbox demands', () => {
    expect(filesBelow(join(out, 'preload')).map((file) => file.slice(out.length + 1))).toEqual([
      join('preload', 'index.cjs'),
    ]);
    const code = read('preload', 'index.cjs');
    const required = [...code.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map((match) => match[1]);
    expect([...new Set(required)]).toEqual(['electron']);
    expect(importsOf(code)).toEqual([]);
  });

  it('hands no ipcRenderer to the page', () => {
    expect(read('preload', 'index.cjs')).toMatch(/exposeInMainWorld\(["']desktop["']/);
    expect(read('preload', 'index.cjs').match(/exposeInMainWorld/g)).toHaveLength(1);
  });
});

describe('the page', () => {
  const html = () => read('renderer', 'index.html');

  it('has no inline script and no inline handler, which the policy would refuse', () => {
    const scripts = [...html().matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes = '', body = ''] of scripts) {
      expect(attributes).toContain('src=');
      expect(body.trim()).toBe('');
    }
    expect(html()).not.toMatch(/\son[a-z]+\s*=/i);
  });

  it('loads nothing from elsewhere, and all that it names exists', () => {
    const named = [...html().matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(1);
    for (const address of named) {
      expect(address).not.toMatch(/^(?:[a-z]+:)?\/\//i);
      expect(existsSync(join(out, 'renderer', address)), address).toBe(true);
    }
  });

  it('finds every chunk and every file that its scripts and styles name', () => {
    const files = filesBelow(join(out, 'renderer'));
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      for (const specifier of importsOf(readFileSync(file, 'utf8')).filter((name) => name.startsWith('.'))) {
        expect(existsSync(resolve(dirname(file), specifier)), specifier).toBe(true);
      }
    }
    for (const file of files.filter((name) => name.endsWith('.css'))) {
      for (const [, address = ''] of readFileSync(file, 'utf8').matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)) {
        if (address.startsWith('data:') || address.startsWith('#')) continue;
        expect(address).not.toMatch(/^(?:[a-z]+:)?\/\//i);
        const target = address.startsWith('/') ? join(out, 'renderer', address) : resolve(dirname(file), address);
        expect(existsSync(target), address).toBe(true);
      }
    }
  });

  it('holds no source maps and nothing of Node', () => {
    for (const file of filesBelow(join(out, 'renderer'))) {
      expect(file).not.toMatch(/\.map$/);
      if (file.endsWith('.js')) expect(importsOf(readFileSync(file, 'utf8')).filter(isBuiltin)).toEqual([]);
    }
  });
});
