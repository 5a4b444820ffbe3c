import { Notification, Provider, type ProviderOptions } from '@parse/node-apn';
import type { TestServer } from '../helpers/server.ts';

/** Settings that node-apn (and what is built on it) needs to come here with a provider token. */
export function tokenOptions({ credentials: { apns, ca }, tls }: TestServer): ProviderOptions {
  return {
    token: { key: apns.keyFile, keyId: apns.keyId, teamId: apns.teamId },
    address: 'localhost',
    port: Number(tls.port),
    ca: [ca],
  };
}

/** The same with the client certificate. */
export function certificateOptions({ credentials: { apns, ca }, tls }: TestServer): ProviderOptions {
  return { pfx: apns.p12File, passphrase: apns.p12Password, address: 'localhost', port: Number(tls.port), ca: [ca] };
}

/** Runs `use` with a provider that is shut down afterwards. */
export async function withProvider<T>(options: ProviderOptions, use: (provider: Provider) => Promise<T>): Promise<T> {
  const provider = new Provider(options);
  try {
    return await use(provider);
  } finally {
    // The promise that `shutdown` seems to answer is none; only the callback tells the end.
    await new Promise<void>((resolve) => void provider.shutdown(resolve));
  }
}

/** An ordinary alert for the built-in app. */
export function alert(over: Partial<Notification> = {}): Notification {
  return Object.assign(new Notification(), {
    topic: 'com.example.app',
    pushType: 'alert',
    alert: { title: 'Parcel', body: 'It is at your door' },
    ...over,
  });
}

/** What node-apn reports of one push; its own types know fewer members. */
export interface Report {
  readonly device: string;
  readonly status?: number;
  readonly error?: Error;
  readonly response?: { readonly reason: string; readonly timestamp?: number };
  readonly 'apns-id'?: string;
  readonly 'apns-unique-id'?: string;
}

export interface Reports {
  readonly sent: readonly Report[];
  readonly failed: readonly Report[];
}

/** Sends through node-apn and answers its whole report. */
export const push = async (provider: Provider, notification: Notification, targets: string | string[]) =>
  (await provider.send(notification, targets)) as unknown as Reports;

/** An id as Apple makes it: upper case. */
export const APPLE_ID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
