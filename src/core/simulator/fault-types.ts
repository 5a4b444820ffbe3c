import type { ChannelId } from '../channels/types.ts';

/** What happens to a request instead of its answer; `delay` goes together with any other, and alone only waits. */
export type FaultAction =
  /** One of the channel's result codes, in the vendor's own form. Only for requests that passed every check. */
  | { readonly type: 'code'; readonly code: string }
  /** Any answer, as a broken gateway before the vendor would give it. */
  | {
      readonly type: 'status';
      readonly status: number;
      readonly body?: string | undefined;
      readonly headers?: readonly (readonly [name: string, value: string])[] | undefined;
    }
  /** Holds the answer back, real ms. */
  | { readonly type: 'delay'; readonly ms: number }
  /** TCP reset without an answer. */
  | { readonly type: 'reset' }
  /** HTTP/2: GOAWAY without an answer; HTTP/1.1: the connection is closed. */
  | { readonly type: 'goaway'; readonly debugData?: string | undefined };

/** Which requests of the channel are meant; all of them when nothing is set. */
export interface FaultMatch {
  /** What the request addresses: a token, or one of its targets, or what the traffic list shows as its target. */
  readonly target?: string | undefined;
  /** Path without query; with `*` at its end, how it begins. */
  readonly path?: string | undefined;
}

/** A misbehaviour of a vendor that the user set up. */
export interface Fault {
  readonly id: string;
  readonly channel: ChannelId;
  readonly match: FaultMatch;
  /** After so many requests it is gone; null = only when it is removed. */
  readonly times: number | null;
  /** Requests that it has met so far. */
  readonly used: number;
  readonly action: FaultAction;
}

export interface NewFault {
  /** `fault-1` and so on when absent. */
  readonly id?: string | undefined;
  readonly channel: ChannelId;
  readonly match?: FaultMatch | undefined;
  readonly times?: number | null | undefined;
  readonly action: FaultAction;
}
