import { type Context, Hono } from 'hono';
import { readJsonBody } from './body.ts';
import { type Checked, check } from './check.ts';
import type { ApiDeps } from './deps.ts';
import { DEFAULT_BODY_LIMIT, type Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { createEventHub } from './events.ts';
import { json, problem } from './problem.ts';

export const API_BASE = '/api/v1';

export interface Api {
  fetch(request: Request): Promise<Response>;
  /** Ends all event streams. */
  close(): void;
}

/** The HTTP API over one simulator, as a web-standard function; it opens no socket. */
export function createApi(deps: ApiDeps): Api {
  const app = new Hono().basePath(API_BASE);
  const table = endpoints();
  for (const one of table) {
    app.on(one.method.toUpperCase(), one.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(one, c, deps));
  }
  const hub = createEventHub(deps);
  app.get('/events', (c) => hub.open(c.req.raw));
  app.get('/openapi.json', async () => {
    const { describeApi } = await import('./openapi.ts');
    return json(describeApi(table, deps.version));
  });
  app.notFound((c) => unknownPath(c.req.raw, table));
  app.onError((error) => {
    deps.log(`API error: ${error.stack ?? error.message}`);
    return problem(500, 'internal_error', {
      en: 'Pushpit failed while answering. Its log has the details.',
      zh: 'Pushpit 在应答时出错，详情见它的日志。',
    });
  });
  return { fetch: async (request) => app.fetch(request), close: () => hub.close() };
}

async function answer(one: Endpoint, c: Context, deps: ApiDeps): Promise<Response> {
  const params = check('path', one.params, c.req.param());
  if (!params.ok) return params.answer;
  const query = checkQuery(one, new URL(c.req.url).searchParams);
  if (!query.ok) return query.answer;
  let body: unknown = null;
  if (one.body !== null) {
    const limit = one.bodyLimit ?? DEFAULT_BODY_LIMIT;
    const read = await readJsonBody(c.req.raw, { limit, optional: one.bodyOptional ?? false });
    if (!read.ok) return read.answer;
    const checked = check('body', one.body, read.value);
    if (!checked.ok) return checked.answer;
    body = checked.value;
  }
  return one.run({ params: params.value, query: query.value, body, request: c.req.raw }, deps);
}

function checkQuery(one: Endpoint, search: URLSearchParams): Checked {
  const values = new Map<string, string>();
  for (const [name, value] of search) {
    if (values.has(name)) {
      const text = {
        en: `The query parameter "${name}" is given more than once. Give it once.`,
        zh: `查询参数“${name}”出现了不止一次。请只给一次。`,
      };
      return { ok: false, answer: problem(400, 'invalid_request', text, { in: 'query', parameter: name }) };
    }
    values.set(name, value);
  }
  return check('query', one.query, Object.fromEntries(values));
}

/** 405 with `Allow` where the path exists with other methods, else 404. */
function unknownPath(request: Request, table: readonly Endpoint[]): Response {
  const path = new URL(request.url).pathname;
  const known = [...table.map(({ method, path: pattern }) => ({ method, path: pattern })), ...STREAMS];
  const methods = known.filter((one) => matches(one.path, path)).map((one) => one.method.toUpperCase());
  if (methods.length === 0) {
    return problem(404, 'not_found', {
      en: `There is nothing at ${path}. ${API_BASE}/openapi.json lists every path.`,
      zh: `${path} 处什么也没有。所有路径见 ${API_BASE}/openapi.json。`,
    });
  }
  const allow = [...new Set(methods.includes('GET') ? [...methods, 'HEAD'] : methods)].join(', ');
  const text = {
    en: `${request.method} is not possible at ${path}. Use ${allow}.`,
    zh: `${path} 不支持 ${request.method}。请用 ${allow}。`,
  };
  const refusal = problem(405, 'method_not_allowed', text, { allow: allow.split(', ') });
  refusal.headers.set('allow', allow);
  return refusal;
}

const STREAMS = [
  { method: 'get', path: '/events' },
  { method: 'get', path: '/openapi.json' },
] as const;

function matches(pattern: string, path: string): boolean {
  const wanted = `${API_BASE}${pattern}`.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  );
}
