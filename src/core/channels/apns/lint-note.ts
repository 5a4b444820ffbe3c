import type { TraceParams } from '../../trace/types.ts';
import { shown } from './text.ts';

/** Takes one remark; the rule is `apns-lint-<name>`. */
export type Note = (name: string, params?: TraceParams) => void;

export const typeName = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** A value of any type as a sentence can hold it. */
export const valueText = (value: unknown): string => shown(JSON.stringify(value) ?? typeName(value));
