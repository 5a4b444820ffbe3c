import type { z } from 'zod';
import { AXES } from '../../../core/matrix/axes.ts';
import { type MatrixPlan, planMatrix } from '../../../core/matrix/plan.ts';
import { MATRIX_PRESETS } from '../../../core/matrix/presets.ts';
import { cellOf, impossible, situationAt } from '../../../core/matrix/run.ts';
import { MATRIX_LIMIT, type MatrixSpec } from '../../../core/matrix/types.ts';
import { matrixCsv } from '../../../core/present/matrix-csv.ts';
import { presentOutcome } from '../../../core/present/outcome.ts';
import type { Result } from '../../../core/result.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { workOut } from '../matrix-run.ts';
import { json, problem, refuse } from '../problem.ts';
import { matrixCell, matrixCellSpec, matrixParts, matrixQuery, matrixSpec, matrixView } from '../schemas/matrix.ts';

const parts = {
  limit: MATRIX_LIMIT,
  axes: AXES.map(({ id, group, on, text, values }) => ({ axis: id, group, on: on ?? null, text, values })),
  presets: MATRIX_PRESETS,
};

export const matrixEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/matrix',
    tag: 'matrix',
    summary: 'The axes that a matrix can have, and ready matrices',
    answers: { 200: { description: 'Axes with their values, presets, the limit', schema: matrixParts } },
    handle: () => json(parts),
  }),
  endpoint({
    method: 'post',
    path: '/matrix',
    tag: 'matrix',
    summary: 'One message on many phones in every combination of states',
    description:
      'Nothing is sent or recorded. `format=csv` answers a table in place of JSON. A combination that cannot be is a cell ' +
      'with its reason, no refusal.',
    query: matrixQuery,
    body: matrixSpec,
    answers: { 200: { description: 'Axes, answers and cells', schema: matrixView } },
    refusals: [422],
    handle: async ({ query, body, request }, deps) => {
      const plan = planned(body, deps);
      if (!plan.ok) return refuse(plan.error);
      const view = await workOut(plan.value, deps.views.summarize, request.signal);
      if (view === null) return gone();
      return query.format === 'csv' ? csv(matrixCsv(view, query.locale)) : json(view);
    },
  }),
  endpoint({
    method: 'post',
    path: '/matrix/cell',
    tag: 'matrix',
    summary: 'One cell of a matrix with its whole trace',
    body: matrixCellSpec,
    answers: { 200: { description: 'What the cell says, and the outcome behind it', schema: matrixCell } },
    refusals: [422],
    handle: ({ body: { index, ...spec } }, deps) => {
      const plan = planned(spec, deps);
      if (!plan.ok) return refuse(plan.error);
      return cellAt(plan.value, index, deps);
    },
  }),
];

/** What stands in the request counts before the preset. */
function planned({ preset, ...given }: z.infer<typeof matrixSpec>, deps: ApiDeps): Result<MatrixPlan> {
  const ready = MATRIX_PRESETS.find(({ id }) => id === preset)?.spec;
  const spec: MatrixSpec = {
    message: given.message ?? ready?.message,
    phones: given.phones ?? ready?.phones,
    devices: given.devices ?? ready?.devices,
    axes: given.axes ?? ready?.axes ?? [],
  };
  return planMatrix(spec, { simulator: deps.simulator, channels: deps.channels() });
}

function cellAt(plan: MatrixPlan, index: number, deps: ApiDeps): Response {
  const situation = situationAt(plan, index);
  if (situation === null) {
    const text = {
      en: `The matrix has ${plan.total} cells, so there is no cell ${index}.`,
      zh: `矩阵共有 ${plan.total} 格，没有第 ${index} 格。`,
    };
    return problem(422, 'no_such_cell', text, { cells: plan.total });
  }
  if ('impossible' in situation) return json({ cell: impossible(situation.impossible), outcome: null });
  const { answer, outcome } = cellOf(plan, situation, deps.views.summarize);
  return json({ cell: answer, outcome: outcome === null ? null : presentOutcome(outcome, deps.views) });
}

const csv = (text: string): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="matrix.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });

/** Nobody reads it: the request has been given up. */
const gone = (): Response =>
  problem(400, 'aborted', {
    en: 'The request was given up before the matrix was done.',
    zh: '矩阵算完之前请求已被取消。',
  });
