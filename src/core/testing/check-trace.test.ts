import { expect, it } from 'vitest';
import type { TraceStep } from '../trace/types.ts';
import { checkTrace, rulesAround } from './check-trace.ts';

const rules = rulesAround({
  rules: [
    {
      id: 'known',
      stage: 'channel',
      text: { stop: { en: '{name} is {received}.', zh: '{name} 为 {received}。' } },
      fix: { en: 'Use {expected}.', zh: '请使用 {expected}。' },
      sources: [],
      certainty: 'stated',
    },
  ],
});
const step = (change: Partial<TraceStep>): readonly TraceStep[] => [
  { stage: 'channel', rule: 'known', verdict: 'stop', params: { name: 'a', received: 1, expected: 2 }, ...change },
];

it('takes a trace whose sentences are complete, and nothing else', () => {
  expect(() => checkTrace(rules, step({}))).not.toThrow();
  expect(() => checkTrace(rules, step({ rule: 'unknown' }))).toThrow('unknown stop');
  expect(() => checkTrace(rules, step({ verdict: 'pass' }))).toThrow('known pass');
  expect(() => checkTrace(rules, step({ params: { name: 'a', received: 1 } }))).toThrow('Use {expected}.');
});
