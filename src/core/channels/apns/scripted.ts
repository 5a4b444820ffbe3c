import type { Ports } from '../../ports.ts';
import type { ReceiveContext, ResultCode, VendorRequest, VendorResponse } from '../types.ts';
import { isBroadcastPath } from './broadcast-run.ts';
import { isReason } from './refusal.ts';
import { isUuid, serverUuid } from './text.ts';

/** Reasons that Apple says with GOAWAY rather than with an answer. */
const SAID_IN_GOAWAY: ReadonlySet<string> = new Set(['IdleTimeout', 'Shutdown', 'BadCertificate']);
/** 410 carries the time since when the device token is dead. */
const WITH_TIMESTAMP: ReadonlySet<string> = new Set(['Unregistered', 'ExpiredToken']);

/** Device pushes and calls about channels each have a header for the request's id. */
function idHeader(request: VendorRequest, ports: Ports): readonly [string, string] {
  const name = isBroadcastPath(request.path) ? 'apns-request-id' : 'apns-id';
  const id = request.headers.find(([one]) => one === name)?.[1] ?? '';
  return [name, isUuid(id) ? id : serverUuid(ports.ids.bytes(16))];
}

/** Apple's answer with one of the reasons, whatever the request says. */
export function answerWith(
  { code, httpStatus }: ResultCode,
  request: VendorRequest,
  { now, ports }: ReceiveContext,
): VendorResponse {
  if (SAID_IN_GOAWAY.has(code))
    return {
      status: 0,
      headers: [],
      body: '',
      goaway: { debugData: JSON.stringify({ reason: code }), lastStreamId: 0 },
    };
  const timestamp = WITH_TIMESTAMP.has(code) ? { timestamp: now } : {};
  return {
    status: httpStatus,
    headers: [idHeader(request, ports)],
    body: isReason(code) ? JSON.stringify({ reason: code, ...timestamp }) : '',
  };
}
