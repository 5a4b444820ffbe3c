import type { TraceParams, TraceStep, Verdict } from '../../trace/types.ts';
import { encodeBase64 } from '../kit/bytes.ts';
import { isObject } from '../kit/json.ts';
import type { ReceiveContext, ReceiveResult, VendorRequest, VendorResponse } from '../types.ts';
import { certificateCheck, certificateEnvironmentCheck } from './auth-certificate.ts';
import {
  keyEnvironmentCheck,
  keyRelatedCheck,
  tokenAgeCheck,
  tokenPresentCheck,
  tokenUpdatesCheck,
  tokenValidCheck,
} from './auth-token.ts';
import { addChannel, type BroadcastChannel, listChannels, removeChannel } from './broadcast-channels.ts';
import {
  alsoForSend,
  appAllowedCheck,
  broadcastExpirationCheck,
  broadcastMethodCheck,
  broadcastPathCheck,
  broadcastSizeCheck,
  broadcastTypeCheck,
  channelIdCheck,
  channelKnownCheck,
  createBodyCheck,
  createLimitCheck,
  createParamsCheck,
  createPolicyCheck,
  createTypeCheck,
  featureCheck,
  requestIdCheck,
} from './broadcast-checks.ts';
import { type BroadcastCheck, type BroadcastRun, startBroadcast } from './broadcast-run.ts';
import { priorityCheck } from './check-headers.ts';
import { bodyJsonCheck, bodyPresentCheck, protocolCheck } from './check-target.ts';
import { LIMITS } from './definition.ts';
import { alertTexts } from './payload.ts';
import { memoryEffects, refusalResponse } from './refusal-response.ts';
import { isoTime, isUuid, serverUuid, uniqueUuid } from './text.ts';

/** The order after authentication is our choice: data, so that a capture can change it. */
const CHECKS: readonly BroadcastCheck[] = [
  protocolCheck,
  certificateCheck,
  certificateEnvironmentCheck,
  broadcastMethodCheck,
  broadcastPathCheck,
  tokenPresentCheck,
  tokenValidCheck,
  keyEnvironmentCheck,
  keyRelatedCheck,
  tokenAgeCheck,
  tokenUpdatesCheck,
  requestIdCheck,
  appAllowedCheck,
  featureCheck,
  createBodyCheck,
  createParamsCheck,
  createTypeCheck,
  createPolicyCheck,
  createLimitCheck,
  channelIdCheck,
  channelKnownCheck,
  broadcastTypeCheck,
  broadcastExpirationCheck,
  alsoForSend(priorityCheck),
  alsoForSend(bodyPresentCheck),
  broadcastSizeCheck,
  alsoForSend(bodyJsonCheck),
];

/**
 * Broadcast channels: management (`/1/apps/<bundle>/channels`, `…/all-channels`) and pushes to a channel
 * (`/4/broadcasts/apps/<bundle>`). Channels live in the endpoint's memory. Runs the checks in order, the first that
 * fails answers.
 */
export function receiveBroadcast(request: VendorRequest, context: ReceiveContext): ReceiveResult {
  const run = startBroadcast(request, context);
  const trace: TraceStep[] = [];
  for (const check of CHECKS) {
    const result = check.run(run);
    if (result === undefined) continue;
    if (result === null) {
      trace.push(check.pass);
      continue;
    }
    trace.push(result.step);
    return resultOf(
      run,
      trace,
      refusalResponse(result, () => replyId(run)),
    );
  }
  return resultOf(run, trace, answer(run, trace));
}

function resultOf(run: BroadcastRun, trace: readonly TraceStep[], response: VendorResponse): ReceiveResult {
  const texts = run.call === 'send' && run.payload !== null ? alertTexts(run.payload) : null;
  return {
    response,
    effects: memoryEffects(run),
    trace,
    target: run.channelId ?? (run.bundle === '' ? null : run.bundle),
    title: texts === null ? null : (texts.title ?? texts.body),
  };
}

/** The sender's own id, byte for byte, when it is well formed, else a new one. */
const replyId = ({ requestId, context }: BroadcastRun): readonly [string, string] => [
  'apns-request-id',
  requestId !== null && isUuid(requestId) ? requestId : serverUuid(context.ports.ids.bytes(16)),
];

/** A call that has passed every check: `list` and `create` name no channel, the others have found theirs. */
function answer(run: BroadcastRun, trace: TraceStep[]): VendorResponse {
  const say: Say = (rule, verdict, params) => {
    trace.push({ stage: 'channel', rule, verdict, ...(params && { params }) });
  };
  const id = replyId(run);
  const { call, channel } = run;
  if (channel === null) return call === 'list' ? listed(run, id, say) : created(run, id, say);
  if (call === 'send') return sent(run, channel, id, say);
  if (call === 'delete') return deleted(run, channel, id, say);
  say('apns-channel-read', 'pass', { channelId: channel.id });
  const body = JSON.stringify({ 'message-storage-policy': channel.policy, 'push-type': 'LiveActivity' });
  return { status: 200, headers: [id], body };
}

type Say = (rule: string, verdict: Verdict, params?: TraceParams) => void;
type Header = readonly [string, string];

function listed(run: BroadcastRun, id: Header, say: Say): VendorResponse {
  const channels = listChannels(run.state.channels, run.environment, run.bundle).map((one) => one.id);
  say('apns-channels-listed', 'pass', { count: channels.length });
  return { status: 200, headers: [id], body: JSON.stringify({ channels }) };
}

function deleted(run: BroadcastRun, channel: BroadcastChannel, id: Header, say: Say): VendorResponse {
  run.state = {
    ...run.state,
    channels: removeChannel(run.state.channels, run.environment, run.bundle, channel.id),
  };
  say('apns-channel-deleted', 'pass', { channelId: channel.id });
  return { status: 204, headers: [id], body: '' };
}

function created(run: BroadcastRun, id: Header, say: Say): VendorResponse {
  const channel: BroadcastChannel = {
    id: encodeBase64(run.context.ports.ids.bytes(16)),
    policy: run.policy ?? 0,
  };
  run.state = {
    ...run.state,
    channels: addChannel(run.state.channels, run.environment, run.bundle, channel),
  };
  say('apns-channel-created', 'pass', { channelId: channel.id, policy: channel.policy });
  return { status: 201, headers: [id, ['apns-channel-id', channel.id]], body: '' };
}

function sent(run: BroadcastRun, channel: BroadcastChannel, id: Header, say: Say): VendorResponse {
  const { now, ports } = run.context;
  say('apns-broadcast-accepted', 'pass', { id: id[1], channelId: channel.id });
  const asked = Number(run.headers.expiration) * 1000;
  if (channel.policy === 0 || asked <= now) say('apns-broadcast-not-kept', 'note');
  else say('apns-broadcast-kept', 'note', { until: isoTime(Math.min(asked, now + LIMITS.broadcastStorage)) });
  const aps = run.payload?.aps;
  if (isObject(aps) && aps.event === 'start') say('apns-broadcast-start', 'note');
  say('apns-broadcast-phones', 'note');
  const unique: Header = ['apns-unique-id', uniqueUuid(ports.ids.bytes(16))];
  return { status: 200, headers: [id, unique], body: '' };
}
