import type { MessageInput } from '../../core/im/types.ts';
import { ELEMENT_MEMBERS, ELEMENT_TYPES, type FieldSchema, MESSAGE_MEMBERS, type Members } from './schema.ts';

export type Path = readonly (string | number)[];

/** One thing that keeps JSON from being a message. `name` and `expected` fill the translated sentence. */
export interface Problem {
  readonly path: Path;
  readonly code: 'unknown_member' | 'missing_member' | 'wrong_type' | 'one_target' | 'unknown_element';
  readonly name: string;
  readonly expected: string;
  readonly received: string;
}

/** Checks that a parsed value has the form of a message body. Returns every problem in document order. */
export function checkMessage(value: unknown): readonly Problem[] {
  if (!isRecord(value)) return [wrongType([], 'object', value)];
  const problems = [...checkMembers(value, MESSAGE_MEMBERS, [])];
  if (isRecord(value.to)) problems.push(...checkTarget(value.to));
  if (Array.isArray(value.elements)) {
    value.elements.forEach((element: unknown, index) => {
      problems.push(...checkElement(element, ['elements', index]));
    });
  }
  return problems;
}

/** True when `checkMessage` finds nothing and the one member with a default of the API is there. */
export function isMessage(value: unknown): value is MessageInput {
  return isRecord(value) && 'kind' in value && checkMessage(value).length === 0;
}

function checkTarget(to: Record<string, unknown>): readonly Problem[] {
  const names = Object.keys(to);
  const name = names[0];
  if (names.length !== 1 || (name !== 'c2c' && name !== 'group')) {
    return [
      {
        path: ['to'],
        code: 'one_target',
        name: 'to',
        expected: '{"c2c": …} | {"group": …}',
        received: names.join(', '),
      },
    ];
  }
  return typeof to[name] === 'string' ? [] : [wrongType(['to', name], 'string', to[name])];
}

function checkElement(element: unknown, path: Path): readonly Problem[] {
  if (!isRecord(element)) return [wrongType(path, 'object', element)];
  const { type, ...rest } = element;
  const known = ELEMENT_TYPES.find((name) => name === type);
  if (known === undefined) {
    const received = typeof type === 'string' ? type : typeName(type);
    const at = 'type' in element ? [...path, 'type'] : path;
    return [{ path: at, code: 'unknown_element', name: 'type', expected: ELEMENT_TYPES.join(', '), received }];
  }
  return checkMembers(rest, ELEMENT_MEMBERS[known], path);
}

function checkMembers(value: Record<string, unknown>, members: Members, path: Path): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, member] of Object.entries(value)) {
    const schema = Object.hasOwn(members, name) ? members[name] : undefined;
    if (schema !== undefined) problems.push(...checkField(member, schema, [...path, name]));
    else {
      const expected = Object.keys(members).join(', ');
      problems.push({ path: [...path, name], code: 'unknown_member', name, expected, received: name });
    }
  }
  for (const [name, schema] of Object.entries(members)) {
    if (schema.required === true && !Object.hasOwn(value, name)) {
      problems.push({ path, code: 'missing_member', name, expected: schema.kind, received: '' });
    }
  }
  return problems;
}

function checkField(value: unknown, schema: FieldSchema, path: Path): readonly Problem[] {
  if (value === null && schema.nullable === true) return [];
  switch (schema.kind) {
    case 'object':
      if (!isRecord(value)) return [wrongType(path, 'object', value)];
      return schema.members === undefined ? [] : checkMembers(value, schema.members, path);
    case 'array':
      return Array.isArray(value) ? [] : [wrongType(path, 'array', value)];
    case 'kind':
      return value === 'chat' || value === 'system' ? [] : [wrongType(path, '"chat" | "system"', value)];
    case 'notifyMode':
      return value === 0 || value === 1 ? [] : [wrongType(path, '0 | 1', value)];
    case 'text':
      return typeof value === 'string' ? [] : [wrongType(path, 'string | null', value)];
    default:
      // The remaining kinds carry the name that `typeof` gives.
      return typeof value === schema.kind ? [] : [wrongType(path, schema.kind, value)];
  }
}

function wrongType(path: Path, expected: string, value: unknown): Problem {
  const name = path.length === 0 ? '' : String(path[path.length - 1]);
  return { path, code: 'wrong_type', name, expected, received: describe(value) };
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 24 ? `${value.slice(0, 24)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeName(value);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
