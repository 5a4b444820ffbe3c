import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../channels/types.ts';
import type { Device } from '../device/types.ts';
import { defaultProfile } from '../profile.ts';
import {
  DAY,
  examplePush,
  HUALALA_URI,
  makeAccount,
  makeDecision,
  makeDevice,
  makeGroup,
  makeMessage,
  makeSettings,
  TEST_TIME,
} from '../testing/fixtures.ts';
import type { Layer, ReasonCode } from '../trace/types.ts';
import { type DecideInput, decideOffline } from './decide.ts';
import type { ResolvedField } from './fields.ts';
import type { Element, MessageOfflinePush, OfflinePushSettings } from './types.ts';

/** `I` message.ios, `A` message.android, `M` message, `G` global, `D` default. */
const LAYERS: Readonly<Record<string, Layer>> = {
  I: 'message.ios',
  A: 'message.android',
  M: 'message',
  G: 'global',
  D: 'default',
};

/** Value, letter of the winning layer, then what lost as `~value[letter]`. */
function show(field: ResolvedField<string | boolean | null>): string {
  const letter = (layer: Layer) => Object.keys(LAYERS).find((key) => LAYERS[key] === layer);
  const lost = field.overridden.map((one) => ` ~${one.value}[${letter(one.from)}]`).join('');
  return `${field.value ?? 'none'} [${letter(field.from)}]${lost}`;
}

interface Given {
  readonly push?: MessageOfflinePush;
  readonly global?: Partial<OfflinePushSettings>;
  readonly elements?: readonly Element[];
  readonly nickName?: string | null;
  /** To the group; the value is alice's name card. */
  readonly team?: { readonly card: string | null };
  readonly device?: Partial<Device>;
}

function inputFor(channel: ChannelId, given: Given): DecideInput {
  return makeDecision({
    message: makeMessage({
      ...(given.team !== undefined && { to: { group: 'team' } }),
      ...(given.elements !== undefined && { elements: given.elements }),
      ...(given.push !== undefined && { offlinePush: given.push }),
    }),
    sender: { userId: 'alice', nickName: given.nickName === undefined ? 'Alice' : given.nickName },
    recipient: makeAccount({ settings: makeSettings(given.global) }),
    group: given.team === undefined ? null : makeGroup(given.team.card),
    device: makeDevice(channel, given.device),
  });
}

interface Vector {
  readonly row: number;
  readonly what: string;
  readonly channels: readonly ChannelId[];
  readonly given: Given;
  readonly title: string;
  readonly body: string;
  readonly sound: string;
  /** Number sent and layer; `–` where the launcher counts. */
  readonly badge: string;
  readonly ext?: string;
  readonly notes?: readonly string[];
}

const DEFAULT_TITLE = 'a new message [D]';
const sounds = { c2cSound: 'dudulu.caf', groupSound: 'hualala.caf' };
const helloWorld: readonly Element[] = [
  { type: 'text', text: 'hello' },
  { type: 'custom', desc: 'world', ext: 'e', sound: 'ding.aiff' },
];

const pushed: readonly Vector[] = [
  {
    row: 1,
    what: 'nothing set',
    channels: ['apns'],
    given: {},
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 2,
    what: 'no nickname',
    channels: ['apns'],
    given: { nickName: null },
    title: 'none [D]',
    body: 'hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 3,
    what: 'nothing set',
    channels: ['xiaomi', 'huawei', 'meizu', 'vivo'],
    given: {},
    title: DEFAULT_TITLE,
    body: 'hi [D]',
    sound: 'default [D]',
    badge: '–',
  },
  {
    row: 4,
    what: 'nothing set',
    channels: ['oppo', 'fcm'],
    given: {},
    title: DEFAULT_TITLE,
    body: 'hi [D]',
    sound: 'default [D]',
    badge: '–',
  },
  {
    row: 5,
    what: 'to a group, with name card',
    channels: ['apns'],
    given: { team: { card: 'Ali' } },
    title: 'none [D]',
    body: 'Ali(Team):hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 6,
    what: 'to a group, no card, no nickname',
    channels: ['apns'],
    given: { team: { card: null }, nickName: null },
    title: 'none [D]',
    body: '(Team):hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 7,
    what: 'the example as printed',
    channels: ['apns'],
    given: { push: examplePush() },
    title: "I'm title [M]",
    body: "I'm description [M]",
    sound: '/path/to/sound/file [I]',
    badge: '1 [I]',
    ext: '{"level":15,"task":"TASK15"} [M]',
    notes: ['ios-sound-is-a-path'],
  },
  {
    row: 8,
    what: 'the example as printed',
    channels: ['xiaomi'],
    given: { push: examplePush() },
    title: "I'm title [M]",
    body: "I'm description [M]",
    sound: `default [D] ~${HUALALA_URI}[A]`,
    badge: '–',
    ext: '{"level":15,"task":"TASK15"} [M]',
    notes: ['custom-sound-apns-only'],
  },
  {
    row: 9,
    what: 'the example, silent',
    channels: ['apns'],
    given: { push: examplePush({ silent: true }) },
    title: "I'm title [M]",
    body: "I'm description [M]",
    sound: 'push.no_sound [I]',
    badge: '1 [I]',
  },
  {
    row: 10,
    what: 'the example with the iOS lines',
    channels: ['apns'],
    given: { push: examplePush({ iosTexts: true }) },
    title: "I'm title for iOS [I] ~I'm title[M]",
    body: "I'm desc for iOS [I] ~I'm description[M]",
    sound: '/path/to/sound/file [I]',
    badge: '1 [I]',
  },
  {
    row: 11,
    what: 'the example with the iOS lines',
    channels: ['oppo'],
    given: { push: examplePush({ iosTexts: true }) },
    title: "I'm title [M]",
    body: "I'm description [M]",
    sound: `default [D] ~${HUALALA_URI}[A]`,
    badge: '–',
    ext: '{"level":15,"task":"TASK15"} [M]',
  },
  {
    row: 12,
    what: 'the example with the Android lines',
    channels: ['vivo'],
    given: { push: examplePush({ androidTexts: true }) },
    title: "I'm title for android [A] ~I'm title[M]",
    body: "I'm desc for android [A] ~I'm description[M]",
    sound: `default [D] ~${HUALALA_URI}[A]`,
    badge: '–',
  },
  {
    row: 13,
    what: 'Android title, general text',
    channels: ['meizu'],
    given: { push: { android: { title: 'T' }, descr: 'd' } },
    title: 'T [A]',
    body: 'd [M]',
    sound: 'default [D]',
    badge: '–',
  },
  {
    row: 14,
    what: 'title only',
    channels: ['apns'],
    given: { push: { title: 'T' } },
    title: 'T [M]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
    notes: ['title-with-default-body', 'title-only-quirk'],
  },
  {
    row: 15,
    what: 'text only',
    channels: ['apns'],
    given: { push: { descr: 'd' } },
    title: 'none [D]',
    body: 'd [M]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 16,
    what: 'text only',
    channels: ['huawei'],
    given: { push: { descr: 'd' } },
    title: DEFAULT_TITLE,
    body: 'd [M]',
    sound: 'default [D]',
    badge: '–',
  },
  {
    row: 17,
    what: 'empty iOS title',
    channels: ['apns'],
    given: { push: { title: 'T', ios: { title: '' } } },
    title: 'T [M]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 18,
    what: 'global sound',
    channels: ['apns'],
    given: { global: { c2cSound: 'dudulu.caf' } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'dudulu.caf [G]',
    badge: '1 [D]',
  },
  {
    row: 19,
    what: 'global sounds, to a group',
    channels: ['apns'],
    given: { global: sounds, team: { card: null } },
    title: 'none [D]',
    body: 'Alice(Team):hi [D]',
    sound: 'hualala.caf [G]',
    badge: '1 [D]',
  },
  {
    row: 20,
    what: 'message sound over global',
    channels: ['apns'],
    given: { global: sounds, push: { ios: { sound: 'x.caf' } } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'x.caf [I] ~dudulu.caf[G]',
    badge: '1 [D]',
  },
  {
    row: 21,
    what: 'a title leaves the global sound',
    channels: ['apns'],
    given: { global: sounds, push: { title: 'T' } },
    title: 'T [M]',
    body: 'Alice:hi [D]',
    sound: 'dudulu.caf [G]',
    badge: '1 [D]',
    notes: ['unset-field-falls-back'],
  },
  {
    row: 22,
    what: 'message asks for the system sound',
    channels: ['apns'],
    given: { global: sounds, push: { ios: { sound: 'default' } } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [I] ~dudulu.caf[G]',
    badge: '1 [D]',
  },
  {
    row: 23,
    what: 'global sound',
    channels: ['fcm'],
    given: { global: sounds },
    title: DEFAULT_TITLE,
    body: 'hi [D]',
    sound: 'default [D] ~dudulu.caf[G]',
    badge: '–',
    notes: ['custom-sound-apns-only'],
  },
  {
    row: 24,
    what: 'global silence',
    channels: ['apns'],
    given: { global: { c2cSound: 'push.no_sound' } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'push.no_sound [G]',
    badge: '1 [D]',
  },
  {
    row: 25,
    what: 'badge off, icon at 4',
    channels: ['apns'],
    given: { push: { ios: { badgeEnabled: false } }, device: { badge: 4, badgeBase: 4 } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: 'none [I]',
  },
  {
    row: 26,
    what: 'reported base 5',
    channels: ['apns'],
    given: { device: { badgeBase: 5 } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '6 [D]',
  },
  {
    row: 26,
    what: 'reported base 5, second message',
    channels: ['apns'],
    given: { device: { badgeBase: 6 } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '7 [D]',
  },
  {
    row: 29,
    what: 'global off, message on',
    channels: ['apns'],
    given: { global: { enabled: false }, push: { title: 'T' } },
    title: 'T [M]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
    notes: ['global-off-disputed'],
  },
  {
    row: 32,
    what: 'custom element alone, with a text',
    channels: ['apns'],
    given: { elements: [{ type: 'custom', data: 'x' }], push: { descr: 'd' } },
    title: 'none [D]',
    body: 'd [M]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 33,
    what: 'custom element with its own fields',
    channels: ['apns'],
    given: { elements: helloWorld },
    title: 'none [D]',
    body: 'Alice:helloworld [D]',
    sound: 'ding.aiff [M]',
    badge: '1 [D]',
    ext: 'e [M]',
  },
  {
    row: 34,
    what: 'the same with message settings',
    channels: ['apns'],
    given: { elements: helloWorld, push: { ext: 'x' } },
    title: 'none [D]',
    body: 'Alice:hello [D]',
    sound: 'default [D]',
    badge: '1 [D]',
    ext: 'x [M]',
    notes: ['custom-element-fields-ignored'],
  },
  {
    row: 35,
    what: 'text and image',
    channels: ['apns'],
    given: { elements: [{ type: 'text', text: 'Test' }, { type: 'image' }] },
    title: 'none [D]',
    body: 'Alice:Test[图片] [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 38,
    what: 'killed by the system',
    channels: ['apns'],
    given: { device: { app: { ...makeDevice('apns').app, killedBy: 'system' } } },
    title: 'none [D]',
    body: 'Alice:hi [D]',
    sound: 'default [D]',
    badge: '1 [D]',
  },
  {
    row: 38,
    what: 'killed by the system',
    channels: ['xiaomi'],
    given: { device: { app: { ...makeDevice('xiaomi').app, killedBy: 'system' } } },
    title: DEFAULT_TITLE,
    body: 'hi [D]',
    sound: 'default [D]',
    badge: '–',
  },
];

describe('vectors of messages that are pushed', () => {
  const cases = pushed.flatMap((vector) => vector.channels.map((channel) => ({ ...vector, channel })));
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

interface Stopped {
  readonly row: number;
  readonly what: string;
  readonly input: DecideInput;
  readonly reason: ReasonCode;
  readonly cause?: string;
  readonly via?: 'online' | 'none';
}

const session = (state: Device['session']['state'], since = TEST_TIME) => ({
  session: { state, userId: 'bob', since },
});
const running = (process: Device['app']['process']) => ({
  app: { ...makeDevice('apns').app, process, killedBy: null },
});
const system = (channel: ChannelId, facts: Partial<Device['system']>): DecideInput =>
  makeDecision({ device: makeDevice(channel, { system: { ...makeDevice(channel).system, ...facts } }) });
const readingB = { ...defaultProfile, globalOffMessageOn: 'global' } as const;

const stopped: readonly Stopped[] = [
  { row: 27, what: 'message off', input: inputFor('apns', { push: { enabled: false } }), reason: 'push-flag-off' },
  { row: 27, what: 'message off', input: inputFor('xiaomi', { push: { enabled: false } }), reason: 'push-flag-off' },
  { row: 28, what: 'global off', input: inputFor('apns', { global: { enabled: false } }), reason: 'global-switch-off' },
  {
    row: 29,
    what: 'global off, message on, reading B',
    input: { ...inputFor('apns', { global: { enabled: false }, push: { title: 'T' } }), profile: readingB },
    reason: 'global-switch-off',
    cause: 'global-over-message',
  },
  {
    row: 30,
    what: 'both off',
    input: inputFor('apns', { global: { enabled: false }, push: { enabled: false } }),
    reason: 'push-flag-off',
  },
  {
    row: 31,
    what: 'system message with a text',
    input: makeDecision({ message: makeMessage({ kind: 'system', offlinePush: { descr: 'd' } }) }),
    reason: 'system-message',
  },
  {
    row: 32,
    what: 'custom element alone, without desc',
    input: inputFor('apns', { elements: [{ type: 'custom', data: 'x' }] }),
    reason: 'no-text',
  },
  {
    row: 36,
    what: 'logged out',
    input: makeDecision({ device: makeDevice('apns', session('loggedOut')) }),
    reason: 'logged-out',
  },
  { row: 36, what: 'kicked', input: makeDecision({ device: makeDevice('apns', session('kicked')) }), reason: 'kicked' },
  {
    row: 36,
    what: 'never logged in here',
    input: makeDecision({ device: makeDevice('apns', session('never')) }),
    reason: 'never-logged-in',
  },
  { row: 36, what: 'no device at all', input: makeDecision({ device: null }), reason: 'never-logged-in' },
  {
    row: 36,
    what: 'last link 8 days ago',
    input: makeDecision({ device: makeDevice('apns', session('loggedIn', TEST_TIME - 8 * DAY)) }),
    reason: 'expired',
  },
  {
    row: 37,
    what: 'app in front',
    input: makeDecision({ device: makeDevice('apns', running('foreground')) }),
    reason: 'instance-foreground',
    via: 'online',
  },
  {
    row: 37,
    what: 'app in background',
    input: makeDecision({ device: makeDevice('apns', running('background')) }),
    reason: 'instance-online',
    via: 'online',
  },
  {
    row: 39,
    what: 'no token',
    input: makeDecision({ device: makeDevice('apns', { targets: [] }) }),
    reason: 'no-token',
  },
  {
    row: 40,
    what: 'Xiaomi phone without MIUI',
    input: system('xiaomi', { name: 'Android' }),
    reason: 'requirement-not-met',
    cause: 'requirement-system',
  },
  {
    row: 40,
    what: 'HMS 20401299',
    input: system('huawei', { hmsVersion: 20401299 }),
    reason: 'requirement-not-met',
    cause: 'requirement-hms',
  },
  {
    row: 40,
    what: 'FCM in mainland China',
    input: system('fcm', { mainlandChina: true }),
    reason: 'requirement-not-met',
    cause: 'requirement-region',
  },
  {
    row: 40,
    what: 'unsupported vivo model',
    input: system('vivo', { modelSupported: false }),
    reason: 'requirement-not-met',
    cause: 'requirement-model',
  },
  {
    row: 43,
    what: 'receive without notice',
    input: {
      ...inputFor('apns', { team: { card: null } }),
      recipient: makeAccount({ receiveOptions: { team: 'receiveNotNotify' } }),
    },
    reason: 'receive-opt',
  },
];

describe('vectors of messages that are not pushed', () => {
  it.each(stopped)('row $row: $what → $reason', ({ input, reason, cause = reason, via = 'none' }) => {
    const decision = decideOffline(input);
    expect(decision).toMatchObject({ verdict: 'stop', reason, cause, via });
    expect(decision.trace.filter((step) => step.verdict === 'stop').map((step) => step.rule)).toEqual([cause]);
  });
});
