// Writes docs/fidelity.md from the rule registry. `--check` fails when the committed file is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChannels } from '../src/core/channels/registry.ts';
import { presentFidelity } from '../src/core/present/fidelity.ts';
import { ROOMS } from '../src/core/rules.ts';

const file = join(import.meta.dirname, '..', 'docs', 'fidelity.md');
const text = presentFidelity(ROOMS, createChannels());
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/fidelity.md is out of date: run `node scripts/make-fidelity.ts`.');
  process.exitCode = 1;
}
