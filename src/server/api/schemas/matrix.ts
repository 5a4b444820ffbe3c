import { z } from 'zod';
import { MATRIX_PRESETS } from '../../../core/matrix/presets.ts';
import { CELL_STATES, MATRIX_LIMIT } from '../../../core/matrix/types.ts';
import { REASON_CODES } from '../../../core/trace/types.ts';
import { localText, name, platform } from './common.ts';
import { messageInput } from './message.ts';
import { outcome } from './views.ts';

const value = z.union([z.boolean(), z.string().max(200), z.number()]);
const { from, kind, elements, offlinePush } = messageInput.shape;

const presetIds = MATRIX_PRESETS.map(({ id }) => id);

const specShape = {
  preset: z.enum(presetIds).optional().meta({ description: 'A ready matrix; what stands beside it counts instead' }),
  message: z
    .strictObject({
      from: from.optional(),
      group: name.optional(),
      kind: kind.unwrap().optional(),
      elements: elements.optional(),
      offlinePush,
    })
    .optional()
    .meta({
      description: "To each phone's own account, or to `group`; absent parts: a short text from alice, no settings",
    }),
  phones: z
    .enum(['workspace', 'builtIn'])
    .optional()
    .meta({ description: '`builtIn`: a new phone of each vendor, to which the vendors have pushed nothing yet' }),
  devices: z.array(name).max(500).optional().meta({ description: 'Ids of phones; all when absent' }),
  axes: z
    .array(z.strictObject({ axis: z.string().max(100), values: z.array(value).min(1).max(100).optional() }))
    .max(20)
    .optional()
    .meta({ description: 'The first varies slowest; without values an axis takes all that it knows' }),
};

export const matrixSpec = z
  .strictObject(specShape)
  .meta({ id: 'MatrixSpec', description: `At most ${MATRIX_LIMIT} cells` });

export const matrixCellSpec = z
  .strictObject({ ...specShape, index: z.number().int().min(0).default(0) })
  .meta({ id: 'MatrixCellSpec', description: '`index`: place in `cells`; one value for each axis makes it 0' });

export const matrixQuery = z.strictObject({
  format: z.enum(['json', 'csv']).default('json'),
  locale: z.enum(['en', 'zh']).default('en').meta({ description: 'Language of the CSV' }),
});

const namedValue = z.strictObject({ value, text: localText });

const answer = z
  .strictObject({
    state: z.enum(CELL_STATES).meta({
      description: '`silent`: shown without sound and vibration; `impossible`: the values cannot be together',
    }),
    via: z.enum(['push', 'online', 'none']),
    reason: z.enum(REASON_CODES).nullable(),
    cause: z.string().nullable(),
    sound: z.string().nullable(),
    vibrated: z.boolean(),
    badge: z.number().nullable(),
    text: localText,
  })
  .meta({ id: 'CellAnswer' });

const counts = Object.fromEntries(CELL_STATES.map((state) => [state, z.number()]));

export const matrixView = z
  .strictObject({
    axes: z.array(z.strictObject({ axis: z.string(), text: localText, values: z.array(namedValue) })),
    counts: z.strictObject(counts),
    answers: z.array(answer).meta({ description: 'Each answer once' }),
    cells: z.array(z.number()).meta({
      description: 'Places in `answers`; the first axis is the phone, the last one varies fastest',
    }),
  })
  .meta({ id: 'Matrix' });

export const matrixCell = z.strictObject({ cell: answer, outcome: outcome.nullable() }).meta({ id: 'MatrixCell' });

export const matrixParts = z
  .strictObject({
    limit: z.number().meta({ description: 'Cells of one matrix at most' }),
    axes: z.array(
      z.strictObject({
        axis: z.string(),
        group: z.enum(['account', 'app', 'phone', 'settings', 'message', 'workspace']),
        on: platform.nullable(),
        text: localText,
        values: z.array(namedValue),
      }),
    ),
    presets: z.array(z.strictObject({ id: z.string(), text: localText, spec: matrixSpec })),
  })
  .meta({ id: 'MatrixParts' });
