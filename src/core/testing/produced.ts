import type { Channel } from '../channels/types.ts';
import type { OfflineDecision } from '../im/decide.ts';
import type { Outcome, Simulator } from '../simulator-types.ts';
import type { TraceStep, Verdict } from '../trace/types.ts';

// What the tests of core produce, rule by rule: `test/helpers/watch-rules.ts` puts these watchers round channels,
// decisions and simulators while tests run.

type Produced = Map<string, Set<Verdict>>;

declare global {
  /** One for each worker: the modules of a test file may be fresh, this is not. */
  var pushpitProducedRules: Produced | undefined;
}

const produced = (): Produced => {
  globalThis.pushpitProducedRules ??= new Map();
  return globalThis.pushpitProducedRules;
};

/** Notes the rules of steps that somebody was given. What was not reached has not been produced. */
export function noteSteps(steps: readonly TraceStep[]): void {
  const all = produced();
  for (const { rule, verdict } of steps) {
    if (verdict === 'skip') continue;
    const verdicts = all.get(rule);
    if (verdicts === undefined) all.set(rule, new Set([verdict]));
    else verdicts.add(verdict);
  }
}

function noted<T extends { readonly trace: readonly TraceStep[] }>(result: T): T {
  noteSteps(result.trace);
  return result;
}

/** The channel with a watcher on everything that makes steps. */
export function watchedChannel(channel: Channel): Channel {
  const { authorization, waits } = channel;
  return {
    ...channel,
    receive: (request, context) => noted(channel.receive(request, context)),
    build: (input) => noted(channel.build(input)),
    readAnswer(status, body) {
      const reading = noted(channel.readAnswer(status, body));
      // The rule that the IM side names as the cause of a refusal it reads.
      if (reading.cause !== null) noteSteps([{ stage: 'channel', rule: reading.cause, verdict: 'stop' }]);
      return reading;
    },
    present: (push, device, context) => noted(channel.present(push, device, context)),
    ...(authorization === undefined
      ? {}
      : { authorization: { ...authorization, build: (input) => noted(authorization.build(input)) } }),
    ...(waits === undefined
      ? {}
      : {
          waits(push, device, context) {
            const step = waits(push, device, context);
            if (step !== null) noteSteps([step]);
            return step;
          },
        }),
  };
}

export const watchedDecision = (decision: OfflineDecision): OfflineDecision => noted(decision);

/** The reason of an outcome is a rule as well, that of many rules together. */
function noteOutcome({ trace, reason, delivered }: Outcome): void {
  noteSteps([...trace, { stage: 'user', rule: reason, verdict: delivered ? 'pass' : 'stop' }]);
}

/** What a simulator files. */
export function watchedSimulator(simulator: Simulator): Simulator {
  simulator.subscribe(({ event }) => {
    if (event.type === 'outcome') noteOutcome(event.outcome);
    if (event.type !== 'exchange') return;
    noteSteps(event.exchange.trace);
    for (const { trace } of event.exchange.deliveries) noteSteps(trace);
  });
  return simulator;
}

/** What has been produced since it was last asked. */
export function takeProduced(): readonly (readonly [rule: string, verdicts: readonly Verdict[]])[] {
  const taken = [...produced()].map(([rule, verdicts]) => [rule, [...verdicts]] as const);
  produced().clear();
  return taken;
}
