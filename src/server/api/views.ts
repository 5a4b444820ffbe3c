import type { ChannelId } from '../../core/channels/types.ts';
import type { LocalText, RuleSource } from '../../core/trace/types.ts';

// Answers of the API that belong to the host and not to the simulator.

export interface ListenerUrls {
  readonly tls: string;
  readonly plain: string;
  readonly ui?: string;
}

/** One line of the requirement table: what a phone needs for a channel to work. */
export interface RequirementView {
  readonly channel: ChannelId;
  /** The system that the phone must run. */
  readonly system: LocalText;
  readonly condition: LocalText;
  readonly sources: readonly RuleSource[];
}

/** How to point a backend at this simulator. */
export interface ConnectionView {
  readonly listeners: ListenerUrls;
  readonly dataDir: string;
  readonly ca: string;
  readonly channels: readonly ConnectionChannelView[];
  /** Lines to copy, for any sender. */
  readonly lines: readonly ConnectionLine[];
}

export interface ConnectionLine {
  /** The client or tool that the line is for. */
  readonly client: string;
  /** `client` in the page's languages. */
  readonly names: LocalText;
  readonly code: string;
}

export interface ConnectionChannelView {
  readonly channel: ChannelId;
  readonly hosts: readonly string[];
  /** Address to use in place of the vendor's. */
  readonly url: string;
  /** Ids that a sender's configuration names; secrets are present on demand only. */
  readonly credentials: Readonly<Record<string, string>>;
}
