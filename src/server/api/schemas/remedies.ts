import { z } from 'zod';
import { CHANGE_MAKERS, GOALS } from '../../../core/remedies/types.ts';
import { localText } from './common.ts';

const goal = z.enum(GOALS);

const command = z
  .strictObject({
    method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
    path: z.string().meta({ description: 'Below the base of the API' }),
    body: z.unknown().meta({ description: 'null: the request has no body' }),
  })
  .meta({ id: 'ChangeCommand' });

const change = z
  .strictObject({
    id: z.string().meta({ description: 'What is changed, e.g. settings.popUps' }),
    text: localText,
    by: z.enum(CHANGE_MAKERS).meta({
      description:
        '`user`: on the phone; `receiver`: in the account; `sender`: in the message; `simulator`: in the workspace',
    }),
    command,
  })
  .meta({ id: 'Change' });

const remedy = z
  .strictObject({
    goal,
    changes: z.array(change).meta({ description: 'In this order; none: as things stand now it would do' }),
    next: z.enum(['arrives', 'resend', 'done']).meta({
      description:
        '`arrives`: what waits for the phone comes by itself; `resend`: send the message again; `done`: the changed message has been sent',
    }),
  })
  .meta({ id: 'Remedy' });

export const remedyReport = z
  .strictObject({
    outcomeId: z.string(),
    deviceId: z.string().nullable(),
    goals: z.array(goal).meta({ description: 'What the outcome lacks' }),
    remedies: z.array(remedy).meta({ description: 'Best first within each goal' }),
    resend: command,
  })
  .meta({ id: 'RemedyReport' });
