import type { AndroidChannel } from '../../device/types.ts';
import type { AndroidId, PhoneState, Seen } from './phones.ts';

/** One thing that happens: a push, time that passes, a change of the phone, or an action of its user. */
export type Happening =
  | { readonly push: Readonly<Record<string, unknown>> }
  | { readonly later: number }
  | { readonly change: PhoneState }
  | { readonly act: 'launch' | 'hideBanner' | 'tap' };

export interface PhoneVector {
  readonly name: string;
  readonly source: string;
  readonly phone: AndroidId;
  readonly state?: PhoneState;
  readonly events: readonly Happening[];
  /** Of the last push. */
  readonly seen?: Partial<Omit<Seen, 'tap'>> & { readonly tap?: unknown };
  /** Of the phone in the end. */
  readonly end?: { readonly badge?: number; readonly rows?: number; readonly process?: string };
}

const push = (payload: Readonly<Record<string, unknown>> = {}): Happening => ({ push: payload });
const times = (count: number, make: (index: number) => Happening): Happening[] =>
  Array.from({ length: count }, (_, index) => [make(index), { later: 2000 }]).flat();
const fcm = (own: object, notification = {}): Happening =>
  push({ notification: { title: 't', body: 'b' }, android: { notification: own }, ...notification });

const channel = (importance: AndroidChannel['importance'], sound: string | null = 'default'): AndroidChannel => ({
  name: 'Messages',
  sound,
  vibrate: false,
  ...(importance === undefined ? {} : { importance }),
});
const M4 = { channels: { m: channel(4) } };
const ANDROID_7 = { system: { android: '7.1' } };
const KILLED = { app: { process: 'killed', killedBy: 'user' } } as const;

const FIREBASE = 'firebase-android-sdk';
const AOSP_ATTENTION = 'AOSP: NotificationAttentionHelper.java';
const AOSP_PEEK = 'AOSP: NotificationInterruptStateProviderImpl.java';
const AOSP_ZEN = 'AOSP: ZenModeHelper.java';
const LAUNCHER = 'Launcher3: NotificationListener.java, DotInfo.java';
const HUAWEI_BADGE = 'Huawei: badge of the push kit';
const XIAOMI_BADGE = 'Xiaomi: desktop badge of MIUI';

/** What is known of the Android phone, from permission to the number on the icon: one row, one behaviour. */
export const PHONE_VECTORS: readonly PhoneVector[] = [
  {
    name: 'no channel: the fall-back channel of importance 3 sounds and does not pop up',
    source: FIREBASE,
    phone: 'fcm',
    events: [push({ android: { priority: 'HIGH' } })],
    seen: { sound: 'default', headsUp: false, badge: 1, rules: expectRule('android-channel-made') },
  },
  {
    name: 'a channel of importance 4 pops up',
    source: FIREBASE,
    phone: 'fcm',
    state: M4,
    events: [fcm({ channel_id: 'm' })],
    seen: { sound: 'default', headsUp: true },
  },
  {
    name: 'a channel that does not exist falls back',
    source: FIREBASE,
    phone: 'fcm',
    state: M4,
    events: [fcm({ channel_id: 'typo' })],
    seen: { sound: 'default', headsUp: false },
  },
  {
    name: 'in front the app gets it',
    source: 'Firebase: receive messages in an Android app',
    phone: 'fcm',
    state: { app: { process: 'foreground' } },
    events: [push()],
    seen: { result: 'silent', callbacks: ['onMessageReceived'] },
    end: { rows: 0 },
  },
  {
    name: 'in front on a locked phone it is shown',
    source: FIREBASE,
    phone: 'fcm',
    state: { app: { process: 'foreground' }, locked: true },
    events: [push()],
    seen: { result: 'shown' },
  },
  {
    name: 'without permission nothing appears',
    source: 'Android: notification runtime permission',
    phone: 'fcm',
    state: { permission: 'denied' },
    events: [push()],
    seen: { result: 'suppressed', cause: 'android-permission', sound: null, badge: 0 },
  },
  {
    name: 'the channel’s sound wins over the payload’s',
    source: 'Android: create and manage notification channels',
    phone: 'fcm',
    state: { channels: { m: channel(3, 'dudulu') } },
    events: [fcm({ channel_id: 'm', sound: 'hualala' })],
    seen: { sound: 'dudulu', decidedBy: 'channel' },
  },
  {
    name: 'Android 7: the payload’s sound plays',
    source: FIREBASE,
    phone: 'fcm',
    state: ANDROID_7,
    events: [fcm({ sound: 'hualala' })],
    seen: { sound: 'hualala', decidedBy: 'payload' },
  },
  {
    name: 'Android 7: no sound in the payload, no sound',
    source: FIREBASE,
    phone: 'fcm',
    state: ANDROID_7,
    events: [push()],
    seen: { result: 'shown', sound: null },
  },
  {
    name: 'the same tag twice is one row, and alerts again',
    source: FIREBASE,
    phone: 'fcm',
    events: [fcm({ tag: 'x' }), { later: 2000 }, fcm({ tag: 'x' })],
    seen: { sound: 'default', rules: expectRule('android-identity') },
    end: { rows: 1 },
  },
  {
    name: 'without a tag each has a row',
    source: FIREBASE,
    phone: 'fcm',
    events: times(3, () => push()),
    end: { rows: 3, badge: 3 },
  },
  {
    name: 'counts of different tags are added for the dot',
    source: LAUNCHER,
    phone: 'fcm',
    events: [3, 4, 5].map((count) => fcm({ notification_count: count, tag: `t${count}` })),
    end: { badge: 12 },
  },
  {
    name: 'the last count of one tag is what counts',
    source: LAUNCHER,
    phone: 'fcm',
    events: [3, 4, 5].map((count) => fcm({ notification_count: count, tag: 't' })),
    end: { badge: 5, rows: 1 },
  },
  {
    name: 'the 51st is refused',
    source: 'AOSP: NotificationManagerService.java',
    phone: 'fcm',
    events: times(51, () => push()),
    seen: { result: 'suppressed', cause: 'android-shade-full' },
    end: { rows: 50 },
  },
  {
    name: 'a time stamp of 25 hours ago: sound, no banner',
    source: AOSP_PEEK,
    phone: 'fcm',
    state: M4,
    events: [fcm({ channel_id: 'm', event_time: '2026-10-31T00:00:00Z' })],
    seen: { sound: 'default', headsUp: false, rules: expectRule('android-heads-up-old') },
  },
  {
    name: 'two within a second: the second is silent',
    source: AOSP_ATTENTION,
    phone: 'fcm',
    events: [push(), { later: 900 }, push()],
    seen: { result: 'shown', sound: null, decidedBy: 'limit', rules: expectRule('android-alert-limit') },
  },
  {
    name: 'after a second it sounds again',
    source: AOSP_ATTENTION,
    phone: 'fcm',
    events: [push(), { later: 1000 }, push()],
    seen: { sound: 'default', decidedBy: 'channel' },
  },
  {
    name: 'ringer on vibrate shakes for a channel with a sound alone',
    source: AOSP_ATTENTION,
    phone: 'fcm',
    state: { ...M4, ringer: 'vibrate' },
    events: [fcm({ channel_id: 'm' })],
    seen: { sound: null, vibrated: true, headsUp: true, decidedBy: 'ringer' },
  },
  {
    name: 'ringer silent: a banner without sound or vibration',
    source: AOSP_ATTENTION,
    phone: 'fcm',
    state: { ...M4, ringer: 'silent' },
    events: [fcm({ channel_id: 'm' })],
    seen: { sound: null, vibrated: false, headsUp: true },
  },
  {
    name: 'Do not disturb on Android 15: row and dot remain',
    source: AOSP_ZEN,
    phone: 'fcm',
    state: { ...M4, conditions: { dnd: 'priority' } },
    events: [fcm({ channel_id: 'm' })],
    seen: { result: 'shown', sound: null, headsUp: false, badge: 1, decidedBy: 'dnd' },
  },
  {
    name: 'Do not disturb on Android 13: nothing is to be seen',
    source: AOSP_ZEN,
    phone: 'fcm',
    state: { system: { android: '13' }, conditions: { dnd: 'priority' } },
    events: [push()],
    seen: { result: 'suppressed', cause: 'android-dnd-hidden', badge: 0, rows: 0 },
  },
  {
    name: 'a secret notification is not on the lock screen, and sounds',
    source: 'Android: lock screen visibility',
    phone: 'fcm',
    state: { locked: true },
    events: [fcm({ visibility: 'SECRET' })],
    seen: { result: 'shown', lock: 'none', sound: 'default' },
  },
  {
    name: 'a public notification shows its contents where others hide theirs',
    source: 'Android: lock screen visibility',
    phone: 'fcm',
    state: { locked: true, conditions: { lockScreen: 'hidden' } },
    events: [fcm({ visibility: 'PUBLIC' })],
    seen: { lock: 'full' },
  },
  {
    name: 'six updates within a second: the last is dropped',
    source: 'AOSP: NotificationManagerService.java',
    phone: 'fcm',
    events: Array.from({ length: 7 }, () => fcm({ tag: 'x' })),
    seen: { result: 'suppressed', cause: 'android-update-rate' },
    end: { rows: 1 },
  },
  {
    name: 'a build without that limit takes them all',
    source: 'AOSP: NotificationManagerService.java (builds differ)',
    phone: 'fcm',
    state: { conditions: { updatesPerSecond: 0 } },
    events: Array.from({ length: 7 }, () => fcm({ tag: 'x' })),
    seen: { result: 'shown' },
    end: { rows: 1 },
  },
  {
    name: 'after a banner was pushed away none appears for a minute',
    source: AOSP_PEEK,
    phone: 'fcm',
    state: M4,
    events: [fcm({ channel_id: 'm' }), { act: 'hideBanner' }, { later: 30_000 }, fcm({ channel_id: 'm' })],
    seen: { sound: 'default', headsUp: false, rules: expectRule('android-heads-up-snoozed') },
  },
  {
    name: 'after 61 seconds it does',
    source: AOSP_PEEK,
    phone: 'fcm',
    state: M4,
    events: [fcm({ channel_id: 'm' }), { act: 'hideBanner' }, { later: 61_000 }, fcm({ channel_id: 'm' })],
    seen: { headsUp: true },
  },
  {
    name: 'a channel of importance 0 shows nothing',
    source: 'Android: create and manage notification channels',
    phone: 'fcm',
    state: { channels: { m: channel(0) } },
    events: [fcm({ channel_id: 'm' })],
    seen: { result: 'suppressed', cause: 'android-channel-off' },
  },
  {
    name: 'a channel of importance 1 is not on the lock screen',
    source: 'Android: lock screen visibility',
    phone: 'fcm',
    state: { channels: { m: channel(1) } },
    events: [fcm({ channel_id: 'm' })],
    seen: { quiet: true, sound: null, lock: 'none' },
  },
  {
    name: 'a channel of importance 2 is quiet',
    source: 'Android: create and manage notification channels',
    phone: 'fcm',
    state: { channels: { m: channel(2) } },
    events: [fcm({ channel_id: 'm' })],
    seen: { quiet: true, sound: null, headsUp: false, badge: 1 },
  },
  {
    name: 'a channel whose file is missing is silent',
    source: 'Android: create and manage notification channels',
    phone: 'fcm',
    state: { channels: { m: channel(3, 'nothing') } },
    events: [fcm({ channel_id: 'm' })],
    seen: { sound: null, rules: expectRule('android-sound-missing') },
  },
  {
    name: 'MIUI counts its notifications; opening the app clears the number',
    source: XIAOMI_BADGE,
    phone: 'xiaomi',
    events: [...times(2, (index) => push({ notify_id: index })), { act: 'launch' }],
    end: { badge: 0, rows: 2, process: 'foreground' },
  },
  {
    name: 'MIUI counts two before that',
    source: XIAOMI_BADGE,
    phone: 'xiaomi',
    events: times(2, (index) => push({ notify_id: index })),
    end: { badge: 2 },
  },
  {
    name: 'EMUI leaves the number alone without a badge in the push',
    source: HUAWEI_BADGE,
    phone: 'huawei',
    state: { badge: 4 },
    events: times(3, () => push()),
    end: { badge: 4, rows: 3 },
  },
  {
    name: 'EMUI adds what the push says, and opening the app does not clear it',
    source: HUAWEI_BADGE,
    phone: 'huawei',
    events: [
      ...times(3, () => push({ badge: { add_num: 1, class: 'com.example.app.MainActivity' } })),
      { act: 'launch' },
    ],
    end: { badge: 3 },
  },
  {
    name: 'EMUI clears the number with set_num 0',
    source: HUAWEI_BADGE,
    phone: 'huawei',
    state: { badge: 5 },
    events: [push({ badge: { set_num: 0, class: 'com.example.app.MainActivity' } })],
    end: { badge: 0 },
  },
  {
    name: 'MIUI, auto-start off, app swiped away: a notification-bar message is drawn all the same',
    source: 'Xiaomi: push of the system service',
    phone: 'xiaomi',
    state: { ...KILLED, settings: { autoStart: false } },
    events: [push()],
    seen: { result: 'shown' },
  },
  {
    name: 'force-stopped: the vendor draws it, and a tap starts the app',
    source: 'The vendors’ push services draw by themselves (vendor claim)',
    phone: 'xiaomi',
    state: { app: { process: 'killed', killedBy: 'forceStop' } },
    events: [push({ 'extra.notify_effect': 1 }), { act: 'tap' }],
    end: { process: 'foreground', rows: 0 },
  },
];

function expectRule(rule: string): readonly string[] {
  return [rule];
}
