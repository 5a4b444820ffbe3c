import { bundleOf, isPushType, LIMITS, TOPIC_SUFFIXES, topicSuffix } from './definition.ts';
import { pass, refuse } from './refusal.ts';
import { type Check, type CheckResult, certificateTopics, type Run } from './run.ts';
import { isUuid, shown } from './text.ts';

/** A check of one header: absent headers pass. */
const header = (rule: string, run: (run: Run) => CheckResult): Check => ({ pass: pass(rule), run });

export const duplicateHeadersCheck = header('apns-duplicate-headers', ({ headers }) =>
  headers.duplicate === null
    ? null
    : refuse('DuplicateHeaders', 'apns-duplicate-headers', { header: shown(headers.duplicate) }),
);

export const messageIdCheck = header('apns-bad-message-id', ({ headers }) =>
  headers.id === null || isUuid(headers.id)
    ? null
    : refuse('BadMessageId', 'apns-bad-message-id', { received: shown(headers.id) }),
);

/** Digits only, at most 19 of them: no sign, fraction, exponent or hexadecimal. */
const EXPIRATION = /^[0-9]{1,19}$/;

export const expirationCheck = header('apns-bad-expiration-date', ({ headers }) =>
  headers.expiration === null || EXPIRATION.test(headers.expiration)
    ? null
    : refuse('BadExpirationDate', 'apns-bad-expiration-date', { received: shown(headers.expiration) }),
);

export const priorityCheck = header('apns-bad-priority', ({ headers, context }) => {
  const { priority, pushType } = headers;
  if (priority !== null && priority !== '1' && priority !== '5' && priority !== '10') {
    return refuse('BadPriority', 'apns-bad-priority', { received: shown(priority) });
  }
  if (context.profile.apns.strictBackground && pushType === 'background' && (priority ?? '10') === '10') {
    return refuse('BadPriority', 'apns-bad-priority-background');
  }
  return null;
});

export const collapseIdCheck = header('apns-bad-collapse-id', ({ headers }) => {
  // Header values arrive as one character per byte, so the length is the byte count.
  const bytes = headers.collapseId?.length ?? 0;
  if (bytes <= LIMITS.collapseId) return null;
  return refuse('BadCollapseId', 'apns-bad-collapse-id', { bytes, limit: LIMITS.collapseId });
});

export const pushTypeCheck = header('apns-invalid-push-type', ({ headers, topic }) => {
  const { pushType } = headers;
  if (pushType === null) return null;
  if (!isPushType(pushType)) return refuse('InvalidPushType', 'apns-invalid-push-type', { received: shown(pushType) });
  const suffix = topic === null || TOPIC_SUFFIXES[pushType] !== '' ? '' : topicSuffix(topic);
  if (suffix === '') return null;
  const params = { pushType, topic: shown(topic ?? ''), suffix };
  return refuse('InvalidPushType', 'apns-invalid-push-type-topic', params);
});

export const topicPresentCheck = header('apns-missing-topic', (run) => {
  if (run.topic !== null) return null;
  const topics = certificateTopics(run.request);
  if (topics.length === 0) return refuse('MissingTopic', 'apns-missing-topic');
  return refuse('MissingTopic', 'apns-missing-topic-certificate', { topics: shown(topics.join(', ')) });
});

const TOPIC = /^[\x21-\x7e]+$/;

export const topicFormCheck = header('apns-bad-topic', ({ topic }) => {
  if (topic === null) return undefined;
  if (topic.length <= LIMITS.topic && TOPIC.test(topic)) return null;
  return refuse('BadTopic', 'apns-bad-topic', { received: shown(topic), bytes: topic.length, limit: LIMITS.topic });
});

/** The credential decides which topics it may push to: the certificate's list, the key's list, the team's apps. */
export const topicAllowedCheck = header('apns-topic-disallowed', (run) => {
  const { topic, verified, memory } = run;
  if (topic === null) return undefined;
  if (verified === null || memory === null) return topicOfCertificate(run, topic);
  const bundle = bundleOf(topic);
  if (!memory.bundleIds.includes(bundle)) {
    const added = run.context.credentials.apns.apps.some(
      (app) => app.bundleId === bundle && app.teamId === memory.teamId,
    );
    const rule = added ? 'apns-topic-disallowed-reconnect' : 'apns-topic-disallowed';
    return refuse('TopicDisallowed', rule, { topic: shown(topic), bundle: shown(bundle), team: memory.teamId });
  }
  const { topics, keyId } = verified.key;
  if (topics === null || topics.includes(topic) || topics.includes(bundle)) return null;
  const params = { topic: shown(topic), keyId, topics: shown(topics.join(', ')) };
  return refuse('TopicDisallowed', 'apns-topic-disallowed-key', params);
});

function topicOfCertificate(run: Run, topic: string): CheckResult {
  const topics = certificateTopics(run.request);
  if (topics.includes(topic)) return null;
  const params = { topic: shown(topic), topics: shown(topics.join(', ')) };
  return refuse('TopicDisallowed', 'apns-topic-disallowed-certificate', params);
}
