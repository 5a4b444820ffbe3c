import { isObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { codeRow } from './code-table.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

/** Codes that several rules give, told apart by the message. */
const BY_MESSAGE: Readonly<Record<string, CheckRuleId>> = {
  'title is empty': 'meizu-title-present',
  'content is empty': 'meizu-content-present',
  '任务已取消[已完成]，无法取消': 'meizu-task-ended',
  结束时间不能早于开始时间: 'meizu-date-order',
  开始时间和结束时间不能相差30天以上: 'meizu-date-span',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function causeOf(code: string, message: string): CheckRuleId {
  if (code === '500') {
    return Object.hasOwn(BY_MESSAGE, message)
      ? (BY_MESSAGE[message] ?? 'meizu-answer-refused')
      : 'meizu-answer-refused';
  }
  return codeRow(code)?.rule ?? 'meizu-answer-refused';
}

/** The key under which a successful answer lists a bad target; the IM side sends to one target only. */
function listedUnder(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  return Object.keys(value).find((key) => {
    const names = value[key];
    return Array.isArray(names) && names.length > 0;
  });
}

/**
 * What Meizu's answer means. HTTP says nothing, and code 200 is not enough: a target that is listed in `value` gets
 * nothing.
 */
export function readAnswer(status: number, body: string): AnswerReading {
  const answer = parseJson(body);
  if (status !== 200 || !isObject(answer) || typeof answer.code !== 'string') {
    const step = channelStep('meizu-answer-unreadable', 'stop', { status, received: shorten(body) });
    return { accepted: false, cause: 'meizu-answer-unreadable', trace: [step] };
  }
  const { code } = answer;
  const message = text(answer.message);
  if (code !== '200') {
    const step = channelStep('meizu-answer-refused', 'stop', { code: shorten(code), message: shorten(message) });
    return { accepted: false, cause: causeOf(code, message), trace: [step] };
  }
  const key = listedUnder(answer.value);
  if (key === undefined)
    return { accepted: true, cause: null, trace: [channelStep('meizu-accepted', 'pass', { id: text(answer.msgId) })] };
  const cause = codeRow(`value.${key}`)?.rule ?? 'meizu-answer-targets';
  return { accepted: false, cause, trace: [channelStep('meizu-answer-targets', 'stop', { code: shorten(key) })] };
}
