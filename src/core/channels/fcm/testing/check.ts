import { expect } from 'vitest';
import { identify } from '../identify.ts';
import type { ExpectedAnswer } from './vector.ts';

/** Compares an answer with what a vector expects; header names in lower case. */
export function checkAnswer(
  got: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string },
  expected: ExpectedAnswer,
): void {
  expect(got.status, got.body).toBe(expected.status);
  expect(identify(got.body), got.body).toBe(expected.code);
  // The order of the members counts, and comparing the texts shows it.
  if (expected.json !== undefined) expect(JSON.stringify(JSON.parse(got.body))).toBe(JSON.stringify(expected.json));
  if (expected.text !== undefined) expect(got.body).toMatch(expected.text);
  if (expected.headers !== undefined) expect(got.headers).toMatchObject(expected.headers);
}
