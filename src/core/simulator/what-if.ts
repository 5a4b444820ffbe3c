import type {
  AcceptedPush,
  BuildInput,
  Channel,
  ChannelId,
  Directory,
  Effect,
  ReceiveContext,
  VendorCall,
  VendorRequest,
} from '../channels/types.ts';
import { arrive } from '../device/arrival.ts';
import type { Device, Presentation, ShadeNotification } from '../device/types.ts';
import type { RuleProfile } from '../profile.ts';
import type { Delivery, Outcome } from '../simulator-types.ts';
import { knownToken } from './authorization.ts';
import { draftOutcome, type Situation } from './draft.ts';
import type { Fault } from './fault-types.ts';
import { keepFor, reachedStep, scheduled } from './keep.ts';
import { complete } from './outcomes.ts';
import { directoryOf, type State, type Travelling } from './state.ts';
import { runEndpoint } from './vendor.ts';

/** What would come of a message in a situation that need not be the real one. */
export interface Foreseen {
  readonly outcome: Outcome;
  /** null: the push does not get as far as the phone's vendor. */
  readonly delivery: Delivery | null;
  /** null: it does not reach the phone. */
  readonly presentation: Presentation | null;
  /** The phone afterwards; null = there is none, or nothing reaches it. */
  readonly after: Device | null;
}

/** Ways in which more than phone, account, message and switches may differ from the workspace. */
export interface Supposition {
  /** Faults that meet the request; those of the workspace when absent. */
  readonly faults?: readonly Fault[];
  /** The vendor remembers nothing: no quota is used up, and nothing waits for the phone. */
  readonly fresh?: boolean;
}

/** Looks at the workspace as it stood when this was made; what is foreseen changes nothing. */
export interface Foresight {
  foresee(situation: Situation, supposition?: Supposition): Foreseen;
}

/** One evaluation for dry runs, matrices and remedies: decision, vendor request, endpoint and phone, nothing recorded. */
export function createForesight(state: State): Foresight {
  const seer: Seer = {
    state,
    senderNow: state.ports.clock.now(),
    vendorStates: new Map(state.vendorStates),
    freshStates: new Map(),
    tokens: new Map(),
  };
  return {
    foresee: (situation, { faults = state.faults, fresh = false } = {}) => foresee(seer, situation, { faults, fresh }),
  };
}

interface Seer {
  readonly state: State;
  /** Held, so that a long run sends all its requests at one moment. */
  readonly senderNow: number;
  readonly vendorStates: ReadonlyMap<ChannelId, unknown>;
  readonly freshStates: Map<ChannelId, unknown>;
  readonly tokens: Map<string, { readonly profile: unknown; readonly token: Token }>;
}

/** An access token as the vendor would give it, and the memory in which the vendor knows it. */
interface Token {
  readonly value: string | null;
  readonly vendorState: unknown;
}

function foresee(seer: Seer, situation: Situation, supposed: Required<Supposition>): Foreseen {
  const { state, senderNow } = seer;
  const { ports, credentials, channels, seq } = state;
  const id = `preview-${situation.device?.id ?? situation.recipient.userId}`;
  const facts = { id, seq, dryRun: true, senderNow, ports, credentials, channels };
  const { outcome, sending } = draftOutcome(situation, facts);
  if (sending === null) return { outcome, delivery: null, presentation: null, after: null };
  const { channel, input } = sending;
  const token = tokenFor(seer, situation, channel, input, supposed);
  const call = channel.build({ ...input, accessToken: token.value });
  const context = contextFor(seer, situation, channel, token.vendorState);
  const { result } = runEndpoint(channel, asRequest(call), context, supposed.faults);
  const stored = supposed.fresh ? [] : (state.stored.get(input.device.id) ?? []);
  const arrival = deliveryOf(state, channel, input, result.effects, stored);
  // A connection that is cut, by a fault or a refusal, brings no answer.
  const answer = result.response.status === 0 ? { error: 'the connection would be closed' } : result.response;
  const completed = complete(state, { ...outcome, call, trace: [...outcome.trace, ...call.trace] }, answer, {
    silent: true,
    exchange: { trace: result.trace, deliveries: arrival.delivery === null ? [] : [arrival.delivery] },
    notification: arrival.notification,
  });
  const { delivery, presentation, after } = arrival;
  return { outcome: completed, delivery, presentation, after };
}

/** The workspace's registrations with the phone of the situation in the place of the real one. */
function directoryFor(real: Directory, device: Device): Directory {
  const own = device.targets.map((target) => ({ device, target }));
  return {
    byToken(token) {
      const target = device.targets.find((one) => one.token === token);
      if (target !== undefined) return { device, target };
      const found = real.byToken(token);
      return found?.device.id === device.id ? undefined : found;
    },
    all: () => [...real.all().filter((one) => one.device.id !== device.id), ...own],
  };
}

function contextFor(seer: Seer, situation: Situation, channel: Channel, vendorState: unknown): ReceiveContext {
  const { state, senderNow } = seer;
  const { device, profile, message } = situation;
  const real = directoryOf(state, channel.definition.id);
  return {
    now: message.at,
    senderTime: (at) => (at >= senderNow ? message.at + (at - senderNow) : Math.min(state.senderTime(at), message.at)),
    ports: state.ports,
    directory: device === null ? real : directoryFor(real, device),
    state: vendorState,
    memory: undefined,
    credentials: state.credentials,
    profile,
  };
}

/** The token that the IM side has, or would be given; asked for once for each app and set of switches. */
function tokenFor(
  seer: Seer,
  situation: Situation,
  channel: Channel,
  input: BuildInput,
  { faults, fresh }: Required<Supposition>,
): Token {
  const { id } = channel.definition;
  const vendorState = memoryOf(seer, channel, fresh);
  if (channel.authorization === undefined) return { value: null, vendorState };
  const held = fresh ? undefined : knownToken(seer.state, id, input.target.app, input.now);
  if (held !== undefined) return { value: held.value, vendorState };
  const key = `${id} ${fresh} ${input.now} ${input.target.app}`;
  const profile: RuleProfile[ChannelId] = situation.profile[id];
  const known = seer.tokens.get(key);
  // The IM side keeps a token that it has, whatever switches are turned since.
  const good = known !== undefined && (known.token.value !== null || known.profile === profile);
  if (good && faults.length === 0) return known.token;
  const token = fetchToken(contextFor(seer, situation, channel, vendorState), channel, input, faults);
  seer.tokens.set(key, { profile, token });
  return token;
}

/** What the vendor's server remembers. */
function memoryOf(seer: Seer, channel: Channel, fresh: boolean): unknown {
  const { id } = channel.definition;
  if (!fresh) return seer.vendorStates.get(id);
  if (!seer.freshStates.has(id)) seer.freshStates.set(id, channel.initialState());
  return seer.freshStates.get(id);
}

function fetchToken(
  context: ReceiveContext,
  channel: Channel,
  { target, ports, credentials, senderNow, now }: BuildInput,
  faults: readonly Fault[],
): Token {
  if (channel.authorization === undefined) return { value: null, vendorState: context.state };
  const call = channel.authorization.build({ app: target.app, senderNow, ports, credentials });
  const { response, effects } = runEndpoint(channel, asRequest(call), context, faults).result;
  const remembered = effects.find((effect) => effect.type === 'state');
  const token = channel.authorization.read(response.status, response.body, now);
  return { value: token?.value ?? null, vendorState: remembered?.state ?? context.state };
}

interface Arriving extends Pick<Foreseen, 'delivery' | 'presentation' | 'after'> {
  readonly notification: ShadeNotification | null;
}

const NOTHING = { presentation: null, after: null, notification: null } as const;

/** What the vendor and the phone would make of the first push that the endpoint took. */
function deliveryOf(
  state: State,
  channel: Channel,
  input: BuildInput,
  effects: readonly Effect[],
  stored: readonly Travelling[],
): Arriving {
  for (const effect of effects) {
    if (effect.type === 'push') return arriving(state, channel, input, effect.push, stored);
    const put = effect.type === 'schedule' ? effect.pushes[0] : undefined;
    if (effect.type === 'schedule' && put !== undefined) return { ...NOTHING, delivery: scheduled(put, effect.dueAt) };
  }
  return { ...NOTHING, delivery: null };
}

function arriving(
  state: State,
  channel: Channel,
  input: BuildInput,
  push: AcceptedPush,
  stored: readonly Travelling[],
): Arriving {
  const { device, now, profile } = input;
  const memory = state.vendorStates.get(channel.definition.id);
  const wait = device.online ? (channel.waits?.(push, device, { now, profile, state: memory }) ?? null) : null;
  if (!device.online || wait !== null) {
    const staying = stored.map((one) => one.push).filter(({ expiresAt }) => (expiresAt ?? 0) > now);
    return { ...NOTHING, delivery: keepFor(channel, device, push, staying, wait).delivery };
  }
  const presentation = channel.present(push, device, { now, profile });
  const facts = { push, exchangeId: '', outcomeId: null, now, ids: state.ports.ids, notificationId: 'preview' };
  const { device: after, notification } = arrive(device, presentation, facts);
  const delivery: Delivery = {
    deviceId: device.id,
    pushId: push.id,
    result: presentation.result,
    cause: presentation.cause,
    notificationId: null,
    trace: [reachedStep(device), ...presentation.trace],
  };
  return { delivery, presentation, after, notification };
}

const encoder = new TextEncoder();

/** The request as the endpoint would see it if it were sent. */
function asRequest(call: VendorCall): VendorRequest {
  return {
    method: call.method,
    path: call.path,
    host: call.host,
    headers: call.headers,
    body: encoder.encode(call.body),
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
