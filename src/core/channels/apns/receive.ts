import type { TraceStep } from '../../trace/types.ts';
import { isObject, parseBody } from '../kit/json.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest } from '../types.ts';
import { acceptPush, needsUniqueId } from './accept.ts';
import { certificateCheck, certificateEnvironmentCheck } from './auth-certificate.ts';
import {
  keyEnvironmentCheck,
  keyRelatedCheck,
  tokenAgeCheck,
  tokenPresentCheck,
  tokenUpdatesCheck,
  tokenValidCheck,
} from './auth-token.ts';
import {
  collapseIdCheck,
  duplicateHeadersCheck,
  expirationCheck,
  messageIdCheck,
  priorityCheck,
  pushTypeCheck,
  topicAllowedCheck,
  topicFormCheck,
  topicPresentCheck,
} from './check-headers.ts';
import {
  bodyJsonCheck,
  bodyPresentCheck,
  bodySizeCheck,
  methodCheck,
  pathCheck,
  protocolCheck,
  requestRateCheck,
  tokenActiveCheck,
  tokenInPathCheck,
  tokenKnownCheck,
  tokenTopicCheck,
} from './check-target.ts';
import { lint } from './lint.ts';
import { alertTexts } from './payload.ts';
import type { Refusal } from './refusal.ts';
import { memoryEffects, refusalResponse } from './refusal-response.ts';
import { type Check, type Run, startRun } from './run.ts';
import { isUuid, serverUuid, uniqueUuid } from './text.ts';

/** Decided for the connection: protocol and client certificate. */
const CONNECTION: readonly Check[] = [protocolCheck, certificateCheck, certificateEnvironmentCheck];

/** Seen on Apple's servers: method before path before authentication before everything about the push. */
const WIRE: readonly Check[] = [
  methodCheck,
  pathCheck,
  tokenPresentCheck,
  tokenValidCheck,
  keyEnvironmentCheck,
  keyRelatedCheck,
  tokenAgeCheck,
  tokenUpdatesCheck,
];

/** Their order among themselves is our choice: data, so that a capture can change it. */
export const REQUEST_CHECKS = {
  DuplicateHeaders: duplicateHeadersCheck,
  MissingDeviceToken: tokenInPathCheck,
  BadMessageId: messageIdCheck,
  BadExpirationDate: expirationCheck,
  BadPriority: priorityCheck,
  BadCollapseId: collapseIdCheck,
  InvalidPushType: pushTypeCheck,
  MissingTopic: topicPresentCheck,
  BadTopic: topicFormCheck,
  TopicDisallowed: topicAllowedCheck,
  PayloadEmpty: bodyPresentCheck,
  PayloadTooLarge: bodySizeCheck,
  PayloadNotJson: bodyJsonCheck,
} as const satisfies Readonly<Record<string, Check>>;

export type RequestCheckName = keyof typeof REQUEST_CHECKS;

export const REQUEST_ORDER = Object.keys(REQUEST_CHECKS) as readonly RequestCheckName[];

/** The addressed registration, last of all. */
const TARGET: readonly Check[] = [tokenKnownCheck, tokenTopicCheck, tokenActiveCheck, requestRateCheck];

export type Receive = (request: VendorRequest, context: ReceiveContext) => ReceiveResult;

/**
 * The endpoint: runs the checks in order, the first that fails answers. `order` sets the sequence of the header and
 * body checks; a name that is left out is not checked.
 */
export function createReceive(order: readonly RequestCheckName[] = REQUEST_ORDER): Receive {
  const checks = [...CONNECTION, ...WIRE, ...order.map((name) => REQUEST_CHECKS[name]), ...TARGET];
  return (request, context) => {
    const run = startRun(request, context);
    const trace: TraceStep[] = [];
    for (const check of checks) {
      const result = check.run(run);
      if (result === undefined) continue;
      if (result !== null) {
        trace.push(result.step);
        return refused(run, result, trace);
      }
      trace.push(check.pass);
    }
    return accepted(run, trace);
  };
}

/** The reply's id: the sender's own, byte for byte, when it is well formed, else a new one. */
function replyId(run: Run): string {
  const { id } = run.headers;
  return id !== null && isUuid(id) ? id : serverUuid(run.context.ports.ids.bytes(16));
}

function refused(run: Run, refusal: Refusal, trace: TraceStep[]): ReceiveResult {
  const payload = run.payload ?? (run.token === null ? null : readAnyway(run));
  if (run.payload !== null) lint(run, run.payload, trace);
  const texts = payload === null ? null : alertTexts(payload);
  return {
    response: refusalResponse(refusal, () => ['apns-id', replyId(run)]),
    effects: memoryEffects(run),
    trace,
    target: run.token === null || run.token === '' ? null : run.token,
    title: texts === null ? null : (texts.title ?? texts.body),
  };
}

/** Bodies beyond are not worth reading for a line in a list. */
const READ_ANYWAY = 65_536;

/** A refused push still says in the traffic list what it wanted to show. */
function readAnyway(run: Run): Run['payload'] {
  if (run.request.body.length > READ_ANYWAY) return null;
  const payload = parseBody(run.request.body);
  return isObject(payload) ? payload : null;
}

function accepted(run: Run, trace: TraceStep[]): ReceiveResult {
  const id = replyId(run);
  const push = acceptPush(run, id);
  const effects = memoryEffects(run);
  if (push !== null) effects.push({ type: 'push', push });
  trace.push({ stage: 'channel', rule: 'apns-accepted', verdict: 'pass', params: { id } });
  if (run.payload !== null) lint(run, run.payload, trace);
  const headers: [string, string][] = [['apns-id', id]];
  if (needsUniqueId(run)) headers.push(['apns-unique-id', uniqueUuid(run.context.ports.ids.bytes(16))]);
  return {
    response: { status: 200, headers, body: '' },
    effects,
    trace,
    target: run.token,
    title: push === null ? null : (push.title ?? push.body),
  };
}
