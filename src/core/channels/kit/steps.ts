import type { Stage, TraceParams, TraceStep, Verdict } from '../../trace/types.ts';

/** Makes trace steps of one stage; `Id` is the union of the rules that may be named. */
export const stepMaker =
  <Id extends string>(stage: Stage) =>
  (rule: Id, verdict: Verdict, params?: TraceParams): TraceStep =>
    params ? { stage, rule, verdict, params } : { stage, rule, verdict };

/** Received text as a trace shows it: bounded, so that a trace never grows with the request. */
export function shorten(text: string, limit = 80): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).toWellFormed()}…`;
}
