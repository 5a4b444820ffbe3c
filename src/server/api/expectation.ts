import type { z } from 'zod';
import type { LocalText } from '../../core/trace/types.ts';
import { inChinese } from './words.ts';

type Issue = z.core.$ZodIssue;

/** What a schema asks for where it found something else, without a full stop. */
export function expectation(issue: Issue): LocalText {
  switch (issue.code) {
    case 'invalid_type':
      return { en: `Give ${article(issue.expected)}`, zh: `应为${TYPES_ZH[issue.expected] ?? ` ${issue.expected}`}` };
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
    case 'too_big':
      return bound(issue);
    case 'invalid_union':
      return issue.discriminator === undefined || !('options' in issue) || !Array.isArray(issue.options)
        ? asked(issue.message)
        : oneOf(issue.options);
    default:
      return asked(issue.message.replace(/\.$/, ''));
  }
}

function oneOf(values: readonly unknown[]): LocalText {
  // A bigint is no JSON, and no schema here has one.
  const all = values.map((one) => JSON.stringify(one));
  return all.length === 1
    ? { en: `Give ${all[0]}`, zh: `应为 ${all[0]}` }
    : { en: `Give one of ${all.join(', ')}`, zh: `应为以下之一：${all.join('、')}` };
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): LocalText {
  const [en, zh] = MEASURES[issue.origin] ?? ['a number', '数值'];
  return issue.code === 'too_small'
    ? { en: `Give ${en} of at least ${issue.minimum}`, zh: `${zh}至少为 ${issue.minimum}` }
    : { en: `Give ${en} of at most ${issue.maximum}`, zh: `${zh}最多为 ${issue.maximum}` };
}

const asked = (message: string): LocalText => ({ en: message, zh: inChinese(message) ?? `格式不符（${message}）` });
const article = (type: string): string => (/^[aeio]/.test(type) ? `an ${type}` : `a ${type}`);
const MEASURES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  string: ['a length', '长度'],
  array: ['a count', '个数'],
};
const TYPES_ZH: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '布尔值',
  array: '数组',
  object: '对象',
  record: '对象',
  null: '空值',
};
