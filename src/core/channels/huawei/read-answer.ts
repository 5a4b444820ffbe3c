import { isObject, type JsonObject, parseJson } from '../kit/json.ts';
import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { CODE_TABLE } from './code-table.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

/** The answer's JSON object; null when it is none. */
export function parseAnswer(body: string): JsonObject | null {
  const value = parseJson(body);
  return isObject(value) ? value : null;
}

/** The bodies of platform errors that tell their number. */
const BY_ERROR: Readonly<Record<string, CheckRuleId>> = {
  'session timeout': 'huawei-nsp-token-life',
  'invalid session': 'huawei-nsp-token',
  'must be POST': 'huawei-nsp-method',
  'parameter error': 'huawei-nsp-parameters',
  'nsp_ts too far off': 'huawei-nsp-time',
};

/** Codes that several rules of the old interface give are told apart by their text. */
const BY_TEXT: Readonly<Record<string, CheckRuleId>> = {
  'UnSupported svc': 'huawei-nsp-service',
  'nsp_ctx is invalid': 'huawei-nsp-context',
  'device_token_list is invalid': 'huawei-device-list',
  'payload is invalid': 'huawei-legacy-payload-needed',
};

/** Rules of the old interface for codes that v1 gives too. */
const BY_CODE: Readonly<Record<string, CheckRuleId>> = {
  '80100002': 'huawei-tokens',
  '80100003': 'huawei-legacy-payload',
  '80100004': 'huawei-expire-time',
  '80300002': 'huawei-nsp-app',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function unreadable(status: number, body: string): AnswerReading {
  const cause = 'huawei-answer-unreadable';
  return { accepted: false, cause, trace: [channelStep(cause, 'stop', { status, received: shorten(body) })] };
}

function refused(code: string, msg: string, rule: CheckRuleId): AnswerReading {
  return {
    accepted: false,
    cause: rule,
    trace: [channelStep('huawei-answer-refused', 'stop', { code, msg: shorten(msg) })],
  };
}

function oauthRefusal(answer: JsonObject): AnswerReading | null {
  const { error, sub_error: sub, error_description: description } = answer;
  if (typeof error !== 'number') return null;
  const code = typeof sub === 'number' ? `OAuth ${error}/${sub}` : `OAuth ${error}`;
  return refused(code, text(description), CODE_TABLE[code]?.rule ?? 'huawei-answer-refused');
}

/** What Huawei's answer means: to a push over the old interface, or to the call for a token before it. */
export function readAnswer(status: number, body: string): AnswerReading {
  const answer = parseAnswer(body);
  if (answer === null) return unreadable(status, body);
  const error = text(answer.error);
  if (error !== '') return refused('NSP_STATUS', error, BY_ERROR[error] ?? 'huawei-answer-refused');
  const code = text(answer.code);
  if (code === '') return oauthRefusal(answer) ?? unreadable(status, body);
  const msg = text(answer.msg);
  if (code === '80000000') {
    const step = channelStep('huawei-accepted', 'pass', { id: text(answer.requestId), count: 1 });
    return { accepted: true, cause: null, trace: [step] };
  }
  const rule = BY_TEXT[msg] ?? BY_CODE[code] ?? CODE_TABLE[code]?.rule ?? 'huawei-answer-refused';
  return refused(code, msg, rule);
}
