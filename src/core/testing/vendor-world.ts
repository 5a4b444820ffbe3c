import type { Credentials } from '../channels/credentials.ts';
import type {
  AcceptedPush,
  Channel,
  DeviceEvent,
  Directory,
  Effect,
  FoundTarget,
  ReceiveContext,
  ReceiveResult,
  VendorCallback,
  VendorRequest,
} from '../channels/types.ts';
import { arrive } from '../device/arrival.ts';
import { createDevice, createTarget } from '../device/create.ts';
import type { Device, Presentation } from '../device/types.ts';
import type { Ports } from '../ports.ts';
import { defaultProfile, type RuleProfile } from '../profile.ts';
import { TEST_APP, testCredentials, testKeys } from './credentials.ts';
import { makeCrypto } from './crypto.ts';

/** 2026-11-01 09:30:00 in China. */
export const WORLD_TIME = 1_793_496_600_000;

const encoder = new TextEncoder();

export interface RequestParts {
  readonly method?: string;
  readonly host?: string;
  /** Path with query. */
  readonly path: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
  readonly protocol?: VendorRequest['connection']['protocol'];
}

/** A request as the front door hands it over; POST unless said otherwise. */
export function makeVendorRequest(host: string, parts: RequestParts): VendorRequest {
  const { method = 'POST', path, headers = [], body = '', protocol = 'http/1.1' } = parts;
  const name = parts.host ?? host;
  return {
    method,
    path,
    host: name,
    headers,
    body: typeof body === 'string' ? encoder.encode(body) : body,
    bodyTooLarge: false,
    connection: {
      id: 'c1',
      protocol,
      tls: true,
      serverName: name,
      remote: '127.0.0.1:50000',
      clientCertificate: null,
    },
  };
}

/** One vendor and its phones joined, without sockets: effects reach the phones, and what they do reaches the vendor. */
export class VendorWorld {
  readonly channel: Channel;
  readonly ports: Ports;
  readonly devices = new Map<string, Device>();
  readonly presentations: Presentation[] = [];
  readonly pushes: AcceptedPush[] = [];
  readonly callbacks: VendorCallback[] = [];
  readonly withdrawn: string[] = [];
  readonly jobs = new Map<string, readonly AcceptedPush[]>();
  now = WORLD_TIME;
  /** By how much the user has moved the simulator's clock ahead of the senders'. */
  ahead = 0;
  state: unknown;
  memory: unknown;
  profile: RuleProfile = defaultProfile;
  credentials: Credentials = testCredentials;

  /** `tokens`: one online phone for each, `phone-1` and so on, with the app of the credentials. */
  constructor(channel: Channel, tokens: readonly string[]) {
    this.channel = channel;
    this.ports = this.makePorts();
    this.state = channel.initialState();
    tokens.forEach((token, index) => void this.add(`phone-${index + 1}`, token));
  }

  /** Adds a phone; another `app` is somebody else's. */
  add(id: string, token: string, app: string = TEST_APP): Device {
    const fresh = createDevice(id, { channel: this.channel.definition.id, app }, WORLD_TIME);
    const device: Device = { ...fresh, ...(fresh.platform === 'ios' ? {} : { settings: { badges: true } }) };
    const registered = { ...device, targets: [createTarget(token, app, WORLD_TIME)] };
    this.devices.set(id, registered);
    return registered;
  }

  device(id = 'phone-1'): Device {
    const device = this.devices.get(id);
    if (!device) throw new Error(`no device ${id}`);
    return device;
  }

  change(patch: Partial<Device>, id = 'phone-1'): void {
    this.devices.set(id, { ...this.device(id), ...patch });
  }

  process(state: Device['app']['process'], id = 'phone-1'): void {
    this.change({ app: { ...this.device(id).app, process: state } }, id);
  }

  get directory(): Directory {
    const all = (): FoundTarget[] =>
      [...this.devices.values()].flatMap((device) => device.targets.map((target) => ({ device, target })));
    return { all, byToken: (token) => all().find(({ target }) => target.token === token) };
  }

  get context(): ReceiveContext {
    const { now, ahead, ports, directory, credentials, profile, state, memory } = this;
    return { now, senderTime: (at) => at + ahead, ports, directory, state, memory, credentials, profile };
  }

  /** Sends a request to the vendor's first host and applies what follows. */
  send(parts: RequestParts): ReceiveResult {
    return this.receive(makeVendorRequest(this.channel.definition.hosts[0] ?? '', parts));
  }

  /** The vendor gets a request, and what follows is applied. */
  receive(request: VendorRequest): ReceiveResult {
    const result = this.channel.receive(request, this.context);
    for (const effect of result.effects) this.apply(effect);
    return result;
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

  /** Something happened to a push on its phone. */
  tell(push: AcceptedPush, event: DeviceEvent, device: Device = this.device(push.deviceId)): void {
    this.callbacks.push(...this.channel.receipts(push, event, device, this.now, this.context));
    this.state = this.channel.observe?.(this.state, push, event, device, this.now) ?? this.state;
  }

  private apply(effect: Effect): void {
    if (effect.type === 'state') this.state = effect.state;
    else if (effect.type === 'memory') this.memory = effect.memory;
    else if (effect.type === 'push') this.deliver(effect.push);
    else if (effect.type === 'callback') this.callbacks.push(effect.callback);
    else if (effect.type === 'schedule') this.jobs.set(effect.jobId, effect.pushes);
    else if (effect.type === 'unschedule') this.jobs.delete(effect.jobId);
    else if (effect.type === 'revoke') this.takeBack(effect.deviceId, effect.replaceKey);
    else if (effect.type === 'withdraw') this.withdrawn.push(...effect.pushIds);
    else if (effect.type === 'target') this.bind(effect.token, effect.patch);
  }

  private takeBack(id: string, replaceKey: string): void {
    this.change({ shade: this.device(id).shade.filter((item) => item.replaceKey !== replaceKey) }, id);
  }

  private bind(token: string, patch: Extract<Effect, { type: 'target' }>['patch']): void {
    for (const device of this.devices.values()) {
      const targets = device.targets.map((target) => (target.token === token ? { ...target, ...patch } : target));
      this.change({ targets }, device.id);
    }
  }

  /** Counting ids and bytes, so that a run can be repeated; real hashes and signatures. */
  private makePorts(): Ports {
    let counter = 0;
    return {
      clock: { now: () => this.now },
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
      crypto: makeCrypto(testKeys),
    };
  }
}

/** The stopping rule of a result, if there is one. */
export const stopOf = ({ trace }: Pick<ReceiveResult, 'trace'>): string | undefined =>
  trace.find(({ verdict }) => verdict === 'stop')?.rule;

/** Rules of a result's notes, in order. */
export const notesOf = ({ trace }: Pick<ReceiveResult, 'trace'>): readonly string[] =>
  trace.filter(({ verdict }) => verdict === 'note').map(({ rule }) => rule);
