import type { Page } from '@playwright/test';

/** What a page complained of: uncaught errors, console errors, refusals by its own policy. A test that leaves one fails. */
export interface Troubles {
  readonly found: readonly string[];
  /** Complaints that a test provokes on purpose. */
  expect(pattern: RegExp): void;
  /** Those that nobody expected. */
  unexpected(): readonly string[];
}

/** Watches a page from its first script on. */
export async function watch(page: Page): Promise<Troubles> {
  const found: string[] = [];
  const expected: RegExp[] = [];
  page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A preview is given up as soon as the message changes.
    if (why !== 'net::ERR_ABORTED') found.push(`request: ${why} ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    found,
    expect: (pattern) => expected.push(pattern),
    unexpected: () => found.filter((one) => !expected.some((pattern) => pattern.test(one))),
  };
}
