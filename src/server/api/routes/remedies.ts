import { z } from 'zod';
import { findRemedies } from '../../../core/remedies/search.ts';
import type { Outcome } from '../../../core/simulator-types.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { json, problem } from '../problem.ts';
import { remedyReport } from '../schemas/remedies.ts';
import { findDevice, noDevice } from './devices.ts';

const params = z.strictObject({ id: z.string() });
const answers = { 200: { description: 'What it lacks, and what would help', schema: remedyReport } };

export const remedyEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/outcomes/{id}/remedies',
    tag: 'history',
    summary: 'What would make a message appear, sound or count',
    description:
      'Changes of the phone, the account, the message or the workspace as they stand now, one alone or, where none is ' +
      'enough, two together, each with the request that makes it. Nothing is changed by asking.',
    params,
    answers,
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      const found = deps.simulator.outcome(id) ?? deps.archive?.outcome(id);
      if (found !== undefined) return report(found, deps);
      return problem(404, 'not_found', {
        en: `There is no outcome "${id}". The history is bounded; the oldest entries are forgotten.`,
        zh: `没有结果“${id}”。历史有上限，最早的记录会被丢弃。`,
      });
    },
  }),
  endpoint({
    method: 'get',
    path: '/devices/{id}/remedies',
    tag: 'devices',
    summary: "What would make the phone's newest message appear, sound or count",
    description: 'As for its newest outcome.',
    params,
    answers,
    refusals: [404],
    handle: ({ params: { id } }, deps) => {
      if (findDevice(deps, id) === undefined) return noDevice(deps, id);
      const newest = deps.simulator.outcomes().find((one) => one.deviceId === id);
      if (newest !== undefined) return report(newest, deps);
      return problem(404, 'no_outcome', {
        en: `No message has been sent to "${id}" yet, so there is nothing to mend. Send one first: POST /messages.`,
        zh: `还没有给“${id}”发过消息，无从分析。请先发一条：POST /messages。`,
      });
    },
  }),
];

const report = (outcome: Outcome, { simulator }: ApiDeps): Response => json(findRemedies(outcome, simulator));
