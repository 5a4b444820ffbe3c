import { listField, readForm } from '../kit/form.ts';
import { find } from '../kit/shelf.ts';
import { successAnswer } from './answers.ts';
import type { Call, Handler, Refused, Reply } from './call.ts';
import { TAG_IDS_LIMIT, TASK_IDS_LIMIT } from './limits.ts';
import { integerOf, listOf, shownOf } from './read.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { TaskRecord } from './state.ts';
import { channelStep } from './steps.ts';
import { type IdKind, resolveIds, scopeOf } from './targets.ts';

/** Keys in the order and spelling of the published sample. */
const statistic = (taskId: string, record: TaskRecord): object => ({
  taskId,
  target: record.target,
  valid: record.valid,
  send: record.send,
  receive: record.receive,
  display: record.display,
  click: record.click,
  targetInvalid: record.targetInvalid,
  targetUnSub: record.targetUnSub,
  targetInActive: record.targetInActive,
  covered: record.covered,
  controlled: record.controlled,
  targetOffline: record.targetOffline,
});

/** `GET /report/getStatistics?taskIds=…`: counters of tasks; ids of nobody or of other apps are left out. */
export const statisticsHandler: Handler = ({ request, app, state }): Reply | Refused => {
  const ids = listField(readForm(request), 'taskIds').map((id) => id.trim());
  const received = ids.length;
  if (received === 0 || received > TASK_IDS_LIMIT)
    return { refusal: refuse('vivo-task-ids', received === 0 ? 10473 : 10471, { received, limit: TASK_IDS_LIMIT }) };
  const statistics = ids.flatMap((id) => {
    const record = find(state.tasks, id);
    return record?.appId === app.appId ? [statistic(id, record)] : [];
  });
  return {
    response: successAnswer({ statistics }),
    steps: [channelStep('vivo-task-ids', 'pass'), channelStep('vivo-done', 'pass')],
    target: `${received} tasks`,
  };
};

/** Ids with their kind, as the tag interfaces and the check of ids take them. */
export function readIds(
  { body }: Pick<Call, 'body'>,
  names: { readonly type: string; readonly ids: string },
): { readonly kind: IdKind; readonly ids: readonly string[] } | Refusal {
  const type = integerOf(body, names.type);
  if (type !== 1 && type !== 2)
    return refuse('vivo-tag-type', 10616, { name: names.type, received: shownOf(body, names.type) });
  const ids = listOf(body, names.ids);
  const count = ids?.length ?? 0;
  if (ids === undefined || ids === null || count > TAG_IDS_LIMIT)
    return refuse('vivo-tag-ids', count === 0 ? 10609 : 10614, {
      name: names.ids,
      received: count,
      limit: TAG_IDS_LIMIT,
    });
  return { kind: type === 1 ? 'regId' : 'alias', ids };
}

export const IDS_PASSED = [channelStep('vivo-tag-type', 'pass'), channelStep('vivo-tag-ids', 'pass')];

/** `/invalidUser/check`: which ids are dead. Those that live are left out. */
export const invalidUserHandler: Handler = (call): Reply | Refused => {
  const read = readIds(call, { type: 'userType', ids: 'userIds' });
  if ('rule' in read) return { refusal: read };
  const scope = scopeOf(call.app, call.context.directory, false, 'all');
  const { invalid } = resolveIds(read.kind, read.ids, scope);
  return {
    response: successAnswer({ data: invalid }),
    steps: [...IDS_PASSED, channelStep('vivo-done', 'pass')],
    target: `${read.ids.length} ${read.kind === 'regId' ? 'regIds' : 'aliases'}`,
  };
};
