import type { TraceStep } from '../../trace/types.ts';
import type { OppoApp } from '../credentials.ts';
import { type Form, field } from '../kit/form.ts';
import { put } from '../kit/shelf.ts';
import { shorten } from '../kit/steps.ts';
import type { ReceiveContext, VendorResponse } from '../types.ts';
import { plainSuccess } from './answers.ts';
import { hexId } from './ids.ts';
import { type Refusal, refuse } from './refusal.ts';
import { countRequest, type OppoState } from './state.ts';
import { channelStep } from './steps.ts';

export const TOKEN_LIFE_MS = 24 * 60 * 60 * 1000;
const WINDOW_MS = 10 * 60 * 1000;

/** `sign` of an auth call: SHA-256 over the three values, joined without separators. */
export const signatureText = (appKey: string, timestamp: string, masterSecret: string): string =>
  `${appKey}${timestamp}${masterSecret}`;

function checkTimestamp(
  timestamp: string,
  { now, senderTime }: Pick<ReceiveContext, 'now' | 'senderTime'>,
): Refusal | null {
  if (/^\d{1,16}$/.test(timestamp) && Math.abs(now - senderTime(Number(timestamp))) <= WINDOW_MS) return null;
  return refuse('oppo-timestamp', 19, { received: shorten(timestamp), now });
}

interface Checked {
  readonly refusal: Refusal | null;
  readonly steps: readonly TraceStep[];
  readonly app?: OppoApp;
}

/** 15, 17, 18, 19, 14, 28, 16: the order is ours, since the vendor's is not published. */
function checkAuth(form: Form, context: ReceiveContext): Checked {
  const { credentials, ports } = context;
  const appKey = field(form, 'app_key');
  const sign = field(form, 'sign');
  const timestamp = field(form, 'timestamp');
  const stop = (refusal: Refusal, steps: readonly TraceStep[] = []): Checked => ({ refusal, steps });
  if (appKey === '') return stop(refuse('oppo-app-key-required', 15));
  if (sign === '') return stop(refuse('oppo-sign-required', 17));
  if (timestamp === '') return stop(refuse('oppo-timestamp-required', 18));
  const late = checkTimestamp(timestamp, context);
  if (late) return stop(late);
  const steps: TraceStep[] = [channelStep('oppo-timestamp', 'pass')];
  const app = credentials.oppo.apps.find((one) => one.appKey === appKey);
  if (!app) return stop(refuse('oppo-app-key', 14, { received: shorten(appKey) }), steps);
  steps.push(channelStep('oppo-app-key', 'pass', { app: app.appId }));
  if (app.blacklisted) return stop(refuse('oppo-app-disabled', 28, { app: app.appId }), steps);
  const expected = ports.crypto.sha256Hex(signatureText(appKey, timestamp, app.masterSecret));
  if (sign !== expected) return stop(refuse('oppo-sign', 16, { received: shorten(sign) }), steps);
  steps.push(channelStep('oppo-sign', 'pass'));
  return { refusal: null, steps, app };
}

export interface Authenticated {
  readonly response: VendorResponse;
  readonly state: OppoState;
  readonly steps: readonly TraceStep[];
}

/** Hands out a token for 24 hours, or says why not. */
export function authenticate(
  form: Form,
  context: ReceiveContext,
  state: OppoState,
): Authenticated | { readonly refusal: Refusal; readonly steps: readonly TraceStep[] } {
  const { refusal, steps, app } = checkAuth(form, context);
  if (refusal || !app) return { refusal: refusal ?? refuse('oppo-app-key-required', 15), steps };
  const limit = context.profile.oppo.requestsPerSecond;
  const counted = countRequest(state, app.appId, context.now, limit);
  if (!counted) return { refusal: refuse('oppo-auth-rate', 13, { limit }), steps };
  const { appId, appKey, masterSecret } = app;
  const value = hexId(context.ports);
  const until = context.now + TOKEN_LIFE_MS;
  return {
    response: plainSuccess({ auth_token: value, create_time: context.now }),
    state: {
      ...counted,
      tokens: put(counted.tokens, value, { appId, appKey, masterSecret, until }),
      newestToken: { ...counted.newestToken, [appId]: value },
    },
    steps: steps.concat([
      ...(limit > 0 ? [channelStep('oppo-auth-rate', 'pass', { limit })] : []),
      channelStep('oppo-token-made', 'pass', { until: new Date(until).toISOString() }),
    ]),
  };
}
