import type { RuleProfile } from '../../../profile.ts';
import type { RequestParts } from '../../../testing/vendor-world.ts';
import { JSON_TYPE, SEND } from './world.ts';

export interface ExpectedAnswer {
  readonly status: number;
  /** What `identify` makes of it; null: a success. */
  readonly code: string | null;
  /** The whole body, parsed. */
  readonly json?: unknown;
  /** The body as text. */
  readonly text?: RegExp;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FcmVector {
  /** Number of the reference's table, with a letter where a row has several requests in worlds of their own. */
  readonly row: string;
  readonly exchanges: readonly { readonly request: RequestParts; readonly answer: ExpectedAnswer }[];
  readonly profile?: Partial<RuleProfile['fcm']>;
  /** How many notifications the phone shows afterwards. */
  readonly shade?: number;
}

export const one = (
  row: string,
  request: RequestParts,
  answer: ExpectedAnswer,
  rest: Partial<FcmVector> = {},
): FcmVector => ({
  row,
  exchanges: [{ request, answer }],
  ...rest,
});

export const plain = (headers: RequestParts['headers'] = [JSON_TYPE], body = '{"message":{}}'): RequestParts => ({
  path: SEND,
  headers: headers ?? [],
  body,
});

export const notification = { title: 'Order shipped', body: 'Parcel 42 left the depot' };
