import { pathOf } from '../kit/form.ts';
import { shorten } from '../kit/steps.ts';
import type { Effect, ReceiveContext, ReceiveResult, VendorRequest } from '../types.ts';
import { notFoundPage, tooLargePage } from './answers.ts';
import { type Call, queryValue, type Reply, readQuery } from './call.ts';
import { findRoute } from './routes.ts';
import type { FcmState } from './state.ts';
import { channelStep } from './steps.ts';

function result(reply: Reply, original: FcmState): ReceiveResult {
  const { response, steps, state = original } = reply;
  const others = reply.effects ?? [];
  // The memory goes first: deliveries that follow count on top of it.
  const effects: readonly Effect[] = state === original ? others : [{ type: 'state', state }, ...others];
  return { response, effects, trace: steps, target: reply.target ?? null, title: reply.title ?? null };
}

function answer(request: VendorRequest, context: ReceiveContext, state: FcmState): Reply {
  const path = pathOf(request);
  const route = findRoute(request.host, request.method, path);
  if (route === null) {
    const params = { method: shorten(request.method, 10), received: shorten(path) };
    return { response: notFoundPage(path), steps: [channelStep('fcm-route', 'stop', params)] };
  }
  if (request.bodyTooLarge)
    return {
      response: tooLargePage(),
      steps: [channelStep('fcm-body-size', 'stop', { received: request.body.length })],
    };
  const query = readQuery(request);
  const pretty = queryValue(query, 'prettyPrint')?.toLowerCase() !== 'false';
  const call: Call = { request, path, parts: route.parts, query, pretty, context, state };
  return route.handle(call);
}

/** Google's endpoints: one request in, the answer and what follows out. Pure; never throws on any input. */
export function receive(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const state = context.state as FcmState;
  return result(answer(request, context, state), state);
}
