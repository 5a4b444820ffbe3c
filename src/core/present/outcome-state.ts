import type { NotificationView, OutcomeView } from '../views.ts';

/** What became of a message on a phone, in one word; the same words as a matrix has, and `online` for the app's own connection. */
export const OUTCOME_STATES = ['delivered', 'silent', 'waiting', 'online', 'not-delivered'] as const;
export type OutcomeState = (typeof OUTCOME_STATES)[number];

/** Rules by which the vendor keeps a push that may still arrive. */
const KEPT = ['device-stored', 'device-scheduled'];

/** `silent`: shown without sound and vibration; `waiting`: it may still arrive. */
export function outcomeState(
  outcome: Pick<OutcomeView, 'delivered' | 'via' | 'reason' | 'cause' | 'notification'>,
): OutcomeState {
  if (outcome.delivered) return outcome.notification === null ? 'delivered' : shownState(outcome.notification);
  if (outcome.reason === 'device-waiting' || KEPT.includes(outcome.cause)) return 'waiting';
  return outcome.via === 'online' ? 'online' : 'not-delivered';
}

/** Of a notification that stands on the phone. */
export const shownState = ({
  sound,
  vibrated,
}: Pick<NotificationView, 'sound' | 'vibrated'>): 'delivered' | 'silent' =>
  sound !== null || vibrated ? 'delivered' : 'silent';
