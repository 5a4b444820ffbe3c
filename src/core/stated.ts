/** A patch without the members that say nothing. */
export type Stated<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The members of a patch that are not undefined; nothing of a patch that is absent. */
export function stated<T extends object>(patch: T | undefined): Stated<T> {
  const entries = Object.entries(patch ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Stated<T>;
}
