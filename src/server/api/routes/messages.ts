import { presentMessage } from '../../../core/present/message.ts';
import { presentOutcome } from '../../../core/present/outcome.ts';
import type { Outcome, VendorAnswer } from '../../../core/simulator-types.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json, refuse } from '../problem.ts';
import { messageInput } from '../schemas/message.ts';
import { sendQuery } from '../schemas/query.ts';
import { sentMessage } from '../schemas/views.ts';

/** Vendor requests of one message under way at the same time; a group may have thousands of phones. */
const PARALLEL = 64;

export const messageEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/messages',
    tag: 'messages',
    summary: 'Sends one IM message',
    description: 'Answers after the vendors have answered, with one outcome for each phone of each recipient.',
    query: sendQuery,
    body: messageInput,
    answers: { 200: { description: 'The message and what became of it', schema: sentMessage } },
    refusals: [422],
    handle: async ({ query, body }, deps) => {
      const plan = deps.simulator.planMessage(body, { dryRun: query.dryRun });
      if (!plan.ok) return refuse(plan.error);
      const { message, outcomes } = plan.value;
      const done = query.dryRun ? outcomes : await inParallel(outcomes, (outcome) => settle(outcome, deps));
      return json({
        message: presentMessage(message),
        outcomes: done.map((outcome) => presentOutcome(outcome, deps.views)),
      });
    },
  }),
];

/** Sends an outcome's vendor requests, if it has any, and reports the last answer. */
async function settle(outcome: Outcome, deps: ApiDeps): Promise<Outcome> {
  let answer: VendorAnswer | null = null;
  for (;;) {
    const next = deps.simulator.nextCall(outcome.id, answer);
    if (next === null) break;
    answer = await deps.send(next.call, outcome.id);
  }
  if (answer === null) return outcome;
  const completed = deps.simulator.completeOutcome(outcome.id, answer);
  return completed.ok ? completed.value : outcome;
}

async function inParallel<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      const item = items[i];
      if (item !== undefined) results[i] = await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, worker));
  return results;
}
