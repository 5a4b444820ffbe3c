import fc from 'fast-check';
import { CHANNEL_IDS } from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import type { DecideInput } from '../im/decide.ts';
import type { Element, MessageOfflinePush } from '../im/types.ts';
import { defaultProfile } from '../profile.ts';
import { DAY, makeAccount, makeDevice, makeGroup, makeMessage, TEST_TIME } from './fixtures.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** A setting: absent, null, empty or some text. */
export const setting = fc.oneof(
  fc.constantFrom(undefined, null, '', 'default', 'push.no_sound', 'dudulu.caf', '/a/b', 'android.resource://a/b'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);

/** Elements with at most one custom element, as a valid message has them. */
export const elements: fc.Arbitrary<readonly Element[]> = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.record({ type: fc.constant('text' as const), text: fc.string({ maxLength: 8 }) }),
        fc.record({
          type: fc.constantFrom(
            'voice' as const,
            'image' as const,
            'file' as const,
            'face' as const,
            'location' as const,
            'video' as const,
          ),
        }),
      ),
      { maxLength: 3 },
    ),
    optional(
      fc.record({
        type: fc.constant('custom' as const),
        desc: optional(fc.string({ maxLength: 6 })),
        ext: optional(fc.string({ maxLength: 6 })),
        sound: optional(fc.constantFrom('', 'ding.aiff', 'a/b')),
      }),
    ),
  )
  .map(([plain, custom]) => (custom === undefined ? plain : [...plain, custom]));

export const offlinePush: fc.Arbitrary<MessageOfflinePush | null | undefined> = fc.option(
  fc.record({
    enabled: optional(fc.boolean()),
    title: setting,
    descr: setting,
    ext: fc.oneof(setting, fc.json()),
    android: fc.option(
      fc.record({ title: setting, desc: setting, sound: setting, notifyMode: fc.constantFrom(undefined, 0, 1) }),
      { nil: undefined },
    ),
    ios: fc.option(fc.record({ title: setting, desc: setting, sound: setting, badgeEnabled: optional(fc.boolean()) }), {
      nil: undefined,
    }),
  }),
  { nil: undefined },
);

const device: fc.Arbitrary<Device | null> = fc.option(
  fc
    .record({
      channel: fc.constantFrom(...CHANNEL_IDS),
      process: fc.constantFrom('foreground' as const, 'background' as const, 'killed' as const),
      killedBy: fc.constantFrom('user' as const, 'system' as const),
      online: fc.boolean(),
      state: fc.constantFrom('never' as const, 'loggedIn' as const, 'loggedOut' as const, 'kicked' as const),
      userId: fc.constantFrom('bob', 'carol', null),
      age: fc.integer({ min: 0, max: 10 * DAY }),
      token: fc.boolean(),
      badgeBase: fc.nat(99),
      meets: fc.boolean(),
    })
    .map((facts): Device => {
      const base = makeDevice(facts.channel);
      return {
        ...base,
        online: facts.online,
        app: { ...base.app, process: facts.process, killedBy: facts.process === 'killed' ? facts.killedBy : null },
        session: { state: facts.state, userId: facts.userId, since: TEST_TIME - facts.age },
        targets: facts.token ? base.targets : [],
        badgeBase: facts.badgeBase,
        system: facts.meets ? base.system : { ...base.system, name: 'KaiOS' },
      };
    }),
);

/** Any message to any receiver in any state. */
export const decideInput: fc.Arbitrary<DecideInput> = fc
  .record({
    toGroup: fc.boolean(),
    kind: fc.constantFrom('chat' as const, 'chat' as const, 'chat' as const, 'system' as const),
    elements,
    offlinePush,
    nickName: fc.constantFrom(null, '', 'Alice'),
    card: fc.constantFrom(null, '', 'Ali'),
    member: fc.boolean(),
    enabled: fc.boolean(),
    c2cSound: fc.constantFrom(null, '', 'dudulu.caf'),
    groupSound: fc.constantFrom(null, 'hualala.caf'),
    option: fc.constantFrom(undefined, 'receiveAndNotify', 'receiveNotNotify', 'notReceive'),
    device,
    globalOffMessageOn: fc.constantFrom('message', 'global'),
    pushInBackground: fc.boolean(),
  } as const)
  .map((one): DecideInput => {
    const group = makeGroup(one.card);
    return {
      message: makeMessage({
        kind: one.kind,
        elements: one.elements,
        offlinePush: one.offlinePush,
        to: one.toGroup ? { group: 'team' } : { c2c: 'bob' },
      }),
      sender: { userId: 'alice', nickName: one.nickName },
      recipient: makeAccount({
        settings: { enabled: one.enabled, c2cSound: one.c2cSound, groupSound: one.groupSound },
        receiveOptions: one.option === undefined ? {} : { team: one.option },
      }),
      group: !one.toGroup ? null : one.member ? group : { ...group, members: group.members.slice(0, 1) },
      device: one.device,
      profile: {
        ...defaultProfile,
        globalOffMessageOn: one.globalOffMessageOn,
        pushInBackground: one.pushInBackground,
      },
      now: TEST_TIME,
    };
  });
