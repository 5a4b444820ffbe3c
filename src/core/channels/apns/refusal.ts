import type { TraceParams, TraceStep } from '../../trace/types.ts';

/** Status of each reason of device pushes and of broadcast channels (Apple: Handling notification responses from APNs, Handling error responses from APNs). */
export const REASON_STATUS = {
  BadChannelId: 400,
  BadCollapseId: 400,
  BadDeviceToken: 400,
  BadExpirationDate: 400,
  BadMessageId: 400,
  BadPriority: 400,
  BadRequestParams: 400,
  BadRequestPayload: 400,
  BadTopic: 400,
  CannotCreateChannelConfig: 400,
  ChannelNotRegistered: 400,
  DeviceTokenNotForTopic: 400,
  DuplicateHeaders: 400,
  FeatureNotEnabled: 400,
  IdleTimeout: 400,
  InvalidPushType: 400,
  MissingChannelId: 400,
  MissingChannelQueueSize: 400,
  MissingDeviceToken: 400,
  MissingPushType: 400,
  MissingTopic: 400,
  PayloadEmpty: 400,
  TopicDisallowed: 400,
  BadCertificate: 403,
  BadCertificateEnvironment: 403,
  ExpiredProviderToken: 403,
  Forbidden: 403,
  InvalidProviderToken: 403,
  MissingProviderToken: 403,
  TopicMismatch: 403,
  UnrelatedKeyIdInToken: 403,
  BadEnvironmentKeyIdInToken: 403,
  BadEnvironmentKeyInToken: 403,
  BadPath: 404,
  MethodNotAllowed: 405,
  ExpiredToken: 410,
  Unregistered: 410,
  PayloadTooLarge: 413,
  TooManyProviderTokenUpdates: 429,
  TooManyRequests: 429,
  InternalServerError: 500,
  ServiceUnavailable: 503,
  Shutdown: 503,
} as const;

export type Reason = keyof typeof REASON_STATUS;

export const isReason = (value: unknown): value is Reason =>
  typeof value === 'string' && Object.hasOwn(REASON_STATUS, value);

/** How a check ends a request. */
export interface Refusal {
  /** null only when the connection is dropped without a word. */
  readonly reason: Reason | null;
  readonly step: TraceStep;
  /** 410 only: since when the device token is dead, ms. */
  readonly timestamp?: number;
  /** `goaway`: the connection is closed with the reason as debug data, no HTTP answer. `drop`: closed without a word. */
  readonly instead?: 'goaway' | 'drop';
}

export const pass = (rule: string): TraceStep => ({ stage: 'channel', rule, verdict: 'pass' });

/** A refusal with the rule that explains it; `params` fill its sentence. */
export function refuse(reason: Reason, rule: string, params?: TraceParams): Refusal {
  return { reason, step: { stage: 'channel', rule, verdict: 'stop', ...(params && { params }) } };
}
