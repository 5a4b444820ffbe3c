import { z } from 'zod';
import { CHANNEL_IDS } from '../../../core/channels/types.ts';
import { localText } from './common.ts';

const value = z.union([z.boolean(), z.string(), z.number()]);

/** One switch of the workspace, with what it decides. */
export const switchView = z
  .strictObject({
    channel: z.enum(CHANNEL_IDS).nullable(),
    name: z.string(),
    kind: z.enum(['flag', 'choice', 'amount']),
    text: localText,
    default: value,
    options: z.array(z.strictObject({ value: z.union([z.string(), z.number()]), text: localText })).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'Switch', description: '`channel` null: a switch of the IM side, at the top of the workspace' });
