import type { Stage, TraceParams, TraceStep, Verdict } from '../../trace/types.ts';
import type { ChannelRuleId, DeviceRuleId } from './rules.ts';

const make = (stage: Stage, rule: string, verdict: Verdict, params?: TraceParams): TraceStep =>
  params ? { stage, rule, verdict, params } : { stage, rule, verdict };

/** A step at the vendor's endpoint or of the request to it. */
export const channelStep = (rule: ChannelRuleId, verdict: Verdict, params?: TraceParams): TraceStep =>
  make('channel', rule, verdict, params);

/** A step on the phone. */
export const deviceStep = (rule: DeviceRuleId, verdict: Verdict, params?: TraceParams): TraceStep =>
  make('device', rule, verdict, params);

/** Received text as a trace shows it: bounded, so that a trace never grows with the request. */
export function shorten(text: string, limit = 80): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit).toWellFormed()}…`;
}
