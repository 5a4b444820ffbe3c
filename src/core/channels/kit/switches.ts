import type { LocalText } from '../../trace/types.ts';

interface Described {
  /** What the switch decides, one sentence. */
  readonly text: LocalText;
}

/** On or off. */
export interface Flag extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** One of several readings or eras. */
export interface Choice extends Described {
  readonly kind: 'choice';
  readonly default: string | number;
  readonly options: readonly { readonly value: string | number; readonly text: LocalText }[];
}

/** A whole number, e.g. of requests per second; 0 usually means "no limit". */
export interface Amount extends Described {
  readonly kind: 'amount';
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** Readings that no public text settles, and eras: switches of the workspace, as data for core, API and page alike. */
export type Switch = Flag | Choice | Amount;
export type Switches = Readonly<Record<string, Switch>>;

type ValueOf<S extends Switch> = S extends { readonly kind: 'flag' }
  ? boolean
  : S extends { readonly kind: 'choice'; readonly options: readonly { readonly value: infer V }[] }
    ? V
    : number;

/** The values that a table of switches stands for. */
export type SwitchValues<T extends Switches> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** Every switch at its default. */
export function defaultsOf<const T extends Switches>(switches: T): SwitchValues<T> {
  return Object.fromEntries(Object.entries(switches).map(([name, one]) => [name, one.default])) as SwitchValues<T>;
}

/** A limit of requests per second that is off unless the user sets it. */
export const requestsPerSecond = (en: string, zh: string) =>
  ({ kind: 'amount', default: 0, min: 0, max: 1_000_000, text: { en, zh } }) as const;
