import { describe, expect, it } from 'vitest';
import { createOppo } from './channel.ts';
import { R1, Scene, single } from './testing/scene.ts';

const rules = new Map(createOppo().rules.map((rule) => [rule.id, rule]));

/** The sentence that stopped the last request, as the trace shows it. */
function sentenceOf({ simulator }: Scene): string {
  const stop = simulator.exchanges()[0]?.trace.find(({ verdict }) => verdict === 'stop');
  const text = rules.get(stop?.rule ?? '')?.text.stop?.en ?? '';
  return text.replace(/\{(\w+)\}/g, (_, place: string) => String(stop?.params?.[place]));
}

const DAY = 86_400_000;

describe('a refusal says what is wrong', () => {
  it('with a token that nobody gave out, or whose day is over', async () => {
    const scene = await Scene.open();
    await scene.call('/message/notification/unicast', { auth_token: 'f'.repeat(24) });
    expect(scene.refusedBy()).toBe('oppo-token');
    scene.advance(DAY);
    expect((await scene.unicast()).body.code).toBe(11);
    expect(scene.refusedBy()).toBe('oppo-token-expired');
    expect(sentenceOf(scene)).toContain(new Date(scene.world.now).toISOString());
  });

  it('with a token that a newer one took the place of', async () => {
    const scene = new Scene();
    scene.simulator.setProfile({ oppo: { reauthentication: 'replace' } });
    const first = String((await scene.auth()).data.auth_token);
    await scene.auth();
    await scene.unicast({}, {}, { auth_token: first });
    expect(scene.refusedBy()).toBe('oppo-token-replaced');
  });

  it('with a level that has no category', async () => {
    const scene = await Scene.open();
    expect((await scene.unicast({ notify_level: 16 })).body.code).toBe(67);
    expect(scene.refusedBy()).toBe('oppo-level-category');
  });

  it('with a number that is no whole one', async () => {
    const scene = await Scene.open();
    await scene.unicast({ off_line_ttl: 1.5 });
    expect(sentenceOf(scene)).toContain('0, 1, 2, …');
    await scene.unicast({ show_ttl: 1.5 });
    expect(sentenceOf(scene)).toContain('0, 1, 2, … 172800');
  });

  it('with a category, naming those that are accepted as such', async () => {
    const scene = await Scene.open();
    await scene.unicast({ category: 'im' });
    expect(sentenceOf(scene)).toMatch(/im is not accepted; accepted here: IM, /);
  });
});

describe('the last passed step says what was done', () => {
  it('for a token, a batch, and calls without an id', async () => {
    const scene = await Scene.open();
    const last = () => scene.simulator.exchanges()[0]?.trace.findLast(({ verdict }) => verdict === 'pass')?.rule;
    expect(last()).toBe('oppo-token-made');
    await scene.call('/message/notification/unicast_batch', { messages: JSON.stringify([single(), single()]) });
    expect(last()).toBe('oppo-batch-accepted');
    await scene.get('/feedback/fetch_push_permit');
    expect(last()).toBe('oppo-done');
    await scene.json('/device/set_alias', { registration_id: R1, alias: 'x' });
    expect(last()).toBe('oppo-done');
    await scene.unicast({ app_message_id: 'm1' });
    expect(last()).toBe('oppo-accepted');
    await scene.unicast({ app_message_id: 'm1' });
    expect(last()).toBe('oppo-answered-again');
  });

  it('and a category on the old scheme is refused as what that scheme does not have', async () => {
    const scene = await Scene.open();
    scene.simulator.setProfile({ oppo: { messageClasses: 'old' } });
    expect((await scene.unicast({ category: 'IM' })).body.code).toBe(67);
    expect(scene.refusedBy()).toBe('oppo-category-old');
  });
});

describe('notes', () => {
  it('tell of keys around the notification that OPPO does not know', async () => {
    const scene = await Scene.open();
    const sent = await scene.unicast({}, { title: 't', targetType: 2, verifyRegistrationId: false });
    expect(sent.body.code).toBe(0);
    const note = scene.simulator.exchanges()[0]?.trace.find(({ rule }) => rule === 'oppo-unknown-parameter');
    expect(note?.params?.received).toBe('title');
    const messages = JSON.stringify([single({}, { registration_id: R1 })]);
    await scene.call('/message/notification/unicast_batch', { messages });
    expect(scene.notes()).toContain('oppo-unknown-parameter');
  });

  it('tell of a body that was stored before, not of a delivery', async () => {
    const scene = await Scene.open();
    const save = () =>
      scene.call('/message/notification/save_message_content', { title: 't', content: 'c', app_message_id: 'a1' });
    const first = await save();
    const again = await save();
    expect(again.data.message_id).toBe(first.data.message_id);
    expect(scene.notes()).toContain('oppo-saved-before');
    expect(scene.notes()).not.toContain('oppo-duplicate');
  });
});
