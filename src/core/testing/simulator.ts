import type { Channel, VendorCall, VendorRequest } from '../channels/types.ts';
import { defaultWorkspace } from '../default-workspace.ts';
import type { Device } from '../device/types.ts';
import type { MessageInput } from '../im/types.ts';
import type { Ports } from '../ports.ts';
import { createSimulator } from '../simulator.ts';
import type { DeviceAction, Outcome, Simulator, SimulatorEvent, VendorAnswer } from '../simulator-types.ts';
import { testCredentials, testKeys } from './credentials.ts';
import { makeCrypto } from './crypto.ts';

/** Real hashes and signatures, a clock that the test moves, ids that count. */
export function makePorts(startAt: number): { ports: Ports; advance(ms: number): void } {
  let now = startAt;
  let ids = 0;
  let bytes = 0;
  const nextByte = () => {
    bytes = (bytes * 73 + 41) % 256;
    return bytes;
  };
  const ports: Ports = {
    clock: { now: () => now },
    ids: {
      next: (prefix) => `${prefix}-${++ids}`,
      bytes: (count) => Uint8Array.from({ length: count }, nextByte),
    },
    crypto: makeCrypto(testKeys),
  };
  const advance = (ms: number) => {
    now += ms;
  };
  return { ports, advance };
}

/** The request that the endpoint sees when the host has sent this call. */
export function asRequest(call: Omit<VendorCall, 'channel' | 'trace'>, connectionId = 'c1'): VendorRequest {
  return {
    method: call.method,
    path: call.path,
    host: call.host,
    headers: call.headers,
    body: new TextEncoder().encode(call.body),
    bodyTooLarge: false,
    connection: {
      id: connectionId,
      protocol: call.protocol,
      tls: true,
      serverName: call.host,
      remote: '127.0.0.1:50000',
      clientCertificate: null,
    },
  };
}

export interface TestBench {
  readonly simulator: Simulator;
  readonly events: SimulatorEvent[];
  advance(ms: number): void;
  /** Plays the host: sends every vendor call through the endpoint and reports the answer. */
  send(message: Partial<MessageInput> & Pick<MessageInput, 'to'>): Outcome[];
}

export function makeSimulator(
  channels: readonly Channel[],
  options: { startAt?: number; historyLength?: number } = {},
): TestBench {
  const startAt = options.startAt ?? 1_764_000_000_000;
  const { ports, advance } = makePorts(startAt);
  const workspace = defaultWorkspace(
    startAt,
    channels.map((channel) => channel.definition.id),
  );
  const simulator = createSimulator({
    ports,
    channels,
    credentials: testCredentials,
    workspace,
    ...(options.historyLength === undefined ? {} : { historyLength: options.historyLength }),
  });
  const events: SimulatorEvent[] = [];
  simulator.subscribe(({ event }) => void events.push(event));
  const send: TestBench['send'] = (message) => {
    const planned = simulator.planMessage({
      from: 'alice',
      kind: 'chat',
      elements: [{ type: 'text', text: 'hi' }],
      ...message,
    });
    if (!planned.ok) throw new Error(`${planned.error.code}: ${planned.error.message}`);
    return planned.value.outcomes.map((outcome) => {
      let answer: VendorAnswer | null = null;
      for (;;) {
        const next = simulator.nextCall(outcome.id, answer);
        if (next === null) break;
        answer = simulator.receive(next.call.channel, asRequest(next.call), outcome.id).response;
      }
      if (answer === null) return outcome;
      const done = simulator.completeOutcome(outcome.id, answer);
      if (!done.ok) throw new Error(done.error.message);
      return done.value;
    });
  };
  return { simulator, events, advance, send };
}

/** What the user does with a phone, one after the other; throws at the first refusal. */
export function act(bench: TestBench, id: string, ...actions: DeviceAction[]): void {
  for (const action of actions) {
    const result = bench.simulator.act(id, action);
    if (!result.ok) throw new Error(result.error.message);
  }
}

/** The phone with this id; throws when there is none. */
export function device({ simulator }: TestBench, id: string): Device {
  const found = simulator.workspace().devices.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** The one outcome of a message to one phone; throws when there is none. */
export function first([outcome]: readonly Outcome[]): Outcome {
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}
