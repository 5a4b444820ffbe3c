import { describe, expect, it } from 'vitest';
import { createChannels } from '../channels/registry.ts';
import { form, makeRequest } from '../channels/xiaomi/testing/world.ts';
import type { MessageInput } from '../im/types.ts';
import type { DevicePatch } from '../simulator-types.ts';
import { testCredentials } from '../testing/credentials.ts';
import { first, makeSimulator, type TestBench } from '../testing/simulator.ts';

// Rules of the way from the IM server to the phone that no other table comes by, each with what makes it.

const channels = createChannels();

function prepared(id: string, patch: DevicePatch): TestBench {
  const bench = makeSimulator(channels);
  const done = bench.simulator.patchDevice(id, patch);
  if (!done.ok) throw new Error(done.error.message);
  return bench;
}

const system = (bench: TestBench, id: string) => {
  const found = bench.simulator.device(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found.system;
};

describe('the requirements of a channel', () => {
  it.each([
    ['requirement-android-version', 'pixel', 'user-fcm', { android: '4.0' }],
    ['requirement-play-services', 'pixel', 'user-fcm', { playServices: false }],
  ])('stop by %s', (rule, id, userId, change) => {
    const bench = prepared(id, { system: change });
    const outcome = first(bench.send({ to: { c2c: userId } }));
    expect([outcome.reason, outcome.cause]).toEqual(['requirement-not-met', rule]);
    expect(system(bench, id)).toMatchObject(change);
  });

  it.each([
    ['successor-system', { name: 'HyperOS' }],
    ['client-sdk-older', { sdkVersion: '3_6_11' }],
  ])('are met with the note %s', (rule, change) => {
    const { delivered, trace } = first(prepared('xiaomi', { system: change }).send({ to: { c2c: 'user-xiaomi' } }));
    expect(delivered).toBe(true);
    expect(trace.filter((step) => step.rule === rule).map(({ verdict }) => verdict)).toEqual(['note']);
  });
});

describe('a message', () => {
  it('is told that its ext is long', () => {
    const bench = makeSimulator(channels);
    const push = (length: number) =>
      first(bench.send({ to: { c2c: 'user-apns' }, offlinePush: { ext: 'e'.repeat(length) } }));
    const notes = [1024, 1025].map((length) => push(length).trace.some(({ rule }) => rule === 'ext-over-1kb'));
    expect(notes).toEqual([false, true]);
  });
});

describe('settings of a message', () => {
  const notesOn = (userId: string, message: Partial<MessageInput>): readonly string[] => {
    const to = { c2c: userId };
    const { trace } = first(makeSimulator(channels).send({ to, ...message }));
    return trace.flatMap(({ rule, verdict }) => (verdict === 'note' ? [rule] : []));
  };

  it.each([
    ['ios-sound-without-extension', 'user-apns', { offlinePush: { ios: { sound: 'dudulu' } } }],
    ['default-text-video', 'user-apns', { elements: [{ type: 'video' }] }],
    ['notify-mode-deprecated', 'user-vivo', { offlinePush: { android: { notifyMode: 0 } } }],
    ['notify-mode-custom', 'user-vivo', { offlinePush: { android: { notifyMode: 1 } } }],
  ] as const)('are noted: %s', (rule, userId, message) => {
    expect(notesOn(userId, message)).toContain(rule);
    expect(notesOn(userId, {})).not.toContain(rule);
  });

  it('are noted where the sound is that of the other kind of conversation', () => {
    const bench = makeSimulator(channels);
    const push = () => first(bench.send({ to: { c2c: 'user-apns' } })).trace.map(({ rule }) => rule);
    expect(push()).not.toContain('sound-of-other-conversation');
    bench.simulator.setOfflinePushSettings('user-apns', { groupSound: 'dudulu.caf' });
    expect(push()).toContain('sound-of-other-conversation');
  });
});

describe('what the vendor keeps', () => {
  it('is a thousand pushes for one phone, of which the oldest leave', () => {
    const bench = prepared('vivo', { online: false });
    const to = { c2c: 'user-vivo' };
    const oldest = first(bench.send({ to }));
    for (let i = 0; i < 999; i++) bench.send({ to });
    expect(bench.simulator.outcome(oldest.id)?.cause).toBe('device-stored');
    bench.send({ to });
    expect(bench.simulator.outcome(oldest.id)).toMatchObject({ reason: 'device-offline', cause: 'device-store-full' });
  });

  it('has nowhere to go when its phone has been taken away', () => {
    const bench = makeSimulator(channels);
    const token = bench.simulator.device('xiaomi')?.targets[0]?.token ?? '';
    const body = form({ registration_id: token, time_to_send: bench.simulator.now() + 60_000 });
    const key = `key=${testCredentials.xiaomi.apps[0]?.appSecret}`;
    const request = makeRequest('POST', '/v2/message/regid', { body, key });
    const { exchangeId } = bench.simulator.receive('xiaomi', request, null);
    const result = () => bench.simulator.exchange(exchangeId)?.deliveries[0];
    expect(result()).toMatchObject({ result: 'scheduled' });
    bench.simulator.removeDevice('xiaomi');
    bench.advance(60_000);
    bench.simulator.tick();
    expect(result()).toMatchObject({ result: 'dropped', cause: 'device-removed' });
  });
});

describe('a request of the self-test', () => {
  it('is marked as one', () => {
    const { simulator } = makeSimulator(channels);
    const request = makeRequest('POST', '/v2/message/regid', { body: form() });
    const { exchangeId } = simulator.receive('xiaomi', request, 'self-test-1');
    const steps = simulator.exchange(exchangeId)?.trace.filter(({ rule }) => rule === 'self-test');
    expect(steps).toMatchObject([{ verdict: 'note' }]);
  });
});

describe('what Do not disturb hides', () => {
  it('stands in the shade when that is over', () => {
    const bench = prepared('pixel', { conditions: { dnd: 'total', dndHides: 'everything' } });
    const sent = first(bench.send({ to: { c2c: 'user-fcm' } }));
    bench.simulator.patchDevice('pixel', { conditions: { dnd: 'off' } });
    expect(bench.simulator.outcome(sent.id)?.trace.map(({ rule }) => rule)).toContain('android-dnd-over');
  });
});
