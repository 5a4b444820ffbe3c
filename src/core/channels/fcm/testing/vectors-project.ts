import { WORLD_TIME } from '../../../testing/vendor-world.ts';
import { authInfo, error, fcm, INFO, invalid, TYPE, taken, takenByTopic, unknownQuery, violations } from './answers.ts';
import { type FcmVector, one, plain } from './vector.ts';
import { accessToken, bearer, JSON_TYPE, PROJECT_NUMBER, SEND, sendParts, T } from './world.ts';

export const PROJECT_ROWS: readonly FcmVector[] = [
  one('29', sendParts({ token: T }, { path: '/v1/projects/my-app-9999/messages:send' }), {
    status: 403,
    code: 'IAM_PERMISSION_DENIED',
    json: error(
      403,
      'PERMISSION_DENIED',
      "Permission 'cloudmessaging.messages.create' denied on resource '//cloudresourcemanager.googleapis.com/projects/my-app-9999' (or it may not exist).",
      [
        {
          '@type': INFO,
          reason: 'IAM_PERMISSION_DENIED',
          domain: 'iam.googleapis.com',
          metadata: { permission: 'cloudmessaging.messages.create', resource: 'projects/my-app-9999' },
        },
      ],
    ),
  }),
  {
    row: '30',
    profile: { messagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ token: T }), answer: taken },
      {
        request: sendParts({ token: T }),
        answer: {
          status: 429,
          code: 'RESOURCE_EXHAUSTED',
          json: error(
            429,
            'RESOURCE_EXHAUSTED',
            `Quota exceeded for quota metric 'Send requests' and limit 'Send requests per minute' of service 'fcm.googleapis.com' for consumer 'project_number:${PROJECT_NUMBER}'.`,
            [
              {
                '@type': INFO,
                reason: 'RATE_LIMIT_EXCEEDED',
                domain: 'googleapis.com',
                metadata: {
                  service: 'fcm.googleapis.com',
                  consumer: `projects/${PROJECT_NUMBER}`,
                  quota_metric: 'fcm.googleapis.com/send_requests',
                  quota_limit: 'SendsPerMinutePerProject',
                  quota_limit_value: '1',
                  quota_unit: '1/min/{project}',
                  quota_location: 'global',
                },
              },
              {
                '@type': `${TYPE}google.rpc.Help`,
                links: [
                  {
                    description: 'Request a higher quota limit.',
                    url: 'https://cloud.google.com/docs/quotas/help/request_increase',
                  },
                ],
              },
            ],
          ),
        },
      },
    ],
  },
  one(
    '32',
    {
      path: SEND,
      headers: [bearer(), ['content-type', 'application/x-www-form-urlencoded']],
      body: '{"message":{"topic":"a"}}',
    },
    unknownQuery('{"message":{"topic":"a"}}'),
  ),
];

/** Answers that no row of the reference asks for, so that every documented code has its trigger. */
export const FURTHER: readonly FcmVector[] = [
  one('scope', plain([bearer(accessToken(WORLD_TIME, false)), JSON_TYPE]), {
    status: 403,
    code: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    json: error(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
      authInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    ]),
  }),
  {
    row: 'device-quota',
    profile: { deviceMessagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ token: T }), answer: taken },
      {
        request: sendParts({ token: T }),
        answer: {
          status: 429,
          code: 'QUOTA_EXCEEDED',
          json: error(429, 'RESOURCE_EXHAUSTED', 'Device quota exceeded.', [
            {
              '@type': `${TYPE}google.rpc.QuotaFailure`,
              violations: [{ subject: `device:${T}`, description: 'Device quota exceeded.' }],
            },
            fcm('QUOTA_EXCEEDED'),
          ]),
        },
      },
    ],
  },
  {
    row: 'device-quota-hour',
    profile: { deviceMessagesPerHour: 1 },
    exchanges: [
      { request: sendParts({ token: T }), answer: taken },
      {
        request: sendParts({ token: T }),
        answer: {
          status: 429,
          code: 'QUOTA_EXCEEDED',
          json: error(429, 'RESOURCE_EXHAUSTED', 'Device quota exceeded.', [
            {
              '@type': `${TYPE}google.rpc.QuotaFailure`,
              violations: [{ subject: `device:${T}`, description: 'Device quota exceeded.' }],
            },
            fcm('QUOTA_EXCEEDED'),
          ]),
        },
      },
    ],
  },
  {
    row: 'topic-quota',
    profile: { topicMessagesPerMinute: 1 },
    exchanges: [
      { request: sendParts({ topic: 'news' }), answer: takenByTopic },
      {
        request: sendParts({ topic: 'news' }),
        answer: {
          status: 429,
          code: 'QUOTA_EXCEEDED/topic',
          json: error(429, 'RESOURCE_EXHAUSTED', 'Topic quota exceeded.', [
            {
              '@type': `${TYPE}google.rpc.QuotaFailure`,
              violations: [{ subject: 'topic:news', description: 'Topic quota exceeded.' }],
            },
            fcm('QUOTA_EXCEEDED'),
          ]),
        },
      },
    ],
  },
  one(
    'older-texts',
    sendParts({ token: 'not-a-token' }),
    invalid('INVALID_ARGUMENT', 'Request contains an invalid argument.', [
      fcm('INVALID_ARGUMENT'),
      violations({ field: 'message.token', description: 'Invalid registration token' }),
    ]),
    { profile: { errorTexts: 'older' } },
  ),
];
