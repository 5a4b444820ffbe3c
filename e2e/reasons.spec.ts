import { type Language, REASON_CODES } from '../src/core/trace/types.ts';
import type { OutcomeView, SentMessageView } from '../src/core/views.ts';
import { createVendorSender } from '../src/server/vendor-client/sender.ts';
import { createTestApi } from '../test/api/harness.ts';
import type { Api } from './support/api.ts';
import { plain } from './support/messages.ts';
import { REASONS, type ReasonCase } from './support/reasons.ts';
import type { SimulatePage } from './support/simulate-page.ts';
import { expect, test } from './support/test.ts';

type Languages = readonly Language[];

/** The outcome's own sentence stands at the top in both languages, and the step that decided is there. */
async function saysIn(simulate: SimulatePage, outcome: OutcomeView, languages: Languages): Promise<void> {
  await simulate.showsReason(outcome.reason);
  for (const language of languages) {
    await simulate.speak(language);
    await expect(simulate.sentence.getByRole('paragraph').first()).toHaveText(outcome.summary[language]);
  }
  expect(outcome.summary.zh).toMatch(/\p{Script=Han}/u);
  await expect(stopOf(simulate, outcome)).toHaveCount(outcome.delivered ? 0 : 1);
}

/** The steps that stopped the push: one when it was stopped. */
function stopOf(simulate: SimulatePage, { cause }: OutcomeView) {
  return simulate.step(cause).and(simulate.page.locator('[data-verdict="stop"]'));
}

/** Brings a reason about in a fresh workspace, on the page that is open, and reads what it says. */
async function sends(simulate: SimulatePage, api: Api, { reason, prepare, send }: ReasonCase, languages: Languages) {
  await api.call('POST', '/reset', {});
  for (const [method, path, body] of prepare) await api.call(method, path, body);
  await simulate.writeJson({ ...plain(reason), ...send });
  await simulate.sendWithKeys();
  const outcomes = await api.outcomes();
  const outcome = outcomes.find(({ deviceId }) => deviceId === 'iphone' || deviceId === null) ?? outcomes[0];
  expect(outcome?.reason).toBe(reason);
  await saysIn(simulate, outcome as OutcomeView, languages);
}

test.describe('the sentence of every reason, in both languages', () => {
  // One page for many reasons: loading it anew for each took most of the time. Two tests, so that two may run at once.
  for (const half of [0, 1]) {
    const cases = REASONS.filter((_one, index) => index % 2 === half);
    test(cases.map(({ reason }) => reason).join(', '), async ({ simulate, api, troubles }) => {
      test.slow();
      // Global settings cannot be read while nobody is logged in; the browser logs the refusal.
      troubles.expect(/409 .*offline-push-settings/);
      // The workspace is reset behind the page's back, while it may still ask about what was there before.
      troubles.expect(/404 .*\/remedies/);
      troubles.expect(/422 .*dryRun=true/);
      // After a reset the page previews what is still written, also to an account that went with it.
      troubles.expect(/422 .*dryRun=true/);
      for (const [index, one] of cases.entries()) {
        const languages = index % 2 === 0 ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
        await test.step(one.reason, () => sends(simulate, api, one, languages));
      }
    });
  }

  test('vendor-unreachable', async ({ simulate, troubles }) => {
    // What would help is asked of the real program, which does not know this outcome.
    troubles.expect(/404 .*\/remedies/);
    // The program's own endpoint is never out of its reach, so the answer comes from the same API over a sender that
    // knocks at a port where nobody listens.
    const sender = createVendorSender({ host: '127.0.0.1', tlsPort: 1, caPem: '', timeoutMs: 2000 });
    const { call } = createTestApi({ send: (vendorCall, outcomeId) => sender.send(vendorCall, outcomeId) });
    const answer = (await call('POST', '/messages', plain())).body.value as SentMessageView;
    sender.close();
    await simulate.page.route('**/api/v1/messages', (route) => route.fulfill({ json: answer }));
    await simulate.sendWithKeys();
    const [outcome] = answer.outcomes;
    expect(outcome?.reason).toBe('vendor-unreachable');
    await saysIn(simulate, outcome as OutcomeView, ['en', 'zh']);
  });

  test('leaves none out', () => {
    // Who is no member of a group gets no outcome at all from the API: that rule guards the decision itself. A push is
    // taken back only after its message was sent.
    const elsewhere = ['vendor-unreachable', 'not-a-member', 'device-revoked'];
    expect([...REASONS.map(({ reason }) => reason as string), ...elsewhere].sort()).toEqual([...REASON_CODES].sort());
  });
});
