import { specification } from '../../trace/sources.ts';
import type { RuleSource } from '../../trace/types.ts';

const DOCS = 'https://developer.apple.com/documentation/usernotifications';

const apple = (title: string, page: string): RuleSource => ({ title: `Apple: ${title}`, url: `${DOCS}/${page}` });

/** Public texts that the APNs rules rest on. */
export const SOURCES = {
  sending: apple('Sending notification requests to APNs', 'sending-notification-requests-to-apns'),
  responses: apple('Handling notification responses from APNs', 'handling-notification-responses-from-apns'),
  channelManagement: apple(
    'Sending channel management requests to APNs',
    'sending-channel-management-requests-to-apns',
  ),
  broadcasting: apple(
    'Sending broadcast push notification requests to APNs',
    'sending-broadcast-push-notification-requests-to-apns',
  ),
  channelResponses: apple('Handling error responses from APNs', 'handling-error-responses-from-apns'),
  hapns: { title: 'hapns, read: table of APNs errors', url: 'https://github.com/alexandercerutti/hapns' },
  tokenAuth: apple('Establishing a token-based connection to APNs', 'establishing-a-token-based-connection-to-apns'),
  certificateAuth: apple(
    'Establishing a certificate-based connection to APNs',
    'establishing-a-certificate-based-connection-to-apns',
  ),
  generating: apple('Generating a remote notification', 'generating-a-remote-notification'),
  background: apple('Pushing background updates to your App', 'pushing-background-updates-to-your-app'),
  permission: apple('Asking permission to use notifications', 'asking-permission-to-use-notifications'),
  handling: apple(
    'Handling notifications and notification-related actions',
    'handling-notifications-and-notification-related-actions',
  ),
  modifying: apple(
    'Modifying content in newly delivered notifications',
    'modifying-content-in-newly-delivered-notifications',
  ),
  metrics: apple(
    'Viewing the status of push notifications using metrics and APNs',
    'viewing-the-status-of-push-notifications-using-metrics-and-apns',
  ),
  sound: apple('UNNotificationSound', 'unnotificationsound'),
  level: apple('UNNotificationInterruptionLevel', 'unnotificationinterruptionlevel'),
  identifier: apple('UNNotificationRequest.identifier', 'unnotificationrequest/identifier'),
  settings: apple('UNNotificationSettings', 'unnotificationsettings'),
  previews: apple('UNShowPreviewsSetting', 'unshowpreviewssetting'),
  didReceive: {
    title: 'Apple: application(_:didReceiveRemoteNotification:fetchCompletionHandler:)',
    url: 'https://developer.apple.com/documentation/uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:fetchcompletionhandler:)',
  },
  liveActivities: {
    title: 'Apple: Starting and updating Live Activities with ActivityKit push notifications',
    url: 'https://developer.apple.com/documentation/activitykit/starting-and-updating-live-activities-with-activitykit-push-notifications',
  },
  keyScopes: {
    title: 'Apple: Team-scoped and topic-specific keys (17 February 2025)',
    url: 'https://developer.apple.com/news/?id=wy4tb0uo',
  },
  guide: {
    title: 'Apple: Local and Remote Notification Programming Guide (archived)',
    url: 'https://developer.apple.com/library/archive/documentation/NetworkingInternet/Conceptual/RemoteNotificationsPG/',
  },
  expirationThread: {
    title: 'Apple Developer Forums: apns-expiration with a small number',
    url: 'https://developer.apple.com/forums/thread/708937',
  },
  tokenUpdatesThread: {
    title: 'Apple Developer Forums: TooManyProviderTokenUpdates',
    url: 'https://developer.apple.com/forums/thread/675879',
  },
  uniqush: {
    title: 'uniqush-push: notes on answers of the live APNs hosts',
    url: 'https://github.com/uniqush/uniqush-push',
  },
  knuff: { title: 'Knuff issue 76: answers of both hosts', url: 'https://github.com/KnuffApp/Knuff/issues/76' },
  apnswift: {
    title: 'APNSwift pull request 229: spelling on the wire',
    url: 'https://github.com/swift-server-community/APNSwift/pull/229',
  },
  pushy: { title: 'Pushy: mock server', url: 'https://github.com/jchambers/pushy' },
  goaway: { title: 'sideshow/apns2 issue 93: GOAWAY reasons', url: 'https://github.com/sideshow/apns2/issues/93' },
  pushRelay: {
    title: 'push-relay issue 32: silent pushes with priority 10',
    url: 'https://github.com/threema-ch/push-relay/issues/32',
  },
  badgeString: {
    title: 'RMSPushNotificationsBundle pull request 62: badge as a string',
    url: 'https://github.com/richsage/RMSPushNotificationsBundle/pull/62',
  },
  emptyAps: {
    title: 'node-apn issue 344: payload without alert',
    url: 'https://github.com/node-apn/node-apn/issues/344',
  },
  braze: {
    title: 'Braze: image and text specifications',
    url: 'https://www.braze.com/docs/help/best_practices/image_and_text_specifications/',
  },
  rfc7519: { title: 'RFC 7519: JSON Web Token', url: 'https://www.rfc-editor.org/rfc/rfc7519' },
  tencentPayload: {
    title: 'Tencent Cloud IM: APNs offline push',
    url: 'https://cloud.tencent.com/document/product/269/9154',
  },
  tencentCapture: {
    title: 'TIMSDK issue 596: captured APNs payloads',
    url: 'https://github.com/TencentCloud/TIMSDK/issues/596',
  },
  tencentStorage: {
    title: 'Tencent Cloud IM: REST API sendmsg, MsgLifeTime',
    url: 'https://cloud.tencent.com/document/product/269/2282',
  },
  specification: specification('ios'),
  specificationSound: specification('basics'),
} as const satisfies Readonly<Record<string, RuleSource>>;
