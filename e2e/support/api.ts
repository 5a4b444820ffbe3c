import type { DeviceAction, DevicePatch } from '../../src/core/simulator-types.ts';
import type { DeviceView, ExchangeLine, OutcomeView, ScreenView } from '../../src/core/views.ts';

/** The public HTTP API, for what a test prepares and for what it compares the page with. */
export interface Api {
  /** One call, path below `/api/v1`. Throws with the API's own words on a refusal. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  act(deviceId: string, action: DeviceAction): Promise<DeviceView>;
  patch(deviceId: string, patch: DevicePatch): Promise<DeviceView>;
  device(deviceId: string): Promise<DeviceView>;
  screen(deviceId: string): Promise<ScreenView>;
  /** Newest first. */
  exchanges(): Promise<readonly ExchangeLine[]>;
  /** Newest first. */
  outcomes(): Promise<readonly OutcomeView[]>;
}

export function createApi(ui: string): Api {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(new URL(`/api/v1${path}`, ui), {
      method,
      headers: { 'content-type': 'application/json' },
      ...content,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }
  return {
    call,
    act: (id, action) => call('POST', `/devices/${id}/actions`, action),
    patch: (id, patch) => call('PATCH', `/devices/${id}`, patch),
    device: (id) => call('GET', `/devices/${id}`),
    screen: (id) => call('GET', `/devices/${id}/screen`),
    exchanges: async () => (await call<{ exchanges: ExchangeLine[] }>('GET', '/exchanges')).exchanges,
    outcomes: async () => (await call<{ outcomes: OutcomeView[] }>('GET', '/outcomes')).outcomes,
  };
}
