import type { ChannelId } from '../../core/channels/types.ts';
import type { MessageInput } from '../../core/im/types.ts';
import type {
  AccountView,
  DeviceView,
  ExchangeLine,
  NotificationView,
  OutcomeView,
  ScreenView,
  WorkspaceView,
} from '../../core/views.ts';
import type { Answer, Api, ApiFailure } from '../api/client.ts';
import type { KeyValue } from '../stores/storage.ts';

// Small worlds for the tests of the stores.

export const message: MessageInput = {
  from: 'alice',
  to: { c2c: 'user-apns' },
  kind: 'chat',
  elements: [{ type: 'text', text: 'hi' }],
};

export function device(id: string, change: Partial<DeviceView> = {}): DeviceView {
  return {
    id,
    name: id,
    channel: 'apns',
    platform: 'ios',
    model: 'iPhone 16',
    phone: null,
    system: {
      name: 'iOS',
      version: '18',
      android: null,
      hmsVersion: null,
      playServices: null,
      mainlandChina: null,
      modelSupported: null,
      sdkVersion: null,
    },
    online: true,
    locked: false,
    token: 'ab12',
    app: {
      name: 'com.example.app',
      label: 'Example',
      installed: true,
      process: 'killed',
      killedBy: 'user',
      backgroundMode: false,
    },
    session: { state: 'loggedIn', userId: 'user-apns' },
    permission: 'granted',
    ringer: 'normal',
    conditions: {},
    settings: { popUps: true },
    badge: 0,
    environment: 'production',
    aliases: [],
    userAccounts: [],
    topics: [],
    sounds: [],
    notificationChannels: [],
    stored: 0,
    ...change,
  };
}

export const screen: ScreenView = {
  badge: 0,
  badgeStyle: 'number',
  badgeText: null,
  notifications: [],
  groups: [],
  lockScreen: [],
  apps: [],
  statusIcon: false,
  sounds: [],
  badgeLog: [],
};

export function account(userId: string): AccountView {
  return { userId, nickName: null, session: 'loggedIn', devices: [], receiveOptions: {} };
}

/** The page shows the vendors' switches from a table of the API; nothing here looks at single ones. */
const vendorSwitches = {} as Pick<WorkspaceView, ChannelId>;

export const workspace: WorkspaceView = {
  globalOffMessageOn: 'message',
  pushInBackground: false,
  loginPolicy: 'one',
  ...vendorSwitches,
  clock: { offsetMs: 0, stoppedAt: null, now: 1_000 },
  groups: [],
};

export const notification: NotificationView = {
  id: 'n1',
  deviceId: 'iphone',
  channel: 'apns',
  app: 'com.example.app',
  title: 'hello',
  subtitle: null,
  body: null,
  sound: null,
  vibrated: false,
  badge: null,
  ext: null,
  at: 1,
  quiet: false,
  headsUp: true,
  replaceKey: 'n1',
  pushId: 'p1',
  exchangeId: 'x1',
  outcomeId: null,
  tap: { kind: 'open-app', target: null, data: {} },
  onLockScreen: 'full',
  statusBar: true,
  heldBack: null,
  image: null,
  groupKey: null,
  channelName: null,
};

export function line(id: string, change: Partial<ExchangeLine> = {}): ExchangeLine {
  return {
    id,
    at: 1,
    channel: 'apns',
    outcomeId: null,
    remote: '127.0.0.1:5',
    protocol: 'http/2',
    target: 'ab12',
    title: 'hello',
    status: 200,
    summary: { en: 'Shown.', zh: '已显示。' },
    delivered: true,
    refused: false,
    failure: null,
    ...change,
  };
}

export function outcome(id: string, change: Partial<OutcomeView> = {}): OutcomeView {
  const field = { value: null, from: 'default', overridden: [] } as const;
  return {
    id,
    at: 1,
    userId: 'user-apns',
    deviceId: 'iphone',
    channel: 'apns',
    delivered: true,
    via: 'push',
    reason: 'delivered',
    cause: 'delivered',
    summary: { en: 'Delivered.', zh: '已送达。' },
    fields: { title: field, body: field, sound: field, badge: field, ext: field },
    trace: [],
    request: null,
    response: null,
    notification: null,
    exchangeId: null,
    messageId: 'm1',
    message,
    durationMs: 3,
    dryRun: false,
    curl: null,
    ...change,
  };
}

export const refusal: ApiFailure = { status: 409, code: 'not_logged_in', message: 'not logged in' };
export const ok = <T>(value: T): Promise<Answer<T>> => Promise.resolve({ ok: true, value });
export const no = (error: ApiFailure = refusal): Promise<{ readonly ok: false; readonly error: ApiFailure }> =>
  Promise.resolve({ ok: false, error });

/** An API where everything answers with an empty world; a test replaces what it is about. */
export function fakeApi(change: Partial<Api> = {}): Api {
  const unexpected = () => no({ status: 500, code: 'unexpected', message: 'the test did not expect this call' });
  return {
    health: () => ok({ status: 'ok', version: '1', listeners: { tls: 'https://h:1', plain: 'http://h:2' }, now: 1 }),
    workspace: () => ok(workspace),
    putWorkspace: unexpected,
    reset: unexpected,
    connection: unexpected,
    rules: () => ok([]),
    faults: () => ok([]),
    switches: unexpected,
    credentials: unexpected,
    putCredential: unexpected,
    removeCredential: unexpected,
    consoleSettings: unexpected,
    putConsoleSettings: unexpected,
    selfTest: unexpected,
    channels: unexpected,
    addFault: unexpected,
    removeFault: unexpected,
    accounts: () => ok([]),
    settings: unexpected,
    putSettings: unexpected,
    devices: () => ok([]),
    screen: () => ok(screen),
    patchDevice: unexpected,
    addSound: unexpected,
    act: unexpected,
    send: unexpected,
    preview: unexpected,
    exchanges: () => ok([]),
    exchange: unexpected,
    outcome: unexpected,
    outcomes: () => ok([]),
    notifications: () => ok([]),
    deviceSettings: unexpected,
    registrations: () => ok([]),
    waiting: () => ok({ waiting: [], nextWindow: null }),
    remedies: unexpected,
    change: unexpected,
    matrixParts: unexpected,
    matrix: unexpected,
    matrixCell: unexpected,
    ...change,
  };
}

export function memoryStorage(
  entries: Readonly<Record<string, string>> = {},
): KeyValue & { readonly map: Map<string, string> } {
  const map = new Map(Object.entries(entries));
  return { map, getItem: (key) => map.get(key) ?? null, setItem: (key, value) => void map.set(key, value) };
}

/** Time that passes when the test says so. */
export function manualTimers(): {
  readonly later: (run: () => void, ms: number) => () => void;
  readonly now: () => number;
  advance(ms: number): void;
} {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    later: (run, ms) => {
      const entry = { at: now + ms, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    advance: (ms) => {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

/** Lets every promise that is settled already run its followers. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}
