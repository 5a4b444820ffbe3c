import type { Crypto } from '../../ports.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { MeizuApp } from '../credentials.ts';
import { parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { channelStep } from './steps.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** All parameters but the signature itself, sorted by name. */
const signedPairs = (values: ReadonlyMap<string, string>): Pairs =>
  [...values].filter(([name]) => name !== 'sign').sort(([a], [b]) => (a < b ? -1 : 1));

const joined = (pairs: Pairs, between = ''): string => pairs.map(([name, value]) => `${name}=${value}`).join(between);

/** The signature of these parameters: MD5 over `name=value` pairs without anything between them, and the secret. */
export const signatureOf = (crypto: Crypto, values: ReadonlyMap<string, string>, secret: string): string =>
  crypto.md5Hex(joined(signedPairs(values)) + secret);

const formEncode = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');

const mapped = (pairs: Pairs, change: (value: string) => string): Pairs =>
  pairs.map(([name, value]) => [name, change(value)] as const);

/** The JSON as another serialiser would write it; unchanged when it is no JSON. */
function reserialised(value: string, space: number): string {
  const parsed = parseJson(value);
  return typeof parsed === 'object' && parsed !== null ? JSON.stringify(parsed, null, space) : value;
}

interface Suspect {
  readonly step: TraceStep;
  readonly base: string;
}

const ENCODED = channelStep('meizu-sign-encoded', 'note');
const JOINED = channelStep('meizu-sign-joined', 'note');
const PLUS = channelStep('meizu-sign-plus', 'note');
const JSON_STEP = channelStep('meizu-sign-json', 'note');
const APP_KEY = channelStep('meizu-sign-app-key', 'note');
const CASE = channelStep('meizu-sign-case', 'note');

/** Only so many parameters are left out one by one. */
const TRIED = 16;

/** The usual mistakes, with the text that each of them hashes. */
function* suspects(pairs: Pairs, app: MeizuApp, apps: readonly MeizuApp[]): Generator<Suspect> {
  const { appSecret } = app;
  yield { step: ENCODED, base: joined(mapped(pairs, (value) => encodeURIComponent(value.toWellFormed()))) + appSecret };
  yield { step: ENCODED, base: joined(mapped(pairs, formEncode)) + appSecret };
  yield { step: PLUS, base: joined(mapped(pairs, (value) => value.replaceAll(' ', '+'))) + appSecret };
  for (const space of [0, 2, 4])
    yield { step: JSON_STEP, base: joined(mapped(pairs, (value) => reserialised(value, space))) + appSecret };
  yield { step: JOINED, base: joined(pairs, '&') + appSecret };
  yield { step: APP_KEY, base: joined(pairs) + app.appKey };
  for (const other of apps)
    if (other !== app)
      yield {
        step: channelStep('meizu-sign-other-app', 'note', { received: other.appId }),
        base: joined(pairs) + other.appSecret,
      };
  for (const [left] of pairs.slice(0, TRIED))
    yield {
      step: channelStep('meizu-sign-left-out', 'note', { name: shorten(left) }),
      base: joined(pairs.filter(([name]) => name !== left)) + appSecret,
    };
}

/** What a sender probably did wrong: the mistake whose signature is the one that came. Nothing when none fits. */
export function signHints(
  crypto: Crypto,
  values: ReadonlyMap<string, string>,
  app: MeizuApp,
  apps: readonly MeizuApp[],
): readonly TraceStep[] {
  const received = values.get('sign') ?? '';
  if (!/^[0-9a-fA-F]{32}$/.test(received)) return [];
  if (received.toLowerCase() === signatureOf(crypto, values, app.appSecret)) return [CASE];
  const pairs = signedPairs(values);
  for (const { step, base } of suspects(pairs, app, apps))
    if (crypto.md5Hex(base) === received.toLowerCase()) return [step];
  return [];
}
