import type { AndroidId, PhoneState, Seen } from './phones.ts';

/** What one member of a vendor's message does on its phone, and what the app gets when the notification is tapped. */
export interface PayloadRow {
  readonly phone: AndroidId;
  readonly name: string;
  readonly source: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly state?: PhoneState;
  readonly seen: Partial<Omit<Seen, 'tap' | 'rules'>> & { readonly tap?: object; readonly rules?: readonly string[] };
}

const APP = 'com.example.app';
const PAGE = 'intent://com.example/page#Intent;scheme=x;end';
const URL = 'https://example.com';
const HUALALA = `android.resource://${APP}/raw/hualala`;
const FRONT = { app: { process: 'foreground' } } as const;
const DEAD = { app: { process: 'killed', killedBy: 'system' } } as const;

type Cells = readonly [name: string, payload: PayloadRow['payload'], seen: PayloadRow['seen'], state?: PhoneState];
const rows = (phone: AndroidId, source: string, cells: readonly Cells[]): PayloadRow[] =>
  cells.map(([name, payload, seen, state]) => ({
    phone,
    source,
    name,
    payload,
    seen,
    ...(state === undefined ? {} : { state }),
  }));

const XIAOMI = rows('xiaomi', 'Xiaomi: server API and client SDK', [
  [
    'no click effect: the app’s receiver is called',
    {},
    { tap: { kind: 'callback-only', data: { callback: 'onNotificationMessageClicked' } } },
  ],
  ['notify_effect 1 opens the app', { 'extra.notify_effect': 1 }, { tap: { kind: 'open-app', target: APP } }],
  [
    'notify_effect 2 opens a page',
    { 'extra.notify_effect': 2, 'extra.intent_uri': PAGE },
    { tap: { kind: 'open-page', target: PAGE } },
  ],
  [
    'notify_effect 3 opens the web, and the app learns nothing',
    { 'extra.notify_effect': 3, 'extra.web_uri': URL },
    { tap: { kind: 'open-web', target: URL, data: {} } },
  ],
  [
    'payload and extra reach the app',
    { payload: '%7B%22a%22%3A1%7D', 'extra.key': 'v' },
    { tap: { data: { message: { extra: { key: 'v' } } } } },
  ],
  ['notify_type 1 sounds without shaking', { notify_type: 1 }, { sound: 'default', vibrated: false }],
  ['notify_type 2 shakes without sound', { notify_type: 2 }, { sound: null, vibrated: true }],
  ['notify_type 4 does neither', { notify_type: 4 }, { sound: null, vibrated: false }],
  ['notify_type -1 does both', { notify_type: -1 }, { sound: 'default', vibrated: true }],
  ['sound_uri plays the app’s own sound', { 'extra.sound_uri': HUALALA }, { sound: 'hualala', decidedBy: 'channel' }],
  [
    'sound_uri of another app plays the default',
    { 'extra.sound_uri': 'android.resource://other/raw/x' },
    { sound: 'default', rules: ['xiaomi-device-sound-foreign'] },
  ],
  [
    'sound_uri without the bit for sound is silent',
    { notify_type: 2, 'extra.sound_uri': HUALALA },
    { sound: null, rules: ['xiaomi-device-sound-bit'] },
  ],
  [
    'pass-through with the app running goes to it',
    { pass_through: 1, payload: 'x' },
    { result: 'silent', callbacks: ['onReceivePassThroughMessage'] },
  ],
  [
    'notify_foreground 0 hands it to the app in front',
    { 'extra.notify_foreground': '0' },
    { result: 'silent', callbacks: ['onNotificationMessageArrived'] },
    FRONT,
  ],
  ['notify_foreground 1 shows it in front', { 'extra.notify_foreground': '1' }, { result: 'shown' }, FRONT],
  ['message_count is what it counts for', { 'extra.message_count': 5 }, { badge: 5 }],
]);

const HUAWEI = rows('huawei', 'Huawei: push kit, message of v1', [
  [
    'click type 1 with an intent opens a page',
    { click_action: { type: 1, intent: PAGE } },
    { tap: { kind: 'open-page', target: PAGE } },
  ],
  [
    'click type 1 with an action opens a page',
    { click_action: { type: 1, action: 'com.example.VIEW' } },
    { tap: { kind: 'open-page', target: 'com.example.VIEW' } },
  ],
  ['click type 2 opens the web', { click_action: { type: 2, url: URL } }, { tap: { kind: 'open-web', target: URL } }],
  ['click type 3 opens the app', { click_action: { type: 3 } }, { tap: { kind: 'open-app' } }],
  ['add_num adds', { badge: { add_num: 2, class: 'c' } }, { badge: 6 }, { badge: 4 }],
  ['set_num sets', { badge: { set_num: 7, class: 'c' } }, { badge: 7 }, { badge: 4 }],
  ['set_num wins over add_num', { badge: { add_num: 2, set_num: 9, class: 'c' } }, { badge: 9 }, { badge: 4 }],
  ['a badge with the class alone is one more', { badge: { class: 'c' } }, { badge: 5 }, { badge: 4 }],
  ['no badge leaves the number', {}, { badge: 4 }, { badge: 4 }],
  [
    'importance LOW is listed quietly',
    { importance: 'LOW' },
    { sound: null, vibrated: false, quiet: true, headsUp: false },
  ],
  ['importance HIGH pops up', { importance: 'HIGH' }, { sound: 'default', headsUp: true }],
  [
    'a message that names no category is marketing, and quiet',
    { android: {} },
    { quiet: true, sound: null, rules: ['huawei-device-marketing'] },
  ],
  ['foreground_show false hands it to the app in front', { foreground_show: false }, { result: 'silent' }, FRONT],
  ['foreground_show false does nothing to an app behind', { foreground_show: false }, { result: 'shown' }],
  ['its own sound', { default_sound: false, sound: '/raw/hualala' }, { sound: 'hualala' }],
]);

const MEIZU = rows('meizu', 'Meizu: push platform, messageJson', [
  ['clickType 0 opens the app', { clickTypeInfo: { clickType: 0 } }, { tap: { kind: 'open-app', target: APP } }],
  [
    'clickType 1 opens a page with its parameters',
    { clickTypeInfo: { clickType: 1, activity: `${APP}.Page`, parameters: { k: 'v' } } },
    { tap: { kind: 'open-page', target: `${APP}.Page`, data: { extras: { k: 'v' } } } },
  ],
  [
    'clickType 2 opens the web',
    { clickTypeInfo: { clickType: 2, url: URL } },
    { tap: { kind: 'open-web', target: URL } },
  ],
  [
    'clickType 3 hands its attribute to the app',
    { clickTypeInfo: { clickType: 3, customAttribute: 'abc' } },
    { tap: { kind: 'callback-only', data: { message: { selfDefineContentString: 'abc' } } } },
  ],
  ['sound off, vibration on', { advanceInfo: { notificationType: { sound: 0 } } }, { sound: null, vibrated: true }],
  [
    'vibration off, sound on',
    { advanceInfo: { notificationType: { vibrate: 0 } } },
    { sound: 'default', vibrated: false },
  ],
  [
    'both off',
    { advanceInfo: { notificationType: { sound: 0, vibrate: 0 } } },
    { sound: null, vibrated: false, result: 'shown' },
  ],
  ['no number on the icon, a dot', {}, { badge: 1, rules: ['android-badge-dot'] }],
]);

const OPPO = rows('oppo', 'OPPO: push, notification message', [
  ['click_action_type 0 opens the app', { click_action_type: 0 }, { tap: { kind: 'open-app', target: APP } }],
  [
    'click_action_type 1 opens a page by its action',
    { click_action_type: 1, click_action_activity: 'com.example.PAGE', action_parameters: '{"k":"v"}' },
    { tap: { kind: 'open-page', target: 'com.example.PAGE', data: { k: 'v' } } },
  ],
  [
    'click_action_type 2 opens the web',
    { click_action_type: 2, click_action_url: URL },
    { tap: { kind: 'open-web', target: URL } },
  ],
  [
    'click_action_type 4 opens a page by its name',
    { click_action_type: 4, click_action_activity: `${APP}.Page`, action_parameters: '{"k":"v"}' },
    { tap: { kind: 'open-page', target: `${APP}.Page`, data: { k: 'v' } } },
  ],
  [
    'click_action_type 5 opens a page by its scheme',
    { click_action_type: 5, click_action_url: 'app://x' },
    { tap: { kind: 'open-page', target: 'app://x' } },
  ],
  ['it is drawn while the app is dead', {}, { result: 'shown', callbacks: [] }, DEAD],
]);

const VIVO = rows('vivo', 'vivo: push, single message', [
  ['skipType 1 opens the app', { skipType: 1 }, { tap: { kind: 'open-app', target: APP } }],
  ['skipType 2 opens the web', { skipType: 2, skipContent: URL }, { tap: { kind: 'open-web', target: URL } }],
  [
    'skipType 3 hands its content to the app',
    { skipType: 3, skipContent: 'custom' },
    { tap: { kind: 'callback-only', data: { onNotificationMessageClicked: { skipContent: 'custom' } } } },
  ],
  [
    'skipType 4 opens a page, with the custom map',
    { skipType: 4, skipContent: PAGE, clientCustomMap: { k: 'v' } },
    { tap: { kind: 'open-page', target: PAGE, data: { k: 'v' } } },
  ],
  ['addBadge adds one', { addBadge: true }, { badge: 4 }, { badge: 3 }],
  ['without addBadge the number stays', {}, { badge: 3 }, { badge: 3 }],
  [
    'notifyType does nothing on Android 13',
    { notifyType: 1 },
    { sound: 'default', vibrated: true, rules: ['vivo-device-notify-type'] },
  ],
  [
    'notifyType 2 sounds alone on Android 8.0',
    { notifyType: 2 },
    { sound: 'default', vibrated: false },
    { system: { android: '8.0' } },
  ],
  [
    'notifyType 3 shakes alone on Android 8.0',
    { notifyType: 3 },
    { sound: null, vibrated: true },
    { system: { android: '8.0' } },
  ],
]);

const FCM = rows('fcm', 'Firebase: HTTP v1 and firebase-android-sdk', [
  [
    'data reaches the app with the tap',
    { data: { k: 'v' } },
    { tap: { kind: 'open-app', target: APP, data: { k: 'v' } } },
  ],
  [
    'click_action opens a page',
    { android: { notification: { click_action: 'OPEN' } } },
    { tap: { kind: 'open-page', target: 'OPEN' } },
  ],
  ['the Android block’s title wins', { android: { notification: { title: 'A' } } }, { title: 'A' }],
  [
    'data alone goes to the app',
    { notification: undefined, data: { k: 'v' } },
    { result: 'silent', callbacks: ['onMessageReceived'] },
  ],
  ['notification_count is what it counts for', { android: { notification: { notification_count: 4 } } }, { badge: 4 }],
  [
    'notification_priority does not pop up on Android 15',
    { android: { notification: { notification_priority: 'PRIORITY_MAX' } } },
    { headsUp: false },
  ],
  [
    'notification_priority pops up on Android 7',
    { android: { notification: { notification_priority: 'PRIORITY_MAX', default_sound: true } } },
    { headsUp: true },
    { system: { android: '7.1' } },
  ],
]);

export const PAYLOAD_ROWS: readonly PayloadRow[] = [...XIAOMI, ...HUAWEI, ...MEIZU, ...OPPO, ...VIVO, ...FCM];
