import type { ChannelId, ConnectionFacts } from '../../core/channels/types.ts';
import type { RuleProfile } from '../../core/profile.ts';

export type Protocol = ConnectionFacts['protocol'];

/** How a vendor's servers behave below the requests. The endpoints in core know nothing of it. */
export interface TransportTraits {
  /** MAX_HEADER_LIST_SIZE. */
  readonly headerListBytes: number;
  /** MAX_CONCURRENT_STREAMS before and after the first accepted push. */
  readonly firstStreams: number;
  readonly streams: number;
  /** GOAWAY debug data; empty = none. */
  readonly shutdownData: string;
  readonly idleData: string;
  /** Takes requests with `:scheme: https:`, as Google's servers do. */
  readonly malformedScheme: boolean;
  /** Close unused connections after this many ms; 0 = never. */
  readonly idleMs: number;
}

/** MAX_CONCURRENT_STREAMS and MAX_HEADER_LIST_SIZE as measured on Apple's servers. */
const APNS_STREAMS = 1000;
const APNS_HEADER_LIST_BYTES = 8000;

/** SETTINGS that are the same for every vendor; the values are those measured on Apple's servers. */
export const COMMON_SETTINGS = { headerTableSize: 4096, initialWindowSize: 65_535, maxFrameSize: 16_384 } as const;

const BOTH: readonly Protocol[] = ['http/2', 'http/1.1'];
const ONLY_HTTP2: readonly Protocol[] = ['http/2'];

/** HTTP versions that a vendor speaks; both for a connection that has not said yet which vendor it wants. */
export const protocolsOf = (channel: ChannelId | null): readonly Protocol[] => (channel === 'apns' ? ONLY_HTTP2 : BOTH);

const PLAIN: TransportTraits = {
  headerListBytes: 65_536,
  firstStreams: APNS_STREAMS,
  streams: APNS_STREAMS,
  shutdownData: '',
  idleData: '',
  malformedScheme: false,
  idleMs: 0,
};

/** Google's servers take what firebase-admin for Node sends over HTTP/2. */
const FCM: TransportTraits = { ...PLAIN, malformedScheme: true };

/**
 * The traits of a vendor, or of a connection that has not said yet which vendor it wants (`null`: it came to
 * an address). Such a connection is treated like APNs as far as every vendor can live with it.
 */
export function traitsOf(channel: ChannelId | null, profile: RuleProfile): TransportTraits {
  const apns: TransportTraits = {
    headerListBytes: APNS_HEADER_LIST_BYTES,
    firstStreams: profile.apns.strictStreams ? 1 : APNS_STREAMS,
    streams: APNS_STREAMS,
    shutdownData: '{"reason":"Shutdown"}',
    idleData: '{"reason":"IdleTimeout"}',
    malformedScheme: false,
    idleMs: profile.apns.idleTimeoutMs,
  };
  if (channel === 'apns') return apns;
  if (channel === null) return { ...apns, shutdownData: '', idleData: '', idleMs: 0 };
  return channel === 'fcm' ? FCM : PLAIN;
}
