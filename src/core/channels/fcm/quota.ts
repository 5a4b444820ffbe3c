import type { FcmProject } from '../credentials.ts';
import type { FoundTarget, ReceiveContext } from '../types.ts';
import type { Target } from './checks.ts';
import { deviceQuota, projectQuota, topicQuota } from './errors.ts';
import { type Refusal, refuse } from './refusal.ts';
import { count, type FcmState } from './state.ts';

const HOUR = 3_600_000;

/** The state with this message counted; the refusal, when a quota is used up, is for the end of the checks. */
export interface Counted {
  readonly state: FcmState;
  readonly refusal: Refusal | null;
}

/** Counts a message against its project; refused messages count too. */
export function countProject(state: FcmState, project: FcmProject, { now, profile }: ReceiveContext): Counted {
  const limit = profile.fcm.messagesPerMinute;
  const counted = count(state, `project:${project.projectId}`, limit, now);
  if (counted !== null) return { state: counted, refusal: null };
  return { state, refusal: refuse('fcm-quota-project', projectQuota(project.projectNumber, limit), { limit }) };
}

/** Counts a message against its topic or its phone. A condition counts for none of its topics. */
export function countTarget(
  state: FcmState,
  target: Target,
  found: readonly FoundTarget[],
  { now, profile }: ReceiveContext,
): Counted {
  const { topicMessagesPerMinute, deviceMessagesPerMinute, deviceMessagesPerHour } = profile.fcm;
  if (target.kind === 'topic') {
    const counted = count(state, `topic:${target.value}`, topicMessagesPerMinute, now);
    if (counted !== null) return { state: counted, refusal: null };
    const params = { limit: topicMessagesPerMinute, topic: target.value };
    return { state, refusal: refuse('fcm-quota-topic', topicQuota(target.value), params) };
  }
  const [only] = found;
  if (target.kind === 'condition' || only === undefined) return { state, refusal: null };
  const refused = (limit: number, span: 'min' | 'h'): Counted => {
    const params = { limit, device: only.device.name, span };
    return { state, refusal: refuse('fcm-quota-device', deviceQuota(only.target.token), params) };
  };
  const inMinute = count(state, `device:${only.device.id}`, deviceMessagesPerMinute, now);
  if (inMinute === null) return refused(deviceMessagesPerMinute, 'min');
  const inHour = count(inMinute, `hour:${only.device.id}`, deviceMessagesPerHour, now, HOUR);
  return inHour === null ? refused(deviceMessagesPerHour, 'h') : { state: inHour, refusal: null };
}
