import type { AppSettings, PhoneConditions } from '../../../device/phone-settings.ts';
import type { AppSound } from '../../../device/types.ts';
import type { Push, Step } from './phone-bench.ts';

/** What a row says of the phone after its steps; what it leaves out is of no interest to it. */
export interface Seen {
  /** Results of the pushes, first to last. */
  readonly results?: readonly string[];
  /** Rule that keeps the last push from being shown; null = none. */
  readonly cause?: string | null;
  /** Texts in the shade, newest first. */
  readonly shade?: readonly string[];
  readonly title?: string | null;
  /** What plays, and who decided: `name/layer`, `-/layer` for silence, null where no sound was asked for. */
  readonly sound?: string | null;
  readonly vibrated?: boolean;
  /** `exists`, `playable`. */
  readonly file?: readonly [exists: boolean, playable: boolean] | null;
  readonly badge?: number;
  readonly quiet?: boolean;
  readonly headsUp?: boolean;
  readonly lockScreen?: 'full' | 'hidden' | 'none';
  readonly heldBack?: 'focus' | 'summary' | null;
  readonly listed?: boolean;
  readonly group?: string | null;
  /** What the app's process was told. */
  readonly told?: readonly string[];
}

/** What happens, and where the expectation comes from. */
export interface DeviceVector {
  readonly name: string;
  readonly source: string;
  readonly steps: readonly Step[];
  readonly seen: Seen;
}

const PAYLOAD = 'Apple: Generating a remote notification';
const SOUND = 'Apple: UNNotificationSound';
const METRICS = 'Apple: Viewing the status of push notifications using metrics and APNs';
const IDENTIFIER = 'Apple: UNNotificationRequest.identifier';
const BACKGROUND = 'Apple: Pushing background updates to your App';
const PERMISSION = 'Apple: Asking permission to use notifications';
const SETTINGS = 'Apple: UNNotificationSettings';
const LEVEL = 'Apple: UNNotificationInterruptionLevel';
const PREVIEWS = 'Apple: UNShowPreviewsSetting';
const HANDLING = 'Apple: Handling notifications and notification-related actions';
const DID_RECEIVE = 'Apple: application(_:didReceiveRemoteNotification:fetchCompletionHandler:)';
const BADGE_STRING = 'RMSPushNotificationsBundle pull request 62: badge as a string';
const SENDING = 'Apple: Sending notification requests to APNs';
const CHOICE = 'No public text; Pushpit’s choice';

const row = (name: string, source: string, steps: readonly Step[], seen: Seen): DeviceVector => ({
  name,
  source,
  steps,
  seen,
});

const alert = (aps: Push['aps'] = {}, more: Omit<Push, 'aps'> = {}): Step => ({
  push: { aps: { alert: 'hi', ...aps }, ...more },
});
const RINGS = alert({ sound: 'default', badge: 3 });
const at = (level: string, aps: Push['aps'] = {}): Step =>
  alert({ sound: 'default', 'interruption-level': level, ...aps });
const SILENT: Step = { push: { aps: { 'content-available': 1 }, type: 'background' } };
const conditions = (values: Partial<PhoneConditions>): Step => ({ patch: { conditions: values } });
const settings = (values: Partial<AppSettings>): Step => ({ patch: { settings: values } });
const ringer = (value: 'silent' | 'vibrate'): Step => ({ patch: { ringer: value } });
const LOCKED: Step = { act: { action: 'lock' } };
const OFFLINE: Step = { act: { action: 'offline' } };
const ONLINE: Step = { act: { action: 'online' } };
const OPEN: Step = { act: { action: 'launch' } };
const TO_BACK: Step = { act: { action: 'background' } };
const RUNNING: readonly Step[] = [OPEN, TO_BACK];
const KILLED: Step = { act: { action: 'kill', by: 'system' } };
const SWIPED: Step = { act: { action: 'kill', by: 'user' } };
const CRITICAL_SOUND = { critical: 1, name: 'hualala.caf', volume: 0.8 };

const file = (name: string, patch: Partial<AppSound>): Step => ({
  sound: { name, soundId: name, container: 'wav', codec: 'pcm', duration: 2, ...patch },
});

const BADGE: readonly DeviceVector[] = [
  row('badge 5', PAYLOAD, [alert({ badge: 5 })], { badge: 5, shade: ['hi'] }),
  row('badge "5" is ignored, the alert is shown', BADGE_STRING, [{ patch: { badge: 2 } }, alert({ badge: '5' })], {
    badge: 2,
    shade: ['hi'],
  }),
  row('badge 0 removes the number', PAYLOAD, [{ patch: { badge: 2 } }, alert({ badge: 0 })], { badge: 0 }),
  row('no badge: unchanged', PAYLOAD, [{ patch: { badge: 2 } }, alert()], { badge: 2 }),
  row('badges never add up', PAYLOAD, [alert({ badge: 1 }), alert({ badge: 1 })], { badge: 1, shade: ['hi', 'hi'] }),
  row('badge off', SETTINGS, [settings({ badges: false }), RINGS], {
    badge: 0,
    shade: ['hi'],
    sound: 'default/payload',
  }),
  row('badge alone is no notification', PAYLOAD, [{ push: { aps: { badge: 4 } } }], {
    results: ['silent'],
    badge: 4,
    shade: [],
    sound: null,
  }),
];

const SOUNDS: readonly DeviceVector[] = [
  row('sound default', PAYLOAD, [RINGS], { sound: 'default/payload', file: null, vibrated: true }),
  row('no sound key', PAYLOAD, [alert()], { sound: null }),
  row('existing wav of 2 s', SOUND, [file('two.wav', {}), alert({ sound: 'two.wav' })], {
    sound: 'two.wav/payload',
    file: [true, true],
    vibrated: true,
  }),
  row('wav of 31 s', SOUND, [file('long.wav', { duration: 31 }), alert({ sound: 'long.wav' })], {
    sound: 'default/system',
    file: [true, false],
  }),
  row('missing file', SOUND, [alert({ sound: 'none.wav' })], { sound: 'default/system', file: [false, false] }),
  row('mp3', SOUND, [file('song.mp3', { container: 'mp3', codec: 'mp3' }), alert({ sound: 'song.mp3' })], {
    sound: 'default/system',
    file: [true, false],
  }),
  row('empty name', CHOICE, [alert({ sound: '' })], { sound: 'default/system', file: [false, false] }),
  row('sound 5', CHOICE, [alert({ sound: 5 })], { sound: null, shade: ['hi'] }),
  row('silent switch', SOUND, [ringer('silent'), RINGS], { sound: '-/ringer', vibrated: true, headsUp: true }),
  row('vibrate', SOUND, [ringer('vibrate'), RINGS], { sound: '-/ringer', vibrated: true }),
  row('silent switch, file', SOUND, [ringer('silent'), alert({ sound: 'hualala.caf' })], {
    sound: '-/ringer',
    file: [true, true],
  }),
  row('volume 0', CHOICE, [conditions({ volume: 0 }), RINGS], { sound: '-/volume', vibrated: true }),
  row('sounds of the app off', SETTINGS, [settings({ sounds: false }), RINGS], {
    sound: '-/settings',
    vibrated: false,
    badge: 3,
    headsUp: true,
  }),
  row('critical sound without leave, silent switch', CHOICE, [ringer('silent'), alert({ sound: CRITICAL_SOUND })], {
    sound: '-/ringer',
    file: [true, true],
  }),
  row(
    'critical sound with leave, silent switch',
    SOUND,
    [settings({ critical: true }), ringer('silent'), alert({ sound: CRITICAL_SOUND })],
    { sound: 'hualala.caf/payload', vibrated: true },
  ),
  row(
    'critical sound, volume 0 and sounds off',
    SOUND,
    [settings({ critical: true, sounds: false }), conditions({ volume: 0 }), alert({ sound: CRITICAL_SOUND })],
    { sound: 'hualala.caf/payload' },
  ),
  row(
    'critical sound with its own volume 0',
    SOUND,
    [settings({ critical: true }), alert({ sound: { ...CRITICAL_SOUND, volume: 0 } })],
    { sound: '-/payload', vibrated: true },
  ),
  row('level critical without a sound', SOUND, [settings({ critical: true }), at('critical', { sound: undefined })], {
    sound: 'default/system',
  }),
  row(
    'critical sound with a missing file',
    SOUND,
    [settings({ critical: true }), ringer('silent'), alert({ sound: { critical: 1, name: 'none.caf' } })],
    { sound: 'default/system', file: [false, false] },
  ),
  row('sound alone', CHOICE, [{ push: { aps: { sound: 'default' } } }], {
    results: ['silent'],
    shade: [],
    sound: 'default/payload',
  }),
];

const TEXTS: readonly DeviceVector[] = [
  row('alert as a string', PAYLOAD, [alert()], { shade: ['hi'], title: null, headsUp: true, quiet: false }),
  row('alert as an object', PAYLOAD, [alert({ alert: { title: 'T', body: 'B' } })], { shade: ['B'], title: 'T' }),
  row(
    'same collapse id twice',
    IDENTIFIER,
    [alert({}, { collapseId: 'a' }), alert({ alert: 'new' }, { collapseId: 'a' })],
    {
      shade: ['new'],
    },
  ),
  row('two collapse ids', IDENTIFIER, [alert({}, { collapseId: 'a' }), alert({}, { collapseId: 'b' })], {
    shade: ['hi', 'hi'],
  }),
  row('thread-id', PAYLOAD, [alert({ 'thread-id': 'chat-1' })], { group: 'chat-1' }),
  row('no thread-id', PAYLOAD, [alert()], { group: null }),
  row('thread-id of a wrong type', CHOICE, [alert({ 'thread-id': 7 })], { group: null, shade: ['hi'] }),
  row('category without buttons', PAYLOAD, [alert({ category: 'MSG' })], { shade: ['hi'], cause: null }),
  row('nothing in it', PAYLOAD, [{ push: { aps: {} } }], { results: ['silent'], shade: [] }),
];

const STORED: readonly DeviceVector[] = [
  row(
    'five while offline: the last one',
    METRICS,
    [OFFLINE, ...['1', '2', '3', '4', '5'].map((body) => alert({ alert: body }, { collapseId: body })), ONLINE],
    { results: ['dropped', 'dropped', 'dropped', 'dropped', 'shown'], shade: ['5'] },
  ),
  row('expiration 0 while offline', SENDING, [OFFLINE, alert({}, { expiration: '0' }), ONLINE], {
    results: ['dropped'],
    cause: 'device-offline-not-stored',
    shade: [],
  }),
  row('expired while offline', SENDING, [OFFLINE, alert({}, { expiration: '1764000600' }), { minutes: 11 }, ONLINE], {
    results: ['dropped'],
    cause: 'device-expired',
    shade: [],
  }),
  row(
    'priority 5, saving power, screen off',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 5 })],
    { results: ['waiting'], cause: 'apns-power-screen-off', shade: [] },
  ),
  row(
    '… and then it is woken',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 5 }), { act: { action: 'wakeUp' } }],
    { results: ['shown'], shade: ['hi'] },
  ),
  row(
    '… and then it is charged',
    SENDING,
    [conditions({ powerSaver: true, screenOn: false }), alert({}, { priority: 1 }), conditions({ powerSaver: false })],
    { results: ['shown'], shade: ['hi'] },
  ),
  row(
    '… one is kept',
    METRICS,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({ alert: '1' }, { priority: 5 }),
      alert({ alert: '2' }, { priority: 1 }),
      { act: { action: 'wakeUp' } },
    ],
    { results: ['dropped', 'shown'], shade: ['2'] },
  ),
  row(
    '… none that may be tried once only',
    SENDING,
    [
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 5, expiration: '0' }),
      { act: { action: 'wakeUp' } },
    ],
    { results: ['dropped'], cause: 'apns-power-screen-off', shade: [] },
  ),
  row('… priority 10 does not wait', SENDING, [conditions({ powerSaver: true, screenOn: false }), alert()], {
    results: ['shown'],
  }),
  row('saving power with the screen on', CHOICE, [conditions({ powerSaver: true }), alert({}, { priority: 5 })], {
    results: ['shown'],
  }),
  row(
    'switch: until it stops saving power',
    CHOICE,
    [{ profile: { powerDeferral: 'saving' } }, conditions({ powerSaver: true }), alert({}, { priority: 5 })],
    { results: ['waiting'], cause: 'apns-power-saving' },
  ),
  row(
    'switch: never',
    CHOICE,
    [
      { profile: { powerDeferral: 'never' } },
      conditions({ powerSaver: true, screenOn: false }),
      alert({}, { priority: 1 }),
    ],
    { results: ['shown'] },
  ),
];

const WOKE = 'didReceiveRemoteNotification';

const WAKING: readonly DeviceVector[] = [
  row('background push, app in the background', BACKGROUND, [...RUNNING, SILENT], {
    results: ['silent'],
    told: [WOKE],
    shade: [],
  }),
  row('… after the system ended it', BACKGROUND, [...RUNNING, KILLED, SILENT], { told: [WOKE] }),
  row('… after force-quit', DID_RECEIVE, [SILENT], { told: [], cause: null }),
  row('… after a restart of the phone', DID_RECEIVE, [{ act: { action: 'reboot' } }, SILENT], { told: [WOKE] }),
  row('… with Background App Refresh off', CHOICE, [...RUNNING, settings({ backgroundRefresh: false }), SILENT], {
    told: [],
  }),
  row('… in Low Power Mode', CHOICE, [...RUNNING, conditions({ powerSaver: true }), SILENT], { told: [] }),
  row('… without permission to notify', BACKGROUND, [...RUNNING, { patch: { permission: 'denied' } }, SILENT], {
    told: [WOKE],
  }),
  row('three an hour', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT], { told: [WOKE, WOKE, WOKE] }),
  row(
    'the fourth comes when the budget allows',
    BACKGROUND,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, { minutes: 20 }],
    {
      told: [WOKE, WOKE, WOKE, WOKE],
      results: ['silent', 'silent', 'silent', 'silent'],
    },
  ),
  row('not before', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, { minutes: 19 }], {
    told: [WOKE, WOKE, WOKE],
  }),
  row(
    'a newer one replaces the held one',
    BACKGROUND,
    [...RUNNING, SILENT, SILENT, SILENT, SILENT, SILENT, { minutes: 20 }],
    {
      told: [WOKE, WOKE, WOKE, WOKE],
      results: ['silent', 'silent', 'silent', 'dropped', 'silent'],
    },
  ),
  row('opening the app delivers it at once', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, OPEN], {
    told: [WOKE, WOKE, WOKE, WOKE],
  }),
  row('force-quit discards it', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, SWIPED, OPEN], {
    told: [WOKE, WOKE, WOKE],
    results: ['silent', 'silent', 'silent', 'dropped'],
    cause: 'device-kept-lost',
  }),
  row('the system’s end of it too', BACKGROUND, [...RUNNING, SILENT, SILENT, SILENT, SILENT, KILLED, { minutes: 60 }], {
    told: [WOKE, WOKE, WOKE],
    cause: 'device-kept-lost',
  }),
  row('no limit', CHOICE, [{ profile: { backgroundPerHour: 0 } }, ...RUNNING, SILENT, SILENT, SILENT, SILENT, SILENT], {
    told: [WOKE, WOKE, WOKE, WOKE, WOKE],
  }),
  row(
    'one that shows something is outside of the budget',
    CHOICE,
    [...RUNNING, ...Array.from({ length: 5 }, () => alert({ 'content-available': 1 }))],
    { told: Array(5).fill(WOKE), shade: Array(5).fill('hi') },
  ),
  row('in front there is no budget', CHOICE, [OPEN, SILENT, SILENT, SILENT, SILENT], {
    told: [WOKE, WOKE, WOKE, WOKE],
  }),
];

const PERMISSIONS: readonly DeviceVector[] = [
  row('provisional: list only', PERMISSION, [{ patch: { permission: 'provisional' } }, RINGS], {
    results: ['shown'],
    quiet: true,
    headsUp: false,
    lockScreen: 'none',
    sound: '-/settings',
    vibrated: false,
    badge: 0,
  }),
  row('denied', PERMISSION, [{ patch: { permission: 'denied' } }, RINGS], {
    results: ['suppressed'],
    cause: 'apns-permission-denied',
    sound: null,
    badge: 0,
  }),
  row('not asked', PERMISSION, [{ patch: { permission: 'notDetermined' } }, RINGS], {
    cause: 'apns-permission-not-asked',
  }),
  row('banners off: still listed, still heard', PERMISSION, [settings({ popUps: false }), RINGS], {
    results: ['shown'],
    headsUp: false,
    quiet: false,
    sound: 'default/payload',
    badge: 3,
  }),
  row('locked, banners off: on the lock screen', SETTINGS, [settings({ popUps: false }), LOCKED, RINGS], {
    results: ['shown'],
    lockScreen: 'full',
    quiet: false,
  }),
  row('lock screen only, locked', SETTINGS, [settings({ popUps: false, list: false }), LOCKED, RINGS], {
    results: ['shown'],
    listed: false,
    lockScreen: 'full',
  }),
  row(
    '… gone when it is unlocked',
    SETTINGS,
    [settings({ popUps: false, list: false }), LOCKED, RINGS, { act: { action: 'unlock' } }],
    { shade: [] },
  ),
  row('lock screen only, unlocked', SETTINGS, [settings({ popUps: false, list: false }), RINGS], {
    results: ['suppressed'],
    cause: 'apns-nowhere-unlocked',
    sound: 'default/payload',
    badge: 3,
  }),
  row(
    'banners only',
    SETTINGS,
    [settings({ lockScreen: false, list: false }), alert({ alert: '1' }), alert({ alert: '2' })],
    {
      results: ['shown', 'shown'],
      shade: ['2'],
      listed: false,
      headsUp: true,
    },
  ),
  row('banners only, locked', SETTINGS, [settings({ lockScreen: false, list: false }), LOCKED, RINGS], {
    results: ['suppressed'],
    cause: 'apns-nowhere-locked',
  }),
  row('Notification Centre only, locked', SETTINGS, [settings({ lockScreen: false, popUps: false }), LOCKED, RINGS], {
    results: ['shown'],
    lockScreen: 'none',
    quiet: true,
    sound: 'default/payload',
  }),
  row('everything off', SETTINGS, [settings({ lockScreen: false, popUps: false, list: false }), RINGS], {
    results: ['suppressed'],
  }),
  row('passive with Notification Centre off', SETTINGS, [settings({ list: false }), at('passive')], {
    cause: 'apns-nowhere-quiet',
  }),
  row('previews hidden', PREVIEWS, [conditions({ lockScreen: 'hidden' }), LOCKED, RINGS], {
    lockScreen: 'hidden',
    shade: ['hi'],
  }),
  row('no notifications on the lock screen', CHOICE, [conditions({ lockScreen: 'none' }), LOCKED, RINGS], {
    lockScreen: 'none',
    quiet: true,
  }),
  row('in front, no answer', HANDLING, [OPEN, RINGS], {
    results: ['suppressed'],
    cause: 'apns-foreground',
    told: ['willPresent'],
    sound: null,
  }),
  row('in front, everything', HANDLING, [{ profile: { foregroundAnswer: 'everything' } }, OPEN, RINGS], {
    results: ['shown'],
    headsUp: true,
    sound: 'default/payload',
    badge: 3,
    told: ['willPresent'],
  }),
  row('in front, list and badge', HANDLING, [{ profile: { foregroundAnswer: 'list' } }, OPEN, RINGS], {
    results: ['shown'],
    headsUp: false,
    sound: null,
    badge: 3,
  }),
  row('in front, sound and badge', HANDLING, [{ profile: { foregroundAnswer: 'sound' } }, OPEN, RINGS], {
    results: ['suppressed'],
    cause: 'apns-foreground-unseen',
    sound: 'default/payload',
    badge: 3,
  }),
];

const FOCUS = conditions({ focus: true });
const SUMMARY = settings({ scheduledSummary: true });
const LOUD = { quiet: false, headsUp: true, heldBack: null, sound: 'default/payload' } as const;
const HELD_BY_FOCUS = { quiet: true, headsUp: false, heldBack: 'focus', sound: '-/dnd', vibrated: false } as const;
const IN_SUMMARY = { quiet: true, headsUp: false, heldBack: 'summary', sound: '-/settings', vibrated: false } as const;

const LEVELS: readonly DeviceVector[] = [
  row('passive', LEVEL, [at('passive')], {
    quiet: true,
    headsUp: false,
    sound: '-/payload',
    vibrated: false,
    heldBack: null,
  }),
  row('active', LEVEL, [at('active')], LOUD),
  row('time-sensitive', LEVEL, [at('time-sensitive')], LOUD),
  row('critical without leave', CHOICE, [at('critical')], LOUD),
  row('unknown level', CHOICE, [at('urgent')], LOUD),
  row('Focus, passive', LEVEL, [FOCUS, at('passive')], HELD_BY_FOCUS),
  row('Focus, active', LEVEL, [FOCUS, at('active', { badge: 2 })], { ...HELD_BY_FOCUS, badge: 2, shade: ['hi'] }),
  row('Focus, time-sensitive', LEVEL, [FOCUS, at('time-sensitive')], LOUD),
  row('Focus, critical', LEVEL, [FOCUS, settings({ critical: true }), at('critical')], LOUD),
  row('Focus, critical without leave', CHOICE, [FOCUS, at('critical')], HELD_BY_FOCUS),
  row(
    'Focus, time-sensitive switched off',
    LEVEL,
    [FOCUS, settings({ timeSensitive: false }), at('time-sensitive')],
    HELD_BY_FOCUS,
  ),
  row('Focus, app allowed', LEVEL, [FOCUS, settings({ focusAllowed: true }), at('active')], LOUD),
  row('Focus, app allowed, passive', LEVEL, [FOCUS, settings({ focusAllowed: true }), at('passive')], {
    quiet: true,
    heldBack: null,
    sound: '-/payload',
  }),
  row('summary, passive', LEVEL, [SUMMARY, at('passive')], IN_SUMMARY),
  row('summary, active', LEVEL, [SUMMARY, at('active', { 'relevance-score': 0.5 })], IN_SUMMARY),
  row('summary, time-sensitive', LEVEL, [SUMMARY, at('time-sensitive')], LOUD),
  row('summary, critical', LEVEL, [settings({ scheduledSummary: true, critical: true }), at('critical')], LOUD),
  row(
    'Focus with the app allowed, in the summary',
    CHOICE,
    [FOCUS, settings({ scheduledSummary: true, focusAllowed: true }), at('active')],
    IN_SUMMARY,
  ),
  row('Focus held, Notification Centre off', CHOICE, [FOCUS, settings({ list: false }), at('active')], {
    results: ['suppressed'],
    cause: 'apns-nowhere-quiet',
  }),
  row('silent switch, normal', LEVEL, [ringer('silent'), at('active')], {
    sound: '-/ringer',
    vibrated: true,
    headsUp: true,
  }),
  row('silent switch, time-sensitive', CHOICE, [ringer('silent'), at('time-sensitive')], {
    sound: '-/ringer',
    vibrated: true,
  }),
  row('silent switch, critical', LEVEL, [settings({ critical: true }), ringer('silent'), at('critical')], LOUD),
  row('silent switch, critical without leave', CHOICE, [ringer('silent'), at('critical')], {
    sound: '-/ringer',
    vibrated: true,
  }),
];

/** Rows by what they are about. */
export const DEVICE_VECTORS: Readonly<Record<string, readonly DeviceVector[]>> = {
  badge: BADGE,
  sound: SOUNDS,
  'texts and places': TEXTS,
  'stored and waiting': STORED,
  'waking the app': WAKING,
  'permission and switches': PERMISSIONS,
  'levels, Focus, summary': LEVELS,
};
