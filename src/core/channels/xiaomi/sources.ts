import type { RuleSource } from '../../trace/types.ts';

const DEV = 'https://dev.mi.com/xiaomihyperos/documentation/detail?pId=';

/** Where the rules of this channel come from. */
export const SOURCES = {
  serverApi: { title: 'Xiaomi push: server API', url: `${DEV}1559` },
  errorCodes: { title: 'Xiaomi push: error codes', url: `${DEV}1560` },
  javaSdk: { title: 'Xiaomi push: Java server SDK', url: `${DEV}1558` },
  limits: { title: 'Xiaomi push: limits of numbers and rates', url: `${DEV}1656` },
  messageRules: { title: 'Xiaomi push: rules of message classes', url: `${DEV}1654` },
  announcements: { title: 'Xiaomi push: announcements', url: `${DEV}1529` },
  ttlNotice: { title: 'Xiaomi push: life of messages', url: `${DEV}1854` },
  customEnd: { title: 'Xiaomi push: end of custom notifications', url: `${DEV}1856` },
  templates: { title: 'Xiaomi push: message templates', url: `${DEV}2314` },
  revokeNotice: { title: 'Xiaomi push: change of the revoke interfaces', url: `${DEV}2367` },
  shade: {
    title: 'Xiaomi: notifications of MIUI 10, for context; the number itself is told by third parties only',
    url: `${DEV}1581`,
  },
  badge: { title: 'Xiaomi push: icon badge', url: `${DEV}1510` },
  clientSdk: { title: 'Xiaomi push: Android client SDK', url: `${DEV}1543` },
  httpSdk: {
    title: "Xiaomi's server SDK, decompiled",
    section: 'Constants.java, Sender.java, ErrorCode.java',
    url: 'https://github.com/ggg17226/xmpush-server-api-http2',
  },
  javaClient: {
    title: 'MiPush_SDK_Server_2_2_19.jar, run against a local server',
    url: 'https://github.com/wildfirechat/push_server',
  },
  fixtures: {
    title: 'Recorded answers of the real server',
    section: 'test/xiaomi-mocker.js',
    url: 'https://github.com/isayme/xiaomi-push',
  },
  pushXiaomi: { title: 'npm push-xiaomi, read and run', url: 'https://github.com/push-sdk/push-xiaomi' },
  pythonSdk: { title: 'mipushSDK-python, read', url: 'https://github.com/wolfhong/mipushSDK-python' },
  badRegids: { title: 'geek-go/xmpush, read', section: 'bad_regids', url: 'https://github.com/geek-go/xmpush' },
  device: {
    title: "MIUI's push service, decompiled (about 2019)",
    section: 'com/xiaomi/push/service',
    url: 'https://github.com/XEonAX/ANXMiuiApps',
  },
  receipts: {
    title: 'Field report on the receipt bits 243 and 246',
    url: 'https://blog.csdn.net/zhou_Tian/article/details/108751167',
  },
  customSound: {
    title: 'Alibaba Cloud: custom sounds on Xiaomi phones',
    url: 'https://help.aliyun.com/document_detail/65488.html',
  },
  getuiQuota: {
    title: 'Getui: vendor limits and message classes',
    url: 'https://docs.getui.com/getui/mobile/vendor/qps/',
  },
  tencentIm: {
    title: 'Tencent Cloud IM: offline push on Android',
    url: 'https://cloud.tencent.com/document/product/269/44517',
  },
  tencentExt: {
    title: 'Tencent Cloud IM: reading ext of an offline push',
    url: 'https://cloud.tencent.com/document/product/269/3665',
  },
  androidChannels: {
    title: 'Android: notification channels',
    url: 'https://developer.android.com/develop/ui/views/notifications/channels',
  },
  androidPermission: {
    title: 'Android: notification permission',
    url: 'https://developer.android.com/develop/ui/views/notifications/notification-permission',
  },
} as const satisfies Record<string, RuleSource>;
