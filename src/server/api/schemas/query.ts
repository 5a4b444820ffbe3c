import { z } from 'zod';
import { words } from '../words.ts';
import { channelId } from './common.ts';

/** A flag in a query: `true` or `false`. */
export const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

const digits = z.string().regex(/^\d{1,15}$/, words('Give a whole number', '请填写整数'));

export const limit = digits
  .default('50')
  .transform(Number)
  .pipe(z.number().min(1).max(500))
  .meta({ description: 'Page size, 1 to 500', type: 'integer', default: 50 });

const before = z.string().min(1).optional().meta({ description: 'Id of the last entry of the page before' });

/** `5s`, `500ms` or a number of seconds; at most 60 s. Gives ms. */
export const duration = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,3})?(ms|s)?$/, words('Give a time such as 5s or 500ms', '请填写时长，例如 5s 或 500ms'))
  .transform((text) => Number.parseFloat(text) * (text.endsWith('ms') ? 1 : 1000))
  .pipe(z.number().min(0).max(60_000, 'Wait at most 60s'))
  .meta({ description: 'How long to wait for a match, at most 60s, e.g. 5s', type: 'string' });

/** ms since 1970, or an ISO 8601 date and time. Gives ms. */
export const since = z
  .union([
    digits.transform(Number),
    z.iso.datetime({ offset: true, local: false }).transform((text) => Date.parse(text)),
  ])
  .meta({ description: 'Only what arrived at or after this moment: ms since 1970, or ISO 8601', type: 'string' });

export const page = z.strictObject({ limit, before });
export const noQuery = z.strictObject({});

export const exchangeQuery = z.strictObject({
  limit,
  before,
  channel: channelId.optional(),
  q: z.string().max(500).optional().meta({ description: 'Text in target, title, path, body or answer' }),
});

export const outcomeQuery = z.strictObject({ limit, before, messageId: z.string().min(1).optional() });

const part = z.string().max(5000).optional();

export const notificationQuery = z.strictObject({
  limit,
  before,
  device: part.meta({ description: 'Device id' }),
  channel: channelId.optional(),
  title: part.meta({ description: 'Text that the title contains' }),
  body: part.meta({ description: 'Text that the body contains' }),
  since: since.optional(),
  wait: duration.optional(),
});

export const sendQuery = z.strictObject({ dryRun: flag.meta({ description: 'Decide and predict, record nothing' }) });
export const connectionQuery = z.strictObject({ secrets: flag });
