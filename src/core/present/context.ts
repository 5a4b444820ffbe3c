import type { ChannelId } from '../channels/types.ts';
import type { Outcome } from '../simulator-types.ts';
import type { LocalText, TraceStep } from '../trace/types.ts';
import type { TraceStepView } from '../views.ts';

/** What presenters need beside the thing they present. */
export interface ViewContext {
  /** Fills in a step's sentences, sources and certainty from the rule registry. */
  explain(step: TraceStep): TraceStepView;
  /** The outcome in one sentence, the reason first; `phone` names a phone that the workspace does not have. */
  summarize(outcome: Outcome, phone?: string): LocalText;
  /** What people call the phone; undefined when it has been removed. */
  deviceName(id: string): string | undefined;
  /** The vendor's limit for the request's body, bytes; null when it has none. */
  bodyLimit(channel: ChannelId, headers: Readonly<Record<string, string>>): number | null;
  /** Where curl commands must connect to reach this simulator; null writes the vendor's own address only. */
  readonly front: CurlFront | null;
}

/** `tls` and `plain` are `host:port` of the listeners, `ca` the path of the CA certificate. */
export interface CurlFront {
  readonly tls: string;
  readonly plain: string;
  readonly ca: string;
}
