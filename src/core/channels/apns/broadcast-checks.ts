import { decodeBase64 } from '../kit/bytes.ts';
import { parseBody } from '../kit/json.ts';
import { findChannel, isFull } from './broadcast-channels.ts';
import { type BroadcastCall, type BroadcastCheck, type BroadcastRun, methodsOf } from './broadcast-run.ts';
import { BROADCAST_HOSTS, LIMITS, topicSuffix } from './definition.ts';
import { pass, refuse } from './refusal.ts';
import { type CheckResult, certificateTopics } from './run.ts';
import { isUuid, shown } from './text.ts';

const check = (rule: string, run: (run: BroadcastRun) => CheckResult): BroadcastCheck => ({ pass: pass(rule), run });

/** A check of some calls only. */
const checkFor = (
  calls: readonly BroadcastCall[],
  rule: string,
  run: (run: BroadcastRun) => CheckResult,
): BroadcastCheck => check(rule, (one) => (one.call !== null && calls.includes(one.call) ? run(one) : undefined));

const OF_ONE_CHANNEL: readonly BroadcastCall[] = ['read', 'delete', 'send'];

export const broadcastMethodCheck = check('apns-method-not-allowed-broadcast', ({ request, route }) => {
  const allowed = route === null ? methodsOf(request.path) : Object.keys(route.calls);
  if (allowed.includes(request.method)) return null;
  const params = { received: shown(request.method), allowed: allowed.join(', ') };
  return refuse('MethodNotAllowed', 'apns-method-not-allowed-broadcast', params);
});

/** Apple's names serve either pushes or the management of channels; any other name or address serves both. */
export const broadcastPathCheck = check('apns-bad-path-broadcast', ({ request, route, call }) => {
  const { path } = request;
  if (route === null) return refuse('BadPath', 'apns-bad-path-broadcast', { received: shown(path) });
  const host = request.host ?? request.connection.serverName ?? '';
  const serves = BROADCAST_HOSTS.get(host);
  if (serves === undefined || serves === (call === 'send' ? 'send' : 'manage')) return null;
  return refuse('BadPath', 'apns-bad-path-host', { received: shown(path), host });
});

export const requestIdCheck = check('apns-bad-message-id-request', ({ requestId }) =>
  requestId === null || isUuid(requestId)
    ? null
    : refuse('BadMessageId', 'apns-bad-message-id-request', { received: shown(requestId) }),
);

/** The path names the app itself, and the credential must be the app's. */
export const appAllowedCheck = check('apns-topic-disallowed-app', (run) => {
  const { bundle, verified, memory } = run;
  const suffix = topicSuffix(bundle);
  if (suffix !== '')
    return refuse('TopicDisallowed', 'apns-topic-disallowed-suffix', { bundle: shown(bundle), suffix });
  if (verified === null || memory === null) {
    const topics = certificateTopics(run.request);
    if (topics.includes(bundle)) return null;
    return refuse('TopicMismatch', 'apns-topic-mismatch', { bundle: shown(bundle), topics: shown(topics.join(', ')) });
  }
  if (!memory.bundleIds.includes(bundle))
    return refuse('TopicDisallowed', 'apns-topic-disallowed-app', { bundle: shown(bundle), team: memory.teamId });
  const { topics, keyId } = verified.key;
  if (topics === null || topics.includes(bundle)) return null;
  const params = { topic: shown(bundle), keyId, topics: shown(topics.join(', ')) };
  return refuse('TopicDisallowed', 'apns-topic-disallowed-key', params);
});

export const featureCheck = check('apns-feature-not-enabled', ({ context, bundle }) =>
  context.profile.apns.broadcast
    ? null
    : refuse('FeatureNotEnabled', 'apns-feature-not-enabled', { bundle: shown(bundle) }),
);

// ── a new channel ────────────────────────────────────────────────────────────────────────────

export const createBodyCheck = checkFor(['create'], 'apns-bad-request-payload', (run) => {
  const { body, bodyTooLarge } = run.request;
  if (bodyTooLarge)
    return refuse('PayloadTooLarge', 'apns-payload-too-large', { bytes: body.length, limit: LIMITS.broadcastPayload });
  if (body.length === 0) return refuse('PayloadEmpty', 'apns-payload-empty-channel');
  const payload = parseBody(body);
  if (typeof payload === 'string') return refuse('BadRequestPayload', 'apns-bad-request-payload');
  run.payload = payload;
  return null;
});

const POLICY = 'message-storage-policy';
const PUSH_TYPE = 'push-type';

export const createParamsCheck = checkFor(['create'], 'apns-bad-request-params', ({ payload }) => {
  const unknown = Object.keys(payload ?? {}).find((name) => name !== POLICY && name !== PUSH_TYPE);
  if (unknown === undefined) return null;
  return refuse('BadRequestParams', 'apns-bad-request-params', { received: shown(unknown) });
});

export const createTypeCheck = checkFor(['create'], 'apns-missing-push-type-channel', ({ payload }) => {
  const type = payload?.[PUSH_TYPE];
  if (type === undefined) return refuse('MissingPushType', 'apns-missing-push-type-channel');
  if (type === 'LiveActivity') return null;
  return refuse('InvalidPushType', 'apns-invalid-push-type-channel', { received: shown(JSON.stringify(type)) });
});

export const createPolicyCheck = checkFor(['create'], 'apns-missing-channel-queue-size', (run) => {
  const policy = run.payload?.[POLICY];
  if (policy === 0 || policy === 1) {
    run.policy = policy;
    return null;
  }
  const received = policy === undefined ? '–' : shown(JSON.stringify(policy));
  return refuse('MissingChannelQueueSize', 'apns-missing-channel-queue-size', { received });
});

export const createLimitCheck = checkFor(['create'], 'apns-cannot-create-channel-config', (run) =>
  isFull(run.state.channels, run.environment, run.bundle)
    ? refuse('CannotCreateChannelConfig', 'apns-cannot-create-channel-config', {
        bundle: shown(run.bundle),
        limit: LIMITS.channels,
      })
    : null,
);

// ── a channel that is named ──────────────────────────────────────────────────────────────────

export const channelIdCheck = checkFor(OF_ONE_CHANNEL, 'apns-bad-channel-id', ({ channelId }) => {
  if (channelId === null) return refuse('MissingChannelId', 'apns-missing-channel-id');
  if (channelId.length % 4 === 0 && decodeBase64(channelId) !== null) return null;
  return refuse('BadChannelId', 'apns-bad-channel-id', { received: shown(channelId) });
});

export const channelKnownCheck = checkFor(OF_ONE_CHANNEL, 'apns-channel-not-registered', (run) => {
  const channelId = run.channelId ?? '';
  const channel = findChannel(run.state.channels, run.environment, run.bundle, channelId);
  if (channel === undefined) {
    const params = { received: shown(channelId), bundle: shown(run.bundle), environment: run.environment };
    return refuse('ChannelNotRegistered', 'apns-channel-not-registered', params);
  }
  run.channel = channel;
  return null;
});

// ── a broadcast push ─────────────────────────────────────────────────────────────────────────

export const broadcastTypeCheck = checkFor(['send'], 'apns-missing-push-type', ({ headers }) => {
  const { pushType } = headers;
  if (pushType === null) return refuse('MissingPushType', 'apns-missing-push-type');
  if (pushType === 'liveactivity') return null;
  return refuse('InvalidPushType', 'apns-invalid-push-type-broadcast', { received: shown(pushType) });
});

const EXPIRATION = /^[0-9]{1,19}$/;

export const broadcastExpirationCheck = checkFor(
  ['send'],
  'apns-bad-expiration-date-broadcast',
  ({ headers, channel }) => {
    const { expiration } = headers;
    if (expiration === null || !EXPIRATION.test(expiration)) {
      const received = expiration === null ? '–' : shown(expiration);
      return refuse('BadExpirationDate', 'apns-bad-expiration-date-broadcast', { received });
    }
    if (channel?.policy !== 0 || Number(expiration) === 0) return null;
    return refuse('BadExpirationDate', 'apns-bad-expiration-date-policy', { received: expiration });
  },
);

export const broadcastSizeCheck = checkFor(['send'], 'apns-payload-too-large', ({ request }) => {
  const limit = LIMITS.broadcastPayload;
  if (!request.bodyTooLarge && request.body.length <= limit) return null;
  return refuse('PayloadTooLarge', 'apns-payload-too-large', { bytes: request.body.length, limit });
});

/** A check of device pushes that a broadcast push passes as well. */
export const alsoForSend = ({ pass: passed, run }: BroadcastCheck): BroadcastCheck => ({
  pass: passed,
  run: (one) => (one.call === 'send' ? run(one) : undefined),
});
