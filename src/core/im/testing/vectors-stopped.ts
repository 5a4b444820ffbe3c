import type { ChannelId } from '../../channels/types.ts';
import type { Device } from '../../device/types.ts';
import { defaultProfile } from '../../profile.ts';
import { DAY, makeAccount, makeDecision, makeDevice, makeMessage, TEST_TIME } from '../../testing/fixtures.ts';
import type { ReasonCode } from '../../trace/types.ts';
import type { DecideInput } from '../decide.ts';
import { inputFor } from './vector.ts';

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

export const stopped: readonly Stopped[] = [
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
