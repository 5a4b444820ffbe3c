import { document, tencent } from '../../trace/sources.ts';
import type { RuleSource } from '../../trace/types.ts';

const DOC = 'https://developer.huawei.com/consumer/cn/doc/';
const github = (title: string, path: string, section?: string): RuleSource =>
  document(title, `https://github.com/${path}`, section);

/** Where the rules of this channel come from. */
export const SOURCES = {
  sendApi: document('Huawei Push Kit: sending messages', `${DOC}HMSCore-References/https-send-api-0000001050986197`),
  serverGuide: document(
    'Huawei Push Kit: server development',
    `${DOC}HMSCore-Guides/android-server-dev-0000001050040110`,
  ),
  oldSend: document('Huawei HMS 3: sending from the server', `${DOC}HMS-3-References/push-server-send`),
  oldCodes: document(
    'Huawei: error codes of server interfaces (NSP, OAuth)',
    `${DOC}HMSCore-References/server-error-codes-0000001062371380`,
  ),
  oldGuide: document('Huawei HMS 2: push development', `${DOC}development/HMS-Guides/30103`),
  nspList: document('Alibaba Cloud: error codes of the vendors', 'https://help.aliyun.com/document_detail/398576.html'),
  oauthErrors: document(
    'Huawei open platform: OAuth error codes',
    `${DOC}HMSCore-Guides/open-platform-error-0000001053869182`,
  ),
  oauthToken: document(
    'Huawei Account Kit: app-level access token',
    `${DOC}harmonyos-references/account-api-obtain-app-token`,
  ),
  topicApi: document('Huawei Push Kit: topic subscription', `${DOC}HMSCore-References/topic-sub-api-0000001051066122`),
  classes: document(
    'Huawei Push Kit: message classification',
    `${DOC}HMSCore-Guides/message-classification-0000001149358835`,
  ),
  limits: document(
    'Huawei Push Kit: limits of message numbers',
    `${DOC}HMSCore-Guides/message-restriction-description-0000001361648361`,
  ),
  receipts: document('Huawei Push Kit: message receipts', `${DOC}HMSCore-Guides/msg-receipt-guide-0000001050040176`),
  foreground: document(
    'Huawei Push Kit: showing messages in the foreground',
    `${DOC}HMSCore-Guides/android-fgrd-show-0000001050040126`,
  ),
  badge: document('Huawei Push Kit: icon badge', `${DOC}HMSCore-Guides/android-badging-0000001050042083`),
  sound: document('Huawei Push Kit: custom sounds', `${DOC}HMSCore-Guides/android-isound-0000001142717056`),
  cache: document(
    'Huawei Push Kit: cache of offline messages',
    `${DOC}HMSCore-Guides/android-offline-msg-cache-0000001050040130`,
  ),
  v3Request: document(
    'Huawei Push Kit (HarmonyOS): structure of scenario messages',
    `${DOC}harmonyos-references/push-scenariozed-api-request-struct`,
  ),
  v3Params: document(
    'Huawei Push Kit (HarmonyOS): request parameters',
    `${DOC}harmonyos-references/push-scenariozed-api-request-param`,
  ),
  v3Answer: document(
    'Huawei Push Kit (HarmonyOS): answers',
    `${DOC}harmonyos-references/push-scenariozed-api-response`,
  ),
  v3Revoke: document('Huawei Push Kit (HarmonyOS): revoking messages', `${DOC}harmonyos-references/push-msg-revoke`),
  v3Jwt: document('Huawei Push Kit (HarmonyOS): JWT of a service account', `${DOC}harmonyos-guides/push-jwt-token`),
  v3Token: document('Huawei Push Kit (HarmonyOS): push tokens', `${DOC}harmonyos-guides/push-get-token`),
  v3Receipt: document(
    'Huawei Push Kit (HarmonyOS): message receipts',
    `${DOC}harmonyos-references/push-api-msg-receipt`,
  ),
  nodeDemo: github("Huawei's server demo for Node.js", 'HMS-Core/hms-push-serverdemo-nodejs', 'src/push'),
  javaDemo: github("Huawei's server demo for Java", 'HMS-Core/hms-push-serverdemo-java'),
  threema: github('Threema push relay, read', 'threema-ch/push-relay', 'src/push/hms.rs'),
  phpClient: github('php-huawei-pushkit, read', 'abler98/php-huawei-pushkit'),
  pushHuawei: github('npm push-huawei, read and run', 'iamtang/push-huawei'),
  badgeReport: github('Field report on badges', 'HMS-Core/hms-flutter-plugin/issues/150'),
  vendorLimits: document(
    'Tencent Cloud IM: limits of the vendors',
    'https://cloud.tencent.com/document/product/269/130977',
  ),
  tencentHuawei: tencent.huawei,
  tencentPush: tencent.androidPush,
} as const satisfies Record<string, RuleSource>;
