import type { VendorResponse } from '../channels/types.ts';
import type { Delivery, Exchange } from '../simulator-types.ts';
import type { LocalText, TraceStep } from '../trace/types.ts';
import type { ViewContext } from './context.ts';

/** What became of a request, in one sentence: the failure or refusal first, else where the push went. */
export function summarizeExchange(exchange: Exchange, context: ViewContext): LocalText {
  const { failure, response } = exchange;
  if (failure !== null) return failure.texts.message;
  const refusal = lastStop(exchange.trace);
  if (refusal !== undefined) return refused(exchange, context.explain(refusal).texts);
  if (response === null || isDropped(response)) {
    return { en: 'The connection was closed without an answer.', zh: '连接已关闭，没有返回应答。' };
  }
  if (response.status >= 400) return refused(exchange, null);
  if (exchange.deliveries.length === 0) return summarizeCall(exchange.trace, response.status, context);
  return summarizeDeliveries(exchange.deliveries, context);
}

/** True when the vendor did not take the request, or it never got that far. A phone that shows nothing refuses nothing. */
export function isRefused({ failure, response, trace }: Exchange): boolean {
  if (failure !== null || response === null || isDropped(response)) return true;
  return response.status === 0 || response.status >= 400 || lastStop(trace) !== undefined;
}

const isDropped = ({ drop = false }: VendorResponse): boolean => drop !== false;

function refused(exchange: Exchange, why: LocalText | null): LocalText {
  const status = exchange.response === null || exchange.response.status === 0 ? null : exchange.response.status;
  const en = status === null ? 'Refused' : `Refused with ${status}`;
  const zh = status === null ? '被拒绝' : `被拒绝（${status}）`;
  return why === null ? { en: `${en}.`, zh: `${zh}。` } : { en: `${en}: ${why.en}`, zh: `${zh}：${why.zh}` };
}

/** A call that goes to no phone (tokens, topics, statistics): what the vendor did last. */
function summarizeCall(trace: readonly TraceStep[], status: number, context: ViewContext): LocalText {
  const done = trace.findLast((step) => step.verdict === 'pass');
  if (done === undefined) {
    return { en: `Answered with ${status}; no phone was addressed.`, zh: `已应答（${status}），没有需要送达的手机。` };
  }
  return context.explain(done).texts;
}

function summarizeDeliveries(deliveries: readonly Delivery[], context: ViewContext): LocalText {
  const [first, ...more] = deliveries;
  if (first !== undefined && more.length === 0) return describeDelivery(first, context);
  const shown = deliveries.filter((delivery) => delivery.result === 'shown').length;
  return {
    en: `Shown on ${shown} of ${deliveries.length} phones.`,
    zh: `共 ${deliveries.length} 部手机，其中 ${shown} 部已显示。`,
  };
}

function describeDelivery(delivery: Delivery, context: ViewContext): LocalText {
  const phone = context.deviceName(delivery.deviceId) ?? delivery.deviceId;
  const base = DELIVERY_TEXTS[delivery.result];
  const text = { en: base.en.replace('{phone}', phone), zh: base.zh.replace('{phone}', phone) };
  const stop = delivery.result === 'shown' || delivery.result === 'silent' ? undefined : lastStop(delivery.trace);
  if (stop === undefined) return { en: `${text.en}.`, zh: `${text.zh}。` };
  const why = context.explain(stop).texts;
  return { en: `${text.en}: ${why.en}`, zh: `${text.zh}：${why.zh}` };
}

const DELIVERY_TEXTS: Readonly<Record<Delivery['result'], LocalText>> = {
  shown: { en: 'Shown on {phone}', zh: '已在 {phone} 上显示' },
  silent: { en: 'Reached {phone}, with nothing to show', zh: '已送达 {phone}，但没有要显示的内容' },
  suppressed: { en: 'Reached {phone}, which did not show it', zh: '已送达 {phone}，但没有显示' },
  stored: { en: 'Kept by the vendor until {phone} is online', zh: '厂商已暂存，等 {phone} 联网后送达' },
  waiting: { en: 'Kept from {phone} for now', zh: '暂时无法到达 {phone}' },
  dropped: { en: 'Never reaches {phone}', zh: '不会送达 {phone}' },
  scheduled: { en: 'Waits at the vendor for its time, then goes to {phone}', zh: '定时消息，到点后发往 {phone}' },
  revoked: { en: 'Taken back from {phone}', zh: '已从 {phone} 撤回' },
};

const lastStop = (trace: readonly TraceStep[]): TraceStep | undefined =>
  trace.findLast((step) => step.verdict === 'stop');
