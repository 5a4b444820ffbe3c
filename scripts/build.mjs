// `npm run build`: builds main, preload and renderer into out/. With --if-stale only when the sources have changed.
import { build, isBuilt } from './lib/build.mjs';

const upToDate = process.argv.includes('--if-stale') && isBuilt();
process.exitCode = upToDate || (await build()) ? 0 : 1;
