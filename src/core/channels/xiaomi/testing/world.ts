import { arrive } from '../../../device/arrival.ts';
import { createDevice, createTarget } from '../../../device/create.ts';
import type { Device, Presentation, ShadeNotification } from '../../../device/types.ts';
import type { Ports } from '../../../ports.ts';
import type { RuleProfile } from '../../../profile.ts';
import { defaultProfile } from '../../../profile.ts';
import { type Credentials, noCredentials, type XiaomiApp } from '../../credentials.ts';
import type {
  AcceptedPush,
  DeviceEvent,
  Directory,
  Effect,
  FoundTarget,
  ReceiveResult,
  VendorCallback,
  VendorRequest,
} from '../../types.ts';
import { createXiaomi } from '../channel.ts';
import type { XiaomiState } from '../state.ts';

/** 2026-11-01 09:30:00 in China. */
export const WORLD_TIME = 1_793_496_600_000;
export const PACKAGE = 'com.example.app';
export const SECRET = 'S';
export const R1 = 'R1';
export const R2 = 'R2';

export const testApp: XiaomiApp = {
  appId: '2882303761517000001',
  packageNames: [PACKAGE],
  appSecret: SECRET,
  blacklisted: false,
  channels: [{ id: '1001', name: 'Orders', kind: 'private' }],
};

/** Another company's app on the same simulator. */
export const otherApp: XiaomiApp = {
  appId: '2882303761517000002',
  packageNames: ['com.other'],
  appSecret: 'OTHER',
  blacklisted: false,
  channels: [],
};

function makeDevice(id: string, regid: string): Device {
  const device = createDevice(id, { channel: 'xiaomi' }, WORLD_TIME);
  return { ...device, settings: { badges: true }, targets: [createTarget(regid, PACKAGE, WORLD_TIME)] };
}

const encoder = new TextEncoder();

/** A request as the front door hands it over. */
export function makeRequest(
  method: string,
  path: string,
  options: { readonly key?: string | null; readonly body?: string | Uint8Array; readonly type?: string | null } = {},
): VendorRequest {
  const { key = `key=${SECRET}`, body = '', type = 'application/x-www-form-urlencoded' } = options;
  const headers: [string, string][] = [['host', 'api.xmpush.xiaomi.com']];
  if (key !== null) headers.push(['authorization', key]);
  if (type !== null && body.length > 0) headers.push(['content-type', type]);
  return {
    method,
    path,
    host: 'api.xmpush.xiaomi.com',
    headers,
    body: typeof body === 'string' ? encoder.encode(body) : body,
    bodyTooLarge: false,
    connection: {
      id: 'c1',
      protocol: 'http/1.1',
      tls: true,
      serverName: 'api.xmpush.xiaomi.com',
      remote: '127.0.0.1:50000',
      clientCertificate: null,
    },
  };
}

/** Counting ids and bytes, so that a run can be repeated. */
function makePorts(now: () => number): Ports {
  let counter = 0;
  const refuse = (): never => {
    throw new Error('not used by this channel');
  };
  return {
    clock: { now },
    ids: {
      next: (prefix) => {
        counter += 1;
        return `${prefix}-${counter}`;
      },
      bytes: (count) => {
        counter += 1;
        return Uint8Array.from({ length: count }, (_, index) => (counter * 37 + index * 11) & 0xff);
      },
    },
    crypto: { md5Hex: refuse, sha256Hex: refuse, hmacSha256: refuse, verify: refuse, sign: refuse },
  };
}

/** What the answer says, parsed. */
export interface ParsedAnswer {
  readonly status: number;
  readonly keys: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** Vendor and phones joined: the endpoint's effects reach the phones, and what they do reaches the vendor. */
export class World {
  readonly channel = createXiaomi();
  readonly ports = makePorts(() => this.now);
  readonly devices = new Map<string, Device>([
    ['phone-1', withBindings(makeDevice('phone-1', R1))],
    ['phone-2', makeDevice('phone-2', R2)],
  ]);
  readonly presentations: Presentation[] = [];
  readonly pushes: AcceptedPush[] = [];
  readonly callbacks: VendorCallback[] = [];
  readonly withdrawn: string[] = [];
  readonly jobs = new Map<string, readonly AcceptedPush[]>();
  now = WORLD_TIME;
  /** By how much the user has moved the simulator's clock ahead of the senders'. */
  ahead = 0;
  state: unknown = this.channel.initialState();
  profile: RuleProfile = defaultProfile;
  apps: readonly XiaomiApp[] = [testApp, otherApp];

  get memory(): XiaomiState {
    return this.state as XiaomiState;
  }

  device(id = 'phone-1'): Device {
    const device = this.devices.get(id);
    if (!device) throw new Error(`no device ${id}`);
    return device;
  }

  change(id: string, patch: Partial<Device>): void {
    this.devices.set(id, { ...this.device(id), ...patch });
  }

  process(state: Device['app']['process'], id = 'phone-1'): void {
    this.change(id, { app: { ...this.device(id).app, process: state } });
  }

  get credentials(): Credentials {
    return { ...noCredentials, xiaomi: { apps: this.apps } };
  }

  get directory(): Directory {
    const all = (): FoundTarget[] =>
      [...this.devices.values()].flatMap((device) => device.targets.map((target) => ({ device, target })));
    return { all, byToken: (token) => all().find(({ target }) => target.token === token) };
  }

  receive(request: VendorRequest): ReceiveResult {
    const { now, ahead, ports, directory, credentials, profile, state } = this;
    const result = this.channel.receive(request, {
      now,
      senderTime: (at) => at + ahead,
      ports,
      directory,
      state,
      memory: undefined,
      credentials,
      profile,
    });
    for (const effect of result.effects) this.apply(effect);
    return result;
  }

  /** POST with a form body; the answer parsed. */
  post(path: string, body: string): ParsedAnswer {
    return parseAnswer(this.receive(makeRequest('POST', path, { body })));
  }

  get(path: string): ParsedAnswer {
    return parseAnswer(this.receive(makeRequest('GET', path)));
  }

  deliver(push: AcceptedPush): Presentation {
    const device = this.device(push.deviceId);
    const presentation = this.channel.present(push, device, { now: this.now, profile: this.profile });
    const facts = {
      push,
      exchangeId: 'x1',
      outcomeId: null,
      now: this.now,
      ids: this.ports.ids,
      notificationId: this.ports.ids.next('n'),
    };
    this.devices.set(device.id, arrive(device, presentation, facts).device);
    this.pushes.push(push);
    this.presentations.push(presentation);
    this.tell(push, 'arrived', device);
    return presentation;
  }

  tap(push: AcceptedPush): void {
    this.tell(push, 'tapped', this.device(push.deviceId));
  }

  private tell(push: AcceptedPush, event: DeviceEvent, device: Device): void {
    const { ports, credentials, profile } = this;
    this.callbacks.push(...this.channel.receipts(push, event, device, this.now, { ports, credentials, profile }));
    this.state = this.channel.observe?.(this.state, push, event, device, this.now) ?? this.state;
  }

  private apply(effect: Effect): void {
    if (effect.type === 'state') this.state = effect.state;
    else if (effect.type === 'push') this.deliver(effect.push);
    else if (effect.type === 'callback') this.callbacks.push(effect.callback);
    else if (effect.type === 'schedule') this.jobs.set(effect.jobId, effect.pushes);
    else if (effect.type === 'unschedule') this.jobs.delete(effect.jobId);
    else if (effect.type === 'revoke') this.takeBack(effect.deviceId, effect.replaceKey);
    else if (effect.type === 'withdraw') this.withdrawn.push(...effect.pushIds);
    else if (effect.type === 'target') this.bind(effect.token, effect.patch);
  }

  private takeBack(id: string, replaceKey: string): void {
    const keep = (item: ShadeNotification): boolean => item.replaceKey !== replaceKey;
    this.change(id, { shade: this.device(id).shade.filter(keep) });
  }

  private bind(token: string, patch: Extract<Effect, { type: 'target' }>['patch']): void {
    for (const device of this.devices.values())
      this.change(device.id, {
        targets: device.targets.map((target) => (target.token === token ? { ...target, ...patch } : target)),
      });
  }
}

function withBindings(device: Device): Device {
  const targets = device.targets.map((target) => ({
    ...target,
    aliases: ['al1'],
    userAccounts: ['acc1'],
    topics: ['news'],
  }));
  return { ...device, targets };
}

export function parseAnswer({ response }: Pick<ReceiveResult, 'response'>): ParsedAnswer {
  const body = JSON.parse(response.body) as Record<string, unknown>;
  const data = body.data as Record<string, unknown> | undefined;
  return { status: response.status, keys: Object.keys(body), body, data };
}

/** Fields of the plain message that the vectors vary; `undefined` leaves one out. */
export function form(fields: Readonly<Record<string, string | number | undefined>> = {}): string {
  const base = { restricted_package_name: PACKAGE, title: 't', description: 'd', registration_id: R1 };
  return Object.entries<string | number | undefined>({ ...base, ...fields })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

/** The one field of a receipt, parsed: entries by message id. */
export function receiptData(callback: VendorCallback | undefined): Record<string, Record<string, unknown>> {
  const text = callback?.body.replace(/^data=/, '') ?? '';
  return JSON.parse(decodeURIComponent(text)) as Record<string, Record<string, unknown>>;
}
