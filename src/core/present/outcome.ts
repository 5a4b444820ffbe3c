import type { ResolvedFields } from '../im/fields.ts';
import type { Outcome } from '../simulator-types.ts';
import type { FieldName } from '../trace/types.ts';
import type { FieldView, OutcomeView } from '../views.ts';
import type { ViewContext } from './context.ts';
import { curlCommand } from './curl.ts';
import { presentCall, presentResponse } from './http.ts';
import { presentMessageInput } from './message.ts';
import { presentNotification } from './notification.ts';

/** A decision with its sentences, the vendor request and answer parsed for display. */
export function presentOutcome(outcome: Outcome, context: ViewContext): OutcomeView {
  return {
    id: outcome.id,
    at: outcome.at,
    userId: outcome.userId,
    deviceId: outcome.deviceId,
    channel: outcome.channel,
    delivered: outcome.delivered,
    via: outcome.via,
    reason: outcome.reason,
    cause: outcome.cause,
    summary: context.summarize(outcome),
    fields: presentFields(outcome.fields, outcome.badge),
    trace: outcome.trace.map((step) => context.explain(step)),
    request: outcome.call === null ? null : presentCall(outcome.call, context),
    response: outcome.answer === null ? null : presentResponse(outcome.answer),
    notification: outcome.notification === null ? null : presentNotification(outcome.notification),
    exchangeId: outcome.exchangeId,
    messageId: outcome.message.id,
    message: presentMessageInput(outcome.message),
    durationMs: outcome.durationMs,
    dryRun: outcome.dryRun,
    curl: outcome.call === null ? null : curlCommand(outcome.call, context.front),
  };
}

/** The setting of the badge is a yes or no; what people look for is the number that was sent. */
function presentFields(fields: ResolvedFields, badge: number | null): Record<FieldName, FieldView> {
  return {
    title: fields.title,
    body: fields.body,
    sound: fields.sound,
    badge: { value: badge, from: fields.badge.from, overridden: fields.badge.overridden },
    ext: fields.ext,
  };
}
