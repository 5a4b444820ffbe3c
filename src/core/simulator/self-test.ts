import type { Rule, TraceStep } from '../trace/types.ts';

/** Requests of the self-test come marked with this and a number, in the place of an outcome's id. */
export const SELF_TEST_MARK = 'self-test-';

export const selfTestRule: Rule = {
  id: 'self-test',
  stage: 'channel',
  text: {
    note: {
      en: 'This request came from the self-test, which pushes to each vendor in every way.',
      zh: '该请求来自自检，自检会通过每种方式向每个厂商推送一次。',
    },
  },
  sources: [
    {
      title: 'Pushpit: self-test of the connection',
      texts: {
        title: { en: 'Pushpit', zh: 'Pushpit' },
        section: { en: 'self-test of the connection', zh: '连接自检' },
        label: { en: 'Pushpit, self-test', zh: 'Pushpit 自检' },
      },
    },
  ],
  certainty: 'stated',
};

const NOTE: TraceStep = { stage: 'channel', rule: selfTestRule.id, verdict: 'note' };

interface Origin {
  readonly outcomeId: string | null;
  readonly selfTest?: string;
  /** What the trace says of where the request came from. */
  readonly steps: readonly TraceStep[];
}

/** The mark itself when it is one of the self-test's; null for everything else that a client may claim. */
export const selfTestMark = (claimed: string | null): string | null =>
  claimed?.startsWith(SELF_TEST_MARK) === true ? claimed : null;

/** Where a request came from: an outcome's id, the self-test's mark, or nothing. */
export function originOf(mark: string | null): Origin {
  if (selfTestMark(mark) === null || mark === null) return { outcomeId: mark, steps: [] };
  return { outcomeId: null, selfTest: mark, steps: [NOTE] };
}
