import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../scripts/lib/paths.mjs';
import { createChannels } from '../src/core/channels/registry.ts';
import { createRules } from '../src/core/rules.ts';
import { isWhole, type Line, testFiles, unproduced } from './helpers/rules-produced.ts';
import { watchRules } from './helpers/watch-rules.ts';

const rules = createRules(createChannels()).all();
const everything: Line = {
  file: 'a.test.ts',
  produced: rules.map(({ id, text }) => [id, Object.keys(text)] as const),
};

describe('the watch over the rules', () => {
  it('names a rule that nothing has produced, and the verdict that nothing has given', () => {
    expect(unproduced([everything], rules)).toEqual([]);
    expect(unproduced([], rules)).toHaveLength(rules.length);
    expect(unproduced([{ ...everything, file: 'src/core/im/properties.test.ts' }], rules)).toHaveLength(rules.length);
    const without = everything.produced
      .filter(([id]) => id !== 'kicked')
      .map(([id, verdicts]) => [id, id === 'no-text' ? verdicts.filter((one) => one !== 'stop') : verdicts] as const);
    expect(unproduced([{ ...everything, produced: without }], rules)).toEqual(['  no-text: stop', '  kicked: stop']);
  });

  it('speaks only when every test file of core has run', () => {
    const files = testFiles();
    const lines = files.map((file): Line => ({ file: join(root, file), produced: [] }));
    expect(files.length).toBeGreaterThan(100);
    expect(isWhole(lines, files)).toBe(true);
    expect(isWhole(lines.slice(1), files)).toBe(false);
  });

  it('refuses a source that it can no longer watch', () => {
    const { transform } = watchRules();
    if (typeof transform !== 'function') throw new Error('no transform');
    const run = (file: string, code: string): unknown => Reflect.apply(transform, {}, [code, join(root, file)]);
    expect(() => run('src/core/im/decide.ts', 'export const decideOffline = 1;')).toThrow('watch-rules.ts must follow');
    expect(run('src/core/im/gates.ts', '')).toBeNull();
  });
});
