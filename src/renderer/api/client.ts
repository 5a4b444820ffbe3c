import type { ChannelId } from '../../core/channels/types.ts';
import type { Platform, PushTarget } from '../../core/device/types.ts';
import type { MessageInput, OfflinePushSettings } from '../../core/im/types.ts';
import type { AxisGroup, CellAnswer, MatrixAxisView, MatrixSpec, MatrixView } from '../../core/matrix/types.ts';
import type { RuleProfile } from '../../core/profile.ts';
import type { ChangeCommand, RemedyReport } from '../../core/remedies/types.ts';
import type { Fault, NewFault } from '../../core/simulator/fault-types.ts';
import type { ClockSetting, DeepPartial, DeviceAction, DevicePatch } from '../../core/simulator-types.ts';
import type { LocalText } from '../../core/trace/types.ts';
import type {
  AccountView,
  ChannelView,
  DeviceSettingsView,
  DeviceView,
  ExchangeLine,
  ExchangeView,
  HealthView,
  NotificationView,
  OutcomeView,
  RuleView,
  ScreenView,
  SentMessageView,
  WaitingListView,
  WorkspaceView,
} from '../../core/views.ts';
import type { ConnectionView, ConsoleView, SwitchView } from '../../server/api/views.ts';
import type { UserCredentialView } from '../../server/credentials/user/present.ts';
import type { SelfTestRow } from '../../server/self-test/run.ts';

/** What the API refused, or why it could not be asked (`status` 0: no answer at all). */
export interface ApiFailure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** The same in Chinese; absent where the sentence is not Pushpit's. */
  readonly messageZh?: string;
  readonly details?: unknown;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiFailure };

export interface ExchangeQuery {
  readonly q?: string | undefined;
  readonly channel?: ChannelId | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

export interface WorkspacePatch extends DeepPartial<RuleProfile> {
  readonly clock?: Partial<ClockSetting> | undefined;
}

/** The HTTP API as the page uses it. Nothing here throws; a refusal is a value. */
export interface Api {
  health(): Promise<Answer<HealthView>>;
  workspace(): Promise<Answer<WorkspaceView>>;
  putWorkspace(patch: WorkspacePatch): Promise<Answer<WorkspaceView>>;
  /** Every switch, with what it decides; how they stand is in the workspace. */
  switches(): Promise<Answer<readonly SwitchView[]>>;
  reset(): Promise<Answer<unknown>>;
  /** How to point a backend here. */
  connection(options?: { readonly secrets: boolean }): Promise<Answer<ConnectionView>>;
  /** One push to every vendor through every way. */
  selfTest(): Promise<Answer<readonly SelfTestRow[]>>;
  /** The vendors with their result codes. */
  channels(): Promise<Answer<readonly ChannelView[]>>;
  /** The user's own keys, certificates, accounts and apps. */
  credentials(): Promise<Answer<readonly CredentialView[]>>;
  putCredential(vendor: ChannelId, credential: unknown): Promise<Answer<unknown>>;
  removeCredential(vendor: ChannelId, id: string): Promise<Answer<unknown>>;
  /** What is set up in the vendors' consoles; vendors with nothing to set up are left out. */
  consoleSettings(): Promise<Answer<readonly ConsoleView[]>>;
  /** Replaces a vendor's settings; `{}` takes them away. */
  putConsoleSettings(vendor: ChannelId, settings: unknown): Promise<Answer<ConsoleView>>;
  faults(): Promise<Answer<readonly Fault[]>>;
  addFault(fault: NewFault): Promise<Answer<Fault>>;
  removeFault(id: string): Promise<Answer<unknown>>;
  rules(): Promise<Answer<readonly RuleView[]>>;
  accounts(): Promise<Answer<readonly AccountView[]>>;
  settings(userId: string): Promise<Answer<OfflinePushSettings>>;
  putSettings(userId: string, settings: OfflinePushSettings): Promise<Answer<OfflinePushSettings>>;
  devices(): Promise<Answer<readonly DeviceView[]>>;
  screen(deviceId: string): Promise<Answer<ScreenView>>;
  patchDevice(deviceId: string, patch: DevicePatch): Promise<Answer<DeviceView>>;
  /** `base64` is the whole audio file. */
  addSound(deviceId: string, sound: { readonly name: string; readonly base64: string }): Promise<Answer<unknown>>;
  act(deviceId: string, action: DeviceAction): Promise<Answer<unknown>>;
  send(message: MessageInput): Promise<Answer<SentMessageView>>;
  preview(message: MessageInput, signal: AbortSignal): Promise<Answer<SentMessageView>>;
  exchanges(query: ExchangeQuery, signal?: AbortSignal): Promise<Answer<readonly ExchangeLine[]>>;
  exchange(id: string): Promise<Answer<ExchangeView>>;
  outcome(id: string): Promise<Answer<OutcomeView>>;
  /** Newest first. */
  outcomes(query: PageQuery): Promise<Answer<readonly OutcomeView[]>>;
  /** Newest first; of one phone. */
  notifications(query: PageQuery & { readonly device: string }): Promise<Answer<readonly NotificationView[]>>;
  /** What can be set of a phone and of the app in its settings: the same for all phones. */
  deviceSettings(): Promise<Answer<DeviceSettingsView>>;
  /** The one in force first. */
  registrations(deviceId: string): Promise<Answer<readonly PushTarget[]>>;
  /** Pushes that are kept from a phone. */
  waiting(deviceId: string): Promise<Answer<WaitingListView>>;
  /** What would make an outcome appear, sound or count. */
  remedies(outcomeId: string): Promise<Answer<RemedyReport>>;
  /** Makes a change that a remedy names. */
  change(command: ChangeCommand): Promise<Answer<unknown>>;
  matrixParts(): Promise<Answer<MatrixParts>>;
  matrix(spec: MatrixSpec, signal: AbortSignal): Promise<Answer<MatrixView>>;
  /** One cell with its whole trace. */
  matrixCell(spec: MatrixSpec, index: number): Promise<Answer<MatrixCellView>>;
}

export interface PageQuery {
  readonly limit?: number | undefined;
  /** Id of the last entry of the page before. */
  readonly before?: string | undefined;
}

/** What a matrix can be made of. */
export interface MatrixParts {
  /** Cells of one matrix at most. */
  readonly limit: number;
  readonly axes: readonly MatrixAxisPart[];
  readonly presets: readonly { readonly id: string; readonly text: LocalText; readonly spec: MatrixSpec }[];
}

export interface MatrixAxisPart extends MatrixAxisView {
  readonly group: AxisGroup;
  readonly on: Platform | null;
}

export interface MatrixCellView {
  readonly cell: CellAnswer;
  /** null where the values cannot be together. */
  readonly outcome: OutcomeView | null;
}

/** One of the user's own credentials; secrets are masked. */
export interface CredentialView extends UserCredentialView {
  /** Ids of the phones that have one of its apps. */
  readonly phones: readonly string[];
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export const API_BASE = '/api/v1';

/** Makes the client. `fetch` is given so that tests can stand in for the network. */
export function createApi(fetch: Fetch): Api {
  const call = <T>(method: string, path: string, body?: unknown, signal?: AbortSignal) =>
    request<T>(fetch, method, path, body, signal);
  const list = async <T>(path: string, key: string, signal?: AbortSignal): Promise<Answer<readonly T[]>> => {
    const answer = await call<Record<string, readonly T[]>>('GET', path, undefined, signal);
    return answer.ok ? { ok: true, value: answer.value[key] ?? [] } : answer;
  };
  return {
    health: () => call('GET', '/health'),
    workspace: () => call('GET', '/workspace'),
    putWorkspace: (patch) => call('PUT', '/workspace', patch),
    switches: () => list('/switches', 'switches'),
    reset: () => call('POST', '/reset', {}),
    connection: (options) => call('GET', `/connection${options?.secrets === true ? '?secrets=true' : ''}`),
    selfTest: async () => {
      const answer = await call<{ readonly results: readonly SelfTestRow[] }>('POST', '/self-test', {});
      return answer.ok ? { ok: true, value: answer.value.results } : answer;
    },
    credentials: () => list('/credentials', 'credentials'),
    putCredential: (vendor, credential) => call('PUT', `/credentials/${vendor}`, credential),
    removeCredential: (vendor, id) => call('DELETE', `/credentials/${vendor}/${encodeURIComponent(id)}`),
    consoleSettings: () => list('/console', 'console'),
    putConsoleSettings: (vendor, settings) => call('PUT', `/console/${vendor}`, settings),
    channels: () => list('/channels', 'channels'),
    faults: () => list('/faults', 'faults'),
    addFault: (fault) => call('POST', '/faults', fault),
    removeFault: (id) => call('DELETE', `/faults/${encodeURIComponent(id)}`),
    rules: () => list('/rules', 'rules'),
    accounts: () => list('/accounts', 'accounts'),
    settings: (userId) => call('GET', `/accounts/${encodeURIComponent(userId)}/offline-push-settings`),
    putSettings: (userId, settings) =>
      call('PUT', `/accounts/${encodeURIComponent(userId)}/offline-push-settings`, settings),
    devices: () => list('/devices', 'devices'),
    screen: (id) => call('GET', `/devices/${encodeURIComponent(id)}/screen`),
    patchDevice: (id, patch) => call('PATCH', `/devices/${encodeURIComponent(id)}`, patch),
    addSound: (id, sound) => call('POST', `/devices/${encodeURIComponent(id)}/sounds`, sound),
    act: (id, action) => call('POST', `/devices/${encodeURIComponent(id)}/actions`, action),
    send: (message) => call('POST', '/messages', message),
    preview: (message, signal) => call('POST', '/messages?dryRun=true', message, signal),
    exchanges: (query, signal) => list(`/exchanges${queryString(query)}`, 'exchanges', signal),
    exchange: (id) => call('GET', `/exchanges/${encodeURIComponent(id)}`),
    outcome: (id) => call('GET', `/outcomes/${encodeURIComponent(id)}`),
    outcomes: (query) => list(`/outcomes${queryString(query)}`, 'outcomes'),
    notifications: (query) => list(`/notifications${queryString(query)}`, 'notifications'),
    deviceSettings: () => call('GET', '/device-settings'),
    registrations: (id) => list(`/devices/${encodeURIComponent(id)}/registrations`, 'registrations'),
    waiting: (id) => call('GET', `/devices/${encodeURIComponent(id)}/waiting`),
    remedies: (id) => call('GET', `/outcomes/${encodeURIComponent(id)}/remedies`),
    change: ({ method, path, body }) => call(method, path, body ?? undefined),
    matrixParts: () => call('GET', '/matrix'),
    matrix: (spec, signal) => call('POST', '/matrix', spec, signal),
    matrixCell: (spec, index) => call('POST', '/matrix/cell', { ...spec, index }),
  };
}

function queryString(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

async function request<T>(
  fetch: Fetch,
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer<T>> {
  try {
    const response = await fetch(API_BASE + path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await response.text();
    const value: unknown = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: value as T };
    return { ok: false, error: readFailure(response.status, value) };
  } catch (error) {
    const aborted = error instanceof DOMException && error.name === 'AbortError';
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, error: { status: 0, code: aborted ? 'aborted' : 'no_answer', message } };
  }
}

function readFailure(status: number, value: unknown): ApiFailure {
  const error = isRecord(value) && isRecord(value.error) ? value.error : {};
  const code = typeof error.code === 'string' ? error.code : `http_${status}`;
  const message = typeof error.message === 'string' ? error.message : `HTTP ${status}`;
  return {
    status,
    code,
    message,
    ...(typeof error.messageZh === 'string' ? { messageZh: error.messageZh } : {}),
    ...('details' in error ? { details: error.details } : {}),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
