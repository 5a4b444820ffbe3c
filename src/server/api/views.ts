import type { Switch } from '../../core/channels/kit/switches.ts';
import type { ChannelId } from '../../core/channels/types.ts';
import type { LocalText, RuleSource } from '../../core/trace/types.ts';
import type { ConsoleVendor, VendorSettings } from '../credentials/console/schema.ts';

// Answers of the API that belong to the host and not to the simulator.

export interface ListenerUrls {
  readonly tls: string;
  readonly plain: string;
  readonly ui?: string;
}

/** What is set up in the console of a vendor. */
export interface ConsoleView {
  readonly vendor: ConsoleVendor;
  /** Secrets are masked; without a member nothing is set up. */
  readonly settings: VendorSettings;
  readonly example: VendorSettings;
  /** Why settings may have no effect yet. */
  readonly notes: readonly LocalText[];
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
  /** Files that every sender may need (the CA). */
  readonly files: readonly ConnectionFile[];
  /** The recipes for where there is little room. */
  readonly lines: readonly ConnectionLine[];
  /** Lines to copy: those for any vendor, then vendor by vendor in the order of the specification, in each by way. */
  readonly recipes: readonly ConnectionLine[];
}

export interface ConnectionLine {
  /** The vendor that the line is for; null = any. */
  readonly vendor: ChannelId | null;
  /** By another base address, by name resolution with our CA, or through the HTTP proxy. */
  readonly way: 'address' | 'names' | 'proxy';
  readonly language: 'shell' | 'curl' | 'node' | 'java' | 'go' | 'python' | 'php';
  /** The client or tool that the line is for. */
  readonly client: string;
  /** `client` in the page's languages. */
  readonly names: LocalText;
  readonly code: string;
  /** What is easily missed. */
  readonly note: LocalText | null;
}

export interface ConnectionChannelView {
  readonly channel: ChannelId;
  readonly name: LocalText;
  readonly hosts: readonly string[];
  /** Address to use in place of the vendor's, with TLS. */
  readonly url: string;
  /** The same without TLS; APNs speaks HTTP/2 there as everywhere. */
  readonly plainUrl: string;
  /** Ids that a sender's configuration names; secrets are present on demand only. */
  readonly credentials: Readonly<Record<string, string>>;
  /** The same with labels, in the order of a form; a secret that was not asked for has the value null. */
  readonly fields: readonly ConnectionField[];
  readonly files: readonly ConnectionFile[];
}

export interface ConnectionField {
  readonly name: string;
  readonly label: LocalText;
  readonly value: string | null;
  readonly secret: boolean;
}

/** A file to save; `GET /connection/files/{name}` answers its content. */
export interface ConnectionFile {
  readonly name: string;
  readonly label: LocalText;
  readonly secret: boolean;
  /** Where it lies in the data directory; null when it is made for the answer. */
  readonly path: string | null;
}

/** One switch of the workspace; `channel` null = the IM side's. */
export type SwitchView = Switch & { readonly channel: ChannelId | null; readonly name: string };
