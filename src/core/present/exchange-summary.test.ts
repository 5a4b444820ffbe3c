import { describe, expect, it } from 'vitest';
import type { Delivery, Exchange } from '../simulator-types.ts';
import type { TraceStep } from '../trace/types.ts';
import type { ViewContext } from './context.ts';
import { isRefused, summarizeExchange } from './exchange-summary.ts';

const context: ViewContext = {
  explain: (step) => ({
    ...step,
    text: `${step.rule}.`,
    texts: { en: `${step.rule}.`, zh: `规则 ${step.rule}。` },
    fix: null,
    sources: [],
    certainty: 'stated',
  }),
  summarize: () => ({ en: '', zh: '' }),
  bodyLimit: () => null,
  deviceName: (id) => (id === 'iphone' ? 'iPhone' : undefined),
  front: null,
};

const stop: TraceStep = { stage: 'device', rule: 'no-permission', verdict: 'stop' };
const delivery = (result: Delivery['result'], trace: readonly TraceStep[] = []): Delivery => ({
  deviceId: 'iphone',
  pushId: 'p',
  result,
  cause: null,
  notificationId: null,
  trace,
});

const failure: NonNullable<Exchange['failure']> = {
  code: 'not_http',
  message: 'No HTTP.',
  received: '00',
  fix: 'Use HTTP.',
  texts: {
    message: { en: 'No HTTP.', zh: '不是 HTTP。' },
    received: { en: '00', zh: '00' },
    fix: { en: 'Use HTTP.', zh: '请使用 HTTP。' },
  },
};

function exchange(overrides: Partial<Exchange> = {}): Exchange {
  return {
    id: 'x',
    seq: 1,
    at: 0,
    channel: 'apns',
    outcomeId: null,
    request: null,
    response: { status: 200, headers: [], body: '' },
    target: null,
    title: null,
    trace: [],
    deliveries: [],
    failure: null,
    remote: 'r',
    ...overrides,
  };
}

describe('summarizeExchange', () => {
  it.each<[string, Partial<Exchange>, string]>([
    ['shown', { deliveries: [delivery('shown')] }, 'Shown on iPhone.'],
    [
      'suppressed',
      { deliveries: [delivery('suppressed', [stop])] },
      'Reached iPhone, which did not show it: no-permission.',
    ],
    ['silent', { deliveries: [delivery('silent', [stop])] }, 'Reached iPhone, with nothing to show.'],
    ['stored', { deliveries: [delivery('stored')] }, 'Kept by the vendor until iPhone is online.'],
    ['several', { deliveries: [delivery('shown'), delivery('dropped')] }, 'Shown on 1 of 2 phones.'],
    ['nobody', {}, 'Answered with 200; no phone was addressed.'],
    [
      'refused',
      { response: { status: 400, headers: [], body: '' }, trace: [stop] },
      'Refused with 400: no-permission.',
    ],
    ['refused without a rule', { response: { status: 404, headers: [], body: '' } }, 'Refused with 404.'],
    ['refused with 200', { trace: [stop] }, 'Refused with 200: no-permission.'],
    ['closed', { response: null }, 'The connection was closed without an answer.'],
    ['closed by rule', { response: { status: 0, headers: [], body: '' }, trace: [stop] }, 'Refused: no-permission.'],
  ])('%s', (_name, overrides, expected) => {
    const text = summarizeExchange(exchange(overrides), context);
    expect(text.en).toBe(expected);
    expect(text.zh).toMatch(/\p{Script=Han}.*。$/u);
  });

  it('puts the failure of the connection first', () => {
    expect(summarizeExchange(exchange({ failure, response: null, trace: [stop] }), context)).toEqual({
      en: 'No HTTP.',
      zh: '不是 HTTP。',
    });
  });
});

describe('isRefused', () => {
  const answer = (status: number, drop = false) => ({ status, headers: [], body: '', ...(drop && { drop }) });
  it.each<[string, Partial<Exchange>, boolean]>([
    ['shown', { deliveries: [delivery('shown')] }, false],
    ['suppressed by the phone', { deliveries: [delivery('suppressed', [stop])] }, false],
    ['nobody addressed', {}, false],
    ['remarked on', { trace: [{ ...stop, verdict: 'note' }] }, false],
    ['refused with 200', { trace: [stop] }, true],
    ['refused with 410', { response: answer(410) }, true],
    ['dropped', { response: answer(0, true) }, true],
    ['cut by GOAWAY', { response: answer(0) }, true],
    ['never answered', { response: null }, true],
    ['failed below HTTP', { failure }, true],
  ])('%s', (_name, overrides, expected) => {
    expect(isRefused(exchange(overrides))).toBe(expected);
  });
});
