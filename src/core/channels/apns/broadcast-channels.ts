import type { ApnsEnvironment } from '../../device/types.ts';
import { LIMITS } from './definition.ts';
import type { RequestEnvironment } from './environment.ts';

/** A broadcast channel as its app made it. */
export interface BroadcastChannel {
  /** Base64, as APNs gives it out. */
  readonly id: string;
  /** 0: nothing is kept for phones that are away; 1: the newest message is, for at most 8 hours. */
  readonly policy: 0 | 1;
}

/** Channels by environment and app, each in the order of its making. */
export type BroadcastChannels = ReadonlyMap<string, ReadonlyMap<string, BroadcastChannel>>;

const BOTH: readonly ApnsEnvironment[] = ['production', 'sandbox'];

const keyOf = (environment: ApnsEnvironment, bundle: string): string => `${environment}/${bundle}`;

/** An address that names no environment sees the channels of both, and makes them in production (choice). */
const seenFrom = (environment: RequestEnvironment): readonly ApnsEnvironment[] =>
  environment === 'either' ? BOTH : [environment];

const homeOf = (environment: RequestEnvironment): ApnsEnvironment =>
  environment === 'either' ? 'production' : environment;

/** The app's channels that a request of this environment sees. */
export function listChannels(
  all: BroadcastChannels,
  environment: RequestEnvironment,
  bundle: string,
): readonly BroadcastChannel[] {
  return seenFrom(environment).flatMap((one) => [...(all.get(keyOf(one, bundle))?.values() ?? [])]);
}

export function findChannel(
  all: BroadcastChannels,
  environment: RequestEnvironment,
  bundle: string,
  id: string,
): BroadcastChannel | undefined {
  for (const one of seenFrom(environment)) {
    const found = all.get(keyOf(one, bundle))?.get(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Has the app all the channels that it may have in the environment? */
export const isFull = (all: BroadcastChannels, environment: RequestEnvironment, bundle: string): boolean =>
  (all.get(keyOf(homeOf(environment), bundle))?.size ?? 0) >= LIMITS.channels;

export function addChannel(
  all: BroadcastChannels,
  environment: RequestEnvironment,
  bundle: string,
  channel: BroadcastChannel,
): BroadcastChannels {
  const key = keyOf(homeOf(environment), bundle);
  return new Map(all).set(key, new Map(all.get(key)).set(channel.id, channel));
}

export function removeChannel(
  all: BroadcastChannels,
  environment: RequestEnvironment,
  bundle: string,
  id: string,
): BroadcastChannels {
  const key = seenFrom(environment)
    .map((one) => keyOf(one, bundle))
    .find((one) => all.get(one)?.has(id));
  if (key === undefined) return all;
  const rest = new Map(all.get(key));
  rest.delete(id);
  const next = new Map(all);
  if (rest.size === 0) next.delete(key);
  else next.set(key, rest);
  return next;
}
