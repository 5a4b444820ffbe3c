import { describe, expect, it } from 'vitest';
import type { VendorCallback } from '../types.ts';
import { VECTORS, type VectorAnswer, withoutId } from './testing/vectors.ts';
import { huaweiWorld } from './testing/world.ts';

function check(answer: VectorAnswer, status: number, headers: ReadonlyMap<string, string>, body: string): void {
  expect(withoutId(body)).toEqual(answer.body instanceof RegExp ? expect.stringMatching(answer.body) : answer.body);
  expect(status).toBe(answer.status);
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('NSP_STATUS')).toBe(answer.nsp);
}

/** Numbers of the receipts in a body. */
function numbersOf({ body }: VendorCallback): readonly number[] {
  const { statuses } = JSON.parse(body) as { statuses: { status?: number; deliveryStatus?: { result: number } }[] };
  return statuses.map(({ status, deliveryStatus }) => status ?? deliveryStatus?.result ?? Number.NaN);
}

describe('vectors of the server interfaces', () => {
  it.each(VECTORS)('row $row', ({ prepare, exchanges, phone, receipts }) => {
    const world = huaweiWorld();
    prepare?.(world);
    for (const { request, answer } of exchanges(world)) {
      const { response } = world.send(request);
      check(answer, response.status, new Map(response.headers), response.body);
    }
    if (phone?.shade !== undefined) expect(world.device(phone.id).shade).toHaveLength(phone.shade);
    if (phone?.badge !== undefined) expect(world.device(phone.id).badge).toBe(phone.badge);
    if (receipts) expect(world.callbacks.flatMap(numbersOf)).toEqual(receipts);
  });

  it('has every row of the reference', () => {
    const numbers = new Set(VECTORS.map(({ row }) => Number.parseInt(row, 10)));
    expect([...numbers]).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});
