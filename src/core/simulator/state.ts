import type { Credentials } from '../channels/credentials.ts';
import type {
  AcceptedPush,
  AccessToken,
  Channel,
  ChannelId,
  Directory,
  FoundTarget,
  VendorCallback,
} from '../channels/types.ts';
import type { Device, ShadeNotification } from '../device/types.ts';
import type { Account, Group } from '../im/types.ts';
import type { Ports } from '../ports.ts';
import type { RuleProfile } from '../profile.ts';
import { defaultProfile } from '../profile.ts';
import type {
  ClockSetting,
  Delivery,
  Exchange,
  Outcome,
  SequencedEvent,
  SimulatorEvent,
  Workspace,
} from '../simulator-types.ts';
import type { Sending } from './authorization.ts';
import type { Fault } from './fault-types.ts';
import { createBuffer, createRing, type Ring } from './ring.ts';

/** How much is remembered in memory. */
export const HISTORY_LENGTH = 10_000;
/** Bodies of recorded requests, all together: a few large ones push out more than their number. */
const HISTORY_BYTES = 128 * 1024 * 1024;
const EVENT_LENGTH = 2_000;
/** Moves of the clock that are remembered. */
const CLOCK_CHANGES = 999;

const bodyBytes = (exchange: ExchangeRecord): number => exchange.request?.body.length ?? 0;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** Records are changed in place when a stored push arrives later; readers see them as read-only. */
export type ExchangeRecord = Mutable<Exchange> & { deliveries: Delivery[] };
export type OutcomeRecord = Mutable<Outcome>;

/** A push on its way, with where it came from. */
export interface Travelling {
  readonly push: AcceptedPush;
  readonly exchangeId: string;
  readonly outcomeId: string | null;
}

/** A message that a phone keeps for its app; `until`: it passes it on by itself then, ms. */
export interface HeldPush extends Travelling {
  readonly until?: number;
}

/** A notification with the push behind it, which receipts are about when it is tapped. */
export interface ShownPush {
  readonly id: string;
  readonly notification: ShadeNotification;
  readonly push: AcceptedPush;
}

export interface Job {
  readonly jobId: string;
  readonly dueAt: number;
  readonly travelling: readonly Travelling[];
}

/** The simulator's whole mutable state; only the files of this folder touch it. */
export interface State {
  readonly ports: Ports;
  readonly channels: ReadonlyMap<ChannelId, Channel>;
  credentials: Credentials;
  accounts: Map<string, Account>;
  groups: Map<string, Group>;
  devices: Map<string, Device>;
  profile: RuleProfile;
  clock: ClockSetting;
  /** Misbehaviour that the user set up, in the order in which it is looked at. */
  faults: readonly Fault[];
  /** Set while a request is dealt with. */
  instant: number | null;
  /** How the clock stood since when, in real time; the oldest entry counts for all before it too. */
  clockHistory: { readonly since: number; readonly clock: ClockSetting }[];
  /** See `ReceiveContext.senderTime`. */
  readonly senderTime: (at: number) => number;
  /** Registrations by channel and token; rebuilt when a device's registrations change. */
  targets: Map<ChannelId, Map<string, { deviceId: string; index: number }>>;
  directories: Map<ChannelId, Directory>;
  vendorStates: Map<ChannelId, unknown>;
  /** What endpoints remember of connections, by connection and channel. */
  memories: Map<string, Map<ChannelId, unknown>>;
  /** Pushes kept by the vendors for phones that are offline. */
  stored: Map<string, Travelling[]>;
  /** Messages that phones keep for an app that does not run, or may not yet, by phone, oldest first. */
  held: Map<string, readonly HeldPush[]>;
  /** Pushes whose notifications stand in a shade unseen, by notification (Do not disturb). */
  hidden: Map<string, Travelling>;
  jobs: Map<string, Job>;
  /** Outcomes whose vendor has not answered yet. */
  sendings: Map<string, Sending>;
  /** Access tokens that the IM side holds, by vendor and app. */
  accessTokens: Map<string, AccessToken>;
  exchanges: Ring<ExchangeRecord>;
  outcomes: Ring<OutcomeRecord>;
  notifications: Ring<ShownPush>;
  /** What the memory forgets is kept elsewhere. */
  readonly archived: boolean;
  /** By sequence number minus one. */
  events: ReturnType<typeof createBuffer<SequencedEvent>>;
  /** Some phone has more than one app. */
  sharing: boolean;
  seq: number;
  listeners: Set<(event: SequencedEvent) => void>;
}

/** Gets what the bounded memory has no more room for, oldest first. */
export interface Forgotten {
  readonly exchange?: ((one: Exchange) => void) | undefined;
  readonly outcome?: ((one: Outcome) => void) | undefined;
  readonly notification?: ((one: ShadeNotification) => void) | undefined;
}

const forgetShown =
  ({ notification }: Forgotten) =>
  (shown: ShownPush): void =>
    notification?.(shown.notification);

export function createState(
  ports: Ports,
  channels: readonly Channel[],
  credentials: Credentials,
  historyLength: number,
  forgotten: Forgotten = {},
): State {
  const run = ports.ids.next('').slice(0, 8);
  const state: State = {
    ports,
    channels: new Map(channels.map((channel) => [channel.definition.id, channel])),
    credentials,
    accounts: new Map(),
    groups: new Map(),
    devices: new Map(),
    profile: defaultProfile,
    clock: { offsetMs: 0, stoppedAt: null },
    faults: [],
    instant: null,
    clockHistory: [],
    senderTime: (at) => simulatedAt(state, at),
    targets: new Map(),
    directories: new Map(),
    vendorStates: new Map(channels.map((channel) => [channel.definition.id, channel.initialState()])),
    memories: new Map(),
    stored: new Map(),
    held: new Map(),
    hidden: new Map(),
    jobs: new Map(),
    sendings: new Map(),
    accessTokens: new Map(),
    exchanges: createRing<ExchangeRecord>(
      { length: historyLength, weight: HISTORY_BYTES, weigh: bodyBytes, forget: forgotten.exchange },
      `x${run}`,
    ),
    outcomes: createRing<OutcomeRecord>({ length: historyLength, forget: forgotten.outcome }, `o${run}`),
    notifications: createRing<ShownPush>({ length: historyLength, forget: forgetShown(forgotten) }, `n${run}`),
    events: createBuffer<SequencedEvent>({ length: EVENT_LENGTH }),
    archived: forgotten.exchange !== undefined,
    sharing: false,
    seq: 0,
    listeners: new Set(),
  };
  return state;
}

/** Simulated now: one and the same while a request is dealt with. */
export function now(state: State): number {
  return state.instant ?? readClock(state);
}

/** What happens because of one request happens at one instant. */
export function atOneInstant<T>(state: State, run: () => T): T {
  if (state.instant !== null) return run();
  state.instant = readClock(state);
  try {
    return run();
  } finally {
    state.instant = null;
  }
}

/** Moves or stops the clock, and remembers since when. */
export function setClock(state: State, clock: ClockSetting, startOver = false): void {
  state.clock = clock;
  const entry = { since: state.ports.clock.now(), clock };
  state.clockHistory = startOver ? [entry] : [...state.clockHistory.slice(-CLOCK_CHANGES), entry];
}

/**
 * The simulated time at the moment when a real clock shows `at`; beyond the present both run alike. What is past in
 * reality is past here too, also when the clock has been moved back since.
 */
function simulatedAt(state: State, at: number): number {
  const real = state.ports.clock.now();
  if (at >= real) return now(state) + (at - real);
  const entry = state.clockHistory.findLast(({ since }) => since <= at) ?? state.clockHistory[0];
  const then = entry === undefined ? at : (entry.clock.stoppedAt ?? at + entry.clock.offsetMs);
  return Math.min(then, now(state));
}

function readClock(state: State): number {
  return state.clock.stoppedAt ?? state.ports.clock.now() + state.clock.offsetMs;
}

export function emit(state: State, event: SimulatorEvent): void {
  const sequenced: SequencedEvent = { seq: ++state.seq, at: now(state), event };
  state.events.add(sequenced);
  for (const listener of state.listeners) listener(sequenced);
}

export function setDevice(state: State, device: Device): void {
  const before = state.devices.get(device.id);
  state.devices.set(device.id, device);
  if (before?.targets !== device.targets || before?.phone !== device.phone) indexTargets(state);
  emit(state, { type: 'device', deviceId: device.id });
  if (!state.sharing || before?.shade === device.shade) return;
  // The shade of a phone shows what all of its apps received.
  const phone = device.phone ?? device.id;
  for (const { id, phone: its = id } of state.devices.values()) {
    if (its === phone && id !== device.id) emit(state, { type: 'device', deviceId: id });
  }
}

export function indexTargets(state: State): void {
  state.targets.clear();
  state.sharing = false;
  for (const device of state.devices.values()) {
    if (device.phone !== undefined) state.sharing = true;
    device.targets.forEach((target, index) => {
      const ofChannel = state.targets.get(device.channel) ?? new Map<string, { deviceId: string; index: number }>();
      ofChannel.set(target.token, { deviceId: device.id, index });
      state.targets.set(device.channel, ofChannel);
    });
  }
}

export function findTarget(state: State, channel: ChannelId, token: string): FoundTarget | undefined {
  const entry = state.targets.get(channel)?.get(token);
  const device = entry === undefined ? undefined : state.devices.get(entry.deviceId);
  const target = entry === undefined ? undefined : device?.targets[entry.index];
  return device === undefined || target === undefined ? undefined : { device, target };
}

/** The look-ups of one channel, made once: endpoints get them with every request. */
export function directoryOf(state: State, channel: ChannelId): Directory {
  const known = state.directories.get(channel);
  if (known !== undefined) return known;
  const directory: Directory = {
    byToken: (token) => findTarget(state, channel, token),
    all: () => allTargets(state, channel),
  };
  state.directories.set(channel, directory);
  return directory;
}

function allTargets(state: State, channel: ChannelId): FoundTarget[] {
  return [...state.devices.values()]
    .filter((device) => device.channel === channel)
    .flatMap((device) => device.targets.map((target) => ({ device, target })));
}

export function workspaceOf(state: State): Workspace {
  return {
    accounts: [...state.accounts.values()],
    groups: [...state.groups.values()],
    devices: [...state.devices.values()],
    profile: state.profile,
    clock: state.clock,
    ...(state.faults.length === 0 ? {} : { faults: state.faults }),
  };
}

export function emitCallbacks(state: State, callbacks: readonly VendorCallback[]): void {
  for (const callback of callbacks) emit(state, { type: 'callback', callback });
}
