import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const devPort = 5173;

/**
 * Three builds in one file, as electron-vite expects them.
 *
 * - main: two entries that share their chunks. `index` is the Electron shell, `cli` the command line. All libraries are
 *   bundled: one file read and one compile beat a few hundred module look-ups at start-up.
 * - preload: a sandboxed preload script cannot be an ES module, so it is one CommonJS file that requires `electron` only.
 * - renderer: what the browser and the desktop window both show.
 */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      outDir: resolve(root, 'out/main'),
      sourcemap: 'hidden',
      rolldownOptions: {
        input: { index: resolve(root, 'src/main/index.ts'), cli: resolve(root, 'src/cli/index.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: resolve(root, 'out/preload'),
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    // Only the icon of the page; built-in sounds are served by the host from `resources/`, the same in development and in a build.
    publicDir: resolve(root, 'src/renderer/public'),
    plugins: [react(), tailwindcss()],
    // While developing the window stays on its own scheme and fetches from here; only the reload socket connects directly.
    server: { host: 'localhost', port: devPort, strictPort: true, hmr: { protocol: 'ws', clientPort: devPort } },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // electron-vite leaves it out; reading the page's script is most of what opening it takes.
      minify: true,
      // Content security policy forbids inline scripts and data: scripts; assets stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'src/renderer/index.html') },
    },
  },
});
