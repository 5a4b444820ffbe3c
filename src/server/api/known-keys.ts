import type { z } from 'zod';

/** Names of the fields that the schema knows at `path`; empty where they cannot be told. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) current = step(unwrap(current), key);
  const shape = shapeOf(unwrap(current));
  return shape === null ? [] : Object.keys(shape);
}

function step(schema: unknown, key: PropertyKey): unknown {
  const shape = shapeOf(schema);
  if (shape !== null) return shape[String(key)];
  return defOf(schema).element;
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  for (let depth = 0; depth < 8; depth++) {
    const def = defOf(current);
    const inner = def.innerType ?? def.in;
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
}

function shapeOf(schema: unknown): Readonly<Record<string, unknown>> | null {
  const shape = defOf(schema).shape;
  return typeof shape === 'object' && shape !== null ? (shape as Readonly<Record<string, unknown>>) : null;
}

function defOf(schema: unknown): Readonly<Record<string, unknown>> {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return {};
  return typeof schema.def === 'object' && schema.def !== null ? (schema.def as Readonly<Record<string, unknown>>) : {};
}
