import type { TraceStep } from '../../trace/types.ts';
import type { JsonObject } from '../kit/json.ts';
import type { FoundTarget, ReceiveContext, VendorRequest } from '../types.ts';
import { type RequestEnvironment, requestEnvironment } from './environment.ts';
import { type ApnsHeaders, readHeaders } from './headers.ts';
import { type ApnsMemory, type ApnsState, asMemory, asState, type VerifiedToken } from './memory.ts';
import type { Refusal } from './refusal.ts';

/** One request on its way through the checks; later checks read what earlier ones found. */
export interface Run {
  readonly request: VendorRequest;
  readonly context: ReceiveContext;
  readonly headers: ApnsHeaders;
  readonly environment: RequestEnvironment;
  /** Device token of the path: `''` when the path ends before it, null when it is no device path. */
  readonly token: string | null;
  /** `apns-topic`, else the only topic of the client certificate. */
  readonly topic: string | null;
  state: ApnsState;
  memory: ApnsMemory | null;
  verified: VerifiedToken | null;
  payload: JsonObject | null;
  found: FoundTarget | null;
}

/** null = passed, undefined = does not concern this request. */
export type CheckResult = Refusal | null | undefined;

export interface Check {
  /** Said when the check passed. */
  readonly pass: TraceStep;
  run(run: Run): CheckResult;
}

export function startRun(request: VendorRequest, context: ReceiveContext): Run {
  const headers = readHeaders(request.headers);
  return {
    request,
    context,
    headers,
    environment: requestEnvironment(request, context.profile),
    token: devicePath(request.path),
    topic: headers.topic ?? onlyTopic(request),
    state: asState(context.state),
    memory: asMemory(context.memory),
    verified: null,
    payload: null,
    found: null,
  };
}

const PREFIX = '/3/device';

/** `/3/device`, `/3/device/` and `/3/device/<one segment>` without query are device paths (the grammar is our choice). */
function devicePath(path: string): string | null {
  if (!path.startsWith(PREFIX)) return null;
  if (path.length === PREFIX.length) return '';
  if (path.charAt(PREFIX.length) !== '/') return null;
  const rest = path.slice(PREFIX.length + 1);
  return rest.includes('/') || rest.includes('?') ? null : rest;
}

/** Topics that a client certificate may push to; empty without certificate. */
export function certificateTopics(request: VendorRequest): readonly string[] {
  const certificate = request.connection.clientCertificate;
  if (certificate === null) return [];
  if (certificate.topics.length > 0) return certificate.topics;
  return certificate.uid === null ? [] : [certificate.uid];
}

function onlyTopic(request: VendorRequest): string | null {
  const topics = certificateTopics(request);
  return topics.length === 1 ? (topics[0] ?? null) : null;
}
