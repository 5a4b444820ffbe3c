import { type Form, readForm } from '../kit/form.ts';
import type { VendorRequest } from '../types.ts';

/** The parameters of a request, each with the one value that counts. */
export interface Params {
  readonly values: ReadonlyMap<string, string>;
  /** Names that came more than once. */
  readonly repeated: readonly string[];
  readonly problems: Form['problems'];
}

/** Query and body together. The same name twice: the body wins, within one part the last one. */
export function readParams(request: VendorRequest): Params {
  const { values, problems } = readForm(request);
  const last = new Map<string, string>();
  const repeated: string[] = [];
  for (const [name, all] of values) {
    last.set(name, all[all.length - 1] ?? '');
    if (all.length > 1) repeated.push(name);
  }
  return { values: last, repeated, problems };
}

/** A parameter's value; `''` when it is absent, which means the same. */
export const param = ({ values }: Params, name: string): string => values.get(name) ?? '';

/** Parts of a comma list, without empty ones and without repeats. */
export const listParam = (params: Params, name: string): readonly string[] => {
  const value = param(params, name);
  if (!value.includes(',')) return value === '' ? [] : [value];
  return [...new Set(value.split(',').filter((part) => part !== ''))];
};
