import { createHash } from 'node:crypto';
import { createSimulator } from '../../../simulator.ts';
import type { Simulator } from '../../../simulator-types.ts';
import { makeVendorRequest, notesOf, type RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import type { VendorCallback } from '../../types.ts';
import { createOppo } from '../channel.ts';

export const R1 = 'CN_0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const R2 = 'CN_1111222233334444555566667777888a';
/** Well-formed, registered with nobody. */
export const RX = 'CN_11111111111111111111111111111111';
export const ALIAS = 'al1';
export const APP_ID = 'Zx8q1w2e3r4t5y6u7i8o9p0a';
export const HOST = 'api.push.oppomobile.com';
const FORM = ['content-type', 'application/x-www-form-urlencoded'] as const;
export const START = 1_700_000_000_000;

export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
  readonly body: Record<string, unknown>;
  readonly data: Record<string, unknown>;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How requests reach the vendor: straight, or over a socket. */
export type Wire = (parts: RequestParts) => Promise<RawAnswer>;

export const signOf = (appKey: string, timestamp: string | number, secret: string): string =>
  createHash('sha256').update(`${appKey}${timestamp}${secret}`).digest('hex');

type Fields = Readonly<Record<string, unknown>>;

const parse = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};

/** Two registered phones, the demo app, and a token; `ask` sends whatever a vector needs. */
export class Scene {
  readonly world: VendorWorld;
  readonly callbacks: VendorCallback[] = [];
  readonly simulator: Simulator;
  token = '';
  readonly #wire: Wire;

  /** `begin` makes the simulator of this world; by default requests reach it without sockets. */
  constructor(begin: (world: VendorWorld) => Simulator = simulatorOf, wire?: Wire) {
    this.world = new VendorWorld(createOppo(), [R1, R2]);
    this.world.now = START;
    this.world.change({ targets: this.world.device().targets.map((target) => ({ ...target, aliases: [ALIAS] })) });
    this.simulator = begin(this.world);
    this.simulator.subscribe(({ event }) => {
      if (event.type === 'callback') this.callbacks.push(event.callback);
    });
    this.#wire = wire ?? straight(this.simulator);
  }

  /** A scene whose app has its token. */
  static async open(begin?: (world: VendorWorld) => Simulator, wire?: Wire): Promise<Scene> {
    const scene = new Scene(begin, wire);
    scene.token = String((await scene.auth()).data.auth_token);
    return scene;
  }

  async ask(parts: RequestParts): Promise<Answer> {
    const { status, headers, body: text } = await this.#wire(parts);
    const body = parse(text);
    const data = (typeof body.data === 'object' && body.data !== null ? body.data : {}) as Record<string, unknown>;
    return { status, type: headers['content-type'], text, body, data };
  }

  form(path: string, fields: Fields, rest: Partial<RequestParts> = {}): Promise<Answer> {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const pairs = given.map(([name, value]): [string, string] => [name, String(value)]);
    const body = new URLSearchParams(pairs).toString();
    return this.ask({ path: `/server/v1${path}`, headers: [FORM], body, ...rest });
  }

  /** A signed auth call; fields given as undefined are left out. */
  auth(fields: Fields = {}): Promise<Answer> {
    const timestamp = this.world.now;
    const sign = signOf('demo-key', timestamp, 'demo-master');
    return this.form('/auth', { app_key: 'demo-key', sign, timestamp, ...fields });
  }

  /** A form call with the token; `auth_token: undefined` leaves it out. */
  call(path: string, fields: Fields, rest: Partial<RequestParts> = {}): Promise<Answer> {
    return this.form(path, { auth_token: this.token, ...fields }, rest);
  }

  /** The plain unicast of the vectors, with changes to the notification and to the message around it. */
  unicast(notification: Fields = {}, message: Fields = {}, fields: Fields = {}): Promise<Answer> {
    return this.call('/message/notification/unicast', {
      message: JSON.stringify(single(notification, message)),
      ...fields,
    });
  }

  json(path: string, body: object): Promise<Answer> {
    return this.ask({
      path: `/server/v1${path}`,
      headers: [
        ['content-type', 'application/json'],
        ['auth_token', this.token],
      ],
      body: JSON.stringify(body),
    });
  }

  get(path: string): Promise<Answer> {
    return this.ask({ method: 'GET', path: `/server/v1${path}`, headers: [['auth_token', this.token]] });
  }

  /** Moves the clock and delivers what is due. */
  advance(ms: number): void {
    this.world.now += ms;
    this.simulator.tick();
  }

  shade(id = 'phone-1') {
    const device = this.simulator.device(id);
    if (device === undefined) throw new Error(`no device ${id}`);
    return device.shade;
  }

  /** Entries of all receipts so far, in order. */
  receipts(): Record<string, unknown>[] {
    return this.callbacks.flatMap(({ body }) => JSON.parse(body) as Record<string, unknown>[]);
  }

  /** The rule that refused the last request; undefined when none did. */
  refusedBy(): string | undefined {
    return this.simulator.exchanges()[0]?.trace.find(({ verdict }) => verdict === 'stop')?.rule;
  }

  /** Rules of the notes on the last request. */
  notes(): readonly string[] {
    return notesOf({ trace: this.simulator.exchanges()[0]?.trace ?? [] });
  }
}

/** Title `t`, content `c`, to R1, and what is changed; undefined takes a field away. */
export const single = (notification: Fields = {}, message: Fields = {}): object => ({
  target_type: 2,
  target_value: R1,
  notification: { title: 't', content: 'c', ...notification },
  ...message,
});

export function simulatorOf(world: VendorWorld): Simulator {
  const { profile, credentials, ports, channel } = world;
  const clock = { offsetMs: 0, stoppedAt: null };
  const workspace = { accounts: [], groups: [], devices: [...world.devices.values()], profile, clock };
  return createSimulator({ ports, channels: [channel], credentials, workspace });
}

const straight =
  (simulator: Simulator): Wire =>
  async (parts) => {
    const { response } = simulator.receive('oppo', makeVendorRequest(HOST, parts), null);
    return { status: response.status, headers: Object.fromEntries(response.headers), body: response.body };
  };
