import {
  bool,
  duration,
  enumeration,
  float,
  int32,
  message,
  repeated,
  struct,
  text,
  textMap,
  timestamp,
  type ValueOf,
} from './proto.ts';

const TYPES = 'type.googleapis.com/google.firebase.fcm.v1';

const fcmOptions = message('FcmOptions', { analytics_label: text });

const notification = message('Notification', { title: text, body: text, image: text });

const color = message('Color', { red: float, green: float, blue: float, alpha: float });

const lightSettings = message('LightSettings', {
  color,
  light_on_duration: duration,
  light_off_duration: duration,
});

const androidNotification = message('AndroidNotification', {
  title: text,
  body: text,
  icon: text,
  color: text,
  sound: text,
  tag: text,
  click_action: text,
  body_loc_key: text,
  body_loc_args: repeated(text),
  title_loc_key: text,
  title_loc_args: repeated(text),
  channel_id: text,
  ticker: text,
  sticky: bool,
  event_time: timestamp,
  local_only: bool,
  notification_priority: enumeration(`${TYPES}.AndroidNotification.NotificationPriority`, [
    'PRIORITY_UNSPECIFIED',
    'PRIORITY_MIN',
    'PRIORITY_LOW',
    'PRIORITY_DEFAULT',
    'PRIORITY_HIGH',
    'PRIORITY_MAX',
  ]),
  default_sound: bool,
  default_vibrate_timings: bool,
  default_light_settings: bool,
  vibrate_timings: repeated(duration),
  visibility: enumeration(`${TYPES}.AndroidNotification.Visibility`, [
    'VISIBILITY_UNSPECIFIED',
    'PRIVATE',
    'PUBLIC',
    'SECRET',
  ]),
  notification_count: int32,
  light_settings: lightSettings,
  image: text,
  proxy: enumeration(`${TYPES}.AndroidNotification.Proxy`, [
    'PROXY_UNSPECIFIED',
    'ALLOW',
    'DENY',
    'IF_PRIORITY_LOWERED',
  ]),
  bypass_proxy_notification: bool,
});

const androidFcmOptions = message('AndroidFcmOptions', { analytics_label: text });

const androidConfig = message('AndroidConfig', {
  collapse_key: text,
  priority: enumeration(`${TYPES}.AndroidConfig.AndroidMessagePriority`, ['NORMAL', 'HIGH']),
  ttl: duration,
  restricted_package_name: text,
  data: textMap,
  notification: androidNotification,
  fcm_options: androidFcmOptions,
  direct_boot_ok: bool,
  bandwidth_constrained_ok: bool,
  restricted_satellite_ok: bool,
});

const remoteNotification = message('RemoteNotification', {
  mutable_content: bool,
  notification: androidNotification,
  use_as_v1_data_message: bool,
});

const backgroundSync = message('BackgroundSync', {});

const androidConfigV2 = message(
  'AndroidConfigV2',
  {
    remote_notification: remoteNotification,
    background_sync: backgroundSync,
    data: textMap,
    collapse_key: text,
    ttl: duration,
    restricted_package_name: text,
    direct_boot_ok: bool,
    bandwidth_constrained_ok: bool,
    restricted_satellite_ok: bool,
    fcm_options: androidFcmOptions,
  },
  { type: ['remote_notification', 'background_sync'] },
);

const webpush = message('WebpushConfig', {
  headers: textMap,
  data: textMap,
  notification: struct,
  fcm_options: message('WebpushFcmOptions', { link: text, analytics_label: text }),
});

const apns = message('ApnsConfig', {
  headers: textMap,
  payload: struct,
  fcm_options: message('ApnsFcmOptions', { analytics_label: text, image: text }),
  live_activity_token: text,
});

const fcmMessage = message(
  'Message',
  {
    name: text,
    data: textMap,
    notification,
    android: androidConfig,
    android_v2: androidConfigV2,
    webpush,
    apns,
    fcm_options: fcmOptions,
    token: text,
    topic: text,
    condition: text,
    fid: text,
  },
  { target: ['token', 'topic', 'condition', 'fid'] },
);

/** The body of `messages:send`. */
export const sendRequest = message('SendMessageRequest', { validate_only: bool, message: fcmMessage });

/** The body of a topic subscription; the names come in path and query. */
export const subscriptionRequest = message('TopicSubscription', {
  name: text,
  topic_name: text,
  create_time: timestamp,
});

export type FcmMessage = ValueOf<typeof fcmMessage>;
export type AndroidConfig = ValueOf<typeof androidConfig>;
export type AndroidNotificationFields = ValueOf<typeof androidNotification>;
