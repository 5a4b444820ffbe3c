import type { TraceParams, TraceStep } from '../../trace/types.ts';
import type { FcmServiceAccount } from '../credentials.ts';
import { encodeBase64Url, encodeUtf8 } from '../kit/bytes.ts';
import { field, readForm } from '../kit/form.ts';
import { type JsonObject, member } from '../kit/json.ts';
import { type Jwt, parseJwt } from '../kit/jwt.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext } from '../types.ts';
import { issueAccessToken, TOKEN_LIFE_SECONDS } from './access-token.ts';
import { oauthAnswer } from './answers.ts';
import type { Call, Reply } from './call.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
export const AUDIENCE = 'https://oauth2.googleapis.com/token';
const LEEWAY_SECONDS = 300;
const LONGEST_SECONDS = 3600;

const SCOPES_THAT_SEND: readonly string[] = [
  'https://www.googleapis.com/auth/firebase.messaging',
  'https://www.googleapis.com/auth/cloud-platform',
];
/** Google's scopes are addresses below this one, and a few words. */
const KNOWN_SCOPE =
  /^(?:https:\/\/www\.googleapis\.com\/auth\/[a-z0-9._/-]+|https:\/\/mail\.google\.com\/|openid|email|profile)$/;

export const OAUTH_TEXTS = {
  request: 'Bad Request',
  signature: 'Invalid JWT Signature.',
  account: 'Invalid grant: account not found',
  iat: 'Invalid JWT: iat (issued at) is not set.',
  exp: 'Invalid JWT: exp (expiration time) is not set.',
  window:
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
  scope: 'Invalid OAuth scope or ID token audience provided.',
  audience: 'Invalid JWT: Failed audience check.',
  delegation:
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
  disabled: 'The OAuth client was disabled.',
} as const;

interface OauthRefusal {
  readonly rule: CheckRuleId;
  readonly params: TraceParams;
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

const refuse = (
  rule: CheckRuleId,
  error: string,
  description: string,
  params: TraceParams = {},
  status = 400,
): OauthRefusal => ({ rule, params, status, error, description });

const invalidGrant = (rule: CheckRuleId, description: string, params: TraceParams = {}): OauthRefusal =>
  refuse(rule, 'invalid_grant', description, params);

interface Asked {
  readonly jwt: Jwt;
  readonly call: Call;
  readonly account: FcmServiceAccount | null;
}

const textOf = (claims: JsonObject, name: string): string => {
  const value = member(claims, name);
  return typeof value === 'string' ? value : '';
};

/** Seconds; digit strings count. Undefined: not set. */
function secondsOf(claims: JsonObject, name: string): number | undefined {
  const value = member(claims, name);
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Node's assertions name no key, so that of every account with this e-mail is tried. */
function signer({ header, claims, signed, signature }: Jwt, { credentials, ports }: ReceiveContext) {
  if (member(header, 'alg') !== 'RS256') return 'unsigned';
  const kid = member(header, 'kid');
  const email = textOf(claims, 'iss');
  const accounts = credentials.fcm.serviceAccounts;
  const named = accounts.filter((one) => (kid === undefined ? one.clientEmail === email : one.keyId === kid));
  if (named.length === 0) return kid === undefined ? 'nobody' : 'unsigned';
  const found = named.find(({ keyId }) => ports.crypto.verify('RS256', keyId, signed, signature));
  if (found === undefined) return 'unsigned';
  return found.clientEmail === email ? found : 'nobody';
}

/** Times in claims have no fractions: up to this many ms later the assertion was made. */
const SECOND_CUT_OFF = 999;

function checkWindow(
  claims: JsonObject,
  { now, senderTime }: Pick<ReceiveContext, 'now' | 'senderTime'>,
): OauthRefusal | null {
  const iat = secondsOf(claims, 'iat');
  const exp = secondsOf(claims, 'exp');
  if (iat === undefined) return invalidGrant('fcm-assertion-times', OAUTH_TEXTS.iat, { name: 'iat' });
  if (exp === undefined) return invalidGrant('fcm-assertion-times', OAUTH_TEXTS.exp, { name: 'exp' });
  const seconds = now / 1000;
  // Both come from the sender's clock; the life of the assertion is what lies between them.
  const made = Math.floor(senderTime(iat * 1000 + SECOND_CUT_OFF) / 1000);
  const fits = exp - iat <= LONGEST_SECONDS && made + (exp - iat) > seconds && made <= seconds + LEEWAY_SECONDS;
  const params = { iat, exp, now: Math.floor(seconds) };
  return fits ? null : invalidGrant('fcm-assertion-window', OAUTH_TEXTS.window, params);
}

/** Google's own address, or the one that this request came to: clients that honour `token_uri` name the latter. */
function isAudience(audience: string, { request, path }: Call): boolean {
  if (audience === AUDIENCE) return true;
  if (!URL.canParse(audience)) return false;
  const { hostname, pathname } = new URL(audience);
  return pathname === path && request.host !== null && hostname === request.host;
}

function audienceOf(claims: JsonObject): string {
  const value = member(claims, 'aud');
  const [only] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return typeof only === 'string' ? only : '';
}

const scopesOf = (claims: JsonObject): readonly string[] =>
  textOf(claims, 'scope')
    .split(/\s+/)
    .filter((scope) => scope !== '');

/** In the measured order; the account's own state and delegation come last. */
function checkAssertion({ jwt: { claims }, call, account }: Asked): OauthRefusal | null {
  const window = checkWindow(claims, call.context);
  if (window !== null) return window;
  if (scopesOf(claims).length === 0) return refuse('fcm-scopes', 'invalid_scope', OAUTH_TEXTS.scope);
  const audience = audienceOf(claims);
  if (!isAudience(audience, call))
    return invalidGrant('fcm-audience', OAUTH_TEXTS.audience, { received: audience === '' ? '–' : shorten(audience) });
  const subject = textOf(claims, 'sub');
  if (subject !== '' && subject !== account?.clientEmail)
    return refuse('fcm-delegation', 'unauthorized_client', OAUTH_TEXTS.delegation, { received: shorten(subject) }, 401);
  if (account?.disabled === true)
    return refuse(
      'fcm-account-disabled',
      'disabled_client',
      OAUTH_TEXTS.disabled,
      { account: account.clientEmail },
      401,
    );
  return null;
}

const ROUTE = channelStep('fcm-route', 'pass');

function answer(refusal: OauthRefusal, before: readonly TraceStep[]): Reply {
  const { rule, params, status, error, description } = refusal;
  return {
    response: oauthAnswer(status, { error, error_description: description }),
    steps: [...before, channelStep(rule, 'stop', params)],
  };
}

/** `POST /token`: a service account's signed assertion for an access token. */
export function token(call: Call): Reply {
  const form = readForm(call.request);
  const grantType = field(form, 'grant_type');
  if (grantType !== JWT_BEARER) {
    const description = `Invalid grant_type: ${grantType}`;
    const received = grantType === '' ? '–' : shorten(grantType);
    return answer(refuse('fcm-grant-type', 'unsupported_grant_type', description, { received }), [ROUTE]);
  }
  const assertion = field(form, 'assertion');
  const jwt = parseJwt(assertion);
  // `alg` none comes without a signature: that is a signature that does not verify, not a broken assertion.
  if (jwt === 'signature' && assertion.endsWith('.'))
    return answer(invalidGrant('fcm-signature', OAUTH_TEXTS.signature, { account: '–' }), [ROUTE]);
  if (typeof jwt === 'string') {
    const params = { part: assertion === '' ? 'assertion' : jwt };
    return answer(refuse('fcm-assertion', 'invalid_request', OAUTH_TEXTS.request, params), [ROUTE]);
  }
  const signed = signer(jwt, call.context);
  const email = textOf(jwt.claims, 'iss');
  const shown = email === '' ? '–' : shorten(email);
  if (signed === 'unsigned')
    return answer(invalidGrant('fcm-signature', OAUTH_TEXTS.signature, { account: shown }), [ROUTE]);
  const verified = [ROUTE, channelStep('fcm-signature', 'pass', { account: shown })];
  if (signed === 'nobody')
    return answer(invalidGrant('fcm-account', OAUTH_TEXTS.account, { received: shown }), [ROUTE]);
  const refusal = checkAssertion({ jwt, call, account: signed });
  return refusal === null ? issue(call, signed, scopesOf(jwt.claims), verified) : answer(refusal, verified);
}

function issue(
  { context }: Call,
  account: FcmServiceAccount,
  scopes: readonly string[],
  before: readonly TraceStep[],
): Reply {
  const strange = scopes.find((scope) => !KNOWN_SCOPE.test(scope));
  const target = account.clientEmail;
  if (strange !== undefined) {
    const steps = [...before, channelStep('fcm-scope-unknown', 'note', { received: shorten(strange) })];
    return { response: oauthAnswer(200, { id_token: idToken(account, strange, context) }), steps, target };
  }
  const maySend = scopes.some((scope) => SCOPES_THAT_SEND.includes(scope));
  const { now, ports, credentials } = context;
  const access = issueAccessToken(account, maySend, now, ports, credentials.fcm);
  const body = { access_token: access, expires_in: TOKEN_LIFE_SECONDS - 1, token_type: 'Bearer' };
  const issued = channelStep('fcm-token-issued', 'pass', { account: target });
  const narrow = maySend ? [] : [channelStep('fcm-scope-narrow', 'note')];
  return { response: oauthAnswer(200, body), steps: [...before, issued, ...narrow], target };
}

/** An identity token in Google's form. Only Google can sign one, so its seal is this simulator's. */
function idToken(account: FcmServiceAccount, audience: string, { now, ports }: ReceiveContext): string {
  const seconds = Math.floor(now / 1000);
  const part = (value: unknown): string => encodeBase64Url(encodeUtf8(JSON.stringify(value)));
  const header = part({ alg: 'RS256', kid: account.keyId, typ: 'JWT' });
  const claims = part({
    aud: audience,
    azp: account.clientEmail,
    email: account.clientEmail,
    email_verified: true,
    exp: seconds + LONGEST_SECONDS,
    iat: seconds,
    iss: 'https://accounts.google.com',
    sub: account.clientEmail,
  });
  const data = `${header}.${claims}`;
  return `${data}.${encodeBase64Url(ports.crypto.hmacSha256(encodeUtf8(account.keyId), data))}`;
}
