import { document } from '../trace/sources.ts';

const ANDROID = 'https://developer.android.com';
const AOSP = 'https://cs.android.com/android/platform/superproject';

/** Where the rules of the Android phone come from, whatever its maker. */
export const ANDROID_SOURCES = {
  channels: document(
    'Android: create and manage notification channels',
    `${ANDROID}/develop/ui/views/notifications/channels`,
  ),
  permission: document(
    'Android: notification runtime permission',
    `${ANDROID}/develop/ui/views/notifications/notification-permission`,
  ),
  headsUp: document(
    'Android: notifications overview',
    `${ANDROID}/develop/ui/views/notifications#Heads-up`,
    'Heads-up notifications',
  ),
  identity: document('Android: NotificationManager.notify', `${ANDROID}/reference/android/app/NotificationManager`),
  badges: document('Android: notification badges', `${ANDROID}/develop/ui/views/notifications/badges`),
  audio: document('Android: AudioManager, ringer modes', `${ANDROID}/reference/android/media/AudioManager`),
  media: document('Android: supported media formats', `${ANDROID}/media/platform/supported-formats`),
  attention: document('AOSP, read', AOSP, 'NotificationAttentionHelper.java'),
  preferences: document('AOSP, read', AOSP, 'PreferencesHelper.java'),
  manager: document('AOSP, read', AOSP, 'NotificationManagerService.java'),
  interruption: document('AOSP, read', AOSP, 'NotificationInterruptStateProviderImpl.java'),
  dnd: document('Android: NotificationManager.Policy', `${ANDROID}/reference/android/app/NotificationManager.Policy`),
  zen: document('AOSP, read', AOSP, 'ZenModeFiltering.java, ZenModeHelper.java'),
  lockScreen: document(
    'Android: create a notification',
    `${ANDROID}/develop/ui/views/notifications/build-notification#lockscreenNotification`,
    'Lock screen visibility',
  ),
  trebuchet: document(
    'Launcher3 as LineageOS ships it, read',
    'https://github.com/LineageOS/android_packages_apps_Trebuchet',
    'NotificationListener.java, DotInfo.java',
  ),
  firebaseSdk: document('firebase-android-sdk, read', 'https://github.com/firebase/firebase-android-sdk'),
  miuiBadge: document('Xiaomi: guides for developers', 'https://dev.mi.com/', 'MIUI 6 to 11: desktop badge'),
  huaweiBadge: document(
    'Huawei: server demo of the push kit, read',
    'https://github.com/HMS-Core/hms-push-serverdemo-java',
    'BadgeNotification.java',
  ),
  badgeTable: document('ZEGO: badges of the Android vendors compared', 'https://doc-zh.zego.im/article/18774'),
  shortcutBadger: document(
    'ShortcutBadger, read',
    'https://github.com/leolin310148/ShortcutBadger',
    'broadcasts and providers of the launchers',
  ),
} as const;
