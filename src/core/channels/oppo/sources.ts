import type { RuleSource } from '../../trace/types.ts';

const DOC = 'https://open.oppomobile.com/new/developmentDoc/info?id=';

/** Where the rules of this channel come from. */
export const SOURCES = {
  auth: { title: 'OPPO PUSH: authentication', url: `${DOC}11234` },
  codes: { title: 'OPPO PUSH: addresses and return codes', url: `${DOC}11235` },
  body: { title: 'OPPO PUSH: message body', url: `${DOC}11236` },
  unicast: { title: 'OPPO PUSH: unicast', url: `${DOC}11238` },
  receipts: { title: 'OPPO PUSH: receipts', url: `${DOC}11239` },
  faq: { title: 'OPPO PUSH: questions and answers', url: `${DOC}11256` },
  classes: { title: 'OPPO PUSH: new message classes', url: `${DOC}13189` },
  pdf: {
    title: 'OPPO push platform server API V1.9.3 (PDF)',
    url: 'https://github.com/xinlingqudongX/AggregatePush',
  },
  javaSdk: {
    title: 'opush-server-sdk 1.0.6, class files read and run',
    section: 'Constants, Validate, MessageTool, ReturnCode, Result, HttpClientTool',
    url: 'https://github.com/shishuihao/third-party-api',
  },
  goClient: { title: 'modood/pushapi, read', section: 'oppopush/message.go', url: 'https://github.com/modood/pushapi' },
  goReceiver: {
    title: 'doit05/push_sdks, read',
    section: 'oppopush/client.go, httpbase.go',
    url: 'https://github.com/doit05/push_sdks',
  },
  nodeClient: {
    title: 'push-oppo 0.0.9, read and run',
    section: 'lib/push-oppo.js',
    url: 'https://github.com/push-sdk/push-oppo',
  },
  octo: {
    title: 'octo-server: note on the OPPO server',
    section: 'modules/webhook/push_oppo.go',
    url: 'https://github.com/Mininglamp-OSS/octo-server',
  },
  clientSdk: {
    title: 'com.heytap.msp 3.1.0, class files read',
    section: 'client/mixpush-oppo/libs',
    url: 'https://github.com/taoweiji/MixPush',
  },
  getui: { title: 'Getui: vendor limits and message classes', url: 'https://docs.getui.com/getui/mobile/vendor/qps/' },
  jpush: {
    title: 'JPush: limits of the Android vendors',
    url: 'https://docs.jiguang.cn/jpush/client/Android/android_3rd_qps',
  },
  yimen: { title: 'Yimen: OPPO push notes', url: 'https://www.yimenapp.com/kb-yimen/11080/' },
  tpns: { title: 'Tencent TPNS: OPPO guide, icon badge', url: 'https://cloud.tencent.com/document/product/548/43693' },
  tencentClasses: {
    title: 'Tencent Cloud IM: OPPO message classes',
    url: 'https://cloud.tencent.com/document/product/269/130977',
  },
  tencentOppo: {
    title: 'Tencent Cloud IM: OPPO push (OPPO 推送)',
    url: 'https://cloud.tencent.com/document/product/269/37729',
  },
  tencentExt: {
    title: 'Tencent Cloud IM: offline push, Android (离线推送)',
    url: 'https://cloud.tencent.com/document/product/269/44516',
  },
  channelGuard: {
    title: 'oppopushguard, read',
    url: 'https://github.com/rkbkosp/cn.rkbkosp.oppopushguard',
  },
  androidChannels: {
    title: 'Android: notification channels',
    url: 'https://developer.android.com/develop/ui/views/notifications/channels',
  },
  servlet: {
    title: 'Jakarta Servlet 6.0',
    section: 'When parameters are available',
    url: 'https://jakarta.ee/specifications/servlet/6.0/jakarta-servlet-spec-6.0',
  },
} as const satisfies Record<string, RuleSource>;
