import type { RuleProfile } from '../../profile.ts';
import type { VendorResponse } from '../types.ts';
import { codeRow } from './code-table.ts';

const HEADERS: readonly (readonly [string, string])[] = [['content-type', 'application/json;charset=UTF-8']];

export const answer = (body: string, status = 200): VendorResponse => ({ status, headers: HEADERS, body });

/** `message` of a code: the document's text, or the Java SDK's constant, as the workspace is set. */
export function textOf(code: number, { oppo }: RuleProfile): string {
  const row = codeRow(code);
  if (row === undefined) return '';
  return oppo.codeTexts === 'sdk' ? (row.sdk ?? row.text) : row.text;
}

/** Success of auth, alias and tag calls: `success` in lower case. */
export const plainSuccess = (data?: object): VendorResponse =>
  answer(JSON.stringify(data === undefined ? { code: 0, message: 'success' } : { code: 0, message: 'success', data }));

/** Success of the other calls; `data` is JSON text, written out where the order of its keys matters. */
export const sendSuccess = ({ oppo }: RuleProfile, data: string): VendorResponse =>
  answer(`{"code":0,"message":${JSON.stringify(oppo.successText)},"data":${data}}`);

/** Failure: `code` and `message`, never `data` (sample of V1.9.3). HTTP 200 for all but an unknown path. */
export const failureAnswer = (code: number, message: string): VendorResponse =>
  answer(JSON.stringify({ code, message }), code === 20 ? 404 : 200);

/** What the Java SDK reports as -3: a page that is no JSON. */
export const unparsable = (): VendorResponse => ({
  status: 200,
  headers: [['content-type', 'text/html;charset=UTF-8']],
  body: '<html><body>Service error</body></html>',
});
