import type { Channel, VendorCall } from '../../core/channels/types.ts';
import type { ViewContext } from '../../core/present/context.ts';
import type { Simulator, Workspace } from '../../core/simulator-types.ts';
import type { Rule } from '../../core/trace/types.ts';
import type { SoundLibrary } from '../audio/library.ts';
import type { VendorConsole } from '../credentials/console/store.ts';
import type { UserCredentials } from '../credentials/user/store.ts';
import type { CredentialFile } from '../credentials/view.ts';
import type { Archive } from '../history/archive.ts';
import type { SelfTestRow } from '../self-test/run.ts';
import type { ConnectionView, ListenerUrls } from './views.ts';

/** The answer of a vendor to a request of the IM side, or why there was none. */
export type VendorAnswer =
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
  | { readonly error: string };

/** What the API needs of its host. */
export interface ApiDeps {
  readonly version: string;
  readonly simulator: Simulator;
  readonly views: ViewContext;
  /** What the simulator's memory has forgotten; null = it is lost. */
  readonly archive: Archive | null;
  readonly sounds: SoundLibrary;
  /** Sends over a socket to the vendor's endpoint. Never rejects. */
  send(call: VendorCall, outcomeId: string | null): Promise<VendorAnswer>;
  listeners(): ListenerUrls;
  rules(): readonly Rule[];
  /** Every registered vendor. */
  channels(): readonly Channel[];
  builtInWorkspace(to: 'default' | 'empty'): Workspace;
  connection(options: { readonly secrets: boolean }): ConnectionView;
  /** Credentials that the user brought along. A change reaches the vendors' endpoints at once. */
  readonly credentials: Pick<UserCredentials, 'list' | 'put' | 'remove'>;
  /** What is set up in the vendors' consoles, applied at once as well; `allowHosts` beside loopback get receipts. */
  readonly console: Pick<VendorConsole, 'shown' | 'put'> & { readonly allowHosts: readonly string[] };
  /** Pushes to a phone of each vendor in every way. Never rejects. */
  selfTest(): Promise<readonly SelfTestRow[]>;
  /** A file that `connection` names. */
  connectionFile(name: string): CredentialFile | undefined;
  /** One line for the operator's log. */
  log(line: string): void;
}
