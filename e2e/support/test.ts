import { test as base, expect } from '@playwright/test';
import { type Api, createApi } from './api.ts';
import { type Server, startServer } from './server.ts';
import { SimulatePage } from './simulate-page.ts';
import { type Troubles, watch } from './troubles.ts';

interface TestFixtures {
  readonly api: Api;
  /** The page, open and loaded over a fresh built-in workspace. */
  readonly simulate: SimulatePage;
  readonly troubles: Troubles;
}
interface WorkerFixtures {
  /** One process per worker; every test finds it reset. */
  readonly server: Server;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    async ({ browserName }, use) => {
      const server = await startServer(browserName);
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  api: [
    async ({ server }, use) => {
      const api = createApi(server.ui);
      await api.call('POST', '/reset', {});
      await use(api);
    },
    { auto: true },
  ],
  troubles: [
    async ({ page }, use) => {
      const troubles = await watch(page);
      await use(troubles);
      expect(troubles.unexpected(), 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],
  simulate: async ({ page, server }, use) => {
    const simulate = new SimulatePage(page);
    await simulate.open(server.ui);
    await use(simulate);
  },
});

export { expect };
