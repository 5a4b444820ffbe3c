import type { VendorWorld } from '../../../testing/vendor-world.ts';
import { message } from './world.ts';

export interface VectorRequest {
  readonly method: 'GET' | 'POST';
  /** `{task}` stands for the first taskId of the row, here and in the body. */
  readonly path: string;
  /** Value of `authToken`: `{token}` = the one that the row begins with; null = none. */
  readonly token: string | null;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

export interface VectorAnswer {
  readonly status: number;
  /** `result`; absent for plain text. */
  readonly result?: number;
  readonly desc?: string;
  /** Exact keys in order. */
  readonly keys?: readonly string[];
  /** Members that are exactly so. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Whole body of a plain-text answer. */
  readonly text?: string;
  /** `taskId` is that of the row's first answer. */
  readonly sameTask?: boolean;
}

export interface VectorExchange {
  readonly request: VectorRequest;
  readonly answer: VectorAnswer;
  /** ms by which the clock moves before. */
  readonly after?: number;
}

export interface VivoVector {
  readonly row: string;
  /** Sets the clock, switches and phones. */
  readonly prepare?: (world: VendorWorld) => void;
  /** Seen from the world after `prepare`. */
  readonly exchanges: (world: VendorWorld) => readonly VectorExchange[];
  /** Notifications on `phone-1` afterwards. */
  readonly shade?: number;
  /** Rules whose notes the last exchange has. */
  readonly notes?: readonly string[];
  /** Rests on a choice of Pushpit's, not on something published or measured. */
  readonly chosen?: true;
}

const JSON_TYPE: readonly (readonly [string, string])[] = [['content-type', 'application/json']];
export const TOKEN = '{token}';

export const call = (path: string, body: unknown, rest: Partial<VectorRequest> = {}): VectorRequest => ({
  method: 'POST',
  path,
  token: TOKEN,
  headers: JSON_TYPE,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...rest,
});

export const get = (path: string): VectorRequest => ({ ...call(path, ''), method: 'GET', headers: [] });
const TASK_KEYS = ['result', 'desc', 'taskId'];
export const OK: VectorAnswer = { status: 200, result: 0, desc: '请求成功' };
export const SENT: VectorAnswer = { ...OK, keys: TASK_KEYS };

export const refused = (result: number, rest: Partial<VectorAnswer> = {}): VectorAnswer => ({
  status: 200,
  result,
  keys: ['result', 'desc'],
  ...rest,
});

export type Change = Readonly<Record<string, unknown>>;

export const send = (change: Change, answer: VectorAnswer, rest: Partial<VectorRequest> = {}): VectorExchange => ({
  request: call('/message/send', message(change), rest),
  answer,
});

/** Rows of one exchange each, of the plain message with a change. */
export const sends = (row: string, ...list: readonly (readonly [Change, VectorAnswer])[]): readonly VivoVector[] =>
  list.map(([change, answer], index) => ({
    row: `${row}${list.length > 1 ? String.fromCharCode(97 + index) : ''}`,
    exchanges: () => [send(change, answer)],
  }));

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const body = (rest: Change = {}): Record<string, unknown> => message({ regId: undefined, ...rest });
