import { isObject } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { parseAnswer } from './build.ts';
import { codeRow } from './code-table.ts';
import { channelStep } from './steps.ts';

/** What OPPO's answer means: only an integer code of 0 is success; anything else names the rule that refused. */
export function readAnswer(status: number, body: string): AnswerReading {
  const answer = parseAnswer(body);
  if (answer === null) {
    const step = channelStep('oppo-answer-unreadable', 'stop', { status, received: shorten(body) });
    return { accepted: false, cause: 'oppo-answer-unreadable', trace: [step] };
  }
  const { code, data, message } = answer;
  if (code === 0) {
    const id = isObject(data) && typeof data.messageId === 'string' ? data.messageId : '';
    return { accepted: true, cause: null, trace: [channelStep('oppo-accepted', 'pass', { id })] };
  }
  const step = channelStep('oppo-answer-refused', 'stop', { code, message: shorten(message) });
  return { accepted: false, cause: codeRow(code)?.rule ?? 'oppo-answer-refused', trace: [step] };
}
