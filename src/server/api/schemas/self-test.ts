import { z } from 'zod';
import { SELF_TEST_WAYS } from '../../self-test/sockets.ts';
import { channelId, localText } from './common.ts';

export const selfTestRow = z
  .strictObject({
    vendor: channelId,
    way: z.enum(SELF_TEST_WAYS),
    ok: z.boolean().meta({ description: 'The vendor took the push' }),
    status: z.number().nullable().meta({ description: 'null: no answer came' }),
    outcome: z
      .enum(['shown', 'silent', 'suppressed', 'stored', 'dropped', 'scheduled', 'revoked'])
      .nullable()
      .meta({ description: 'What the phone made of it' }),
    ms: z.number(),
    error: z.string().nullable(),
    texts: localText.nullable(),
    deviceId: z.string().nullable(),
    exchangeId: z.string().nullable(),
    recipe: z.string().nullable(),
  })
  .meta({ id: 'SelfTestRow' });
