import { isObject, type JsonObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { codeRow } from './code-table.ts';
import { channelStep } from './steps.ts';

interface AnswerBody {
  readonly code: number;
  readonly body: JsonObject;
}

/** vivo's own answers are JSON with an integer `result` and HTTP 200; null for anything else. */
export function readAnswerBody(status: number, text: string): AnswerBody | null {
  const body = parseJson(text);
  if (status !== 200 || !isObject(body)) return null;
  const code = body.result;
  return typeof code === 'number' && Number.isInteger(code) ? { code, body } : null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What vivo's answer means: only `result` 0 is success; anything else names the rule that refused. */
export function readAnswer(status: number, text: string): AnswerReading {
  const answer = readAnswerBody(status, text);
  if (answer === null) {
    const step = channelStep('vivo-answer-unreadable', 'stop', { status, received: shorten(text) });
    return { accepted: false, cause: 'vivo-answer-unreadable', trace: [step] };
  }
  const { code, body } = answer;
  if (code === 0) {
    const task = textOf(body.taskId) || '–';
    return { accepted: true, cause: null, trace: [channelStep('vivo-accepted', 'pass', { task })] };
  }
  const step = channelStep('vivo-answer-refused', 'stop', { code, description: shorten(textOf(body.desc)) });
  return { accepted: false, cause: codeRow(code)?.rule ?? 'vivo-answer-refused', trace: [step] };
}
