import { join } from 'node:path';
import { app } from 'electron';
import { boot } from './boot.ts';

// Not awaited at top level: Electron becomes ready only after this module has been evaluated, and `boot` waits for that.
boot({
  args: process.argv.slice(1),
  env: process.env,
  // Built, this file lies in `out/main`.
  projectDir: join(import.meta.dirname, '..', '..'),
  loadProgram: async () => (await import('../server/pushpit.ts')).startPushpit,
}).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  app.exit(1);
});
