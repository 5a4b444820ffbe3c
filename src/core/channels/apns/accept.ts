import type { AcceptedPush, ReceiveContext } from '../types.ts';
import { LIMITS } from './definition.ts';
import { type ApnsPayload, alertTexts } from './payload.ts';
import type { Run } from './run.ts';
import { headerText } from './text.ts';

/**
 * Until when APNs keeps the push for an offline phone, ms. Absent: the longest storage, 30 days. `0` or an instant that
 * has passed: null, one attempt and nothing stored.
 */
export function expiresAt(
  expiration: string | null,
  { now, senderTime }: Pick<ReceiveContext, 'now' | 'senderTime'>,
): number | null {
  const latest = now + LIMITS.storage;
  if (expiration === null) return latest;
  if (Number(expiration) === 0) return null;
  const asked = senderTime(Number(expiration) * 1000);
  return asked <= now ? null : Math.min(asked, latest);
}

/** The push that passed every check; null when the checks that find its target were left out. */
export function acceptPush(run: Run, id: string): AcceptedPush<ApnsPayload> | null {
  const { found, payload, headers, topic } = run;
  if (found === null || payload === null || topic === null) return null;
  const texts = alertTexts(payload);
  const { now } = run.context;
  return {
    id,
    channel: 'apns',
    deviceId: found.device.id,
    token: found.target.token,
    app: found.target.app,
    payload: {
      topic,
      pushType: headers.pushType,
      priority: headers.priority === '1' ? 1 : headers.priority === '5' ? 5 : 10,
      collapseId: headers.collapseId === null ? null : headerText(headers.collapseId),
      userInfo: payload,
    },
    title: texts.title,
    body: texts.body,
    expiresAt: expiresAt(headers.expiration, run.context),
    acceptedAt: now,
  };
}

/** `apns-unique-id` belongs to the development environment; of an address that names none, the device token decides. */
export function needsUniqueId(run: Run): boolean {
  return run.environment === 'either' ? run.found?.target.environment === 'sandbox' : run.environment === 'sandbox';
}
