import type { Ports } from '../../ports.ts';
import type { TargetKind } from './payload.ts';

const HOST_LETTERS = ['dm', 'cm', 'lm', 'lx'] as const;
const TAIL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** First letter of a message id by what was addressed; broadcasts get `t`, multi_messages `m`. */
const ID_LETTERS: Readonly<Record<TargetKind | 'multi', string>> = {
  regid: 's',
  alias: 'a',
  user_account: 'u',
  topic: 't',
  multi_topic: 't',
  all: 't',
  region: 't',
  miid: 'i',
  gaid: 'g',
  oaid: 's',
  multi: 'm',
};

let lastTime = { now: Number.NaN, text: '' };

/** Last twelve digits of the time. The last answer is kept: every answer has two ids of the same time. */
function timePart(now: number): string {
  if (now !== lastTime.now) {
    const digits = String(Math.abs(Math.trunc(now)));
    lastTime = { now, text: digits.padStart(12, '0').slice(-12) };
  }
  return lastTime.text;
}

function vendorId(first: string, now: number, ports: Ports): string {
  const bytes = ports.ids.bytes(6);
  const at = (index: number): number => bytes[index] ?? 0;
  const host = HOST_LETTERS[at(0) % HOST_LETTERS.length] ?? 'cm';
  const hex = (((at(1) << 16) | (at(2) << 8) | at(3)) & 0xfffff).toString(16).padStart(5, '0');
  return `${first}${host}${hex}${timePart(now)}${TAIL[at(4) % TAIL.length]}${TAIL[at(5) % TAIL.length]}`;
}

/**
 * Message id of 22 characters: letter of the target, two of the host, five hex digits, the last twelve digits of the
 * time in ms, two letters or digits. Shape measured on more than twenty published ids.
 */
export const messageId = (kind: TargetKind | 'multi', now: number, ports: Ports): string =>
  vendorId(ID_LETTERS[kind], now, ports);

/** `trace_id` of an answer: the same shape, beginning with `X`. */
export const traceId = (now: number, ports: Ports): string => vendorId('X', now, ports);

export const VENDOR_ID = /^[Xsatuigm][a-z]{2}[0-9a-f]{5}\d{12}[0-9A-Za-z]{2}$/;
