import { createDevice, createTarget, DEFAULT_APP } from '../src/core/device/create.ts';
import { type DecideInput, decideOffline } from '../src/core/im/decide.ts';
import type { MessageOfflinePush } from '../src/core/im/types.ts';
import { defaultProfile } from '../src/core/profile.ts';
import { median } from './stats.ts';

const NOW = 1_764_000_000_000;

const offlinePushes: readonly (MessageOfflinePush | null)[] = [
  null,
  {
    title: "I'm title",
    descr: "I'm description",
    ext: '{"level":15}',
    ios: { sound: 'push.no_sound', badgeEnabled: true },
  },
  { enabled: false },
  { title: 'T', android: { title: 'A', sound: 'android.resource://com.example.app/raw/hualala' } },
];

/** Different platforms, settings and states, so that no single path is measured. */
function inputs(): DecideInput[] {
  return (['apns', 'xiaomi'] as const).flatMap((channel) =>
    offlinePushes.flatMap((offlinePush) =>
      [true, false].map((enabled): DecideInput => {
        const userId = `user-${channel}`;
        return {
          message: {
            id: 'm',
            at: NOW,
            from: 'alice',
            to: { c2c: userId },
            kind: 'chat',
            elements: [{ type: 'text', text: 'a new msg from alice' }, { type: 'image' }],
            offlinePush,
          },
          sender: { userId: 'alice', nickName: 'Alice' },
          recipient: {
            userId,
            nickName: null,
            session: 'loggedIn',
            settings: { enabled, c2cSound: 'dudulu.caf', groupSound: null },
            receiveOptions: {},
          },
          group: null,
          device: {
            ...createDevice(channel, { channel }, NOW),
            session: { state: 'loggedIn', userId, since: NOW },
            targets: [createTarget('aa', DEFAULT_APP, NOW)],
          },
          profile: defaultProfile,
          now: NOW,
        };
      }),
    ),
  );
}

/** Decisions with full trace a second, on this one thread: the median of five rounds after a warm-up. */
export function measureDecisions(): number {
  const cases = inputs();
  const perRound = 200_000;
  let steps = 0;
  const round = () => {
    const started = process.hrtime.bigint();
    for (let i = 0; i < perRound; i++) {
      const input = cases[i % cases.length];
      if (input !== undefined) steps += decideOffline(input).trace.length;
    }
    return perRound / (Number(process.hrtime.bigint() - started) / 1e9);
  };
  round();
  const rates = Array.from({ length: 5 }, round);
  if (steps === 0) throw new Error('no decision left a trace');
  return median(rates);
}
