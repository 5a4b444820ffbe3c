import { z } from 'zod';
import type { ApiDeps } from './deps.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
}

export interface AnswerDoc {
  readonly description: string;
  /** Absent: the answer is no JSON. */
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
}

/** One method and path of the API: checked on the way in by its schemas, documented by the same ones. */
export interface EndpointSpec<P, Q, B> {
  readonly method: Method;
  /** Below the base path, parameters in braces: `/devices/{id}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: z.ZodType<P>;
  readonly query: z.ZodType<Q>;
  /** null: the request has no body. */
  readonly body: z.ZodType<B> | null;
  /** An empty body counts as `{}`. */
  readonly bodyOptional?: boolean;
  /** Bytes; 1 MiB unless told. */
  readonly bodyLimit?: number;
  readonly answers: Readonly<Record<number, AnswerDoc>>;
  /** Statuses of refusals beside those that every endpoint can give. */
  readonly refusals?: readonly number[];
  handle(input: Input<P, Q, B>, deps: ApiDeps): Response | Promise<Response>;
}

/** An endpoint whose types have been checked where it was written; the table holds many kinds. */
export interface Endpoint extends Omit<EndpointSpec<unknown, unknown, unknown>, 'handle'> {
  run(
    checked: { readonly params: unknown; readonly query: unknown; readonly body: unknown; readonly request: Request },
    deps: ApiDeps,
  ): Response | Promise<Response>;
}

export const DEFAULT_BODY_LIMIT = 1024 * 1024;

const nothing = z.strictObject({});
type Nothing = z.infer<typeof nothing>;

interface SpecInput<P, Q, B> extends Omit<EndpointSpec<P, Q, B>, 'params' | 'query' | 'body'> {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

/** Declares an endpoint; the handler's input has the types of the schemas. */
export function endpoint<P = Nothing, Q = Nothing, B = null>(spec: SpecInput<P, Q, B>): Endpoint {
  const { handle, params, query, body, ...rest } = spec;
  return {
    ...rest,
    params: params ?? nothing,
    query: query ?? nothing,
    body: body ?? null,
    // The caller has parsed each part with the schema above, whose output is the handler's input.
    run: (checked, deps) => handle(checked as Input<P, Q, B>, deps),
  };
}
