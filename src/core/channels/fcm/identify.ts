import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import { NO_INFORMATION } from './iid.ts';
import { OAUTH_TEXTS } from './oauth.ts';

const textOf = (object: JsonObject, name: string): string => {
  const value = member(object, name);
  return typeof value === 'string' ? value : '';
};

/** Answers with status 400 of the API front end, by how their text begins. */
const BY_TEXT: readonly (readonly [begins: string, code: string])[] = [
  ['Recipient of the message is not set.', 'INVALID_ARGUMENT/no-target'],
  ['The registration token is not a valid', 'INVALID_ARGUMENT'],
  ['Topic name contains invalid characters.', 'INVALID_ARGUMENT/topic'],
  ['Message is too large.', 'INVALID_ARGUMENT/size'],
  ['TTL must be a non-negative integer.', 'INVALID_ARGUMENT/webpush-ttl'],
  ['TTL must be between', 'INVALID_ARGUMENT/ttl'],
  ['Invalid data payload key:', 'INVALID_ARGUMENT/data-key'],
  ['Failed to parse batch request.', 'INVALID_ARGUMENT/batch'],
];

function mappingCode(message: string): string {
  const first = message.split('\n')[0] ?? '';
  if (/^Invalid value at '[^']*' \(oneof\)/.test(first)) return 'INVALID_ARGUMENT/union';
  if (first.startsWith('Invalid value at ')) return 'INVALID_ARGUMENT/value';
  if (first.includes('Cannot bind query parameter.')) return 'INVALID_ARGUMENT/query';
  return first.includes('Unknown name ') ? 'INVALID_ARGUMENT/field' : 'INVALID_ARGUMENT/json';
}

const isDetail = (detail: unknown, type: string): detail is JsonObject =>
  isObject(detail) && textOf(detail, '@type').endsWith(type);

/** An answer that only says that some argument is wrong; its violation tells which, where there is one. */
function unspecific(details: readonly unknown[]): string {
  const violations = details.flatMap((detail) =>
    isDetail(detail, 'BadRequest') ? [member(detail, 'fieldViolations')] : [],
  );
  const [first] = violations.flat();
  if (!isObject(first)) return 'INVALID_ARGUMENT/condition';
  return textOf(first, 'description') === 'Invalid package name' ? 'INVALID_ARGUMENT/package' : 'INVALID_ARGUMENT';
}

function badArgument(message: string, details: readonly unknown[]): string {
  if (message === 'Request contains an invalid argument.') return unspecific(details);
  const known = BY_TEXT.find(([begins]) => message.startsWith(begins));
  return known ? known[1] : mappingCode(message);
}

function apiCode(error: JsonObject): string {
  const raw = member(error, 'details');
  const details: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const status = textOf(error, 'status');
  if (member(error, 'code') === 400) return badArgument(textOf(error, 'message'), details);
  for (const detail of details) {
    if (isDetail(detail, 'FcmError')) {
      const code = textOf(detail, 'errorCode');
      return code === 'QUOTA_EXCEEDED' && textOf(error, 'message').startsWith('Topic') ? 'QUOTA_EXCEEDED/topic' : code;
    }
  }
  for (const detail of details) {
    const reason = isDetail(detail, 'ErrorInfo') ? textOf(detail, 'reason') : '';
    if (reason !== '') return reason === 'RATE_LIMIT_EXCEEDED' ? 'RESOURCE_EXHAUSTED' : reason;
  }
  return status === 'RESOURCE_EXHAUSTED' ? 'RESOURCE_EXHAUSTED/topics' : status;
}

const GRANTS: Readonly<Record<string, string>> = {
  [OAUTH_TEXTS.signature]: 'invalid_grant/signature',
  [OAUTH_TEXTS.account]: 'invalid_grant/account',
  [OAUTH_TEXTS.iat]: 'invalid_grant/times',
  [OAUTH_TEXTS.exp]: 'invalid_grant/times',
  [OAUTH_TEXTS.window]: 'invalid_grant/window',
  [OAUTH_TEXTS.audience]: 'invalid_grant/audience',
};

const IID_BODIES: Readonly<Record<string, string>> = {
  [NO_INFORMATION]: 'iid/no-information',
  InvalidToken: 'iid/InvalidToken',
  INVALID_ARGUMENT: 'iid/body',
};

function shortCode(error: string, answer: JsonObject): string {
  const description = member(answer, 'error_description');
  if (typeof description === 'string') return GRANTS[description] ?? error;
  if (Object.hasOwn(IID_BODIES, error)) return IID_BODIES[error] ?? error;
  return error === 'TOO_MANY_TOPICS' ? `iid/${error}` : error;
}

/** The first error among results; the Instance ID service shouts, the legacy interface does not. */
function resultCode(results: readonly unknown[]): string | null {
  for (const result of results) {
    const error = isObject(result) ? textOf(result, 'error') : '';
    if (error !== '') return /^[A-Z_]+$/.test(error) ? `iid/${error}` : error;
  }
  return null;
}

const TITLES: readonly (readonly [RegExp, string])[] = [
  [/<TITLE>Unauthorized<\/TITLE>/, 'iid/Unauthorized'],
  [/<TITLE>PROJECT_NOT_PERMITTED<\/TITLE>/, 'iid/PROJECT_NOT_PERMITTED'],
  [/<title>Error 401 /, 'legacy/401'],
  [/<title>Error (404|413|502) /, ''],
];

function textCode(body: string): string | null {
  for (const [pattern, code] of TITLES) {
    const match = pattern.exec(body);
    if (match !== null) return code === '' ? (match[1] ?? null) : code;
  }
  if (body.startsWith('Invalid value (') && body.includes('"time_to_live"')) return 'InvalidTtl';
  const word = /^(?:Error=)?(\w+)/.exec(body)?.[1];
  return word === undefined || body.startsWith('id=') ? null : word;
}

/** Which of the documented answers this is; null for a success and for what Google would not send. */
export function identify(body: string): string | null {
  const answer = parseJson(body);
  if (!isObject(answer)) return textCode(body);
  const error = member(answer, 'error');
  if (isObject(error)) return apiCode(error);
  if (typeof error === 'string') return shortCode(error, answer);
  const results = member(answer, 'results');
  return Array.isArray(results) ? resultCode(results) : null;
}
