import type { Credentials } from './channels/credentials.ts';
import type { Channel } from './channels/types.ts';
import type { Ports } from './ports.ts';
import type { RuleProfile } from './profile.ts';
import { fail, ok } from './result.ts';
import { accountOf, putAccount, putGroup, setSettings, settingsOf } from './simulator/accounts.ts';
import { nextCall } from './simulator/authorization.ts';
import { nextDue, tick } from './simulator/delivery.ts';
import { actOn, addDevice, addSound, patchDevice, removeDevice } from './simulator/devices.ts';
import { addFault, removeFault } from './simulator/faults.ts';
import { planMessage, situationOf } from './simulator/messages.ts';
import { complete } from './simulator/outcomes.ts';
import { selfTestMark } from './simulator/self-test.ts';
import { appsBeside } from './simulator/shared-phone.ts';
import {
  atOneInstant,
  createState,
  emit,
  type Forgotten,
  HISTORY_LENGTH,
  indexTargets,
  now,
  type OutcomeRecord,
  type State,
  setClock,
  workspaceOf,
} from './simulator/state.ts';
import { receive, recordFailure } from './simulator/vendor.ts';
import { waitingFor } from './simulator/waiting.ts';
import { createForesight } from './simulator/what-if.ts';
import type { DeepPartial, SequencedEvent, Simulator, Workspace } from './simulator-types.ts';
import { stated } from './stated.ts';

export interface SimulatorOptions {
  readonly ports: Ports;
  readonly channels: readonly Channel[];
  readonly credentials: Credentials;
  readonly workspace: Workspace;
  /** Exchanges, outcomes and notifications kept in memory, each; default 10,000. */
  readonly historyLength?: number;
  /** Gets what the memory forgets; absent = it is lost. */
  readonly forgotten?: Forgotten;
}

/** The simulator: commands in, events out. See `Simulator` for what each command does. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const state = createState(
    options.ports,
    options.channels,
    options.credentials,
    options.historyLength ?? HISTORY_LENGTH,
    options.forgotten,
  );
  load(state, options.workspace);
  return {
    ...reading(state),
    ...commands(state),
    setCredentials(credentials) {
      state.credentials = credentials;
    },
    load(workspace, loadOptions) {
      load(state, workspace);
      if (loadOptions?.clearHistory === true) clearHistory(state);
      emit(state, { type: 'reset' });
    },
    connectionClosed: (connectionId) => void state.memories.delete(connectionId),
    subscribe(listener) {
      state.listeners.add(listener);
      return () => void state.listeners.delete(listener);
    },
    eventsSince: (seq) => eventsSince(state, seq),
  };
}

function reading(state: State) {
  return {
    now: () => now(state),
    workspace: () => workspaceOf(state),
    credentials: () => state.credentials,
    nextDue: () => nextDue(state),
    waitingFor: (deviceId: string) => waitingFor(state, deviceId),
    storedFor: (deviceId: string) => state.stored.get(deviceId)?.length ?? 0,
    account: (userId: string) => accountOf(state, userId),
    device: (id: string) => state.devices.get(id),
    appsBeside(id: string) {
      const device = state.devices.get(id);
      return device === undefined ? [] : appsBeside(state, device);
    },
    exchanges: () => state.exchanges.newestFirst(),
    outcomes: () => state.outcomes.newestFirst(),
    exchange: (id: string) => state.exchanges.get(id),
    outcome: (id: string) => state.outcomes.get(id),
    faults: () => state.faults,
    notifications: () => state.notifications.newestFirst().map((one) => one.notification),
    dropped: () => ({
      exchanges: state.exchanges.dropped,
      outcomes: state.outcomes.dropped,
      notifications: state.notifications.dropped,
    }),
  } satisfies Partial<Simulator>;
}

function commands(state: State) {
  return {
    foresight: () => createForesight(state),
    situation: (message, userId, deviceId) =>
      situationOf(state, message, userId, state.devices.get(deviceId ?? '') ?? null),
    planMessage: (input, options) => planMessage(state, input, options?.dryRun === true),
    nextCall(outcomeId, answer) {
      const record = state.outcomes.get(outcomeId);
      return record === undefined ? null : nextCall(state, record, answer);
    },
    completeOutcome(outcomeId, answer) {
      const record = state.outcomes.get(outcomeId);
      if (record === undefined) {
        return fail('not_found', {
          en: `There is no outcome "${outcomeId}". The history keeps the newest ${HISTORY_LENGTH}.`,
          zh: `没有结果“${outcomeId}”。历史只保留最近 ${HISTORY_LENGTH} 条。`,
        });
      }
      return ok(complete(state, record, answer));
    },
    receive(channel, request, claimed) {
      const outcome = awaited(state, claimed);
      const received = atOneInstant(state, () =>
        receive(state, channel, request, outcome?.id ?? selfTestMark(claimed)),
      );
      if (outcome !== undefined) outcome.exchangeId = received.exchangeId;
      return received;
    },
    recordFailure: (failure, facts) => recordFailure(state, failure, facts),
    tick: () => tick(state),
    putAccount: (userId, patch) => putAccount(state, userId, patch),
    offlinePushSettings: (userId) => settingsOf(state, userId),
    setOfflinePushSettings: (userId, settings) => setSettings(state, userId, settings),
    addDevice: (device) => addDevice(state, device),
    patchDevice: (id, patch) => patchDevice(state, id, patch),
    removeDevice: (id) => removeDevice(state, id),
    act: (id, action) => actOn(state, id, action),
    addSound: (id, sound) => addSound(state, id, sound),
    putGroup: (group) => putGroup(state, group),
    addFault: (fault) => addFault(state, fault),
    removeFault: (id) => removeFault(state, id),
    setProfile(patch) {
      state.profile = merge(state.profile, patch);
      // A switch may have kept pushes back.
      atOneInstant(state, () => tick(state));
      emit(state, { type: 'workspace' });
      return ok(state.profile);
    },
    setClock(setting) {
      setClock(state, overlay(state.clock, setting));
      tick(state);
      emit(state, { type: 'workspace' });
      return state.clock;
    },
  } satisfies Partial<Simulator>;
}

/** The outcome that a request says it belongs to, if one is waiting for its request: any client could claim one. */
function awaited(state: State, outcomeId: string | null): OutcomeRecord | undefined {
  const outcome = outcomeId === null ? undefined : state.outcomes.get(outcomeId);
  const phase = state.sendings.get(outcomeId ?? '')?.phase ?? 'planned';
  if (outcome === undefined || outcome.answer !== null || phase === 'planned') return undefined;
  // After a GOAWAY without an answer the request is sent once more.
  const before = outcome.exchangeId === null ? undefined : state.exchanges.get(outcome.exchangeId);
  return outcome.exchangeId === null || before?.response?.status === 0 ? outcome : undefined;
}

function load(state: State, workspace: Workspace): void {
  state.accounts = new Map(workspace.accounts.map((account) => [account.userId, account]));
  state.groups = new Map(workspace.groups.map((group) => [group.groupId, group]));
  state.devices = new Map(workspace.devices.map((device) => [device.id, device]));
  state.profile = workspace.profile;
  setClock(state, workspace.clock, true);
  state.faults = workspace.faults ?? [];
  state.stored.clear();
  state.held.clear();
  state.hidden.clear();
  state.jobs.clear();
  state.sendings.clear();
  state.accessTokens.clear();
  state.memories.clear();
  state.vendorStates = new Map([...state.channels].map(([id, channel]) => [id, channel.initialState()]));
  indexTargets(state);
}

function clearHistory(state: State): void {
  state.exchanges.clear();
  state.outcomes.clear();
  state.notifications.clear();
}

function eventsSince(state: State, seq: number): readonly SequencedEvent[] | undefined {
  const missed = state.seq - seq;
  if (missed < 0 || missed > state.events.size()) return undefined;
  return Array.from({ length: missed }, (_, i) => state.events.at(seq + i)).filter((one) => one !== undefined);
}

/** `base` with every member of `patch` that is not undefined. */
function overlay<T extends object>(base: T, patch: { readonly [K in keyof T]?: T[K] | undefined } | undefined): T {
  return { ...base, ...stated(patch) };
}

/** The profile is two levels deep: switches, and switches of each vendor. */
function merge(profile: RuleProfile, patch: DeepPartial<RuleProfile>): RuleProfile {
  return {
    globalOffMessageOn: patch.globalOffMessageOn ?? profile.globalOffMessageOn,
    pushInBackground: patch.pushInBackground ?? profile.pushInBackground,
    loginPolicy: patch.loginPolicy ?? profile.loginPolicy,
    apns: overlay(profile.apns, patch.apns),
    xiaomi: overlay(profile.xiaomi, patch.xiaomi),
    huawei: overlay(profile.huawei, patch.huawei),
    fcm: overlay(profile.fcm, patch.fcm),
    meizu: overlay(profile.meizu, patch.meizu),
    oppo: overlay(profile.oppo, patch.oppo),
    vivo: overlay(profile.vivo, patch.vivo),
  };
}
