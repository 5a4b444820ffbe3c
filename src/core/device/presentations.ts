import type { TraceStep } from '../trace/types.ts';
import type { Presentation } from './types.ts';

/** Meant to be shown, but was not; `cause` is the rule that stopped it, the last of `trace`. */
export const suppressed = (
  cause: string,
  trace: readonly TraceStep[],
  rest: Partial<Presentation> = {},
): Presentation => ({ result: 'suppressed', cause, notification: null, sound: null, callbacks: [], trace, ...rest });

/** Nothing is shown and nothing was meant to be: a push for the app, or one that only changes something. */
export const silent = (trace: readonly TraceStep[], rest: Partial<Presentation> = {}): Presentation => ({
  result: 'silent',
  cause: null,
  notification: null,
  sound: null,
  callbacks: [],
  trace,
  ...rest,
});
