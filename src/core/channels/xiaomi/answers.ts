import type { Ports } from '../../ports.ts';
import type { VendorResponse } from '../types.ts';
import { descriptionOf } from './code-table.ts';
import { traceId } from './ids.ts';

const HEADERS: readonly (readonly [string, string])[] = [['content-type', 'application/json;charset=UTF-8']];

/** A JSON answer. Key order is the order of `body`, as clients print it in their logs. */
export const jsonAnswer = (status: number, body: object): VendorResponse => ({
  status,
  headers: HEADERS,
  body: JSON.stringify(body),
});

interface Frame {
  readonly now: number;
  readonly ports: Ports;
}

/** Success of a send: `result, trace_id, code, data, description, info` (recorded answers). */
export const sendAnswer = (
  { now, ports }: Frame,
  data: Readonly<Record<string, string>>,
  info: string,
): VendorResponse =>
  // Written out, since this answers nearly every request: only the varying parts need escapes.
  ({
    status: 200,
    headers: HEADERS,
    body: `{"result":"ok","trace_id":"${traceId(now, ports)}","code":0,"data":${JSON.stringify(data)},"description":"成功","info":${JSON.stringify(info)}}`,
  });

/** Success without data. */
export const plainAnswer = ({ now, ports }: Frame): VendorResponse =>
  jsonAnswer(200, { result: 'ok', trace_id: traceId(now, ports), code: 0, description: '成功' });

/** Success of a topic subscription, which has a `reason` (recorded answer). */
export const reasonAnswer = ({ now, ports }: Frame): VendorResponse =>
  jsonAnswer(200, { result: 'ok', reason: 'Success', trace_id: traceId(now, ports), code: 0, description: '成功' });

/** Success of a reading call with a trace id before the data. */
export const dataAnswer = ({ now, ports }: Frame, data: object): VendorResponse =>
  jsonAnswer(200, { result: 'ok', trace_id: traceId(now, ports), code: 0, description: '成功', data });

/** Statistics, recorded without a trace id. */
export const statsAnswer = (data: object): VendorResponse =>
  jsonAnswer(200, { result: 'ok', code: 0, description: '成功', data });

/** Lists of aliases and topics, recorded without a trace id and with the data before the description. */
export const listAnswer = (list: readonly unknown[]): VendorResponse =>
  jsonAnswer(200, { result: 'ok', code: 0, data: { list }, description: '成功' });

/** Lists of the feedback host, recorded with the code last. */
export const feedbackAnswer = (list: readonly string[]): VendorResponse =>
  jsonAnswer(200, { result: 'ok', description: '成功', data: { list }, code: 0 });

/** Failure: `result, reason, trace_id, code, description`, never `data`. Status 200 unless the path or method is wrong. */
export const failureAnswer = ({ now, ports }: Frame, code: number, reason: string, status = 200): VendorResponse =>
  jsonAnswer(status, {
    result: 'error',
    reason,
    trace_id: traceId(now, ports),
    code,
    description: descriptionOf(code),
  });
