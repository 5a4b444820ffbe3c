import { type Form, field, listField } from '../kit/form.ts';
import { readExtras } from './extras.ts';

/** The parameters of one message as they came, before any check. */
export interface Draft {
  readonly form: Form;
  readonly packageNames: readonly string[];
  readonly passThrough: string;
  readonly title: string;
  readonly description: string;
  readonly payload: string;
  readonly notifyType: string;
  readonly notifyId: string;
  readonly timeToLive: string;
  readonly timeToSend: string;
  readonly extra: Readonly<Record<string, string>>;
}

function packageNames(form: Form): readonly string[] {
  const names = listField(form, 'restricted_package_name');
  // Spaces are rare enough to look first.
  if (names.every((name) => name === name.trim())) return names;
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Reads a message out of a form. */
export function readDraft(form: Form): Draft {
  return {
    form,
    packageNames: packageNames(form),
    passThrough: field(form, 'pass_through'),
    title: field(form, 'title'),
    description: field(form, 'description'),
    payload: field(form, 'payload'),
    notifyType: field(form, 'notify_type'),
    notifyId: field(form, 'notify_id'),
    timeToLive: field(form, 'time_to_live'),
    timeToSend: field(form, 'time_to_send'),
    extra: readExtras(form),
  };
}

const INTEGER = /^[+-]?\d{1,19}$/;
const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/** A Java `long`, or null when the text is none. */
export function parseLong(text: string): bigint | null {
  if (text === '') return null;
  const trimmed = text.trim();
  if (!INTEGER.test(trimmed)) return null;
  const value = BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  return value > LONG_MAX || value < LONG_MIN ? null : value;
}

/** The low 32 bits, as the phone uses a notify_id. */
export const toInt32 = (value: bigint): number => Number(BigInt.asIntN(32, value));

/** Characters as the vendor counts them: code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

const encoder = new TextEncoder();
export const utf8Length = (text: string): number => encoder.encode(text).length;

export const isPassThrough = (draft: Draft): boolean => draft.passThrough.trim() === '1';

/** An own value of an extra; undefined when it is not set. */
export const extraOf = (
  draft: { readonly extra: Readonly<Record<string, string>> },
  key: string,
): string | undefined => (Object.hasOwn(draft.extra, key) ? draft.extra[key] : undefined);
