import type { CodeCase, ProducedCode } from '../../../testing/code-cases.ts';
import { stopOf } from '../../../testing/vendor-world.ts';
import { CheckedAnswer } from './check-answer.ts';
import { sendVector } from './send-vector.ts';
import type { VivoVector } from './vector.ts';
import { VECTORS } from './vectors.ts';
import { login, vivoWorld } from './world.ts';

/** The exchanges of a row as far as number `last`; what that one brought. */
function play({ prepare, exchanges }: VivoVector, last: number): ProducedCode {
  const world = vivoWorld();
  prepare?.(world);
  const token = login(world);
  let task = '';
  let produced: ProducedCode = { code: null, rule: undefined };
  for (const { request, after = 0 } of exchanges(world).slice(0, last + 1)) {
    world.now += after;
    const result = sendVector(world, request, token, task);
    const { taskId, body } = new CheckedAnswer(result.response);
    if (task === '' && taskId !== null) task = taskId;
    const { status } = result.response;
    produced = { code: String(body.result ?? status), status, rule: stopOf(result) };
  }
  return produced;
}

/** Every exchange of the vectors. */
export const CODE_CASES: readonly CodeCase[] = VECTORS.flatMap((vector) => {
  const world = vivoWorld();
  vector.prepare?.(world);
  return vector.exchanges(world).map(({ answer }, index) => ({
    name: `row ${vector.row}, exchange ${index + 1}`,
    code: String(answer.result ?? answer.status),
    run: () => play(vector, index),
  }));
});
