import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.mjs';

const root = import.meta.dirname;
const artefacts = resolve(root, 'test-artefacts');
const executablePath = findChromium();

/** Chromium as it runs in containers: no sandbox (root), no GPU, and nothing that talks to the network on its own. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: resolve(root, 'e2e'),
  outputDir: resolve(artefacts, 'e2e'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['line'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? resolve(artefacts, 'playwright.json') }],
  ],
  // Recording a trace of every test doubles the time of the whole run: PUSHPIT_TRACE=1 asks for it.
  use: {
    trace: process.env.PUSHPIT_TRACE === '1' ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: 'desktop/**',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1440, height: 900 },
        launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
      },
    },
    { name: 'desktop', testMatch: 'desktop/**/*.spec.ts', workers: 1, timeout: 90_000 },
  ],
});
