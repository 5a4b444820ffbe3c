import type { TraceStep } from '../../trace/types.ts';
import { parseBody } from '../kit/json.ts';
import { LIMITS } from './definition.ts';
import { pass, type Refusal, refuse } from './refusal.ts';
import type { Check, CheckResult, Run } from './run.ts';
import { isoTime, shown } from './text.ts';

/** APNs has no HTTP/1.1: a client that offers nothing else never sees a status. */
export const protocolCheck: Check = {
  pass: pass('apns-http2-only'),
  run({ request }: Run): CheckResult {
    const { protocol } = request.connection;
    if (protocol === 'http/2') return null;
    const step: TraceStep = {
      stage: 'channel',
      rule: 'apns-http2-only',
      verdict: 'stop',
      params: { received: protocol },
    };
    return { reason: null, step, instead: 'drop' };
  },
};

export const methodCheck: Check = {
  pass: pass('apns-method-not-allowed'),
  run: ({ request }: Run): CheckResult =>
    request.method === 'POST'
      ? null
      : refuse('MethodNotAllowed', 'apns-method-not-allowed', { received: shown(request.method) }),
};

export const pathCheck: Check = {
  pass: pass('apns-bad-path'),
  run: ({ request, token }: Run): CheckResult =>
    token === null ? refuse('BadPath', 'apns-bad-path', { received: shown(request.path) }) : null,
};

export const tokenInPathCheck: Check = {
  pass: pass('apns-missing-device-token'),
  run: ({ request, token }: Run): CheckResult =>
    token === '' ? refuse('MissingDeviceToken', 'apns-missing-device-token', { received: request.path }) : null,
};

/** Limit of the body in bytes: VoIP pushes may be larger; without a push type the topic decides (choice). */
export function payloadLimit(pushType: string | null, topic: string | null): number {
  const voip = pushType === null ? topic?.endsWith('.voip') === true : pushType === 'voip';
  return voip ? LIMITS.voipPayload : LIMITS.payload;
}

export const bodyPresentCheck: Check = {
  pass: pass('apns-payload-empty'),
  run: ({ request }: Run): CheckResult =>
    request.body.length === 0 && !request.bodyTooLarge ? refuse('PayloadEmpty', 'apns-payload-empty') : null,
};

export const bodySizeCheck: Check = {
  pass: pass('apns-payload-too-large'),
  run({ request, headers, topic }: Run): CheckResult {
    const limit = payloadLimit(headers.pushType, topic);
    if (!request.bodyTooLarge && request.body.length <= limit) return null;
    return refuse('PayloadTooLarge', 'apns-payload-too-large', { bytes: request.body.length, limit });
  },
};

export const bodyJsonCheck: Check = {
  pass: pass('apns-payload-empty-json'),
  run(run: Run): CheckResult {
    const payload = parseBody(run.request.body);
    if (typeof payload === 'string') return refuse('PayloadEmpty', `apns-payload-empty-${payload}`);
    run.payload = payload;
    return null;
  },
};

const HEX_BYTES = /^(?:[0-9a-fA-F]{2})+$/;

/** Any even number of hex digits may be a token (Live Activity tokens are long); it must be registered, and here. */
export const tokenKnownCheck: Check = {
  pass: pass('apns-bad-device-token'),
  run(run: Run): CheckResult {
    const token = run.token ?? '';
    if (!HEX_BYTES.test(token)) {
      return refuse('BadDeviceToken', 'apns-bad-device-token-form', { token: shown(token), length: token.length });
    }
    const found = run.context.directory.byToken(token.toLowerCase());
    if (found === undefined) return refuse('BadDeviceToken', 'apns-bad-device-token', { token: shown(token) });
    const { environment } = found.target;
    if (run.environment !== 'either' && run.environment !== environment) {
      const params = { token: shown(token), tokenEnvironment: environment, environment: run.environment };
      return refuse('BadDeviceToken', 'apns-bad-device-token-environment', params);
    }
    run.found = found;
    return null;
  },
};

/** A device token is registered for one full topic, suffix included. */
export const tokenTopicCheck: Check = {
  pass: pass('apns-device-token-not-for-topic'),
  run({ found, topic, token }: Run): CheckResult {
    if (found === null || found.target.topic === topic) return null;
    return refuse('DeviceTokenNotForTopic', 'apns-device-token-not-for-topic', {
      token: shown(token ?? ''),
      tokenTopic: found.target.topic,
      topic: shown(topic ?? ''),
    });
  },
};

/** 410 with the time since when the token is dead, an integer in ms. */
export const tokenActiveCheck: Check = {
  pass: pass('apns-unregistered'),
  run({ found, token }: Run): CheckResult {
    if (found === null || found.target.state === 'active') return null;
    const params = { token: shown(token ?? ''), since: isoTime(found.target.since) };
    const refusal: Refusal =
      found.target.state === 'expired'
        ? refuse('ExpiredToken', 'apns-expired-token', params)
        : refuse('Unregistered', 'apns-unregistered', params);
    return { ...refusal, timestamp: Math.trunc(found.target.since) };
  },
};

/** Pushes to one device token in one second; off unless the workspace sets a number. */
export const requestRateCheck: Check = {
  pass: pass('apns-too-many-requests'),
  run(run: Run): CheckResult {
    const limit = run.context.profile.apns.requestsPerSecond;
    if (limit <= 0) return undefined;
    const token = (run.token ?? '').toLowerCase();
    const second = Math.floor(run.context.now / 1000);
    const counts = run.state.window.second === second ? run.state.window.counts : {};
    const count = Object.hasOwn(counts, token) ? (counts[token] ?? 0) : 0;
    if (count >= limit) return refuse('TooManyRequests', 'apns-too-many-requests', { token: shown(token), limit });
    run.state = { ...run.state, window: { second, counts: { ...counts, [token]: count + 1 } } };
    return null;
  },
};
