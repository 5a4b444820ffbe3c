import { type Head, OUTCOME_HEADER } from './door.ts';
import { MALFORMED_SCHEME, REPLACED_SCHEME } from './hpack-scheme.ts';

const COLON = 58;

type Header = readonly [name: string, value: string];

/**
 * The headers of the latest request of a connection. Senders repeat them, requests are recorded by the
 * thousand, and each header that arrives is a new string outside of the JavaScript heap: sharing what is
 * equal keeps the record small and the garbage collector idle.
 */
export class HeadMemory {
  private readonly latest = new Map<string, Header>();
  private list: readonly Header[] = [];

  /** The pair as it was last seen, when it is the same; else the new one. */
  pair(name: string, value: string): Header {
    const known = this.latest.get(name);
    if (known !== undefined && known[1] === value) return known;
    const pair: Header = [name, value];
    if (known !== undefined || this.latest.size < REMEMBERED_NAMES) this.latest.set(name, pair);
    return pair;
  }

  /** The list of the request before, when it holds the very same pairs. */
  share(headers: readonly Header[]): readonly Header[] {
    const { list } = this;
    if (headers.length === list.length && headers.every((pair, i) => pair === list[i])) return list;
    this.list = headers;
    return headers;
  }
}

/** Names beyond these are a client's play; they are not remembered. */
const REMEMBERED_NAMES = 32;

/** Reads the raw header list of an HTTP/2 stream: names and values in turn, pseudo headers among them. */
export function readHttp2Head(raw: readonly string[], memory: HeadMemory): Head {
  const headers: Header[] = [];
  let method = '';
  let path = '';
  let authority: string | null = null;
  let host: string | null = null;
  let outcomeId: string | null = null;
  let malformed = false;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const value = raw[i + 1] ?? '';
    if (name.charCodeAt(0) === COLON) {
      if (name === ':method') method = value;
      else if (name === ':path') path = value;
      else if (name === ':authority') authority = value;
      else if (value === REPLACED_SCHEME) malformed = true;
    } else if (name === OUTCOME_HEADER) outcomeId = value;
    else {
      if (name === 'host') host ??= value;
      headers.push(memory.pair(name, value));
    }
  }
  const head = { method, path, authority: authority ?? host, headers: memory.share(headers), outcomeId };
  return malformed ? { ...head, malformedScheme: MALFORMED_SCHEME } : head;
}

/**
 * The same for HTTP/1.1. A request target in absolute form (sent to proxies) names the host and is cut down to
 * its path; RFC 9112 section 3.2.2 gives it precedence over the Host header.
 */
export function readHttp1Head(method: string, target: string, raw: readonly string[]): Head & { absolute: boolean } {
  const headers: Header[] = [];
  let host: string | null = null;
  let outcomeId: string | null = null;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    if (name === OUTCOME_HEADER) outcomeId = value;
    else {
      if (name === 'host') host ??= value;
      headers.push([name, value]);
    }
  }
  const absolute = /^https?:\/\/([^/?#]*)/i.exec(target);
  if (absolute === null) return { method, path: target, authority: host, headers, outcomeId, absolute: false };
  const rest = target.slice(absolute[0].length);
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return { method, path, authority: absolute[1] ?? null, headers, outcomeId, absolute: true };
}
