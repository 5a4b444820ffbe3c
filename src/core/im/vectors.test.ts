import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../channels/types.ts';
import { decideOffline } from './decide.ts';
import { inputFor, show } from './testing/vector.ts';
import { layered } from './testing/vectors-layers.ts';
import { stopped } from './testing/vectors-stopped.ts';
import { texts } from './testing/vectors-texts.ts';

describe('vectors of messages that are pushed', () => {
  const cases = [...texts, ...layered].flatMap((vector) => vector.channels.map((channel) => ({ ...vector, channel })));
  it.each(cases)('row $row on $channel: $what', (vector) => {
    const decision = decideOffline(inputFor(vector.channel, vector.given));
    expect(decision).toMatchObject({ verdict: 'push', via: 'push', reason: 'delivered', cause: 'offline-push' });
    const { fields } = decision;
    const badge =
      vector.channel === 'apns'
        ? `${decision.badge ?? 'none'} ${show(fields.badge).slice(-3)}`
        : (decision.badge ?? '–');
    expect({ title: show(fields.title), body: show(fields.body), sound: show(fields.sound), badge }).toEqual({
      title: vector.title,
      body: vector.body,
      sound: vector.sound,
      badge: vector.badge,
    });
    if (vector.ext !== undefined) expect(show(fields.ext)).toBe(vector.ext);
    const notes = decision.trace.filter((step) => step.verdict === 'note').map((step) => step.rule);
    expect(notes).toEqual(expect.arrayContaining([...(vector.notes ?? [])]));
  });

  it('keeps the rows apart that rest on no public text', () => {
    const rules = (channel: ChannelId) => decideOffline(inputFor(channel, {})).trace.map((step) => step.rule);
    expect(rules('xiaomi')).toContain('default-title');
    expect(rules('oppo')).toContain('default-title-assumed');
    expect(rules('fcm')).not.toContain('default-title');
  });
});

describe('vectors of messages that are not pushed', () => {
  it.each(stopped)('row $row: $what → $reason', ({ input, reason, cause = reason, via = 'none' }) => {
    const decision = decideOffline(input);
    expect(decision).toMatchObject({ verdict: 'stop', reason, cause, via });
    expect(decision.trace.filter((step) => step.verdict === 'stop').map((step) => step.rule)).toEqual([cause]);
  });
});
