import type { TraceStep } from '../../trace/types.ts';
import { decodeUtf8, encodeUtf8, hex } from '../kit/bytes.ts';
import { header, pathOf } from '../kit/form.ts';
import type { Effect, VendorRequest, VendorResponse } from '../types.ts';
import { errorAnswer, notFoundPage } from './answers.ts';
import { type Call, type Reply, readQuery, refused } from './call.ts';
import { refuse } from './refusal.ts';
import { send } from './send.ts';
import type { FcmState } from './state.ts';
import { channelStep } from './steps.ts';

/** Messages that one batch may carry. */
export const BATCH_LIMIT = 500;

const SEND_PATH = /^\/v1\/projects\/([^/]+)\/messages:send$/;

const NOT_IMPLEMENTED = {
  code: 501,
  message: 'Operation is not implemented, or supported, or enabled.',
  status: 'UNIMPLEMENTED',
} as const;

const BAD_BATCH = { code: 400, message: 'Failed to parse batch request.', status: 'INVALID_ARGUMENT' } as const;

/** One HTTP request inside the batch. */
interface Part {
  readonly id: string | null;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

interface Heads {
  readonly lines: readonly string[];
  readonly rest: string;
}

/** Lines up to the first empty one, and what follows it. */
function splitHead(text: string): Heads {
  const match = /\r?\n\r?\n/.exec(text);
  if (match === null) return { lines: text.trimEnd().split(/\r?\n/), rest: '' };
  return { lines: text.slice(0, match.index).split(/\r?\n/), rest: text.slice(match.index + match[0].length) };
}

function headersOf(lines: readonly string[]): readonly (readonly [string, string])[] {
  return lines.flatMap((line): (readonly [string, string])[] => {
    const colon = line.indexOf(':');
    return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
}

function readPart(text: string): Part | null {
  const outer = splitHead(text.replace(/^\r?\n/, ''));
  const inner = splitHead(outer.rest.replace(/^(?:\r?\n)+/, ''));
  const [first = '', ...lines] = inner.lines;
  const [method, path] = first.split(' ');
  if (!method || !path) return null;
  const id = headersOf(outer.lines).find(([name]) => name === 'content-id')?.[1] ?? null;
  return { id, method, path, headers: headersOf(lines), body: inner.rest.replace(/\r?\n$/, '') };
}

/** The parts of a multipart body; null when it is none. */
function readParts(request: VendorRequest): readonly (Part | null)[] | null {
  const type = header(request, 'content-type') ?? '';
  const boundary = /^multipart\/mixed\b.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  const text = decodeUtf8(request.body);
  if (mark === undefined || text === null) return null;
  const [, ...parts] = `\n${text}`.split(`\n--${mark}`);
  const end = parts.findIndex((part) => part.startsWith('--'));
  return end < 0 ? null : parts.slice(0, end).map(readPart);
}

/** The request as if it had come by itself; the batch's own headers hold where the part has none. */
function innerCall(call: Call, part: Part, state: FcmState): Call | null {
  const own = new Set(part.headers.map(([name]) => name));
  const outer = call.request.headers.filter(([name]) => !own.has(name) && name !== 'content-type');
  const request: VendorRequest = {
    ...call.request,
    method: part.method,
    path: part.path,
    headers: [...part.headers, ...outer],
    body: encodeUtf8(part.body),
  };
  const project = SEND_PATH.exec(pathOf(request))?.[1];
  if (project === undefined || part.method !== 'POST') return null;
  const query = readQuery(request);
  return { ...call, request, path: pathOf(request), query, parts: [project], state };
}

const LINE = '\r\n';

function writePart(id: string | null, { status, headers, body }: VendorResponse): string {
  const head = headers.map(([name, value]) => `${name}: ${value}`).join(LINE);
  const reference = id === null ? '' : `Content-ID: <response-${id.replace(/^<|>$/g, '')}>${LINE}`;
  const phrase = status === 200 ? 'OK' : 'Error';
  return `Content-Type: application/http${LINE}${reference}${LINE}HTTP/1.1 ${status} ${phrase}${LINE}${head}${LINE}${LINE}${body}`;
}

function runParts(call: Call, parts: readonly (Part | null)[]): Reply {
  let state = call.state;
  let stopped: TraceStep | undefined;
  let taken = 0;
  const effects: Effect[] = [];
  const answers = parts.map((part) => {
    const inner = part && innerCall(call, part, state);
    if (!inner) return writePart(part?.id ?? null, notFoundPage(part?.path ?? '/'));
    const reply = send(inner);
    state = reply.state ?? state;
    effects.push(...(reply.effects ?? []));
    const stop = reply.steps.find(({ verdict }) => verdict === 'stop');
    if (stop === undefined) taken += 1;
    else stopped ??= stop;
    return writePart(part.id, reply.response);
  });
  const mark = `batch_${hex(call.context.ports.ids.bytes(16))}`;
  const body = `${answers.map((answer) => `--${mark}${LINE}${answer}${LINE}`).join('')}--${mark}--${LINE}`;
  const done = channelStep('fcm-batch', 'pass', { taken, count: parts.length });
  const first = stopped && { ...stopped, verdict: 'note' as const };
  const failed = first === undefined ? [] : [channelStep('fcm-batch-failed', 'note', { rule: first.rule })];
  return {
    response: { status: 200, headers: [['content-type', `multipart/mixed; boundary=${mark}`]], body },
    steps: [channelStep('fcm-route', 'pass'), done, ...failed],
    effects,
    state,
    target: `batch of ${parts.length}`,
  };
}

/** `POST /batch`: gone since 2024; before, up to 500 sends in one multipart request. */
export function batch(call: Call): Reply {
  const era = call.context.profile.fcm.batch;
  if (era === 'today') return { response: notFoundPage(call.path), steps: [channelStep('fcm-batch-gone', 'stop')] };
  if (era === 'closing')
    return { response: errorAnswer(NOT_IMPLEMENTED, call.pretty), steps: [channelStep('fcm-batch-closing', 'stop')] };
  const parts = readParts(call.request);
  if (parts !== null && parts.length > 0 && parts.length <= BATCH_LIMIT) return runParts(call, parts);
  const received = parts === null ? 'no multipart/mixed' : parts.length;
  return refused(call, refuse('fcm-batch-body', BAD_BATCH, { received, limit: BATCH_LIMIT }), [
    channelStep('fcm-route', 'pass'),
  ]);
}
