import type { TraceStep } from '../../trace/types.ts';
import type { Credentials, FcmProject, FcmServiceAccount } from '../credentials.ts';
import { encodeBase64Url, encodeUtf8 } from '../kit/bytes.ts';
import { isObject, member, parseJson } from '../kit/json.ts';
import type { AccessToken, Authorization, AuthorizationInput, BuildInput, VendorCall } from '../types.ts';
import { identify } from './identify.ts';
import { AUDIENCE, JWT_BEARER } from './oauth.ts';
import { FCM_HOST, OAUTH_HOST } from './routes.ts';
import { channelStep } from './steps.ts';

/** How long IM keeps an offline message. */
const LIFE_DAYS = 7;
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';

const projectOf = ({ fcm }: Credentials, app: string): FcmProject | undefined =>
  fcm.projects.find(({ packageNames }) => packageNames.includes(app));

/**
 * The request that Tencent IM's server sends for one decision. Tencent does not publish it: the fields follow from
 * FCM's interface and from where apps read them, and the trace says so.
 */
export function build({ fields, target, credentials, accessToken }: BuildInput): VendorCall {
  const project = projectOf(credentials, target.app);
  const projectId = project?.projectId ?? 'unknown-project';
  const ext = fields.ext.value;
  const hasExt = ext !== null && ext !== '';
  const message = {
    token: target.token,
    notification: { ...(fields.title.value !== null && { title: fields.title.value }), body: fields.body.value },
    ...(hasExt && { data: { ext } }),
    android: { ttl: `${LIFE_DAYS * 86_400}s`, priority: 'high' },
  };
  const trace: TraceStep[] = [channelStep('fcm-build-address', 'note', { project: projectId })];
  if (hasExt) trace.push(channelStep('fcm-build-ext', 'note'));
  trace.push(channelStep('fcm-build-life', 'note', { days: LIFE_DAYS }));
  if (project === undefined) trace.push(channelStep('fcm-build-no-project', 'note', { package: target.app }));
  return {
    channel: 'fcm',
    protocol: 'http/1.1',
    method: 'POST',
    host: FCM_HOST,
    path: `/v1/projects/${encodeURIComponent(projectId)}/messages:send`,
    headers: [
      ...(accessToken === null ? [] : [['authorization', `Bearer ${accessToken}`] as const]),
      ['content-type', 'application/json; charset=UTF-8'],
    ],
    body: JSON.stringify({ message }),
    trace,
  };
}

const part = (value: unknown): string => encodeBase64Url(encodeUtf8(JSON.stringify(value)));

/** The signed assertion of a service account; null when the host does not hold its key. */
function assertionOf(
  { keyId, clientEmail }: FcmServiceAccount,
  { senderNow, ports }: AuthorizationInput,
): string | null {
  const iat = Math.floor(senderNow / 1000);
  const claims = { iss: clientEmail, scope: SCOPE, aud: AUDIENCE, exp: iat + 3600, iat };
  const data = `${part({ alg: 'RS256', typ: 'JWT', kid: keyId })}.${part(claims)}`;
  try {
    return `${data}.${encodeBase64Url(ports.crypto.sign('RS256', keyId, data))}`;
  } catch {
    // The port throws for a key it does not hold; the endpoint's answer tells the user.
    return null;
  }
}

function buildAuthorization(input: AuthorizationInput): VendorCall {
  const { app, credentials } = input;
  const projectId = projectOf(credentials, app)?.projectId;
  const accounts = credentials.fcm.serviceAccounts.filter((one) => one.projectId === projectId);
  const account = accounts.find(({ disabled }) => !disabled) ?? accounts[0];
  const assertion = account === undefined ? null : assertionOf(account, input);
  const trace = assertion === null ? [channelStep('fcm-build-no-account', 'note', { package: app })] : [];
  return {
    channel: 'fcm',
    protocol: 'http/1.1',
    method: 'POST',
    host: OAUTH_HOST,
    path: '/token',
    headers: [['content-type', 'application/x-www-form-urlencoded']],
    body: `grant_type=${encodeURIComponent(JWT_BEARER)}&assertion=${assertion ?? ''}`,
    trace,
  };
}

function readToken(status: number, body: string, now: number): AccessToken | null {
  const answer = parseJson(body);
  if (status !== 200 || !isObject(answer)) return null;
  const value = member(answer, 'access_token');
  const life = member(answer, 'expires_in');
  if (typeof value !== 'string' || value === '' || typeof life !== 'number') return null;
  return { value, expiresAt: now + life * 1000 };
}

const TOKEN_CODES: readonly (string | null)[] = ['UNAUTHENTICATED', 'ACCESS_TOKEN_EXPIRED', 'CREDENTIALS_MISSING'];

/** How the IM side gets an access token: the service account's assertion at Google's token endpoint. */
export const authorization: Authorization = {
  build: buildAuthorization,
  read: readToken,
  // A 401 may also be about APNs or web push, which a new token would not help.
  isRefusal: (status, body) => status === 401 && TOKEN_CODES.includes(identify(body)),
};
