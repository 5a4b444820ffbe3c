import { z } from 'zod';
import { type Requirement, requirements } from '../../../core/im/requirements.ts';
import { presentWorkspace } from '../../../core/present/workspace.ts';
import type { Rule } from '../../../core/trace/types.ts';
import type { HealthView, RuleView } from '../../../core/views.ts';
import type { ApiDeps } from '../deps.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { exact } from '../exact.ts';
import { json, refuse } from '../problem.ts';
import { health, requirement, rule } from '../schemas/host-views.ts';
import { workspace } from '../schemas/views.ts';
import { resetInput, workspacePatch } from '../schemas/workspace.ts';
import type { RequirementView } from '../views.ts';

export const hostEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/health',
    tag: 'server',
    summary: 'Is it up, and where does it listen',
    answers: { 200: { description: 'It is up', schema: health } },
    handle: (_input, deps) => {
      const view: HealthView = {
        status: 'ok',
        version: deps.version,
        listeners: deps.listeners(),
        now: deps.simulator.now(),
      };
      return json(view);
    },
  }),
  endpoint({
    method: 'post',
    path: '/reset',
    tag: 'workspace',
    summary: 'Back to the built-in workspace, with an empty history',
    body: resetInput,
    bodyOptional: true,
    answers: { 200: { description: 'The workspace afterwards', schema: workspace } },
    handle: ({ body }, deps) => {
      deps.simulator.load(deps.builtInWorkspace(body.to), { clearHistory: true });
      deps.archive?.clear();
      return workspaceAnswer(deps);
    },
  }),
  endpoint({
    method: 'get',
    path: '/workspace',
    tag: 'workspace',
    summary: 'Rule profile, clock and groups',
    answers: { 200: { description: 'The workspace', schema: workspace } },
    handle: (_input, deps) => workspaceAnswer(deps),
  }),
  endpoint({
    method: 'put',
    path: '/workspace',
    tag: 'workspace',
    summary: 'Changes switches and the clock',
    description:
      'Any subset; what is absent stays. `clock.stoppedAt` stops simulated time at that moment, null lets it run again.',
    body: workspacePatch,
    answers: { 200: { description: 'The workspace afterwards', schema: workspace } },
    handle: ({ body: { clock, ...profile } }, deps) => {
      if (Object.keys(profile).length > 0) {
        const result = deps.simulator.setProfile(profile);
        if (!result.ok) return refuse(result.error);
      }
      if (clock !== undefined) deps.simulator.setClock(exact(clock));
      return workspaceAnswer(deps);
    },
  }),
  endpoint({
    method: 'get',
    path: '/rules',
    tag: 'server',
    summary: 'Every rule with its sentences, sources and certainty',
    answers: { 200: { description: 'The rules', schema: z.strictObject({ rules: z.array(rule) }) } },
    handle: (_input, deps) => json({ rules: deps.rules().map(ruleView) }),
  }),
  endpoint({
    method: 'get',
    path: '/requirements',
    tag: 'server',
    summary: 'What a phone needs for each channel to work',
    answers: {
      200: { description: 'The requirement table', schema: z.strictObject({ requirements: z.array(requirement) }) },
    },
    handle: () => json({ requirements: requirements.map(requirementView) }),
  }),
];

const workspaceAnswer = (deps: ApiDeps): Response =>
  json(presentWorkspace(deps.simulator.workspace(), deps.simulator.now()));

const requirementView = (one: Requirement): RequirementView => ({
  channel: one.channel,
  system: one.system,
  condition: one.condition,
  sources: one.sources,
});

const ruleView = (one: Rule): RuleView => ({
  id: one.id,
  stage: one.stage,
  texts: one.text,
  fix: one.fix ?? null,
  sources: one.sources,
  certainty: one.certainty,
});
