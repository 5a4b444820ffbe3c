import type {
  AcceptedPush,
  Channel,
  ChannelId,
  Effect,
  ReceiveContext,
  ReceiveResult,
  VendorRequest,
  VendorResponse,
} from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import type { Delivery, Exchange } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';
import { deliver, dropJob, schedule, takeBack, withdraw } from './delivery.ts';
import type { Fault } from './fault-types.ts';
import { countFaults, type Injection, injectFaults, titleIn } from './faults.ts';
import { originOf } from './self-test.ts';
import { directoryOf, type ExchangeRecord, emit, findTarget, now, type State, setDevice } from './state.ts';

/** Runs a vendor's endpoint, applies what follows and records the exchange. Never throws. */
export function receive(
  state: State,
  channelId: ChannelId,
  request: VendorRequest,
  mark: string | null,
): { response: VendorResponse; exchangeId: string } {
  const { steps, ...origin } = originOf(mark);
  const channel = state.channels.get(channelId);
  const { result, used } = channel === undefined ? noSuchChannel(channelId) : answer(state, channel, request);
  const record: ExchangeRecord = {
    id: state.exchanges.nextId(),
    seq: state.seq,
    at: now(state),
    channel: channelId,
    ...origin,
    request,
    response: result.response,
    target: result.target,
    title: result.title,
    trace: steps.length === 0 ? result.trace : [...result.trace, ...steps],
    deliveries: [],
    failure: null,
    remote: request.connection.remote,
  };
  for (const effect of result.effects) apply(state, channelId, request, effect, record);
  record.title ??= titleIn(result.effects);
  keep(state, record);
  countFaults(state, used);
  return { response: result.response, exchangeId: record.id };
}

/** The endpoint's answer, and the faults that met the request; nothing is applied or counted yet. */
function answer(state: State, channel: Channel, request: VendorRequest): Injection {
  const id = channel.definition.id;
  const context: ReceiveContext = {
    now: now(state),
    senderTime: state.senderTime,
    ports: state.ports,
    directory: directoryOf(state, id),
    state: state.vendorStates.get(id),
    memory: state.memories.get(request.connection.id)?.get(id),
    credentials: state.credentials,
    profile: state.profile,
  };
  return runEndpoint(channel, request, context, state.faults);
}

/** Asks the endpoint, under the faults that are set up, without applying or counting anything. Never throws. */
export function runEndpoint(
  channel: Channel,
  request: VendorRequest,
  context: ReceiveContext,
  faults: readonly Fault[],
): Injection {
  try {
    return injectFaults(faults, channel, request, remarked(request, channel.receive(request, context)), context);
  } catch (error) {
    return { result: endpointFailed(error instanceof Error ? error.message : String(error)), used: [] };
  }
}

/** Says what the vendor's server took below the request although it breaks the rules there. */
function remarked(request: VendorRequest, result: ReceiveResult): ReceiveResult {
  const { malformedScheme: scheme } = request;
  if (scheme === undefined) return result;
  const step: TraceStep = { stage: 'channel', rule: 'http2-malformed-scheme', verdict: 'note', params: { scheme } };
  return { ...result, trace: [step, ...result.trace] };
}

/** A connection or request that never became a vendor request. */
export function recordFailure(
  state: State,
  failure: NonNullable<Exchange['failure']>,
  facts: Pick<Exchange, 'remote' | 'channel' | 'request' | 'response'>,
): Exchange {
  const record: ExchangeRecord = {
    id: state.exchanges.nextId(),
    seq: state.seq,
    at: now(state),
    outcomeId: null,
    target: null,
    title: null,
    trace: [],
    deliveries: [],
    failure,
    ...facts,
  };
  keep(state, record);
  return record;
}

function keep(state: State, record: ExchangeRecord): void {
  const before = state.exchanges.dropped;
  state.exchanges.push(record);
  emit(state, { type: 'exchange', exchange: record });
  // Said once when it begins and then every thousand, not for each.
  if (!state.archived && state.exchanges.dropped > before && (before === 0 || state.exchanges.dropped % 1000 === 0)) {
    emit(state, { type: 'history-dropped', dropped: state.exchanges.dropped });
  }
}

function apply(state: State, channel: ChannelId, request: VendorRequest, effect: Effect, record: ExchangeRecord): void {
  switch (effect.type) {
    case 'push':
      record.deliveries.push(deliver(state, { push: effect.push, exchangeId: record.id, outcomeId: record.outcomeId }));
      return;
    case 'schedule':
      record.deliveries.push(...schedule(state, effect, record));
      return;
    case 'unschedule':
      dropJob(state, effect.jobId);
      return;
    case 'revoke':
      takeBack(state, effect.deviceId, effect.replaceKey);
      return;
    case 'withdraw':
      withdraw(state, channel, effect.pushIds);
      return;
    case 'callback':
      emit(state, { type: 'callback', callback: effect.callback });
      return;
    case 'state':
      state.vendorStates.set(channel, effect.state);
      return;
    case 'memory':
      remember(state, request.connection.id, channel, effect.memory);
      return;
    case 'target':
      patchTarget(state, channel, effect.token, effect.patch);
  }
}

function remember(state: State, connectionId: string, channel: ChannelId, memory: unknown): void {
  const ofConnection = state.memories.get(connectionId);
  if (ofConnection === undefined) state.memories.set(connectionId, new Map([[channel, memory]]));
  else ofConnection.set(channel, memory);
}

function patchTarget(
  state: State,
  channel: ChannelId,
  token: string,
  patch: Partial<Pick<Device['targets'][number], 'aliases' | 'userAccounts' | 'topics'>>,
): void {
  const found = findTarget(state, channel, token);
  if (found === undefined) return;
  const targets = found.device.targets.map((one) => (one === found.target ? { ...one, ...patch } : one));
  setDevice(state, { ...found.device, targets });
}

const noSuchChannel = (id: string): Injection => ({
  result: endpointFailed(`no channel "${id}" is registered`),
  used: [],
});

function endpointFailed(error: string): ReceiveResult {
  return {
    response: { status: 500, headers: [['content-type', 'text/plain;charset=UTF-8']], body: `Pushpit: ${error}` },
    effects: [],
    trace: [{ stage: 'channel', rule: 'endpoint-failed', verdict: 'stop', params: { error } }],
    target: null,
    title: null,
  };
}

export type { AcceptedPush, Delivery };
