import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/lib/paths.mjs';
import { createChannels } from '../../src/core/channels/registry.ts';
import { createRules } from '../../src/core/rules.ts';
import type { Rule } from '../../src/core/trace/types.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files of core write down which rules they produced. */
    readonly producedRules: string;
  }
}

/** What one test file produced. */
export interface Line {
  readonly file: string;
  readonly produced: readonly (readonly [rule: string, verdicts: readonly string[]])[];
}

/** When all tests of core have run, every rule must have been produced by one. Vitest calls it. */
export function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'pushpit-rules-'));
  project.provide('producedRules', directory);
  const files = testFiles();
  return () => {
    const lines = readdirSync(directory).flatMap((name) => linesOf(join(directory, name)));
    rmSync(directory, { recursive: true, force: true });
    if (project.vitest.config.testNamePattern !== undefined || !isWhole(lines, files)) return;
    const problems = unproduced(lines, createRules(createChannels()).all());
    if (problems.length === 0) return;
    process.exitCode = 1;
    console.error(`\nEvery rule must be produced by a test of core. These are not:\n${problems.join('\n')}\n`);
  };
}

const linesOf = (file: string): readonly Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** Every test file of core, from the project's root. */
export const testFiles = (): readonly string[] => globSync('src/core/**/*.test.ts', { cwd: root });

/** Single files say nothing about the whole. */
export function isWhole(lines: readonly Line[], files: readonly string[]): boolean {
  const ran = new Set(lines.map(({ file }) => relative(root, file)));
  return files.every((file) => ran.has(file));
}

/** Files whose cases are drawn by lot: what they come by in one run they may not in the next. */
const DRAWN = /properties\.test\.ts$/;

/** One line for each rule with the verdicts that no test has given. */
export function unproduced(lines: readonly Line[], rules: readonly Rule[]): string[] {
  const produced = new Map<string, Set<string>>();
  const fixed = lines.filter(({ file }) => !DRAWN.test(file));
  for (const [rule, verdicts] of fixed.flatMap((line) => line.produced)) {
    const known = produced.get(rule) ?? new Set();
    for (const verdict of verdicts) known.add(verdict);
    produced.set(rule, known);
  }
  return rules.flatMap((rule) => missing(rule, produced.get(rule.id)));
}

function missing({ id, text }: Rule, produced: ReadonlySet<string> = new Set()): string[] {
  const silent = Object.keys(text).filter((verdict) => verdict !== 'skip' && !produced.has(verdict));
  return silent.length === 0 ? [] : [`  ${id}: ${silent.join(', ')}`];
}
