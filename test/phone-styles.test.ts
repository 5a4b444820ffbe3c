import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', 'src', 'renderer', 'phones');
const sheets = globSync('**/*.css', { cwd: folder }).map((file) => ({
  file,
  css: readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));

describe('style sheets of the drawn phones', () => {
  // One point on the glass is measured in cqw: with a container in between, parts of a phone would have another scale.
  it('have the phone as their only container', () => {
    const containers = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/container(?:-type|-name)?\s*:[^;]+/g)].map(([found]) => `${file}: ${found}`),
    );
    expect(containers).toEqual(['phone.css: container: phone / inline-size']);
  });
});
