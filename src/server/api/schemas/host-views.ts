import { z } from 'zod';
import { certainty, channelId, localText, source, stage, verdict } from './common.ts';

// Answers about the host: listeners, rules, how to connect.

export const listeners = z.strictObject({ tls: z.string(), plain: z.string(), ui: z.string().optional() });

export const health = z
  .strictObject({ status: z.literal('ok'), version: z.string(), listeners, now: z.number() })
  .meta({ id: 'Health' });

export const rule = z
  .strictObject({
    id: z.string(),
    stage,
    texts: z.partialRecord(verdict, localText),
    fix: localText.nullable(),
    sources: z.array(source),
    certainty,
  })
  .meta({ id: 'Rule' });

export const requirement = z
  .strictObject({ channel: channelId, system: localText, condition: localText, sources: z.array(source) })
  .meta({ id: 'Requirement' });

const line = z.strictObject({ client: z.string(), names: localText, code: z.string() }).meta({ id: 'ConnectionLine' });

export const connection = z
  .strictObject({
    listeners,
    dataDir: z.string(),
    ca: z.string(),
    channels: z.array(
      z.strictObject({
        channel: channelId,
        hosts: z.array(z.string()),
        url: z.string(),
        credentials: z.record(z.string(), z.string()),
      }),
    ),
    lines: z.array(line),
  })
  .meta({ id: 'Connection' });
