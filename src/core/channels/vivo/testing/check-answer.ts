import { expect } from 'vitest';
import type { VectorAnswer } from './vector.ts';

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly body: string;
}

/** An answer from the function or from a socket, compared with what a vector expects. */
export class CheckedAnswer {
  readonly body: Readonly<Record<string, unknown>>;
  readonly #got: Got;

  constructor(got: Got) {
    this.#got = got;
    this.body = got.body.startsWith('{') ? (JSON.parse(got.body) as Record<string, unknown>) : {};
  }

  get taskId(): string | null {
    return typeof this.body.taskId === 'string' ? this.body.taskId : null;
  }

  get type(): string | undefined {
    const { headers } = this.#got;
    const all = new Map(Array.isArray(headers) ? (headers as [string, string][]) : Object.entries(headers));
    return all.get('content-type');
  }

  expect(expected: VectorAnswer, firstTask: string): void {
    expect(this.#got.status).toBe(expected.status);
    if (expected.text !== undefined) {
      expect(this.#got.body).toBe(expected.text);
      expect(this.type).toBe('text/plain;charset=UTF-8');
      return;
    }
    expect(this.type).toBe('application/json;charset=UTF-8');
    expect(this.body.result).toBe(expected.result);
    expect(this.body.desc).toEqual(expect.any(String));
    if (expected.desc !== undefined) expect(this.body.desc).toBe(expected.desc);
    if (expected.keys) expect(Object.keys(this.body)).toEqual(expected.keys);
    expect(this.body).toMatchObject(expected.more ?? {});
    if (expected.sameTask) expect(this.taskId).toBe(firstTask);
  }
}
