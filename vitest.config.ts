import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { watchRules } from './test/helpers/watch-rules.ts';

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    // The real `electron` package looks for its runtime when it is imported, and throws where there is none.
    // One typed fake stands in for it everywhere.
    alias: [{ find: /^electron$/, replacement: resolve(root, 'test/fakes/electron.ts') }],
  },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        // Pure functions: the files of a worker may share their modules, which saves most of the time.
        test: {
          name: 'core',
          include: ['src/core/**/*.test.ts'],
          isolate: false,
          globalSetup: 'test/helpers/rules-produced.ts',
          setupFiles: 'test/helpers/note-rules.ts',
        },
        // Every rule must be produced by one of these tests.
        plugins: [watchRules()],
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'out/**', 'e2e/**', 'src/core/**'],
          globalSetup: 'test/helpers/prepare.ts',
        },
      },
    ],
  },
});
