import { z } from 'zod';
import { LONGEST_DELAY_MS } from '../../../core/simulator/faults.ts';
import { words } from '../words.ts';
import { certainty, channelId, localText, name, source } from './common.ts';

/** Token characters of RFC 9110; pseudo headers and what the connection itself is made of are not for faults. */
const headerName = z
  .string()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/, words('Give a header name in lower case', '请填写小写的头名称'))
  .refine(
    (header) => !/^(connection|content-length|transfer-encoding|keep-alive|upgrade|proxy-connection)$/.test(header),
    words('Leave headers of the connection to the server', '与连接有关的头请留给服务器'),
  );
const headerValue = z
  .string()
  .max(8000)
  .regex(/^[\t\x20-\x7e\x80-\xff]*$/, words('Give printable Latin-1 text', '请填写可打印的 Latin-1 文本'));

const shapes = {
  code: { type: z.literal('code'), code: z.string().min(1).max(100) },
  status: {
    type: z.literal('status'),
    status: z.number().int().min(200).max(599),
    body: z.string().max(1_048_576).optional(),
    headers: z
      .array(z.tuple([headerName, headerValue]))
      .max(50)
      .optional(),
  },
  delay: { type: z.literal('delay'), ms: z.number().int().min(1).max(LONGEST_DELAY_MS) },
  reset: { type: z.literal('reset') },
  goaway: { type: z.literal('goaway'), debugData: z.string().max(1000).optional() },
} as const;

const BODYLESS: readonly number[] = [204, 205, 304];

const action = z
  .discriminatedUnion('type', [
    z.strictObject(shapes.code),
    z.strictObject(shapes.status),
    z.strictObject(shapes.delay),
    z.strictObject(shapes.reset),
    z.strictObject(shapes.goaway),
  ])
  .refine(
    (one) => one.type !== 'status' || !BODYLESS.includes(one.status) || (one.body ?? '') === '',
    words('Leave the body out: an answer with this status has none', '请去掉响应体：这个状态码的应答没有响应体'),
  )
  .meta({
    id: 'FaultAction',
    description:
      '`code`: a result code of the channel, for requests that pass every check. `status`: any answer. `delay`: holds the ' +
      'answer back, together with other faults too. `reset`: TCP reset. `goaway`: GOAWAY on HTTP/2, else the connection closes.',
  });

const match = z
  .strictObject({
    target: z.string().min(1).max(4096).optional(),
    path: z.string().min(1).max(2000).optional(),
  })
  .meta({
    id: 'FaultMatch',
    description:
      '`target`: a token or another target of the request. `path`: without query; `*` at its end = begins with',
  });

const times = z.number().int().min(1).max(1_000_000_000).nullable();

export const newFault = z
  .strictObject({
    id: name.optional(),
    channel: channelId,
    match: match.optional(),
    times: times.optional().meta({ description: 'Requests to disturb; null or absent = until removed' }),
    action,
  })
  .meta({ id: 'NewFault' });

export const fault = z
  .strictObject({ id: z.string(), channel: channelId, match, times, used: z.number(), action })
  .meta({ id: 'Fault' });

/** A fault of a saved workspace. Objects are loose: members that a later minor version added are kept. */
export const savedFault = z.looseObject({
  id: z.string(),
  channel: channelId,
  match: z.looseObject({ target: z.string().optional(), path: z.string().optional() }),
  times: z.number().nullable(),
  used: z.number(),
  action: z.discriminatedUnion('type', [
    z.looseObject(shapes.code),
    z.looseObject(shapes.status),
    z.looseObject(shapes.delay),
    z.looseObject(shapes.reset),
    z.looseObject(shapes.goaway),
  ]),
});

const code = z
  .strictObject({
    code: z.string(),
    httpStatus: z.number(),
    success: z.boolean(),
    meaning: localText,
    trigger: localText,
    fix: localText,
    sources: z.array(source),
    certainty,
    rule: z.string().nullable().meta({ description: 'The rule that gives it; null = only faults do' }),
  })
  .meta({ id: 'ResultCode' });

export const channel = z
  .strictObject({
    id: channelId,
    name: localText,
    hosts: z.array(z.string()),
    limits: z.record(z.string(), z.number()),
    gaps: z.array(z.strictObject({ kind: z.enum(['simplified', 'missing', 'unknown']), text: localText })),
    codes: z.array(code),
  })
  .meta({ id: 'Channel' });
