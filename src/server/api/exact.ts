/** What `T` is when optional members are absent instead of undefined. */
export type Exact<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The object without members that are undefined, so that "absent" has one meaning only. */
export function exact<T extends object>(value: T): Exact<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Exact<T>;
}
