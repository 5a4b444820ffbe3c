import type { TraceStep } from '../../trace/types.ts';
import { decodeUtf8 } from '../kit/bytes.ts';
import { type Form, field, header, readForm } from '../kit/form.ts';
import { isObject, type JsonObject, member, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { VendorRequest } from '../types.ts';
import { type Part, readMultipart } from './multipart.ts';
import { type Refusal, refuse } from './refusal.ts';
import { channelStep } from './steps.ts';

/** How an interface takes its parameters. */
export type BodyKind = 'form' | 'json' | 'multipart' | 'none';

/** What a request carries, read but not judged. */
export interface Body {
  readonly kind: BodyKind;
  /** Parameters of the body; empty for the other kinds. */
  readonly form: Form;
  /** Parsed JSON; null when it is no object. */
  readonly json: JsonObject | null;
  /** The body as text, for refusals. */
  readonly text: string;
  readonly parts: readonly Part[];
  readonly notes: readonly TraceStep[];
}

const NO_FORM: Form = { values: new Map(), problems: [] };
const EMPTY: Omit<Body, 'kind'> = { form: NO_FORM, json: null, text: '', parts: [], notes: [] };
const NO_BYTES = new Uint8Array(0);

const FORM_TYPE = 'application/x-www-form-urlencoded';

const essenceOf = (request: VendorRequest): string =>
  (header(request, 'content-type')?.split(';')[0] ?? '').trim().toLowerCase();

const badEncoding = (received: string): Refusal => refuse('oppo-encoding', 25, { received: shorten(received) });

function readFormBody(request: VendorRequest): Body | Refusal {
  const type = essenceOf(request);
  if (type !== '' && type !== FORM_TYPE) {
    const note = channelStep('oppo-content-type', 'note', { received: shorten(type) });
    return { kind: 'form', ...EMPTY, notes: [note] };
  }
  const form = readForm(request.path.includes('?') ? { ...request, path: '' } : request);
  const notes: TraceStep[] = [];
  for (const { kind, name } of form.problems.slice(0, 10)) {
    const received = shorten(name);
    if (kind === 'percent') notes.push(channelStep('oppo-bad-percent', 'note', { received }));
    // A charset is only what the header claims: the bytes decide.
    else if (kind === 'encoding' && name.startsWith('charset='))
      notes.push(channelStep('oppo-charset', 'note', { received }));
  }
  const broken = form.problems.find(({ kind, name }) => kind === 'encoding' && !name.startsWith('charset='));
  return broken ? badEncoding(broken.name) : { kind: 'form', ...EMPTY, form, notes };
}

function readJsonBody(request: VendorRequest): Body | Refusal {
  const text = decodeUtf8(request.body);
  if (text === null) return badEncoding('–');
  const json = parseJson(text);
  return { kind: 'json', ...EMPTY, json: isObject(json) ? json : null, text };
}

/** Reads the body as the interface wants it; 25 when it is not UTF-8. */
export function readBody(request: VendorRequest, kind: BodyKind): Body | Refusal {
  if (kind === 'form') return readFormBody(request);
  if (kind === 'json') return readJsonBody(request);
  if (kind === 'multipart') return { kind, ...EMPTY, parts: readMultipart(request) };
  return { kind, ...EMPTY };
}

/** Text of a part of a multipart body. */
export function partText({ parts }: Body, name: string): string {
  const found = parts.find((part) => part.name === name);
  return found === undefined ? '' : (decodeUtf8(found.bytes) ?? '');
}

function tokenInBody(body: Body): string {
  if (body.kind === 'multipart') return partText(body, 'auth_token');
  if (body.kind === 'form') return field(body.form, 'auth_token');
  const value = body.json === null ? undefined : member(body.json, 'auth_token');
  return typeof value === 'string' ? value : '';
}

function tokenInQuery(request: VendorRequest): string {
  if (!request.path.includes('?')) return '';
  return field(readForm({ ...request, body: NO_BYTES }), 'auth_token');
}

export interface FoundToken {
  readonly value: string;
  readonly notes: readonly TraceStep[];
}

const OLD_PLACES = {
  header: [channelStep('oppo-token-header', 'note', { place: 'header' })],
  query: [channelStep('oppo-token-header', 'note', { place: 'query' })],
} as const;
const NO_NOTES: readonly TraceStep[] = [];

/** The token and where it stood: body first, then header, then query; null when it is nowhere. */
export function findToken(request: VendorRequest, body: Body): FoundToken | null {
  const inBody = tokenInBody(body);
  const inHeader = header(request, 'auth_token') ?? '';
  const inQuery = tokenInQuery(request);
  const value = inBody || inHeader || inQuery;
  if (value === '') return null;
  const place = inBody ? 'body' : inHeader ? 'header' : 'query';
  if ([inHeader, inQuery].some((other) => other !== '' && other !== value))
    return { value, notes: [channelStep('oppo-token-twice', 'note', { place })] };
  // The interfaces without a body have no other place for it.
  return { value, notes: place === 'body' || body.kind === 'none' ? NO_NOTES : OLD_PLACES[place] };
}
