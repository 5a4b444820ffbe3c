import type { Channel } from '../channels/types.ts';
import { summarizeOutcome } from '../im/summary.ts';
import type { Outcome } from '../simulator-types.ts';
import { explainStep } from '../trace/explain.ts';
import type { RuleRegistry } from '../trace/registry.ts';
import type { LocalText, TraceStep } from '../trace/types.ts';
import type { CurlFront, ViewContext } from './context.ts';

export interface ViewOptions {
  readonly channels: readonly Channel[];
  readonly registry: RuleRegistry;
  /** Name of a phone as people see it; undefined when it has been removed. */
  deviceName(id: string): string | undefined;
  readonly front: CurlFront | null;
}

/** What presenters need, from the registry and the channels. */
export function createViewContext({ channels, registry, deviceName, front }: ViewOptions): ViewContext {
  const explain = (step: TraceStep) => explainStep(step, registry);
  const nameOf = (id: string | null): LocalText | null =>
    channels.find((channel) => channel.definition.id === id)?.definition.name ?? null;
  return {
    explain,
    front,
    deviceName,
    summarize(outcome, phone) {
      const step = decidingStep(outcome);
      return summarizeOutcome({
        reason: outcome.reason,
        cause: outcome.cause,
        deviceName: outcome.deviceId === null ? null : (phone ?? deviceName(outcome.deviceId) ?? outcome.deviceId),
        channelName: nameOf(outcome.channel),
        durationMs: outcome.durationMs,
        sound: outcome.notification?.sound ?? null,
        // A number that nobody set is no news.
        badge: outcome.notification?.badge || null,
        params: step?.params,
        causeText: step === undefined ? null : explain(step).texts,
        via: outcome.via,
        dryRun: outcome.dryRun,
      });
    },
    bodyLimit(id, headers) {
      const limits = channels.find((channel) => channel.definition.id === id)?.definition.limits;
      // Only APNs limits the body as a whole, VoIP pushes a little less strictly; others limit single fields.
      const voip = headers['apns-push-type'] === 'voip' ? limits?.voipPayload : undefined;
      return voip ?? limits?.payload ?? null;
    },
  };
}

/** The step that ended the push: the one whose rule is the cause, else the last that stopped. */
function decidingStep(outcome: Outcome): TraceStep | undefined {
  const stops = outcome.trace.filter((step) => step.verdict === 'stop');
  return stops.findLast((step) => step.rule === outcome.cause) ?? stops.at(-1);
}
