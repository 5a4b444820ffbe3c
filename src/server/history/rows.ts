import type { ShadeNotification } from '../../core/device/types.ts';
import { textOf } from '../../core/present/body.ts';
import type { Exchange, Outcome } from '../../core/simulator-types.ts';

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

export function exchangeRow(one: Exchange): ArchiveRow {
  const { request } = one;
  const body = request === null ? null : Buffer.from(request.body).toString('base64');
  return {
    kind: 'exchange',
    n: numberIn(one.id),
    channel: one.channel,
    device: one.deliveries[0]?.deviceId ?? null,
    message: null,
    text: searchedText(one),
    json: JSON.stringify(request === null ? one : { ...one, request: { ...request, body } }),
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
