import { isObject, member, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { CODE_TABLE } from './code-table.ts';
import { identify } from './identify.ts';
import { channelStep } from './steps.ts';

const RULES = new Map(CODE_TABLE.map(({ code, rule }) => [code, rule]));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is printed of an error: FCM's and the token endpoint's forms differ. */
function detailsOf(answer: Readonly<Record<string, unknown>>): { readonly status: string; readonly reason: string } {
  const error = member(answer, 'error');
  if (isObject(error)) return { status: textOf(member(error, 'status')), reason: textOf(member(error, 'message')) };
  return { status: textOf(error), reason: textOf(member(answer, 'error_description')) };
}

/** What the answer to the IM side means: a name is success; an error names the rule that refused. */
export function readAnswer(status: number, body: string): AnswerReading {
  const answer = parseJson(body);
  if (isObject(answer) && status === 200) {
    const name = member(answer, 'name');
    if (typeof name === 'string')
      return {
        accepted: true,
        cause: null,
        trace: [channelStep('fcm-taken', 'pass', { id: name.split('/').at(-1) ?? name })],
      };
  }
  const code = identify(body);
  const rule = code === null ? undefined : RULES.get(code);
  if (code === null || rule === undefined) {
    const step = channelStep('fcm-answer-unreadable', 'stop', { status, received: shorten(body) });
    return { accepted: false, cause: 'fcm-answer-unreadable', trace: [step] };
  }
  const said = isObject(answer) ? detailsOf(answer) : { status: code, reason: '' };
  const params = { code: status, status: said.status, reason: shorten(said.reason === '' ? '–' : said.reason, 200) };
  const ofToken = isObject(answer) && typeof member(answer, 'error') === 'string';
  const step = channelStep(ofToken ? 'fcm-token-refused' : 'fcm-answer-refused', 'stop', params);
  return { accepted: false, cause: rule ?? 'fcm-answer-refused', trace: [step] };
}
