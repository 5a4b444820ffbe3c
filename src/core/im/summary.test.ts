import { describe, expect, it } from 'vitest';
import { REASON_CODES } from '../trace/types.ts';
import { type SummaryInput, summarizeOutcome } from './summary.ts';

const input = (overrides: Partial<SummaryInput> = {}): SummaryInput => ({
  reason: 'delivered',
  cause: 'delivered',
  deviceName: 'iPhone',
  channelName: { en: 'APNs', zh: 'APNs' },
  durationMs: 13.6,
  sound: 'dudulu.caf',
  badge: 1,
  ...overrides,
});

describe('summarizeOutcome', () => {
  it('says where a notification arrived, how fast, and what was heard and counted', () => {
    expect(summarizeOutcome(input())).toEqual({
      en: 'Delivered to iPhone by APNs in 14 ms, with sound dudulu.caf, badge 1.',
      zh: '已由 APNs 送达 iPhone，用时 14 毫秒，提示音 dudulu.caf，角标 1。',
    });
    const onXiaomi = input({ deviceName: '小米手机', channelName: { en: 'Xiaomi push', zh: '小米推送' }, badge: null });
    expect(summarizeOutcome({ ...onXiaomi, sound: 'default' }).zh).toBe(
      '已由小米推送送达小米手机，用时 14 毫秒，默认提示音。',
    );
    expect(summarizeOutcome(input({ sound: 'default', badge: null })).en).toBe(
      'Delivered to iPhone by APNs in 14 ms, with the default sound.',
    );
    expect(summarizeOutcome(input({ sound: null, badge: 0 })).en).toBe(
      'Delivered to iPhone by APNs in 14 ms, without sound, badge 0.',
    );
  });

  it('puts the reason first when there was no push', () => {
    expect(summarizeOutcome(input({ reason: 'logged-out', cause: 'logged-out' }))).toEqual({
      en: 'No push: the receiver has logged out, so no offline push is sent.',
      zh: '未推送：接收方已退出登录，不会收到离线推送。',
    });
  });

  it('has a sentence of its own for every reason, in both languages', () => {
    const all = REASON_CODES.map((reason) => summarizeOutcome(input({ reason, cause: reason })));
    expect(new Set(all.map((text) => text.en)).size).toBe(REASON_CODES.length);
    expect(new Set(all.map((text) => text.zh)).size).toBe(REASON_CODES.length);
    for (const text of all) {
      expect(text.en).toMatch(/\.$/);
      expect(text.zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(text.en + text.zh).not.toMatch(/[!！{}]/);
    }
  });

  it('adds the rule of a refusal, as its sentence or else by name', () => {
    const refused = { reason: 'vendor-rejected', cause: 'apns-bad-device-token' } as const;
    const causeText = { en: 'The token is no token.', zh: 'token 无效。' };
    expect(summarizeOutcome(input({ ...refused, causeText }))).toEqual({
      en: 'No notification: APNs refused the push. The token is no token.',
      zh: '未送达：APNs 拒绝了这次推送。token 无效。',
    });
    expect(summarizeOutcome(input(refused)).en).toMatch(/The rule is “apns-bad-device-token”\.$/);
  });

  it('tells when the running app got the message anyway, once', () => {
    const off = summarizeOutcome(input({ reason: 'push-flag-off', cause: 'push-flag-off', via: 'online' }));
    expect(off.en).toMatch(/for this message\. The running app got the message over its own connection\.$/);
    const front = summarizeOutcome(
      input({ reason: 'instance-foreground', cause: 'instance-foreground', via: 'online' }),
    );
    expect(front.en.match(/own connection/g)).toHaveLength(1);
  });

  it('says of a dry run what sending would do', () => {
    const text = summarizeOutcome(input({ reason: 'delivered', cause: 'delivered', dryRun: true }));
    expect(text.en).toMatch(/^Would be delivered to .* by APNs, with/);
    expect(text.zh).toMatch(/^发送后将由 APNs 送达/);
  });

  it('does without the names of device and channel', () => {
    const text = summarizeOutcome(
      input({ reason: 'no-token', cause: 'no-token', deviceName: null, channelName: null }),
    );
    expect(text.en).toBe('No push: the device has not uploaded a push token.');
  });
});
