import { document, tencent } from '../../trace/sources.ts';
import type { RuleSource } from '../../trace/types.ts';

const API = 'https://github.com/MEIZUPUSH/PushAPI';
const JAVA = 'https://github.com/MEIZUPUSH/JavaSdk';
const DEMO = 'https://github.com/MEIZUPUSH/PushDemo';

/** Where the rules of this channel come from. */
export const SOURCES = {
  api: document('Meizu push: server API', API),
  signature: document('Meizu push: server API', API, '接口签名规范'),
  subscriptions: document('Meizu push: server API', API, '订阅服务'),
  receipts: document('Meizu push: server API', API, '消息送达与回执'),
  history: document('Meizu push: server API, history of changes', `${API}/commits/master`),
  contentIssue: document('Meizu push API, issue 10: content is empty', `${API}/issues/10`),
  javaSdk: document("Meizu's Java server SDK", JAVA),
  javaClient: document("Meizu's Java server SDK", JAVA, 'HttpClient.java'),
  javaCodes: document("Meizu's Java server SDK", JAVA, 'ErrorCode.java, PushResponseCode.java'),
  passThroughIssue: document("Meizu's Java server SDK, issue 18: 110053", `${JAVA}/issues/18`),
  appIdIssue: document("Meizu's Java server SDK, issue 21: 110000", `${JAVA}/issues/21`),
  nodeSdk: document("Meizu's Node server SDK", 'https://github.com/MEIZUPUSH/node-sdk'),
  goSdk: document("Meizu's Go server SDK", 'https://github.com/MEIZUPUSH/go-meizu-push-sdk', 'registerservice.go'),
  pushMeizu: document('push-meizu for Node, read and run', 'https://github.com/push-sdk/push-meizu'),
  client: document('Meizu push: Android client and its questions and answers', DEMO),
  signIssue: document('Meizu push demo, issue 21: 1006', `${DEMO}/issues/21`),
  targetIssue: document('Meizu push demo, issue 46', `${DEMO}/issues/46`),
  trace: document('Published trace of 2016: an alias nobody has', 'https://github.com/hexsum/Mojo-Webqq/issues/137'),
  quota: document(
    'Tencent Cloud IM: quotas and classes of the vendors',
    'https://cloud.tencent.com/document/product/269/130977',
  ),
  aliyunQuota: document(
    'Alibaba Cloud: limits of the vendor channels',
    'https://help.aliyun.com/document_detail/616229.html',
  ),
  tencentMeizu: tencent.meizu,
  tencentExt: document(
    'Tencent Cloud IM: reading ext of an offline push',
    'https://cloud.tencent.com/document/product/269/3665',
  ),
  androidPermission: document(
    'Android: notification permission',
    'https://developer.android.com/develop/ui/views/notifications/notification-permission',
  ),
} as const satisfies Record<string, RuleSource>;
