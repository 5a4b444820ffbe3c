import { createChannels } from '../channels/registry.ts';
import { planMatrix } from '../matrix/plan.ts';
import { runMatrix } from '../matrix/run.ts';
import type { MatrixSpec, MatrixView } from '../matrix/types.ts';
import { createViewContext } from '../present/create-context.ts';
import { createRules } from '../rules.ts';
import { makeSimulator, type TestBench } from './simulator.ts';

const channels = createChannels();

/** Works a matrix out at once; throws when it is refused. */
export function matrixOf(spec: MatrixSpec, bench: TestBench = makeSimulator(channels)): MatrixView {
  const plan = planMatrix(spec, { simulator: bench.simulator, channels });
  if (!plan.ok) throw new Error(plan.error.message);
  const registry = createRules(channels);
  const views = createViewContext({ channels, registry, deviceName: () => undefined, front: null });
  const run = runMatrix(plan.value, views.summarize);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}
