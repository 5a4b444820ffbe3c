import { dayText } from '../kit/china.ts';
import { shorten } from '../kit/steps.ts';
import { valueAnswer } from './answers.ts';
import type { Handler } from './call.ts';
import { param } from './params.ts';
import { badValue, refuse } from './refusal.ts';
import { dayOf, findTask } from './state.ts';
import { channelStep } from './steps.ts';
import { parseDay } from './time.ts';

const SPAN_DAYS = 30;
const DONE = channelStep('meizu-done', 'pass');

/** Counters of one task. */
export const taskStatistics: Handler = (call) => {
  const received = param(call.params, 'taskId');
  const task = findTask(call.state, call.app.appId, received);
  if (task === undefined) {
    const params = { received: shorten(received), app: call.app.appId };
    return { refusal: refuse('meizu-task-known', '110032', '非法的taskId', params) };
  }
  const waits = task.dueAt !== null && task.dueAt > call.context.now;
  return {
    response: valueAnswer(call, { taskId: task.id, ...task.counters, ...(waits ? { pushedNo: 0 } : {}) }),
    steps: [channelStep('meizu-task-known', 'pass', { received: task.id }), DONE],
    target: `task ${task.id}`,
  };
};

const VALUES = channelStep('meizu-parameter-value', 'pass');
const ORDER = channelStep('meizu-date-order', 'pass');
const SPAN = channelStep('meizu-date-span', 'pass');

/** Counters of each day between two dates of China, both included: days without a send stand there with zeros. */
export const dailyStatistics: Handler = (call) => {
  const [start, end] = [param(call.params, 'startTime'), param(call.params, 'endTime')];
  const [first, last] = [parseDay(start), parseDay(end)];
  if (first === null || last === null) {
    const [name, received] = first === null ? ['startTime', start] : ['endTime', end];
    return { refusal: badValue('meizu-parameter-value', { name, received: shorten(received), expected: 'yyyyMMdd' }) };
  }
  if (last < first)
    return { refusal: refuse('meizu-date-order', '500', '结束时间不能早于开始时间', { start, end }), steps: [VALUES] };
  if (last - first > SPAN_DAYS) {
    const refusal = refuse('meizu-date-span', '500', '开始时间和结束时间不能相差30天以上', { received: last - first });
    return { refusal, steps: [VALUES, ORDER] };
  }
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const value = days.map((day) => ({ date: dayText(day), ...dayOf(call.state, call.app.appId, day).counters }));
  return { response: valueAnswer(call, value), steps: [VALUES, ORDER, SPAN, DONE] };
};
