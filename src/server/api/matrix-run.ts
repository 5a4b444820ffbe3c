import { setImmediate } from 'node:timers/promises';
import type { MatrixPlan } from '../../core/matrix/plan.ts';
import { runMatrix, type Summarize } from '../../core/matrix/run.ts';
import type { MatrixView } from '../../core/matrix/types.ts';

/** For so long others wait at most while a matrix is worked out, ms. */
const SLICE_MS = 8;

/** Works a matrix out in slices, so that other requests are answered in between; null when nobody waits for it any more. */
export async function workOut(plan: MatrixPlan, summarize: Summarize, signal: AbortSignal): Promise<MatrixView | null> {
  const run = runMatrix(plan, summarize);
  let since = performance.now();
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    if (signal.aborted) return null;
    since = performance.now();
  }
}
