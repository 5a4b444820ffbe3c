import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OfflinePushSettings } from '../../core/im/types.ts';
import type {
  AccountView,
  ApiEvent,
  DeviceView,
  FaultView,
  HealthView,
  RuleView,
  ScreenView,
  WorkspaceView,
} from '../../core/views.ts';
import type { Api, ApiFailure } from '../api/client.ts';
import type { LinkState } from '../api/events.ts';

export type SettingsEntry =
  | { readonly state: 'known'; readonly settings: OfflinePushSettings }
  | { readonly state: 'refused'; readonly failure: ApiFailure };

/** What the API says of the user's world; changed by events only, or by the answers to our own commands. */
export interface World {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly failure: ApiFailure | null;
  readonly link: LinkState;
  readonly health: HealthView | null;
  readonly workspace: WorkspaceView | null;
  /** When `workspace` was read, ms of the monotonic clock: a live simulated clock runs on from there. */
  readonly workspaceReadAt: number;
  readonly accounts: readonly AccountView[];
  readonly settings: Readonly<Record<string, SettingsEntry>>;
  readonly devices: readonly DeviceView[];
  readonly screens: Readonly<Record<string, ScreenView>>;
  readonly rules: Readonly<Record<string, RuleView>>;
  /** Misbehaviour of vendors that the user set up. */
  readonly faults: readonly FaultView[];
  /** Reads everything again. False when something did not answer. */
  load(): Promise<boolean>;
  /** Global settings are read when somebody looks at them. */
  loadSettings(userId: string): Promise<void>;
  apply(events: readonly ApiEvent[]): void;
  setLink(link: LinkState): void;
  setWorkspace(workspace: WorkspaceView): void;
  setSettings(userId: string, entry: SettingsEntry): void;
}
export type WorldStore = StoreApi<World>;

/** `monotonic`: ms of a clock that never jumps, such as `performance.now`. */
export function createWorldStore(api: Api, monotonic: () => number): WorldStore {
  /** Asked-for settings and the newest question about each: an older answer must not overtake it. */
  const asked = new Map<string, number>();
  return createStore<World>()((set, get) => ({
    status: 'loading',
    failure: null,
    link: { state: 'connecting' },
    health: null,
    workspace: null,
    workspaceReadAt: 0,
    accounts: [],
    settings: {},
    devices: [],
    screens: {},
    rules: {},
    faults: [],
    load: async () => {
      const read = await readWorld(api);
      if (!read.ok) {
        set(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed', failure: read.error }));
        return false;
      }
      set({ ...read.value, status: 'ready', failure: null, workspaceReadAt: monotonic() });
      await Promise.all(Object.keys(get().settings).map((userId) => get().loadSettings(userId)));
      return true;
    },
    loadSettings: async (userId) => {
      const question = (asked.get(userId) ?? 0) + 1;
      asked.set(userId, question);
      const answer = await api.settings(userId);
      if (asked.get(userId) !== question) return;
      get().setSettings(
        userId,
        answer.ok ? { state: 'known', settings: answer.value } : { state: 'refused', failure: answer.error },
      );
    },
    apply: (events) => {
      set((world) => events.reduce((next, event) => applyEvent(next, event, monotonic), world));
      const changed = new Set(events.flatMap((event) => (event.type === 'account' ? [event.account.userId] : [])));
      for (const userId of changed) if (asked.has(userId)) void get().loadSettings(userId);
    },
    setLink: (link) => set({ link }),
    setWorkspace: (workspace) => set({ workspace, workspaceReadAt: monotonic() }),
    setSettings: (userId, entry) => set(({ settings }) => ({ settings: { ...settings, [userId]: entry } })),
  }));
}

type Snapshot = Pick<World, 'health' | 'workspace' | 'accounts' | 'devices' | 'screens' | 'rules' | 'faults'>;

async function readWorld(
  api: Api,
): Promise<{ readonly ok: true; readonly value: Snapshot } | { readonly ok: false; readonly error: ApiFailure }> {
  const [health, workspace, accounts, devices, rules, faults] = await Promise.all([
    api.health(),
    api.workspace(),
    api.accounts(),
    api.devices(),
    api.rules(),
    api.faults(),
  ]);
  if (!health.ok) return health;
  if (!workspace.ok) return workspace;
  if (!accounts.ok) return accounts;
  if (!devices.ok) return devices;
  if (!rules.ok) return rules;
  if (!faults.ok) return faults;
  const screens = await Promise.all(devices.value.map(async ({ id }) => [id, await api.screen(id)] as const));
  const shown: Record<string, ScreenView> = {};
  for (const [id, screen] of screens) if (screen.ok) shown[id] = screen.value;
  return {
    ok: true,
    value: {
      health: health.value,
      workspace: workspace.value,
      accounts: accounts.value,
      devices: devices.value,
      screens: shown,
      faults: faults.value,
      rules: Object.fromEntries(rules.value.map((rule) => [rule.id, rule])),
    },
  };
}

function applyEvent(world: World, event: ApiEvent, monotonic: () => number): World {
  switch (event.type) {
    case 'device':
      return {
        ...world,
        devices: upsert(world.devices, event.device, (device) => device.id),
        screens: { ...world.screens, [event.device.id]: event.screen },
      };
    case 'device-removed':
      return { ...world, devices: world.devices.filter(({ id }) => id !== event.deviceId) };
    case 'account':
      return { ...world, accounts: upsert(world.accounts, event.account, (account) => account.userId) };
    case 'workspace':
      return { ...world, workspace: event.workspace, workspaceReadAt: monotonic() };
    case 'faults':
      return { ...world, faults: event.faults };
    default:
      return world;
  }
}

function upsert<T>(list: readonly T[], item: T, key: (item: T) => string): readonly T[] {
  const at = list.findIndex((old) => key(old) === key(item));
  return at === -1 ? [...list, item] : list.with(at, item);
}
