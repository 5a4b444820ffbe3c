// Writes docs/matrix.md and docs/matrix.csv: the specification's own variables, combined.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MATRIX_PRESETS } from '../src/core/matrix/presets.ts';
import { matrixCsv } from '../src/core/present/matrix-csv.ts';
import { matrixDocument } from '../src/core/present/matrix-doc.ts';
import { matrixOf } from '../src/core/testing/matrix.ts';

const preset = MATRIX_PRESETS.find(({ id }) => id === 'specification');
if (preset === undefined) throw new Error('There is no preset "specification".');
const view = matrixOf(preset.spec);
const docs = join(import.meta.dirname, '..', 'docs');
writeFileSync(join(docs, 'matrix.md'), matrixDocument(view));
writeFileSync(join(docs, 'matrix.csv'), matrixCsv(view, 'en'));
