import type { TraceStep } from '../../trace/types.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
import type { BroadcastChannel } from './broadcast-channels.ts';
import { type CheckResult, type Run, startRun } from './run.ts';

/** `send` is a broadcast push, the others manage the app's channels. */
export type BroadcastCall = 'create' | 'read' | 'delete' | 'list' | 'send';

/** What the path says: the calls that it takes by method, and the app. */
export interface Route {
  readonly calls: Readonly<Record<string, BroadcastCall>>;
  readonly bundle: string;
}

/** A request about broadcast channels on its way through the checks. */
export interface BroadcastRun extends Run {
  /** null = the path is none of those that APNs has. */
  readonly route: Route | null;
  readonly call: BroadcastCall | null;
  /** Bundle id of the path; `''` without route. */
  readonly bundle: string;
  readonly requestId: string | null;
  readonly channelId: string | null;
  channel: BroadcastChannel | null;
  /** Of a new channel. */
  policy: 0 | 1 | null;
}

export interface BroadcastCheck {
  readonly pass: TraceStep;
  run(run: BroadcastRun): CheckResult;
}

const MANAGEMENT = '/1/apps';
const SENDING = '/4/broadcasts';

const begins = (path: string, prefix: string): boolean =>
  path.startsWith(prefix) && (path.length === prefix.length || path.charAt(prefix.length) === '/');

/** Is the path in the part of the provider API that is about broadcast channels? */
export const isBroadcastPath = (path: string): boolean => begins(path, MANAGEMENT) || begins(path, SENDING);

const CHANNELS: Route['calls'] = { POST: 'create', GET: 'read', DELETE: 'delete' };
const ALL_CHANNELS: Route['calls'] = { GET: 'list' };
const BROADCASTS: Route['calls'] = { POST: 'send' };

/** Methods that some path below the same prefix takes: others are refused before the path is looked at. */
export const methodsOf = (path: string): readonly string[] =>
  begins(path, SENDING) ? Object.keys(BROADCASTS) : Object.keys(CHANNELS);

function routeOf(path: string): Route | null {
  const managed = /^\/1\/apps\/([^/?#]+)\/(channels|all-channels)$/.exec(path);
  if (managed?.[1] !== undefined) {
    return { calls: managed[2] === 'channels' ? CHANNELS : ALL_CHANNELS, bundle: managed[1] };
  }
  const sent = /^\/4\/broadcasts\/apps\/([^/?#]+)$/.exec(path);
  return sent?.[1] === undefined ? null : { calls: BROADCASTS, bundle: sent[1] };
}

/** The first value of a header; null when it is absent or empty, which counts the same. */
function headerOf(request: VendorRequest, name: string): string | null {
  const value = request.headers.find(([one]) => one === name)?.[1] ?? '';
  return value === '' ? null : value;
}

export function startBroadcast(request: VendorRequest, context: ReceiveContext): BroadcastRun {
  const route = routeOf(request.path);
  const calls = route?.calls ?? {};
  return {
    ...startRun(request, context),
    route,
    call: Object.hasOwn(calls, request.method) ? (calls[request.method] ?? null) : null,
    bundle: route?.bundle ?? '',
    requestId: headerOf(request, 'apns-request-id'),
    channelId: headerOf(request, 'apns-channel-id'),
    channel: null,
    policy: null,
  };
}
