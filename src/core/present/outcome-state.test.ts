import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { planMatrix } from '../matrix/plan.ts';
import { cellOf, situationAt } from '../matrix/run.ts';
import { createRules } from '../rules.ts';
import { makeSimulator } from '../testing/simulator.ts';
import { createViewContext } from './create-context.ts';
import { presentOutcome } from './outcome.ts';
import { outcomeState } from './outcome-state.ts';

const channels = createChannels();
const views = createViewContext({
  channels,
  registry: createRules(channels),
  deviceName: () => undefined,
  front: null,
});

describe('the state of an outcome', () => {
  it('is the one that a matrix gives the same situation', () => {
    const { simulator } = makeSimulator(channels);
    const plan = planMatrix(
      {
        phones: 'builtIn',
        axes: [{ axis: 'process' }, { axis: 'online' }, { axis: 'ringer' }, { axis: 'conditions.doze' }],
      },
      { simulator, channels },
    );
    if (!plan.ok) throw new Error(plan.error.message);
    const seen = new Map<string, number>();
    for (let index = 0; index < plan.value.total; index++) {
      const situation = situationAt(plan.value, index);
      if (situation === null || 'impossible' in situation) continue;
      const { answer, outcome } = cellOf(plan.value, situation, views.summarize);
      if (outcome === null) continue;
      const state = outcomeState(presentOutcome(outcome, views));
      // What reached the app another way has no notification either.
      expect([index, state === 'online' ? 'not-delivered' : state]).toEqual([index, answer.state]);
      seen.set(state, (seen.get(state) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['delivered', 'not-delivered', 'online', 'silent', 'waiting']);
  });
});
