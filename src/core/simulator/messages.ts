import type { BuildInput, Channel, VendorCall, VendorRequest } from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import { decideOffline, type OfflineDecision } from '../im/decide.ts';
import { uploadedTarget } from '../im/recipients.ts';
import type { Account, Message, MessageInput } from '../im/types.ts';
import { validateMessage } from '../im/validate.ts';
import { ok, type Result } from '../result.ts';
import type { Delivery, MessagePlan, Outcome } from '../simulator-types.ts';
import { accountOf } from './accounts.ts';
import { knownToken, type Sending } from './authorization.ts';
import { predict } from './delivery.ts';
import { complete, fileOutcome } from './outcomes.ts';
import { now, type OutcomeRecord, type State } from './state.ts';
import { runEndpoint } from './vendor.ts';

/** Decides for every recipient's phones; what is to be pushed comes back with the vendor call to send. */
export function planMessage(state: State, input: MessageInput, dryRun: boolean): Result<MessagePlan> {
  const valid = validateMessage(input, { accounts: state.accounts, groups: state.groups });
  if (!valid.ok) return valid;
  const id = dryRun ? 'preview' : state.ports.ids.next('m');
  const message: Message = { ...input, id, at: now(state) };
  const outcomes = recipients(state, message).flatMap((userId) =>
    devicesOf(state, userId).map((device) => planFor(state, message, userId, device, dryRun)),
  );
  return ok({ message, outcomes });
}

/** The sender's own phones get the message by sync, without a notification. */
function recipients(state: State, message: Message): readonly string[] {
  if ('c2c' in message.to) return [message.to.c2c];
  const group = state.groups.get(message.to.group);
  return (group?.members ?? []).map((member) => member.userId).filter((userId) => userId !== message.from);
}

function devicesOf(state: State, userId: string): readonly (Device | null)[] {
  const devices = [...state.devices.values()].filter((device) => device.session.userId === userId);
  return devices.length === 0 ? [null] : devices;
}

function planFor(state: State, message: Message, userId: string, device: Device | null, dryRun: boolean): Outcome {
  const decision = decide(state, message, userId, device);
  const channel = device === null ? undefined : state.channels.get(device.channel);
  const target = device === null ? undefined : uploadedTarget(device);
  const pushed = decision.verdict === 'push' && device !== null && channel !== undefined && target !== undefined;
  const input: BuildInput | null = pushed
    ? {
        message,
        device,
        target,
        fields: decision.fields,
        badge: decision.badge,
        accessToken: null,
        now: message.at,
        senderNow: state.ports.clock.now(),
        profile: state.profile,
        ports: state.ports,
        credentials: state.credentials,
      }
    : null;
  const id = dryRun ? `preview-${device?.id ?? userId}` : state.outcomes.nextId();
  const outcome: Outcome = {
    id,
    seq: state.seq,
    at: message.at,
    message,
    userId,
    deviceId: device?.id ?? null,
    channel: device?.channel ?? null,
    delivered: false,
    via: decision.via,
    connected: decision.connected,
    reason: decision.reason,
    cause: decision.cause,
    fields: decision.fields,
    badge: decision.badge,
    trace: decision.trace,
    call: null,
    answer: null,
    exchangeId: null,
    notification: null,
    durationMs: 0,
    dryRun,
  };
  if (dryRun) return input !== null && channel !== undefined ? foresee(state, outcome, channel, input) : outcome;
  if (input !== null && channel !== undefined) {
    const sending: Sending = { channel, input, decided: decision.trace, phase: 'planned', renewed: false };
    state.sendings.set(id, sending);
    if (decision.badge !== null) countBadge(state, input.device);
  }
  fileOutcome(state, outcome);
  return outcome;
}

function decide(state: State, message: Message, userId: string, device: Device | null): OfflineDecision {
  const unknown = (id: string): Account => ({
    userId: id,
    nickName: null,
    session: 'never',
    settings: { enabled: true, c2cSound: null, groupSound: null },
    receiveOptions: {},
  });
  return decideOffline({
    message,
    sender: state.accounts.get(message.from) ?? unknown(message.from),
    recipient: accountOf(state, userId) ?? unknown(userId),
    group: 'group' in message.to ? (state.groups.get(message.to.group) ?? null) : null,
    device,
    profile: state.profile,
    now: message.at,
  });
}

/** The IM server's counter goes up with every push that counts; the phone learns the number from the payload. */
function countBadge(state: State, device: Device): void {
  state.devices.set(device.id, { ...device, badgeBase: device.badgeBase + 1 });
}

/** The request as the endpoint would see it if it were sent. */
function asRequest(call: VendorCall): VendorRequest {
  return {
    method: call.method,
    path: call.path,
    host: call.host,
    headers: call.headers,
    body: new TextEncoder().encode(call.body),
    bodyTooLarge: false,
    connection: {
      id: 'preview',
      protocol: call.protocol,
      tls: true,
      serverName: call.host,
      remote: 'preview',
      clientCertificate: null,
    },
  };
}

/** An access token as the vendor would give it now, and the memory in which the vendor knows it. */
function foreseeToken(state: State, channel: Channel, { target, ports, credentials, now: at }: BuildInput) {
  const { authorization, definition } = channel;
  const vendorState = state.vendorStates.get(definition.id);
  const known = knownToken(state, definition.id, target.app);
  if (authorization === undefined || known !== undefined) return { token: known?.value ?? null, vendorState };
  const call = authorization.build({ app: target.app, senderNow: ports.clock.now(), ports, credentials });
  const { response, effects } = runEndpoint(state, channel, asRequest(call));
  const remembered = effects.find((effect) => effect.type === 'state');
  const token = authorization.read(response.status, response.body, at);
  return { token: token?.value ?? null, vendorState: remembered?.state ?? vendorState };
}

/** Runs endpoint and phone without keeping anything, to show what sending would do. */
function foresee(state: State, outcome: Outcome, channel: Channel, input: BuildInput): Outcome {
  const { token, vendorState } = foreseeToken(state, channel, input);
  const call = channel.build({ ...input, accessToken: token });
  const result = runEndpoint(state, channel, asRequest(call), vendorState);
  const push = result.effects.flatMap((effect) => (effect.type === 'push' ? [effect.push] : []))[0];
  const record: OutcomeRecord = { ...outcome, call, trace: [...outcome.trace, ...call.trace] };
  const preview = push === undefined ? undefined : foreseeDelivery(state, channel, input.device, push);
  // A connection that is cut, by a fault or a refusal, brings no answer.
  const answer = result.response.status === 0 ? { error: 'the connection would be closed' } : result.response;
  return complete(state, record, answer, {
    silent: true,
    exchange: { trace: result.trace, deliveries: preview === undefined ? [] : [preview.delivery] },
    notification: preview?.notification ?? null,
  });
}

function foreseeDelivery(state: State, channel: Channel, device: Device, push: Parameters<Channel['present']>[0]) {
  const base = { deviceId: device.id, pushId: push.id, notificationId: null };
  if (!device.online) {
    const kept = channel.store([], push).kept.length > 0;
    const rule = kept ? 'device-stored' : 'device-offline-not-stored';
    const until = push.expiresAt === null ? '' : new Date(push.expiresAt).toISOString();
    const delivery: Delivery = {
      ...base,
      result: kept ? 'stored' : 'dropped',
      cause: rule,
      trace: [{ stage: 'device', rule, verdict: 'stop', params: { device: device.name, until } }],
    };
    return { delivery, notification: null };
  }
  const presentation = predict(state, channel, device, push);
  const delivery: Delivery = {
    ...base,
    result: presentation.result,
    cause: presentation.cause,
    trace: [
      { stage: 'device', rule: 'device-reached', verdict: 'pass', params: { device: device.name } },
      ...presentation.trace,
    ],
  };
  const notification =
    presentation.notification === null
      ? null
      : {
          ...presentation.notification,
          id: 'preview',
          deviceId: device.id,
          exchangeId: '',
          outcomeId: null,
          at: push.acceptedAt,
        };
  return { delivery, notification };
}
