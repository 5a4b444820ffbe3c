import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { errorBody } from './schemas/common.ts';

type Document = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** The OpenAPI 3.1 document, made from the schemas that check the requests. */
export function describeApi(table: readonly Endpoint[], version: string): Document {
  const { openAPIRegistry: registry, getOpenAPI31Document: generate } = new OpenAPIHono();
  for (const one of table) registry.registerPath(routeOf(one));
  registry.registerPath(EVENTS);
  return generate({
    openapi: '3.1.0',
    info: {
      title: 'Pushpit',
      version,
      description:
        'Everything that the user interface can do. Times are ms since 1970 on the simulated clock; ' +
        'lists stand newest first and are paged by `limit` and `before`; an unknown field is an error.',
    },
    servers: [{ url: '/api/v1' }],
  });
}

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood: broken JSON, an unknown field, a value out of range',
  403: 'The request comes from another site, or names a host that is not this server',
  404: 'There is no such thing',
  409: 'The state does not allow it',
  413: 'The body is too large',
  415: 'The body is not JSON in UTF-8',
  422: 'The request names something that does not exist',
};

function routeOf(one: Endpoint): RouteConfig {
  const refusals = [400, 403, ...(one.body === null ? [] : [413, 415]), ...(one.refusals ?? [])];
  return createRoute({
    method: one.method,
    path: one.path,
    tags: [one.tag],
    summary: one.summary,
    ...(one.description === undefined ? {} : { description: one.description }),
    request: {
      ...(isEmpty(one.params) ? {} : { params: objectOf(one.params) }),
      ...(isEmpty(one.query) ? {} : { query: objectOf(one.query) }),
      ...(one.body === null
        ? {}
        : { body: { required: one.bodyOptional !== true, content: { 'application/json': { schema: one.body } } } }),
    },
    responses: Object.fromEntries([
      ...Object.entries(one.answers).map(([status, { description, schema, mediaType }]) => [
        status,
        {
          description,
          content:
            schema === undefined
              ? { [mediaType ?? 'application/octet-stream']: { schema: { type: 'string', format: 'binary' } } }
              : { 'application/json': { schema } },
        },
      ]),
      ...refusals.map((status) => [
        status,
        { description: REFUSALS[status] ?? 'Refused', content: { 'application/json': { schema: errorBody } } },
      ]),
    ]) as RouteConfig['responses'],
  });
}

const EVENTS: RouteConfig = {
  method: 'get',
  path: '/events',
  tags: ['history'],
  summary: 'Server-sent events',
  description:
    '`event` is the type, `data` the event as JSON, `id` its sequence number. `Last-Event-ID` resumes after that ' +
    'number; where that is no longer possible, and when a client reads too slowly, comes `resync`: read everything again.',
  responses: { 200: { description: 'The stream', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
};

// Parameters and queries are always declared as strict objects.
const objectOf = (schema: z.ZodType) => schema as z.ZodObject;
const isEmpty = (schema: z.ZodType): boolean => Object.keys(objectOf(schema).shape).length === 0;
