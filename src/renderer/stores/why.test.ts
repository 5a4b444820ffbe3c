import { describe, expect, it } from 'vitest';
import type { SentMessageView } from '../../core/views.ts';
import type { Answer } from '../api/client.ts';
import { fakeApi, manualTimers, message, no, ok, outcome, settled } from '../testing/fixtures.ts';
import { createWhyStore, PREVIEW_DELAY } from './why.ts';

const sent = (...ids: readonly string[]): SentMessageView => ({
  message: { ...message, id: 'm', at: 42, sizes: { title: 0, descr: 0, ext: 0 } },
  outcomes: ids.map((id) => outcome(id, { deviceId: id })),
});

describe('the reason pane', () => {
  it('asks once for a preview when several changes come quickly', async () => {
    const timers = manualTimers();
    const asked: string[] = [];
    const why = createWhyStore(
      fakeApi({
        preview: (draft) => {
          asked.push(draft.from);
          return ok(sent('a'));
        },
      }),
      timers.later,
    );
    why.getState().preview({ ...message, from: 'x' });
    timers.advance(PREVIEW_DELAY - 1);
    why.getState().preview({ ...message, from: 'y' });
    timers.advance(PREVIEW_DELAY);
    await settled();
    expect(asked).toEqual(['y']);
    expect(why.getState()).toMatchObject({ mode: 'preview', asked: true });
  });

  it('aborts a preview that was overtaken and ignores its answer', async () => {
    const timers = manualTimers();
    const calls: { readonly signal: AbortSignal; readonly answer: (value: Answer<SentMessageView>) => void }[] = [];
    const why = createWhyStore(
      fakeApi({ preview: (_, signal) => new Promise((answer) => calls.push({ signal, answer })) }),
      timers.later,
    );
    why.getState().preview(message);
    timers.advance(PREVIEW_DELAY);
    why.getState().preview(message);
    expect(calls[0]?.signal.aborted).toBe(true);
    timers.advance(PREVIEW_DELAY);
    calls[1]?.answer({ ok: true, value: sent('new') });
    calls[0]?.answer({ ok: true, value: sent('old') });
    await settled();
    expect(why.getState().outcomes.map(({ id }) => id)).toEqual(['new']);
  });

  it('shows what happened after sending, and no preview takes its place', async () => {
    const timers = manualTimers();
    let answer: (value: Answer<SentMessageView>) => void = () => {};
    const why = createWhyStore(
      fakeApi({
        preview: () => ok(sent('preview')),
        send: () =>
          new Promise((resolve) => {
            answer = resolve;
          }),
      }),
      timers.later,
    );
    const done = why.getState().send(message);
    // The push changes the phone before the answer is in, and the page asks for a new preview.
    why.getState().preview(message);
    expect(await why.getState().send(message)).toBe(false);
    answer({ ok: true, value: sent('real') });
    await done;
    timers.advance(1000);
    await settled();
    expect(why.getState()).toMatchObject({ mode: 'sent', at: 42, sending: false });
    expect(why.getState().outcomes.map(({ id }) => id)).toEqual(['real']);
  });

  it('keeps looking at the same phone', async () => {
    const why = createWhyStore(fakeApi({ send: () => ok(sent('iphone', 'xiaomi')) }), manualTimers().later);
    await why.getState().send(message);
    why.getState().select(1);
    await why.getState().send(message);
    expect(why.getState().selected).toBe(1);
  });

  it('follows an outcome that changes later', async () => {
    const why = createWhyStore(fakeApi({ send: () => ok(sent('a')) }), manualTimers().later);
    await why.getState().send(message);
    why.getState().apply([{ type: 'outcome', outcome: outcome('a', { delivered: false, reason: 'device-offline' }) }]);
    expect(why.getState().outcomes[0]?.reason).toBe('device-offline');
    const before = why.getState().outcomes;
    why.getState().apply([{ type: 'outcome', outcome: outcome('other') }]);
    expect(why.getState().outcomes).toBe(before);
  });

  it('shows a refusal in place of outcomes', async () => {
    const why = createWhyStore(fakeApi({ send: () => no() }), manualTimers().later);
    expect(await why.getState().send(message)).toBe(false);
    expect(why.getState()).toMatchObject({ outcomes: [], failure: { code: 'not_logged_in' } });
  });

  it('looks up one of the past', async () => {
    const why = createWhyStore(fakeApi({ outcome: (id) => ok(outcome(id, { at: 9 })) }), manualTimers().later);
    await why.getState().show('o7');
    expect(why.getState()).toMatchObject({ mode: 'past', at: 9, outcomes: [{ id: 'o7' }] });
  });
});
