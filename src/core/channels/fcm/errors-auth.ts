import { errorInfo, type GoogleError, helpLink } from './answers.ts';

const EXPECTED =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** The call that an answer is about; it stands in the metadata of authentication errors. */
export const SEND_METHOD = 'google.firebase.fcm.v1.FcmService.SendMessage';

const info = (reason: string, method: string) =>
  errorInfo(reason, 'googleapis.com', { method, service: 'fcm.googleapis.com' });

export const noCredential = (method: string): GoogleError => ({
  code: 401,
  message: `Request is missing required authentication credential. ${EXPECTED}`,
  status: 'UNAUTHENTICATED',
  details: [info('CREDENTIALS_MISSING', method)],
});

const INVALID = `Request had invalid authentication credentials. ${EXPECTED}`;

export const badCredential = (): GoogleError => ({ code: 401, message: INVALID, status: 'UNAUTHENTICATED' });

export const expiredCredential = (method: string): GoogleError => ({
  code: 401,
  message: INVALID,
  status: 'UNAUTHENTICATED',
  details: [info('ACCESS_TOKEN_EXPIRED', method)],
});

export const narrowScope = (method: string): GoogleError => ({
  code: 403,
  message: 'Request had insufficient authentication scopes.',
  status: 'PERMISSION_DENIED',
  details: [info('ACCESS_TOKEN_SCOPE_INSUFFICIENT', method)],
});

const PERMISSION = 'cloudmessaging.messages.create';

/** The service account may not send for this project, or there is none of this name: the answer does not tell which. */
export const noPermission = (project: string): GoogleError => ({
  code: 403,
  message: `Permission '${PERMISSION}' denied on resource '//cloudresourcemanager.googleapis.com/projects/${project}' (or it may not exist).`,
  status: 'PERMISSION_DENIED',
  details: [
    errorInfo('IAM_PERMISSION_DENIED', 'iam.googleapis.com', {
      permission: PERMISSION,
      resource: `projects/${project}`,
    }),
  ],
});

export const callerDenied = (): GoogleError => ({
  code: 403,
  message: 'The caller does not have permission',
  status: 'PERMISSION_DENIED',
});

export function apiDisabled(projectNumber: string): GoogleError {
  const url = `https://console.developers.google.com/apis/api/fcm.googleapis.com/overview?project=${projectNumber}`;
  const again =
    'If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';
  return {
    code: 403,
    message: `Firebase Cloud Messaging API has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ${url} then retry. ${again}`,
    status: 'PERMISSION_DENIED',
    details: [
      helpLink('Google developers console API activation', url),
      errorInfo('SERVICE_DISABLED', 'googleapis.com', {
        consumer: `projects/${projectNumber}`,
        service: 'fcm.googleapis.com',
      }),
    ],
  };
}

export const unknownProject = (): GoogleError => ({
  code: 404,
  message: 'Requested entity was not found.',
  status: 'NOT_FOUND',
});
