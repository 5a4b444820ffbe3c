import type { TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import { isObject, parseJson } from '../kit/json.ts';
import type { AccessToken, Authorization, AuthorizationInput, BuildInput, VendorCall } from '../types.ts';
import { signatureText, TOKEN_LIFE_MS } from './auth.ts';
import { oppoDefinition } from './definition.ts';
import { AUTH_PATH, UNICAST_PATH } from './endpoints.ts';
import { CONTENT_LIMITS, TITLE_LIMIT } from './notification.ts';
import { channelStep } from './steps.ts';

/** How long IM keeps an offline message, seconds. */
const LIFE_S = 7 * 86_400;

const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

const encodeForm = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

const post = (
  path: string,
  fields: readonly (readonly [string, string])[],
  trace: readonly TraceStep[],
): VendorCall => ({
  channel: 'oppo',
  protocol: 'http/1.1',
  method: 'POST',
  host: oppoDefinition.hosts[0] ?? 'api.push.oppomobile.com',
  path,
  headers: [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']],
  body: encodeForm(fields),
  trace,
});

function extNotes(ext: string | null): readonly TraceStep[] {
  if (ext === null || ext === '') return [];
  const object = isObject(parseJson(ext));
  return [channelStep('oppo-build-ext', 'note'), ...(object ? [] : [channelStep('oppo-build-ext-object', 'note')])];
}

function lengthNotes(title: string, content: string): readonly TraceStep[] {
  const rows = [
    ['title', title, TITLE_LIMIT],
    ['content', content, CONTENT_LIMITS[1]],
  ] as const;
  return rows.flatMap(([name, text, limit]) => {
    const received = codePoints(text);
    return received > limit ? [channelStep('oppo-build-long', 'note', { name, received, limit })] : [];
  });
}

/**
 * The request that Tencent IM's server sends for one decision. Tencent does not publish it: the fields follow from
 * OPPO's interface and from where apps read them, and the trace says so.
 */
export function build(input: BuildInput): VendorCall {
  const { fields, target, credentials, accessToken } = input;
  const title = fields.title.value ?? '';
  const content = fields.body.value;
  const ext = fields.ext.value;
  const notification = {
    title,
    content,
    click_action_type: 0,
    ...(ext === null || ext === '' ? {} : { action_parameters: ext }),
    off_line: true,
    off_line_ttl: LIFE_S,
  };
  const message = { target_type: 2, target_value: target.token, notification };
  const trace: TraceStep[] = [
    ...extNotes(ext),
    ...lengthNotes(title, content),
    channelStep('oppo-build-life', 'note'),
    channelStep('oppo-build-click', 'note'),
  ];
  if (!credentials.oppo.apps.some(({ packageName }) => packageName === target.app))
    trace.push(channelStep('oppo-build-no-app', 'note', { package: target.app }));
  const form = [
    ['auth_token', accessToken ?? ''],
    ['message', JSON.stringify(message)],
  ] as const;
  return post(UNICAST_PATH, form, trace);
}

function buildAuth({ app, senderNow: now, ports, credentials }: AuthorizationInput): VendorCall {
  const found = credentials.oppo.apps.find(({ packageName }) => packageName === app);
  const appKey = found?.appKey ?? '';
  const timestamp = String(now);
  const sign = ports.crypto.sha256Hex(signatureText(appKey, timestamp, found?.masterSecret ?? ''));
  const form = [
    ['app_key', appKey],
    ['sign', sign],
    ['timestamp', timestamp],
  ] as const;
  return post(AUTH_PATH, form, found ? [] : [channelStep('oppo-build-no-app', 'note', { package: app })]);
}

/** `code` and `data` of an answer; null when it is no answer of OPPO's. */
export function parseAnswer(
  body: string,
): { readonly code: number; readonly data: unknown; readonly message: string } | null {
  const answer = parseJson(body);
  if (!isObject(answer) || typeof answer.code !== 'number' || !Number.isInteger(answer.code)) return null;
  return { code: answer.code, data: answer.data, message: typeof answer.message === 'string' ? answer.message : '' };
}

function readToken(_status: number, body: string, now: number): AccessToken | null {
  const answer = parseAnswer(body);
  if (answer?.code !== 0 || !isObject(answer.data)) return null;
  const value = answer.data.auth_token;
  return typeof value === 'string' && value !== '' ? { value, expiresAt: now + TOKEN_LIFE_MS } : null;
}

/** The token that OPPO wants with every push: 24 hours, renewed once when a push is refused with 11. */
export const authorization: Authorization = {
  build: buildAuth,
  read: readToken,
  isRefusal: (_status, body) => parseAnswer(body)?.code === 11,
};
