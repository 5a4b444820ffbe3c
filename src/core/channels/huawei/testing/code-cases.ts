import type { CodeCase, ProducedCode } from '../../../testing/code-cases.ts';
import { type RequestParts, stopOf, type VendorWorld } from '../../../testing/vendor-world.ts';
import type { VendorResponse } from '../../types.ts';
import { REFUSALS, SUCCESSES } from './cases.ts';
import { VECTORS } from './vectors.ts';
import { huaweiWorld } from './world.ts';

/** The code of the table that an answer has; `token` for an access token. */
export function codeOf({ status, headers, body }: VendorResponse): string {
  const nsp = new Map(headers).get('NSP_STATUS');
  if (nsp !== undefined) return `NSP ${nsp}`;
  if (body === '') return `HTTP ${status}`;
  const answer = JSON.parse(body) as Readonly<Record<string, unknown>>;
  if (typeof answer.code === 'string') return answer.code;
  if (answer.error === undefined) return 'token';
  return answer.sub_error === undefined ? `OAuth ${answer.error}` : `OAuth ${answer.error}/${answer.sub_error}`;
}

interface Way {
  readonly prepare?: (world: VendorWorld) => void;
  readonly requests: (world: VendorWorld) => readonly RequestParts[];
}

function play({ prepare, requests }: Way, last?: number): ProducedCode {
  const world = huaweiWorld();
  prepare?.(world);
  const all = requests(world);
  const sent = all.slice(0, (last ?? all.length) + 1).map((request) => ({ request, result: world.send(request) }));
  const end = sent.at(-1);
  if (end === undefined) throw new Error('no request');
  const { response } = end.result;
  // The old interface says everything with status 200; the table has the status of the others.
  const status = end.request.path.startsWith('/pushsend.do') ? {} : { status: response.status };
  return { code: codeOf(response), rule: stopOf(end.result), ...status };
}

const fromVectors: readonly CodeCase[] = VECTORS.flatMap(({ row, prepare, exchanges }) => {
  const way: Way = {
    ...(prepare ? { prepare } : {}),
    requests: (world) => exchanges(world).map(({ request }) => request),
  };
  const world = huaweiWorld();
  prepare?.(world);
  return exchanges(world).map(({ request }, index) => ({
    name: `row ${row}, exchange ${index + 1}`,
    code: codeOf(world.send(request).response),
    run: () => play(way, index),
  }));
});

/** Ways to every code that the endpoints give. */
export const CODE_CASES: readonly CodeCase[] = [
  ...REFUSALS.map((one) => ({ name: `${one.rule}, ${one.name}`, code: one.code, run: () => play(one) })),
  ...SUCCESSES.map((one) => ({ name: one.rule, code: one.code, run: () => play(one) })),
  ...fromVectors,
].filter(({ code }) => code !== 'token');
