import { decodeUtf8 } from '../kit/bytes.ts';
import { parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import { type Call, mediaType } from './call.ts';
import { brokenJson, unmapped } from './errors.ts';
import { readJsonText } from './json-text.ts';
import { type Kind, type Problem, ROOT } from './proto.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CheckRuleId } from './rules.ts';

/** Parameters that every method of Google's API front end takes. */
const STANDARD: ReadonlySet<string> = new Set([
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
]);

function queryProblem(name: string): Problem {
  const reason = `Cannot bind query parameter. Field '${name}' could not be found in request message.`;
  const text = `Invalid JSON payload received. Unknown name "${name}": ${reason}`;
  return { kind: 'query', field: '', received: name, text };
}

/** Query parameters that the method does not know. */
function queryProblems({ query }: Call, own: readonly string[]): Problem[] {
  const unknown: Problem[] = [];
  for (const name of query.keys()) if (!STANDARD.has(name) && !own.includes(name)) unknown.push(queryProblem(name));
  return unknown;
}

const RULES: Readonly<Record<Problem['kind'], CheckRuleId>> = {
  unknown: 'fcm-field-known',
  value: 'fcm-field-value',
  oneof: 'fcm-one-target',
  query: 'fcm-query',
};

/** So that an answer never grows with the request. */
const PROBLEMS_TOLD = 100;

function refuseProblems(problems: readonly [Problem, ...Problem[]]): Refusal {
  const [{ kind, field, received }] = problems;
  return refuse(RULES[kind], unmapped(problems.slice(0, PROBLEMS_TOLD)), {
    field: field === '' ? '–' : shorten(field),
    received: received === '' ? '–' : shorten(received),
    count: problems.length,
  });
}

/** A body that `curl -d` sent as a form: it is bound like a query, under its text up to the first equals sign. */
function formProblem(text: string): Problem {
  const name = text.split('=')[0] ?? text;
  try {
    return queryProblem(decodeURIComponent(name.replaceAll('+', ' ')));
  } catch {
    return queryProblem(name);
  }
}

type Read<T> = { readonly value: T } | { readonly refusal: Refusal };

/**
 * Reads the body as JSON, whatever its content type says, and maps it to the schema. All faults of the mapping are
 * told in one answer. `own`: query parameters of the method itself.
 */
export function readRequest<T>(call: Call, kind: Kind<T>, own: readonly string[] = []): Read<T> {
  const text = decodeUtf8(call.request.body);
  if (text === null)
    return { refusal: refuse('fcm-json', brokenJson('Encountered non UTF-8 code points.'), { received: '–' }) };
  const problems = queryProblems(call, own);
  if (mediaType(call.request) === 'application/x-www-form-urlencoded' && text !== '')
    return { refusal: refuseProblems([formProblem(text), ...problems]) };
  const plain = text.trim() === '' ? {} : parseJson(text);
  if (plain === undefined) {
    const fault = readJsonText(text);
    const message = 'message' in fault ? fault.message : 'Unexpected token.';
    return { refusal: refuse('fcm-json', brokenJson(message), { received: shorten(text) }) };
  }
  const value = kind.read(plain, ROOT, problems);
  const [first, ...rest] = problems;
  if (first === undefined && value !== undefined) return { value };
  const found = inOrder(text, kind, queryProblems(call, own));
  const [one = first, ...others] = found.length > 0 ? found : [...(first ? [first] : []), ...rest];
  return { refusal: refuseProblems([one ?? notMessage(), ...others]) };
}

/** The same faults, counted in the order of the text, which plain objects do not keep for names that are numbers. */
function inOrder<T>(text: string, kind: Kind<T>, problems: Problem[]): readonly Problem[] {
  const read = readJsonText(text);
  if ('value' in read) kind.read(read.value, ROOT, problems);
  return problems;
}

/** The root is `null`: no member of a message, yet no message either. */
const notMessage = (): Problem => ({
  kind: 'unknown',
  field: '',
  received: 'null',
  text: 'Invalid JSON payload received. Unknown name "": Root element must be a message.',
});

/** Checks the query of a method without a body. */
export function checkQuery(call: Call, own: readonly string[]): Refusal | null {
  const [first, ...rest] = queryProblems(call, own);
  return first === undefined ? null : refuseProblems([first, ...rest]);
}
