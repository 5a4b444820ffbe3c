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

const line = z
  .strictObject({
    vendor: channelId.nullable(),
    way: z.enum(['address', 'names', 'proxy']),
    language: z.enum(['shell', 'curl', 'node', 'java', 'go', 'python', 'php']),
    client: z.string(),
    names: localText,
    code: z.string(),
    note: localText.nullable(),
  })
  .meta({ id: 'ConnectionLine' });

const file = z
  .strictObject({ name: z.string(), label: localText, secret: z.boolean(), path: z.string().nullable() })
  .meta({ id: 'ConnectionFile' });

const field = z
  .strictObject({ name: z.string(), label: localText, value: z.string().nullable(), secret: z.boolean() })
  .meta({ id: 'ConnectionField' });

export const connection = z
  .strictObject({
    listeners,
    dataDir: z.string(),
    ca: z.string(),
    channels: z.array(
      z.strictObject({
        channel: channelId,
        name: localText,
        hosts: z.array(z.string()),
        url: z.string(),
        plainUrl: z.string(),
        credentials: z.record(z.string(), z.string()),
        fields: z.array(field),
        files: z.array(file),
      }),
    ),
    files: z.array(file),
    lines: z.array(line),
    recipes: z.array(line),
  })
  .meta({ id: 'Connection' });
