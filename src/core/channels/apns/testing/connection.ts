import type { RuleProfile } from '../../../profile.ts';
import { defaultProfile } from '../../../profile.ts';
import { TEST_TIME } from '../../../testing/fixtures.ts';
import type { Credentials } from '../../credentials.ts';
import type { Channel, ReceiveResult, VendorRequest } from '../../types.ts';
import { createApns } from '../channel.ts';
import { render, steadyAuth, toVendorRequest } from './render.ts';
import type { VectorRequest } from './vectors.ts';
import { createKeys, credentials, directory, type TestKeys } from './world.ts';

/** One connection to the endpoint that keeps state and memory between requests, as the host does. */
export interface TestConnection {
  readonly keys: TestKeys;
  now: number;
  credentials: Credentials;
  profile: RuleProfile;
  memory: unknown;
  state: unknown;
  /** Renders a vector's request and sends it. */
  push(
    request: VectorRequest,
    facts?: Parameters<typeof toVendorRequest>[1],
    more?: Partial<VendorRequest>,
  ): ReceiveResult;
  send(request: VendorRequest): ReceiveResult;
}

/** Sharing one set of keys among tests saves making them. */
export const sharedKeys: TestKeys = createKeys();

export function connect(
  options: {
    readonly profile?: Partial<RuleProfile['apns']>;
    readonly keys?: TestKeys;
    readonly channel?: Channel;
  } = {},
): TestConnection {
  const channel = options.channel ?? createApns();
  const keys = options.keys ?? sharedKeys;
  const steady = steadyAuth(keys, TEST_TIME, false);
  const connection: TestConnection = {
    keys,
    now: TEST_TIME,
    credentials,
    profile: { ...defaultProfile, apns: { ...defaultProfile.apns, ...options.profile } },
    memory: undefined,
    state: channel.initialState(),
    push(request, facts, more) {
      const auth = request.auth ?? (facts?.certificate ? ({ kind: 'none' } as const) : steady);
      const wire = render({ ...request, auth }, keys, connection.now);
      return connection.send({ ...toVendorRequest(wire, facts), ...more });
    },
    send(request) {
      const { now, memory, state, profile } = connection;
      const result = channel.receive(request, {
        now,
        senderTime: (at) => at,
        ports: connection.keys.ports,
        directory,
        state,
        memory,
        credentials: connection.credentials,
        profile,
      });
      for (const effect of result.effects) {
        if (effect.type === 'memory') connection.memory = effect.memory;
        if (effect.type === 'state') connection.state = effect.state;
      }
      return result;
    },
  };
  return connection;
}

/** The reason in an answer: of the body, or of the GOAWAY. */
export function reasonOf(result: ReceiveResult): string | null {
  const text = result.response.goaway?.debugData ?? result.response.body;
  if (text === '') return null;
  const parsed = JSON.parse(text) as { readonly reason?: string };
  return parsed.reason ?? null;
}

/** Rule of the check that refused. */
export const stopOf = (result: ReceiveResult): string | undefined =>
  result.trace.find((step) => step.verdict === 'stop')?.rule;

export const notesOf = (result: ReceiveResult): string[] =>
  result.trace.filter((step) => step.verdict === 'note').map((step) => step.rule.replace('apns-lint-', ''));
