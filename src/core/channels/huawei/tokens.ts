import type { HuaweiApp } from '../credentials.ts';
import { decodeBase64, encodeBase64, encodeUtf8, hex } from '../kit/bytes.ts';
import type { ReceiveContext } from '../types.ts';
import type { HuaweiState } from './state.ts';

/** What an access token says of itself. Times in ms. */
export interface TokenFacts {
  readonly app: HuaweiApp;
  readonly serial: string;
  readonly expiresAt: number;
}

/** Real tokens begin with `DgEAAJ…`, which these bytes give. */
const PREFIX = [0x0e, 0x01, 0x00, 0x00] as const;
const MAC_LENGTH = 16;

const macOf = (context: Pick<ReceiveContext, 'ports'>, app: HuaweiApp, text: string): Uint8Array =>
  context.ports.crypto.hmacSha256(encodeUtf8(app.appSecret), text).subarray(0, MAC_LENGTH);

/**
 * A new access token. It carries its own facts under a MAC of the app's secret instead of lying in a list, so that a
 * sender which renews only on "expired" goes on after a restart here, and nothing grows with the tokens.
 */
export function issueToken(
  context: ReceiveContext,
  app: HuaweiApp,
): { readonly value: string; readonly serial: string } {
  const serial = hex(context.ports.ids.bytes(6));
  const expiresAt = context.now + context.profile.huawei.tokenSeconds * 1000;
  const text = `${app.appId}:${serial}:${expiresAt.toString(36)}`;
  const mac = macOf(context, app, text);
  const bytes = Uint8Array.from([...PREFIX, ...encodeUtf8(text), ...mac]);
  return { value: encodeBase64(bytes), serial };
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Reads an access token; null when it was not issued here, or the app's secret has changed since. */
export function readToken(value: string, context: Pick<ReceiveContext, 'ports' | 'credentials'>): TokenFacts | null {
  const bytes = decodeBase64(value);
  const end = (bytes?.length ?? 0) - MAC_LENGTH;
  if (bytes === null || end <= PREFIX.length || PREFIX.some((byte, index) => bytes[index] !== byte)) return null;
  const text = String.fromCharCode(...bytes.subarray(PREFIX.length, end));
  const [appId, serial, expires] = text.split(':');
  const app = context.credentials.huawei.apps.find((item) => item.appId === appId);
  if (app === undefined || serial === undefined || expires === undefined) return null;
  if (!same(bytes.subarray(end), macOf(context, app, text))) return null;
  return { app, serial, expiresAt: Number.parseInt(expires, 36) };
}

/** Has a newer token ended this one before its time? Only while the workspace says that it does. */
export function isEnded({ app, serial }: TokenFacts, state: HuaweiState, context: ReceiveContext): boolean {
  const newest = Object.hasOwn(state.newestToken, app.appId) ? state.newestToken[app.appId] : undefined;
  return context.profile.huawei.newTokenEndsOld && newest !== undefined && newest !== serial;
}
