import type { AccessToken, BuildInput, Channel, ChannelId, VendorCall } from '../channels/types.ts';
import type { VendorAnswer } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';
import { now, type OutcomeRecord, type State } from './state.ts';

/** What is needed to build an outcome's vendor request, and how far sending it has come. */
export interface Sending {
  readonly channel: Channel;
  readonly input: BuildInput;
  /** Trace of the decision, to which the request's own steps are added. */
  readonly decided: readonly TraceStep[];
  phase: 'planned' | 'authorizing' | 'pushing';
  /** A token that the vendor refused is renewed once. */
  renewed: boolean;
}

/** A request of the IM side for the host to send. */
export interface NextCall {
  readonly call: VendorCall;
  /** `authorization`: it fetches an access token, and the push follows. */
  readonly kind: 'authorization' | 'push';
}

/** Apps have tokens of their own, at each vendor. */
const keyOf = (id: ChannelId, app: string): string => `${id} ${app}`;

/** The token that the IM side still may use at `at`, ms; expired ones count as none. */
export function knownToken(state: State, id: ChannelId, app: string, at: number): AccessToken | undefined {
  const token = state.accessTokens.get(keyOf(id, app));
  return token !== undefined && token.expiresAt > at ? token : undefined;
}

/**
 * What to send next for an outcome: first `null` for the answer, then what the vendor said to the request before.
 * null = nothing more; the last answer completes the outcome.
 */
export function nextCall(state: State, record: OutcomeRecord, answer: VendorAnswer | null): NextCall | null {
  const sending = state.sendings.get(record.id);
  if (sending === undefined) return null;
  if (answer === null) return begin(state, record, sending);
  if ('error' in answer) return null;
  const { channel, phase } = sending;
  const { authorization } = channel;
  if (authorization === undefined) return null;
  if (phase === 'authorizing') {
    const token = authorization.read(answer.status, answer.body, now(state));
    if (token === null) return null;
    state.accessTokens.set(keyOf(channel.definition.id, sending.input.target.app), token);
    return push(record, sending, token.value);
  }
  if (sending.renewed || !authorization.isRefusal(answer.status, answer.body)) return null;
  sending.renewed = true;
  record.exchangeId = null;
  state.accessTokens.delete(keyOf(channel.definition.id, sending.input.target.app));
  return authorize(sending, authorization);
}

function begin(state: State, record: OutcomeRecord, sending: Sending): NextCall | null {
  if (sending.phase !== 'planned') return null;
  const { channel, input } = sending;
  const { authorization } = channel;
  if (authorization === undefined) return push(record, sending, null);
  const token = knownToken(state, channel.definition.id, input.target.app, now(state));
  return token === undefined ? authorize(sending, authorization) : push(record, sending, token.value);
}

function authorize(sending: Sending, authorization: NonNullable<Channel['authorization']>): NextCall {
  sending.phase = 'authorizing';
  const { target, ports, credentials } = sending.input;
  const call = authorization.build({ app: target.app, senderNow: ports.clock.now(), ports, credentials });
  return { call, kind: 'authorization' };
}

const FETCHED: TraceStep = { stage: 'channel', rule: 'im-access-token', verdict: 'note' };

function push(record: OutcomeRecord, sending: Sending, accessToken: string | null): NextCall {
  const fetched = sending.phase === 'authorizing' ? [FETCHED] : [];
  sending.phase = 'pushing';
  const call = sending.channel.build({ ...sending.input, accessToken });
  record.call = call;
  // What the token was fetched with is no longer the request that decides.
  record.exchangeId = null;
  record.trace = [...sending.decided, ...fetched, ...call.trace];
  return { call, kind: 'push' };
}
