import { Agent } from 'node:https';
import type { VendorCall } from '../../core/channels/types.ts';
import { sendHttp1 } from './http1.ts';
import { createHttp2Pool } from './http2.ts';

/** The vendor's answer, or why there was none. */
export type SendResult =
  | { readonly status: number; readonly headers: readonly (readonly [string, string])[]; readonly body: string }
  | { readonly error: string };

export interface VendorSenderOptions {
  /** Where our own TLS listener is. */
  readonly host: string;
  readonly tlsPort: number;
  readonly caPem: string;
  /** For one request, ms; default 10,000. */
  readonly timeoutMs?: number;
}

export interface VendorSender {
  /**
   * Sends the IM side's request through a real socket to our own endpoint, under the vendor's name. The
   * outcome id travels in a header that the front door takes off again. Never rejects.
   */
  send(call: VendorCall, outcomeId: string | null): Promise<SendResult>;
  close(): void;
}

/** Where a request goes, shared by both protocols. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly caPem: string;
  readonly timeoutMs: number;
}

const TIMEOUT_MS = 10_000;

export function createVendorSender(options: VendorSenderOptions): VendorSender {
  const target: Target = {
    host: options.host,
    port: options.tlsPort,
    caPem: options.caPem,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
  };
  const agent = new Agent({ keepAlive: true, ca: options.caPem });
  const pool = createHttp2Pool(target);
  return {
    async send(call, outcomeId) {
      try {
        return await (call.protocol === 'http/2'
          ? pool.send(call, outcomeId)
          : sendHttp1(target, agent, call, outcomeId));
      } catch (error) {
        // Node refuses header values with control characters before anything is sent.
        return { error: error instanceof Error ? error.message : String(error) };
      }
    },
    close() {
      pool.close();
      agent.destroy();
    },
  };
}

export const timeoutText = (timeoutMs: number): string => `no answer within ${timeoutMs} ms`;
