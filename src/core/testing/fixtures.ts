import type { ChannelId } from '../channels/types.ts';
import { createDevice, createTarget, DEFAULT_APP } from '../device/create.ts';
import type { Device } from '../device/types.ts';
import type { DecideInput } from '../im/decide.ts';
import type { Account, Group, Message, MessageOfflinePush, OfflinePushSettings } from '../im/types.ts';
import { defaultProfile } from '../profile.ts';

/** A moment for tests, ms: 2024-05-01T08:00:00Z. */
export const TEST_TIME = 1_714_550_400_000;
export const DAY = 24 * 60 * 60 * 1000;

export function makeSettings(overrides: Partial<OfflinePushSettings> = {}): OfflinePushSettings {
  return { enabled: true, c2cSound: null, groupSound: null, ...overrides };
}

/** `bob`, logged in, global settings untouched. */
export function makeAccount(overrides: Partial<Account> = {}): Account {
  return {
    userId: 'bob',
    nickName: null,
    session: 'loggedIn',
    settings: makeSettings(),
    receiveOptions: {},
    ...overrides,
  };
}

/** A phone of the channel's maker with `bob` logged in, the app killed by its user, badges allowed, a token uploaded. */
export function makeDevice(channel: ChannelId, overrides: Partial<Device> = {}): Device {
  return {
    ...createDevice(channel, { channel }, TEST_TIME),
    session: { state: 'loggedIn', userId: 'bob', since: TEST_TIME },
    targets: [createTarget(channel === 'apns' ? 'ab'.repeat(32) : `${channel}-token`, DEFAULT_APP, TEST_TIME)],
    ...(channel === 'apns' ? {} : { settings: { badges: true } }),
    ...overrides,
  };
}

/** `team`, named `Team`, with alice and bob. `card`: alice's name card in the group. */
export function makeGroup(card: string | null = null): Group {
  return {
    groupId: 'team',
    name: 'Team',
    members: [
      { userId: 'alice', nameCard: card },
      { userId: 'bob', nameCard: null },
    ],
  };
}

/** Text message `hi` from alice to bob without settings. */
export function makeMessage(overrides: Partial<Message> = {}): Message {
  return {
    id: 'm1',
    at: TEST_TIME,
    from: 'alice',
    to: { c2c: 'bob' },
    kind: 'chat',
    elements: [{ type: 'text', text: 'hi' }],
    ...overrides,
  };
}

/** A decision about alice's message to bob on his iPhone; by default everything is in favour of a push. */
export function makeDecision(overrides: Partial<DecideInput> = {}): DecideInput {
  return {
    message: makeMessage(),
    sender: { userId: 'alice', nickName: 'Alice' },
    recipient: makeAccount(),
    group: null,
    device: makeDevice('apns'),
    profile: defaultProfile,
    now: TEST_TIME,
    ...overrides,
  };
}

/** The resource that the specification's example sets as Android sound. */
export const HUALALA_URI = 'android.resource://com.example.app/raw/hualala';

/** Lines of the specification's example program that it shows commented out, besides the old constructors. */
export interface ExampleLines {
  readonly androidTexts?: boolean;
  readonly iosTexts?: boolean;
  /** `setSound(NO_SOUND_NO_VIBRATION)` in place of the path. */
  readonly silent?: boolean;
}

/** The settings that the specification's example program puts on its message. */
export function examplePush(lines: ExampleLines = {}): MessageOfflinePush {
  return {
    enabled: true,
    title: "I'm title",
    descr: "I'm description",
    ext: '{"level":15,"task":"TASK15"}',
    android: {
      ...(lines.androidTexts === true && { title: "I'm title for android", desc: "I'm desc for android" }),
      sound: HUALALA_URI,
    },
    ios: {
      ...(lines.iosTexts === true && { title: "I'm title for iOS", desc: "I'm desc for iOS" }),
      badgeEnabled: true,
      sound: lines.silent === true ? 'push.no_sound' : '/path/to/sound/file',
    },
  };
}
