import type { VendorResponse } from '../types.ts';
import { descOf } from './code-table.ts';
import type { Refusal } from './refusal.ts';

const JSON_HEADERS: VendorResponse['headers'] = [['content-type', 'application/json;charset=UTF-8']];
const TEXT_HEADERS: VendorResponse['headers'] = [['content-type', 'text/plain;charset=UTF-8']];

/** A JSON answer with status 200, as vivo gives it to every call that it understood. Key order is that of `body`. */
export const jsonAnswer = (body: object): VendorResponse => ({
  status: 200,
  headers: JSON_HEADERS,
  body: JSON.stringify(body),
});

/** `result`, `desc`, then what belongs to the call. */
export const successAnswer = (more: object = {}): VendorResponse => jsonAnswer({ result: 0, desc: descOf(0), ...more });

/** Success of the tag interfaces, which have a text of their own. */
export const tagAnswer = (more: object = {}): VendorResponse => jsonAnswer({ result: 0, desc: '成功', ...more });

const isStatus = (code: number): boolean => code === 404 || code === 500;

/** Failure: `result` and `desc` only, but for what a refused target adds; 404 and 500 as plain text. */
export function failureAnswer(code: number, desc: string = descOf(code), more: object = {}): VendorResponse {
  if (isStatus(code)) return { status: code, headers: TEXT_HEADERS, body: desc };
  return jsonAnswer({ result: code, desc, ...more });
}

export const refusalAnswer = ({ code, desc, more }: Refusal): VendorResponse => failureAnswer(code, desc, more);
