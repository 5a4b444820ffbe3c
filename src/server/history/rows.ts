import type { ShadeNotification } from '../../core/device/types.ts';
import { textOf } from '../../core/present/body.ts';
import type { Exchange, Outcome } from '../../core/simulator-types.ts';
import type { TraceStep } from '../../core/trace/types.ts';

/** One entry as the archive's table has it. */
export interface ArchiveRow {
  readonly kind: 'exchange' | 'outcome' | 'notification';
  /** Running number, the end of the id. */
  readonly n: number;
  readonly channel: string | null;
  readonly device: string | null;
  readonly message: string | null;
  /** All that a search for text looks at, in lower case. */
  readonly text: string | null;
  readonly json: string;
}

/** The running number that an id ends with; null when it has none. */
export function numberOf(id: string): number | null {
  const digits = id.slice(id.lastIndexOf('-') + 1);
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
}

const numberIn = (id: string): number => numberOf(id) ?? 0;

/** Everything in an exchange that a search looks at. */
export function searchedText(one: Exchange): string {
  const { target, title, request, failure, remote, response } = one;
  const parts = [target, title, request?.path, request?.host, failure?.message, remote, response?.body];
  const body = request === null ? '' : textOf(request.body);
  return [...parts.filter((text) => text !== null && text !== undefined), body].join('\n').toLowerCase();
}

/** The same objects come by again and again: steps that say nothing of the push, and facts of a connection. */
const written = new WeakMap<object, string>();

function shared(value: object): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const json = JSON.stringify(value);
  written.set(value, json);
  return json;
}

const stepsJson = (steps: readonly TraceStep[]): string =>
  `[${steps.map((step) => (step.params === undefined && step.value === undefined ? shared(step) : JSON.stringify(step))).join(',')}]`;

function requestJson(request: Exchange['request']): string {
  if (request === null) return 'null';
  const { connection, body, ...rest } = request;
  const text = JSON.stringify({ ...rest, body: Buffer.from(body).toString('base64') });
  return `${text.slice(0, -1)},"connection":${shared(connection)}}`;
}

/** An exchange as JSON; most of what it consists of was written before. */
function exchangeJson(one: Exchange): string {
  const { request, trace, ...rest } = one;
  return `${JSON.stringify(rest).slice(0, -1)},"request":${requestJson(request)},"trace":${stepsJson(trace)}}`;
}

export function exchangeRow(one: Exchange): ArchiveRow {
  return {
    kind: 'exchange',
    n: numberIn(one.id),
    channel: one.channel,
    device: one.deliveries[0]?.deviceId ?? null,
    message: null,
    text: searchedText(one),
    json: exchangeJson(one),
  };
}

/** An exchange as it was before it became a row. */
export function exchangeOf(stored: unknown): Exchange {
  const one = stored as Exchange & { readonly request: { readonly body: unknown } | null };
  if (one.request === null || typeof one.request.body !== 'string') return one;
  return { ...one, request: { ...one.request, body: new Uint8Array(Buffer.from(one.request.body, 'base64')) } };
}

export const outcomeRow = (one: Outcome): ArchiveRow => ({
  kind: 'outcome',
  n: numberIn(one.id),
  channel: one.channel,
  device: one.deviceId,
  message: one.message.id,
  text: null,
  json: JSON.stringify(one),
});

export const notificationRow = (one: ShadeNotification): ArchiveRow => ({
  kind: 'notification',
  n: numberIn(one.id),
  channel: one.channel,
  device: one.deviceId,
  message: null,
  text: null,
  json: JSON.stringify(one),
});
