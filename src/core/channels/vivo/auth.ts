import type { TraceStep } from '../../trace/types.ts';
import type { VivoApp } from '../credentials.ts';
import { header } from '../kit/form.ts';
import type { JsonObject } from '../kit/json.ts';
import { find, put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, VendorRequest } from '../types.ts';
import { successAnswer } from './answers.ts';
import type { Refused, Reply } from './call.ts';
import { newToken } from './ids.ts';
import { integerOf, shownOf, trimmedOf } from './read.ts';
import { NOTHING, type Refusal, refuse } from './refusal.ts';
import { countSecond, type VivoState } from './state.ts';
import { channelStep } from './steps.ts';

const HOUR_MS = 3_600_000;
/** A token lives a day. */
export const TOKEN_MS = 24 * HOUR_MS;
const WINDOW_MS = 10 * 60_000;

/** Enough of a secret to tell it apart, too little to use it. */
export const masked = (text: string): string => shorten(text, 6);

const FIELDS = [
  ['appId', 10200],
  ['appKey', 10201],
  ['timestamp', 10203],
  ['sign', 10204],
] as const;

interface AuthInput {
  readonly body: JsonObject;
  readonly context: ReceiveContext;
  readonly state: VivoState;
}

function emptyField({ body }: AuthInput): Refusal | null {
  for (const [name, code] of FIELDS)
    if (trimmedOf(body, name) === undefined) return refuse('vivo-auth-fields', code, { name });
  return null;
}

/** ISO time; a clock that was moved out of the calendar is shown as a number. */
export function timeText(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

function wrongTime({ body, context }: AuthInput): Refusal | null {
  const time = integerOf(body, 'timestamp');
  if (typeof time === 'number' && Math.abs(context.senderTime(time) - context.now) <= WINDOW_MS) return null;
  return refuse('vivo-auth-time', 10207, {
    received: shorten(shownOf(body, 'timestamp')),
    expected: timeText(context.now),
  });
}

function wrongKey({ body }: AuthInput, app: VivoApp): Refusal | null {
  const key = trimmedOf(body, 'appKey');
  return key === app.appKey
    ? null
    : refuse('vivo-auth-key', 10202, { received: shorten(key ?? NOTHING), app: app.appId });
}

/** MD5 of the four parts, each trimmed, in lower-case hex. */
export const signatureOf = (md5Hex: (text: string) => string, app: VivoApp, timestamp: string): string =>
  md5Hex(`${app.appId.trim()}${app.appKey.trim()}${timestamp.trim()}${app.appSecret.trim()}`);

function wrongSign({ body, context }: AuthInput, app: VivoApp): Refusal | null {
  const expected = signatureOf(context.ports.crypto.md5Hex, app, trimmedOf(body, 'timestamp') ?? '');
  const sign = trimmedOf(body, 'sign') ?? '';
  if (sign === expected) return null;
  return refuse('vivo-auth-sign', 10206, { received: masked(sign), app: app.appId, expected: masked(expected) });
}

const passed = (...rules: readonly Parameters<typeof channelStep>[0][]): readonly TraceStep[] =>
  rules.map((rule) => channelStep(rule, 'pass'));
const FIELDS_PASSED = passed('vivo-auth-fields');
const TIME_PASSED = passed('vivo-auth-fields', 'vivo-auth-time');
const APP_PASSED = passed('vivo-auth-fields', 'vivo-auth-time', 'vivo-auth-app');

function knownApp(input: AuthInput): VivoApp | undefined {
  const appId = trimmedOf(input.body, 'appId');
  return input.context.credentials.vivo.apps.find((app) => app.appId === appId);
}

/**
 * Gives a token for appId, appKey, timestamp and sign. What is empty comes first, then time, app, how often it asked,
 * key and sign (Pushpit's order; the real one is not published).
 */
export function authorize(body: JsonObject, context: ReceiveContext): Reply | Refused {
  const input: AuthInput = { body, context, state: context.state as VivoState };
  const empty = emptyField(input);
  if (empty) return { refusal: empty };
  const late = wrongTime(input);
  if (late) return { refusal: late, steps: FIELDS_PASSED };
  const app = knownApp(input);
  if (!app) {
    const received = shorten(shownOf(body, 'appId'));
    return { refusal: refuse('vivo-auth-app', 10205, { received }), steps: TIME_PASSED };
  }
  return admit(input, app);
}

function admit(input: AuthInput, app: VivoApp): Reply | Refused {
  const { context, state } = input;
  const limit = context.profile.vivo.authPerSecond;
  const auths = limit > 0 ? countSecond(state.auths, app.appId, context.now, limit) : state.auths;
  if (auths === null) return { refusal: refuse('vivo-auth-rate', 10093, { app: app.appId, limit }), steps: APP_PASSED };
  const counted = auths === state.auths ? state : { ...state, auths };
  const steps = limit > 0 ? APP_PASSED.concat([channelStep('vivo-auth-rate', 'pass', { limit })]) : APP_PASSED;
  const key = wrongKey(input, app);
  if (key) return { refusal: key, steps, state: counted };
  const keyed = steps.concat(passed('vivo-auth-key'));
  const sign = wrongSign(input, app);
  if (sign) return { refusal: sign, steps: keyed, state: counted };
  const value = newToken(context.ports);
  const token = { appId: app.appId, expiresAt: context.now + TOKEN_MS };
  return {
    response: successAnswer({ authToken: value }),
    state: { ...counted, tokens: put(counted.tokens, value, token) },
    steps: keyed.concat([
      channelStep('vivo-auth-sign', 'pass'),
      channelStep('vivo-token-made', 'pass', { until: timeText(token.expiresAt) }),
    ]),
    target: `app ${app.appId}`,
  };
}

/** The app whose valid token the request carries, or the refusal. */
export function findApp(request: VendorRequest, context: ReceiveContext): VivoApp | Refusal {
  const value = header(request, 'authtoken')?.trim() ?? '';
  const token = find((context.state as VivoState).tokens, value);
  const app = token && context.credentials.vivo.apps.find(({ appId }) => appId === token.appId);
  if (value === '') return refuse('vivo-token-missing', 10000, {});
  if (!token || !app) return refuse('vivo-token', 10000, { received: masked(value) });
  if (token.expiresAt > context.now) return app;
  return refuse('vivo-token-expired', 10000, { received: masked(value), until: timeText(token.expiresAt) });
}
