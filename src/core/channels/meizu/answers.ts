import { hex } from '../kit/bytes.ts';
import { header } from '../kit/form.ts';
import type { ReceiveContext, VendorRequest, VendorResponse } from '../types.ts';

type Headers = VendorResponse['headers'];

const HEADERS: Headers = [
  ['server', 'nginx'],
  ['content-type', 'application/json; charset=UTF-8'],
  ['content-language', 'zh-CN'],
  ['expires', 'Thu, 01 Jan 1970 00:00:00 GMT'],
];

/** What an answer depends on beside its contents. */
export interface Frame {
  readonly request: VendorRequest;
  readonly context: Pick<ReceiveContext, 'ports' | 'profile'>;
}

/** A client without session gets one, as seen on the real server; nothing hangs on it. */
function headersFor({ request, context }: Frame): Headers {
  if (header(request, 'cookie')?.includes('JSESSIONID=') === true) return HEADERS;
  const session = hex(context.ports.ids.bytes(16)).toUpperCase();
  return HEADERS.concat([['set-cookie', `JSESSIONID=${session};Path=/`]]);
}

const answer = (frame: Frame, body: string): VendorResponse => ({ status: 200, headers: headersFor(frame), body });

const text = (value: string): string => JSON.stringify(value);

/** Success of a send: `code, message, value, msgId, redirect`, the order of the document. */
export function sendAnswer(frame: Frame, value: object, messageId: string): VendorResponse {
  const id = frame.context.profile.meizu.messageIds ? `,"msgId":${text(messageId)}` : '';
  return answer(frame, `{"code":"200","message":"","value":${JSON.stringify(value)}${id},"redirect":""}`);
}

/** Success of every other call; `value` is an object, an array or a boolean, as the call has it. */
export const valueAnswer = (frame: Frame, value: object | boolean): VendorResponse =>
  answer(frame, `{"code":"200","message":"","value":${JSON.stringify(value)},"redirect":""}`);

/** Recorded with `value` before `redirect`; the recorded answers of later years have it behind. */
const VALUE_FIRST: ReadonlySet<string> = new Set(['1006', '110010']);

/** Failure: HTTP 200 all the same, `code` as text, `value` an empty text instead of an object. */
export function failureAnswer(frame: Frame, code: string, message: string, redirect = ''): VendorResponse {
  const tail = VALUE_FIRST.has(code)
    ? `"value":"","redirect":${text(redirect)}`
    : `"redirect":${text(redirect)},"value":""`;
  return answer(frame, `{"code":${text(code)},"message":${text(message)},${tail}}`);
}

/** No such path. */
export const NOT_FOUND: VendorResponse = { status: 404, headers: [['server', 'nginx']], body: '' };
