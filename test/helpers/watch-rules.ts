import { join, relative } from 'node:path';
import type { Plugin } from 'vitest/config';
import { root } from '../../scripts/lib/paths.mjs';

interface Watched {
  readonly file: RegExp;
  /** The function through which everything goes; its name is the first group. */
  readonly declaration: RegExp;
  readonly watcher: 'watchedChannel' | 'watchedDecision' | 'watchedSimulator';
}

const WATCHED: readonly Watched[] = [
  {
    file: /^src\/core\/channels\/[a-z]+\/channel\.ts$/,
    declaration: /^export function (create\w+)\(\): Channel \{$/m,
    watcher: 'watchedChannel',
  },
  {
    file: /^src\/core\/im\/decide\.ts$/,
    declaration: /^export function (decideOffline)\(input: DecideInput\): OfflineDecision \{$/m,
    watcher: 'watchedDecision',
  },
  {
    file: /^src\/core\/simulator\.ts$/,
    declaration: /^export function (createSimulator)\(options: SimulatorOptions\): Simulator \{$/m,
    watcher: 'watchedSimulator',
  },
];

const PRODUCED = join(root, 'src/core/testing/produced.ts');

/** Puts watchers round what makes trace steps, in tests alone: see `rules-produced.ts`. */
export function watchRules(): Plugin {
  return {
    name: 'pushpit:watch-rules',
    enforce: 'pre',
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? id).replaceAll('\\', '/');
      const watched = WATCHED.find((one) => one.file.test(file));
      if (watched === undefined) return null;
      const { declaration, watcher } = watched;
      if (!declaration.test(code))
        throw new Error(`${file} has no function as ${declaration}: watch-rules.ts must follow.`);
      const renamed = code.replace(declaration, (line, name: string) =>
        line.replace(`export function ${name}`, 'function unwatched'),
      );
      const name = declaration.exec(code)?.[1];
      return {
        code: `${renamed}
import { ${watcher} } from '${PRODUCED}';
export function ${name}(...given) { return ${watcher}(unwatched(...given)); }
`,
        map: null,
      };
    },
  };
}
