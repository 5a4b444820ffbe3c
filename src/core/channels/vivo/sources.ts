import type { RuleSource } from '../../trace/types.ts';

const doc = (number: number): string => `https://dev.vivo.com.cn/documentCenter/doc/${number}`;

/** Where the rules of this channel come from. */
export const SOURCES = {
  serverApi: { title: 'vivo push: server API', url: doc(362) },
  errorCodes: { title: 'vivo push: error codes', url: doc(368) },
  messageClasses: { title: 'vivo push: message classes', url: doc(359) },
  questions: { title: 'vivo push: questions and answers', url: doc(156) },
  terms: { title: 'vivo push: terms and limits', url: doc(174) },
  clientSdk: { title: 'vivo push: Android client SDK', url: doc(365) },
  badge: { title: 'vivo push: icon badge', url: doc(788) },
  liveCards: { title: 'vivo: atomic notifications', url: doc(896) },
  oldApi: { title: 'vivo push server API 2.x, reprinted', url: 'https://ov.liuad.com/2304.html' },
  api292: {
    title: 'vivo push server API 2.9.2, reprinted',
    url: 'https://app.applebyme.cn/cloud/appshangjia/2017.html',
  },
  tagsApi: { title: 'vivo push: tag interfaces, reprinted', url: 'https://vivo.juxuan.net/vivo/vivoanli/563.html' },
  modood: {
    title: 'modood/pushapi, read',
    section: 'vivopush/message.go',
    url: 'https://github.com/modood/pushapi',
  },
  goClient: {
    title: 'doit05/push_sdks, read',
    section: 'vivopush/client.go, constants.go',
    url: 'https://github.com/doit05/push_sdks',
  },
  goResult: { title: 'cossim/vivo-push, read', section: 'result.go', url: 'https://github.com/cossim/vivo-push' },
  nodeClient: { title: 'push-sdk/push-vivo, read and run', url: 'https://github.com/push-sdk/push-vivo' },
  javaSdk: {
    title: 'vpush-server-sdk 3.3, class files read and run',
    section: 'Constants, Message, Result',
    url: 'https://github.com/wildfirechat/push_server',
  },
  oldJavaSdk: {
    title: 'vpush-server-sdk 2.2, class files read',
    section: 'Validation, ExceptionStatusEnum',
    url: 'https://github.com/shishuihao/third-party-api',
  },
  getui: { title: 'Getui: receipts and vendor codes', url: 'https://docs.getui.com/getui/server/receipt/' },
  quotas: {
    title: 'JPush: limits of the vendor channels',
    url: 'https://docs.jiguang.cn/jpush/client/Android/android_3rd_qps',
  },
  classReport: { title: 'Field report on vivo message classes', url: 'https://juejin.cn/post/7262536203894079545' },
  notifyType: { title: 'DCloud uni-push: vendor parameters', url: 'https://github.com/dcloudio/unidocs-zh' },
  mixPush: {
    title: 'MixPush: classes of the vivo client SDK 3.0.0.4, read',
    section: 'NotifyAdapterUtil',
    url: 'https://github.com/taoweiji/MixPush',
  },
  foreground: {
    title: 'DooPush: message receiver for vivo, read',
    section: 'DooPushVivoMessageReceiver.kt',
    url: 'https://github.com/doopush/doopush',
  },
  shortcutBadger: {
    title: 'ShortcutBadger, read',
    section: 'VivoHomeBadger.java',
    url: 'https://github.com/leolin310148/ShortcutBadger',
  },
  tencentVivo: { title: 'Tencent Cloud IM: vivo push', url: 'https://cloud.tencent.com/document/product/269/34998' },
  tencentLimits: {
    title: 'Tencent Cloud IM: vendor classes and limits',
    url: 'https://cloud.tencent.com/document/product/269/130977',
  },
  tencentExt: {
    title: 'Tencent Cloud IM: reading ext of an offline push',
    url: 'https://cloud.tencent.com/document/product/269/3665',
  },
} as const satisfies Record<string, RuleSource>;
