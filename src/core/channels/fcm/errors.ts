import { badRequest, errorInfo, fcmDetail, type GoogleError, helpLink, quotaFailure } from './answers.ts';
import type { Problem } from './proto.ts';

/** The envelopes of the send call, one function each: they differ in order and kind of their details. */

const INVALID = 'INVALID_ARGUMENT';
const UNSPECIFIC = 'Request contains an invalid argument.';

const invalid = (message: string, details?: GoogleError['details']): GoogleError => ({
  code: 400,
  message,
  status: INVALID,
  ...(details && { details }),
});

/** BadRequest first, then FcmError. */
const fieldFirst = (message: string, field: string): GoogleError =>
  invalid(message, [badRequest([{ field, description: message }]), fcmDetail(INVALID)]);

export const noTarget = (): GoogleError => fieldFirst('Recipient of the message is not set.', 'message');

export function malformedToken(older: boolean): GoogleError {
  const message = 'The registration token is not a valid FCM registration token';
  const description = older ? 'Invalid registration token' : message;
  return invalid(older ? UNSPECIFIC : message, [
    fcmDetail(INVALID),
    badRequest([{ field: 'message.token', description }]),
  ]);
}

export const badTopic = (): GoogleError => fieldFirst('Topic name contains invalid characters.', 'message');

export const badCondition = (): GoogleError => invalid(UNSPECIFIC);

export const tooLarge = (older: boolean): GoogleError =>
  older
    ? invalid(UNSPECIFIC)
    : invalid('Message is too large. The maximum is 4K (4096 bytes).', [badRequest(), fcmDetail(INVALID)]);

export const webpushTtl = (): GoogleError =>
  fieldFirst('TTL must be a non-negative integer.', 'message.webpush.headers.TTL');

export const reservedKey = (key: string, field: string): GoogleError =>
  fieldFirst(`Invalid data payload key: ${key}`, field);

export const ttlRange = (field: string): GoogleError => fieldFirst('TTL must be between 0 and 2419200 seconds.', field);

export const wrongPackage = (field: string): GoogleError =>
  invalid(UNSPECIFIC, [fcmDetail(INVALID), badRequest([{ field, description: 'Invalid package name' }])]);

/** Faults of the mapping, all in one answer, without FcmError. */
export const unmapped = (problems: readonly Problem[]): GoogleError =>
  invalid(problems.map(({ text }) => text).join('\n'), [
    badRequest(problems.map(({ field, text }) => ({ field, description: text }))),
  ]);

export const brokenJson = (message: string): GoogleError => invalid(`Invalid JSON payload received. ${message}`);

export const unregistered = (): GoogleError => ({
  code: 404,
  message: 'Requested entity was not found.',
  status: 'NOT_FOUND',
  details: [fcmDetail('UNREGISTERED')],
});

export const senderMismatch = (): GoogleError => ({
  code: 403,
  message: 'SenderId mismatch',
  status: 'PERMISSION_DENIED',
  details: [fcmDetail('SENDER_ID_MISMATCH')],
});

export const projectQuota = (projectNumber: string, limit: number): GoogleError => ({
  code: 429,
  message: `Quota exceeded for quota metric 'Send requests' and limit 'Send requests per minute' of service 'fcm.googleapis.com' for consumer 'project_number:${projectNumber}'.`,
  status: 'RESOURCE_EXHAUSTED',
  details: [
    errorInfo('RATE_LIMIT_EXCEEDED', 'googleapis.com', {
      service: 'fcm.googleapis.com',
      consumer: `projects/${projectNumber}`,
      quota_metric: 'fcm.googleapis.com/send_requests',
      quota_limit: 'SendsPerMinutePerProject',
      quota_limit_value: String(limit),
      quota_unit: '1/min/{project}',
      quota_location: 'global',
    }),
    helpLink('Request a higher quota limit.', 'https://cloud.google.com/docs/quotas/help/request_increase'),
  ],
});

const exhausted = (message: string, subject: string): GoogleError => ({
  code: 429,
  message,
  status: 'RESOURCE_EXHAUSTED',
  details: [quotaFailure(subject, message), fcmDetail('QUOTA_EXCEEDED')],
});

export const topicQuota = (topic: string): GoogleError => exhausted('Topic quota exceeded.', `topic:${topic}`);

export const deviceQuota = (token: string): GoogleError => exhausted('Device quota exceeded.', `device:${token}`);

export const tooManyTopics = (): GoogleError => ({
  code: 429,
  message: 'The app instance is subscribed to too many topics.',
  status: 'RESOURCE_EXHAUSTED',
});

const ofServer = (code: number, status: string, message: string): GoogleError => ({
  code,
  message,
  status,
  details: [fcmDetail(status)],
});

export const unavailable = (): GoogleError => ofServer(503, 'UNAVAILABLE', 'The service is currently unavailable.');

export const internal = (): GoogleError => ofServer(500, 'INTERNAL', 'Internal error encountered.');

export const unspecified = (): GoogleError => ({
  ...internal(),
  details: [fcmDetail('UNSPECIFIED_ERROR')],
});

export const thirdPartyAuth = (): GoogleError => ({
  code: 401,
  message: 'Auth error from APNS or Web Push Service',
  status: 'UNAUTHENTICATED',
  details: [fcmDetail('THIRD_PARTY_AUTH_ERROR')],
});

export const alreadyExists = (): GoogleError => ({
  code: 409,
  message: 'Requested entity already exists',
  status: 'ALREADY_EXISTS',
});

export const notFound = (): GoogleError => ({
  code: 404,
  message: 'Requested entity was not found.',
  status: 'NOT_FOUND',
});
