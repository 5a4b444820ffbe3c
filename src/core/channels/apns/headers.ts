/** The request headers that APNs looks at, as received (Latin-1). null = absent or empty, which counts the same. */
export interface ApnsHeaders {
  readonly authorization: string | null;
  readonly id: string | null;
  readonly pushType: string | null;
  readonly topic: string | null;
  readonly expiration: string | null;
  readonly priority: string | null;
  readonly collapseId: string | null;
  /** Name of the first header that came twice. */
  readonly duplicate: string | null;
  /** Name of the first `apns-…` header that a device push does not have. */
  readonly unknown: string | null;
}

type Field = Exclude<keyof ApnsHeaders, 'duplicate' | 'unknown'>;

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['authorization', 'authorization'],
  ['apns-id', 'id'],
  ['apns-push-type', 'pushType'],
  ['apns-topic', 'topic'],
  ['apns-expiration', 'expiration'],
  ['apns-priority', 'priority'],
  ['apns-collapse-id', 'collapseId'],
]);

/** Few unknown names are compared one by one; a flood of them gets a set. */
const FEW = 12;

/**
 * Collects the headers in one pass. The first of several equal names is the one that is used, and the
 * duplicate is reported for the check that refuses it.
 */
export function readHeaders(pairs: readonly (readonly [name: string, value: string])[]): ApnsHeaders {
  const found: { -readonly [K in keyof ApnsHeaders]: ApnsHeaders[K] } = {
    authorization: null,
    id: null,
    pushType: null,
    topic: null,
    expiration: null,
    priority: null,
    collapseId: null,
    duplicate: null,
    unknown: null,
  };
  const seen: string[] = [];
  let many: Set<string> | undefined;
  for (const [name, value] of pairs) {
    const repeated = many === undefined ? seen.includes(name) : many.has(name);
    if (repeated) {
      found.duplicate ??= name;
      continue;
    }
    if (many !== undefined) many.add(name);
    else if (seen.push(name) > FEW) many = new Set(seen);
    const field = FIELDS.get(name);
    if (field === undefined) {
      if (name.startsWith('apns-')) found.unknown ??= name;
    } else if (value !== '') found[field] = value;
  }
  return found;
}
