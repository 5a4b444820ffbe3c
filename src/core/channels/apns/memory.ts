import type { ApnsCredentials, ApnsKey } from '../credentials.ts';
import type { BroadcastChannels } from './broadcast-channels.ts';

/** A provider token whose signature was checked, so that the same string need not be checked again. */
export interface VerifiedToken {
  /** The whole `authorization` value. */
  readonly authorization: string;
  readonly key: ApnsKey;
  /** `iat`: seconds since 1970 by the sender's clock, cut to an integer. */
  readonly issuedAt: number;
  /** When it was first used, simulated ms. It cannot be younger than that. */
  readonly firstUsed: number;
  /** The check holds for these credentials only. */
  readonly credentials: ApnsCredentials;
}

/** What APNs remembers of one connection: whom its first push bound it to, and which provider tokens it took. */
export interface ApnsMemory {
  readonly teamId: string;
  /** Key of the first push; its kind is the connection's key family. */
  readonly key: ApnsKey;
  /** Bundle ids that the team had when the connection was bound. */
  readonly bundleIds: readonly string[];
  /** Accepted on this connection, newest last. */
  readonly tokens: readonly VerifiedToken[];
  /** Arrival of the last change to another token, ms; null = never changed. */
  readonly changedAt: number | null;
  /** Strict reading of `TooManyProviderTokenUpdates`: no push passes before, ms. */
  readonly blockedUntil: number | null;
}

/** What APNs remembers across connections. */
export interface ApnsState {
  /** Checked provider tokens, newest last, bounded: a client that reconnects brings the same one. */
  readonly verified: readonly VerifiedToken[];
  /** Pushes per device token in the running second; only kept while the workspace limits them. */
  readonly window: { readonly second: number; readonly counts: Readonly<Record<string, number>> };
  /** Broadcast channels, at most 10,000 for each app and environment. */
  readonly channels: BroadcastChannels;
}

export const initialState: ApnsState = { verified: [], window: { second: 0, counts: {} }, channels: new Map() };

const VERIFIED_KEPT = 16;
const TOKENS_KEPT = 64;

export function rememberVerified(state: ApnsState, token: VerifiedToken): ApnsState {
  const others = state.verified.filter((one) => one.authorization !== token.authorization);
  return { ...state, verified: [...others.slice(1 - VERIFIED_KEPT), token] };
}

export function rememberToken(tokens: readonly VerifiedToken[], token: VerifiedToken): readonly VerifiedToken[] {
  const others = tokens.filter((one) => one.authorization !== token.authorization);
  return [...others.slice(1 - TOKENS_KEPT), token];
}

/** The newest of equal tokens is the last one, and the last one is nearly always what is asked for. */
export function findToken(tokens: readonly VerifiedToken[], authorization: string): VerifiedToken | undefined {
  for (let i = tokens.length - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token !== undefined && token.authorization === authorization) return token;
  }
  return undefined;
}

/** State and memory come back from the host untyped; anything else counts as fresh. */
export const asState = (value: unknown): ApnsState =>
  isObject(value) && 'verified' in value ? (value as unknown as ApnsState) : initialState;

export const asMemory = (value: unknown): ApnsMemory | null =>
  isObject(value) && 'tokens' in value ? (value as unknown as ApnsMemory) : null;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
