import type { RuleSource } from '../../trace/types.ts';

const FIREBASE = 'https://firebase.google.com/docs';

/** Where the rules of this channel come from. */
export const SOURCES = {
  message: {
    title: 'FCM: REST resource projects.messages',
    url: `${FIREBASE}/reference/fcm/rest/v1/projects.messages`,
  },
  send: { title: 'FCM: method messages.send', url: `${FIREBASE}/reference/fcm/rest/v1/projects.messages/send` },
  errorCode: { title: 'FCM: ErrorCode', url: `${FIREBASE}/reference/fcm/rest/v1/ErrorCode` },
  errorGuide: { title: 'FCM: error codes', url: `${FIREBASE}/cloud-messaging/error-codes` },
  messageTypes: {
    title: 'FCM: message types and their limits',
    url: `${FIREBASE}/cloud-messaging/customize-messages/set-message-type`,
  },
  topics: { title: 'FCM: topic messaging', url: `${FIREBASE}/cloud-messaging/topic-messaging` },
  tokens: { title: 'FCM: managing registration tokens', url: `${FIREBASE}/cloud-messaging/manage-tokens` },
  scale: { title: 'FCM: sending at scale', url: `${FIREBASE}/cloud-messaging/scale-fcm` },
  quotas: { title: 'FCM: throttling and quotas', url: `${FIREBASE}/cloud-messaging/throttling-and-quotas` },
  collapsible: {
    title: 'FCM: collapsible messages',
    url: `${FIREBASE}/cloud-messaging/customize-messages/collapsible-message-types`,
  },
  lifespan: {
    title: 'FCM: lifespan of a message',
    url: `${FIREBASE}/cloud-messaging/customize-messages/setting-message-lifespan`,
  },
  receiving: { title: 'FCM: receiving on Android', url: `${FIREBASE}/cloud-messaging/android/receive` },
  priority: {
    title: 'FCM: priority of Android messages',
    url: `${FIREBASE}/cloud-messaging/android-message-priority`,
  },
  captures: {
    title: 'Captured answers of the real service (davideast/pyric)',
    section: 'packages/conformance/observations/messaging-admin',
    url: 'https://github.com/davideast/pyric',
  },
  twoTargets: {
    title: 'Captured answer for two targets',
    url: 'https://github.com/laravel-notification-channels/fcm/issues/43',
  },
  emptyTarget: {
    title: 'An empty second target is refused',
    url: 'https://github.com/firebase/firebase-tools/pull/8586',
  },
  protobuf: {
    title: 'Protocol Buffers: the public JSON reader',
    section: 'util/internal/proto_writer.cc',
    url: 'https://github.com/protocolbuffers/protobuf',
  },
  projectQuota: {
    title: 'Captured answer for a used-up project quota',
    url: 'https://github.com/firebase/firebase-admin-go/issues/719',
  },
  topicQuota: { title: 'Captured text of the topic quota', url: 'https://github.com/binwiederhier/ntfy/issues/289' },
  pushiko: {
    title: 'Collected answers of FCM (pushiko)',
    section: 'docs/fcm_responses.md',
    url: 'https://github.com/bloomberg/pushiko',
  },
  expired: { title: 'Captured answer for an expired token', url: 'https://github.com/olucurious/PyFCM/issues/334' },
  unauthenticated: {
    title: 'Captured 401 with its headers',
    url: 'https://github.com/beste/laravel-firebase/issues/254',
  },
  adminNode: {
    title: 'firebase-admin for Node, read and run',
    section: 'src/messaging',
    url: 'https://github.com/firebase/firebase-admin-node',
  },
  adminPython: {
    title: 'firebase-admin for Python, integration tests',
    section: 'integration/test_messaging.py',
    url: 'https://github.com/firebase/firebase-admin-python',
  },
  serviceAccounts: {
    title: 'Google: OAuth 2.0 for service accounts',
    url: 'https://developers.google.com/identity/protocols/oauth2/service-account',
  },
  authNode: {
    title: 'google-auth-library for Node, read and run',
    url: 'https://github.com/googleapis/google-cloud-node-core',
  },
  authGo: { title: 'golang/oauth2, read', section: 'jwt/jwt.go', url: 'https://github.com/golang/oauth2' },
  instanceId: { title: 'Instance ID: server API', url: 'https://developers.google.com/instance-id/reference/server' },
  manageTopics: {
    title: 'FCM: managing topic subscriptions',
    url: `${FIREBASE}/cloud-messaging/manage-topic-subscriptions`,
  },
  topicsRest: { title: 'FCM: topic subscriptions, REST', url: `${FIREBASE}/reference/fcm/fcmtopics/rest` },
  batchGone: {
    title: 'The batch endpoint answers 404',
    url: 'https://github.com/firebase/firebase-admin-python/issues/854',
  },
  batchClosing: { title: 'The batch endpoint answers 501', url: 'https://github.com/beste/firebase-php/issues/929' },
  legacy: { title: 'FCM: legacy HTTP interface', url: `${FIREBASE}/cloud-messaging/http-server-ref` },
  deprecation: {
    title: 'Firebase: end of the legacy interfaces',
    url: 'https://firebase.google.com/support/faq#fcm-23-deprecation',
  },
  deprecatedApi: { title: 'Captured DeprecatedApi', url: 'https://github.com/jlcvp/fcm-node/issues/100' },
  legacyTtl: {
    title: 'Captured text for time_to_live',
    url: 'https://github.com/appfeel/node-pushnotifications/issues/161',
  },
  legacyKey: {
    title: 'Captured 401 of the legacy interface',
    url: 'https://github.com/itisnajim/strapi-plugin-fcm/issues/21',
  },
  androidSdk: {
    title: 'Firebase SDK for Android, read',
    section: 'firebase-messaging',
    url: 'https://github.com/firebase/firebase-android-sdk',
  },
  doze: {
    title: 'Android: Doze and App Standby',
    url: 'https://developer.android.com/training/monitoring-device-state/doze-standby',
  },
  stopped: {
    title: 'Android 15: changes to the stopped state of packages',
    url: 'https://developer.android.com/about/versions/15/behavior-changes-all',
  },
  skins: {
    title: 'dontkillmyapp: battery managers of the Android makers',
    url: 'https://github.com/urbandroid-team/dont-kill-my-app',
  },
  deliveryData: {
    title: 'FCM data: outcomes of deliveries',
    url: `${FIREBASE}/reference/fcmdata/rest/v1beta1/projects.androidApps.deliveryData`,
  },
  tencent: {
    title: 'Tencent Cloud IM: Google FCM push (Google FCM 推送)',
    url: 'https://cloud.tencent.com/document/product/269/37317',
  },
  tencentExt: {
    title: 'Tencent Cloud IM: reading ext of an offline push',
    url: 'https://cloud.tencent.com/document/product/269/3665',
  },
} as const satisfies Record<string, RuleSource>;
