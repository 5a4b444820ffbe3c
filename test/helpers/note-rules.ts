import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject } from 'vitest';
import { takeProduced } from '../../src/core/testing/produced.ts';

// Runs beside every test file of core: what the file's tests produced is written down when it has ended.
afterAll(() => {
  const line = JSON.stringify({ file: expect.getState().testPath, produced: takeProduced() });
  appendFileSync(join(inject('producedRules'), `${process.pid}.jsonl`), `${line}\n`);
});
