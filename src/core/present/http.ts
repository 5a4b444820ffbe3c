import type { ChannelId, VendorCall, VendorRequest } from '../channels/types.ts';
import type { HttpRequestView, HttpResponseView } from '../views.ts';
import { headerRecord, parseBody, textOf, utf8Length } from './body.ts';
import type { ViewContext } from './context.ts';
import { requestUrl } from './curl.ts';

type Pairs = readonly (readonly [string, string])[];

/** The request that the IM side sends to a vendor. */
export function presentCall(call: VendorCall, context: ViewContext): HttpRequestView {
  const headers = headerRecord(call.headers);
  return {
    method: call.method,
    url: `https://${call.host}${call.path}`,
    headers,
    body: parseBody(call.body, contentType(headers)),
    raw: call.body,
    bytes: utf8Length(call.body),
    limit: context.bodyLimit(call.channel, headers),
  };
}

/** A request as it reached an endpoint; `channel` null when it belongs to no vendor. */
export function presentRequest(
  request: VendorRequest,
  channel: ChannelId | null,
  context: ViewContext,
): HttpRequestView {
  const headers = headerRecord(request.headers);
  const raw = textOf(request.body);
  return {
    method: request.method,
    url: requestUrl(request),
    headers,
    body: parseBody(raw, contentType(headers)),
    raw,
    bytes: request.body.length,
    limit: channel === null ? null : context.bodyLimit(channel, headers),
  };
}

/** An answer with its body parsed for display. */
export function presentResponse(response: {
  readonly status: number;
  readonly headers: Pairs;
  readonly body: string;
}): HttpResponseView {
  const headers = headerRecord(response.headers);
  return {
    status: response.status,
    headers,
    body: parseBody(response.body, contentType(headers)),
    raw: response.body,
  };
}

function contentType(headers: Readonly<Record<string, string>>): string | null {
  for (const [name, value] of Object.entries(headers)) if (name.toLowerCase() === 'content-type') return value;
  return null;
}
