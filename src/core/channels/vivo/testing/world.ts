import type { RuleProfile } from '../../../profile.ts';
import { type RequestParts, VendorWorld } from '../../../testing/vendor-world.ts';
import type { ReceiveResult } from '../../types.ts';
import { TOKEN_MS } from '../auth.ts';
import { createVivo } from '../channel.ts';
import { ENDPOINTS } from '../endpoints.ts';
import type { VivoState } from '../state.ts';

export const APP_ID = '10004';
export const APP_KEY = 'demo-key';
export const APP_SECRET = 'demo-secret';
/** Registered on `phone-1`, with the alias `al1`. */
export const R1 = 'v2-Qm3kX0aaB1cC2dD3eE4fF5gG6hH7iI8jJ9kK0lL1mM2nN3oO4pP5qQ6rR';
/** Registered on `phone-2`. */
export const R2 = 'v2-Rn4lY1bbC2dD3eE4fF5gG6hH7iI8jJ9kK0lL1mM2nN3oO4pP5qQ6rR7sS';
/** Its app was uninstalled. */
export const RU = 'v2-Un5mZ2ccD3eE4fF5gG6hH7iI8jJ9kK0lL1mM2nN3oO4pP5qQ6rR7sS8tT';
/** Registered with somebody else's app. */
export const RO = 'v2-Ot6nA3ddE4fF5gG6hH7iI8jJ9kK0lL1mM2nN3oO4pP5qQ6rR7sS8tT9uU';
export const RX = 'RX';
export const ALIAS = 'al1';

const TYPE: readonly [string, string] = ['content-type', 'application/json'];

/** The phones of the vectors: two that live, one without the app, one of another app. */
export function vivoWorld(): VendorWorld {
  const world = new VendorWorld(createVivo(), [R1, R2, RU]);
  const first = world.device('phone-1');
  world.change({ targets: first.targets.map((target) => ({ ...target, aliases: [ALIAS] })) });
  const gone = world.device('phone-3');
  world.change(
    {
      app: { ...gone.app, installed: false },
      targets: gone.targets.map((target) => ({ ...target, state: 'unregistered' as const, aliases: ['al3'] })),
    },
    'phone-3',
  );
  world.add('phone-4', RO, 'com.other');
  return world;
}

export const memoryOf = (world: VendorWorld): VivoState => world.state as VivoState;

/** Sets switches of the vendor. */
export function setVivo(world: VendorWorld, switches: Partial<RuleProfile['vivo']>): void {
  world.profile = { ...world.profile, vivo: { ...world.profile.vivo, ...switches } };
}

/** Body of a call for a token, signed. */
export function authBody(world: VendorWorld, change: Readonly<Record<string, unknown>> = {}): string {
  const timestamp = world.now - world.ahead;
  const sign = world.ports.crypto.md5Hex(`${APP_ID}${APP_KEY}${timestamp}${APP_SECRET}`);
  return JSON.stringify({ appId: Number(APP_ID), appKey: APP_KEY, timestamp, sign, ...change });
}

export interface Parsed {
  readonly status: number;
  readonly keys: readonly string[];
  readonly body: Readonly<Record<string, unknown>>;
}

export function parseAnswer({ response }: Pick<ReceiveResult, 'response'>): Parsed {
  const isJson = response.body.startsWith('{');
  const body = isJson ? (JSON.parse(response.body) as Record<string, unknown>) : { text: response.body };
  return { status: response.status, keys: Object.keys(body), body };
}

/** A token as a client gets it. */
export function login(world: VendorWorld): string {
  const token = parseAnswer(world.send({ path: '/message/auth', headers: [TYPE], body: authBody(world) })).body
    .authToken;
  if (typeof token !== 'string') throw new Error('no token');
  return token;
}

const tokens = new WeakMap<VendorWorld, { readonly value: string; readonly until: number }>();

/** A valid token, asked for once a day as a client does. */
function tokenOf(world: VendorWorld): string {
  const known = tokens.get(world);
  if (known !== undefined && known.until > world.now) return known.value;
  const fresh = { value: login(world), until: world.now + TOKEN_MS };
  tokens.set(world, fresh);
  return fresh.value;
}

/** A call with a valid token. */
export function post(
  world: VendorWorld,
  path: string,
  body: unknown,
  parts: Partial<RequestParts> = {},
): ReceiveResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = [['authtoken', tokenOf(world)] as const, TYPE, ...(parts.headers ?? [])];
  return world.send({ ...parts, path, headers, body: text });
}

let counter = 0;

/** The plain message that the vectors vary; `undefined` leaves a field out. Each has a requestId of its own. */
export function message(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  counter += 1;
  return { regId: R1, notifyType: 4, title: 't', content: 'c', skipType: 1, requestId: `q${counter}`, ...change };
}

export const PATHS: readonly string[] = ['/message/auth', ...ENDPOINTS.keys()];

export const bodyOf = (result: ReceiveResult): Parsed['body'] => parseAnswer(result).body;
export const resultOf = (result: ReceiveResult): unknown => bodyOf(result).result;

/** The plain message, changed, to one phone. */
export const send = (world: VendorWorld, change: Readonly<Record<string, unknown>> = {}): ReceiveResult =>
  post(world, '/message/send', message(change));

/** Counters of tasks, separated by commas. */
export function statisticsOf(world: VendorWorld, taskIds: unknown): unknown {
  const headers = [['authtoken', login(world)]] as const;
  return bodyOf(world.send({ method: 'GET', path: `/report/getStatistics?taskIds=${taskIds}`, headers })).statistics;
}
