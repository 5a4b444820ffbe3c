import { z } from 'zod';
import type { Switch, Switches, SwitchValues } from '../core/channels/kit/switches.ts';

function schemaOf(one: Switch): z.ZodType {
  if (one.kind === 'flag') return z.boolean();
  if (one.kind === 'amount') return z.number().int().min(one.min).max(one.max);
  return z.union(one.options.map(({ value }) => z.literal(value)));
}

/** What the values of a table of switches must be. */
export const switchShape = <const T extends Switches>(
  switches: T,
): { readonly [K in keyof T]: z.ZodType<SwitchValues<T>[K]> } =>
  Object.fromEntries(Object.entries(switches).map(([name, one]) => [name, schemaOf(one)])) as {
    readonly [K in keyof T]: z.ZodType<SwitchValues<T>[K]>;
  };
