import { shorten } from '../kit/steps.ts';
import type { AnswerReading } from '../types.ts';
import { codeRow } from './code-table.ts';
import type { CheckRuleId } from './rules.ts';
import { channelStep } from './steps.ts';

/** Codes that several rules give are told apart by how their reason begins. */
const BY_REASON: readonly { readonly code: number; readonly begins: string; readonly rule: CheckRuleId }[] = [
  { code: 10016, begins: 'restricted_package_name', rule: 'xiaomi-package-required' },
  { code: 10016, begins: 'payload', rule: 'xiaomi-pass-through-payload' },
  { code: 10016, begins: 'registration_id', rule: 'xiaomi-target-required' },
  { code: 10017, begins: 'Invalid package name.', rule: 'xiaomi-package-known' },
  { code: 10017, begins: 'pass_through', rule: 'xiaomi-pass-through-value' },
  { code: 10017, begins: 'notify_effect', rule: 'xiaomi-notify-effect' },
  { code: 10017, begins: 'notify_type', rule: 'xiaomi-numbers' },
  { code: 10017, begins: 'notify_id', rule: 'xiaomi-numbers' },
  { code: 10017, begins: 'time_to_', rule: 'xiaomi-numbers' },
  { code: 10017, begins: 'jobkey', rule: 'xiaomi-jobkey' },
  { code: 10017, begins: 'registration_id', rule: 'xiaomi-target-count' },
  { code: 27001, begins: 'invalid template', rule: 'xiaomi-template' },
];

const causeOf = (code: number, reason: string): CheckRuleId =>
  BY_REASON.find((row) => row.code === code && reason.startsWith(row.begins))?.rule ??
  codeRow(code)?.rule ??
  'xiaomi-answer-refused';

function parseObject(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What Xiaomi's answer means: only an integer code of 0 is success; anything else names the rule that refused. */
export function readAnswer(status: number, body: string): AnswerReading {
  const answer = parseObject(body);
  const code = answer?.code;
  if (!answer || typeof code !== 'number' || !Number.isInteger(code)) {
    const step = channelStep('xiaomi-answer-unreadable', 'stop', { status, received: shorten(body) });
    return { accepted: false, cause: 'xiaomi-answer-unreadable', trace: [step] };
  }
  if (code === 0) {
    const data = answer.data;
    const id = typeof data === 'object' && data !== null && 'id' in data ? text(data.id) : '';
    return { accepted: true, cause: null, trace: [channelStep('xiaomi-accepted', 'pass', { id })] };
  }
  const reason = text(answer.reason);
  const step = channelStep('xiaomi-answer-refused', 'stop', { code, description: text(answer.description), reason });
  return { accepted: false, cause: causeOf(code, reason), trace: [step] };
}
