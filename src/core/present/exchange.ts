import type { Exchange } from '../simulator-types.ts';
import type { ExchangeLine, ExchangeView } from '../views.ts';
import type { ViewContext } from './context.ts';
import { curlOfRequest } from './curl.ts';
import { isRefused, summarizeExchange } from './exchange-summary.ts';
import { presentRequest, presentResponse } from './http.ts';

/** An exchange as a line of the traffic list. */
export function presentExchangeLine(exchange: Exchange, context: ViewContext): ExchangeLine {
  return {
    id: exchange.id,
    at: exchange.at,
    channel: exchange.channel,
    outcomeId: exchange.outcomeId,
    ...(exchange.selfTest !== undefined && { selfTest: true }),
    remote: exchange.remote,
    protocol: exchange.request?.connection.protocol ?? null,
    target: exchange.target,
    title: exchange.title,
    status: exchange.response === null || exchange.response.status === 0 ? null : exchange.response.status,
    summary: summarizeExchange(exchange, context),
    delivered: exchange.deliveries.some((delivery) => delivery.result === 'shown'),
    refused: isRefused(exchange),
    failure: exchange.failure,
  };
}

/** An exchange with request, answer, checks and what each phone made of it. */
export function presentExchange(exchange: Exchange, context: ViewContext): ExchangeView {
  return {
    ...presentExchangeLine(exchange, context),
    request: exchange.request === null ? null : presentRequest(exchange.request, exchange.channel, context),
    response: exchange.response === null ? null : presentResponse(exchange.response),
    checks: exchange.trace.map((step) => context.explain(step)),
    deliveries: exchange.deliveries.map((delivery) => ({
      ...delivery,
      trace: delivery.trace.map((step) => context.explain(step)),
    })),
    curl: exchange.request === null ? null : curlOfRequest(exchange.request, context.front),
  };
}
