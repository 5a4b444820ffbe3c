import { isObject } from '../kit/json.ts';
import type { AnswerReading } from '../types.ts';
import { isReason, type Reason } from './refusal.ts';

/** Rule that stands for a reason: `apns-` and the reason in kebab case. Both spellings of the key environment share one. */
export function ruleOfReason(reason: Reason): string {
  if (reason === 'BadEnvironmentKeyIdInToken') return 'apns-bad-environment-key-in-token';
  return `apns-${reason.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()}`;
}

function reasonIn(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    const reason = isObject(value) ? value.reason : undefined;
    return typeof reason === 'string' ? reason : null;
  } catch {
    return null;
  }
}

/** What APNs's answer means to the IM server: 200 is a push taken, anything else is refused for the reason in the body. */
export function readAnswer(status: number, body: string): AnswerReading {
  if (status === 200) {
    return { accepted: true, cause: null, trace: [{ stage: 'channel', rule: 'apns-answer', verdict: 'pass' }] };
  }
  const reason = reasonIn(body);
  return {
    accepted: false,
    cause: isReason(reason) ? ruleOfReason(reason) : 'apns-answer',
    trace: [{ stage: 'channel', rule: 'apns-answer', verdict: 'stop', params: { status, reason: reason ?? '–' } }],
  };
}
