import { specification } from '../../trace/sources.ts';
import { ruleTable } from '../kit/rule-table.ts';
import { SOURCES as S } from './sources.ts';

/** How the IM side's request is made and its answer read. */
export const buildRules = ruleTable('channel', 'vendor-rejected', [
  {
    id: 'huawei-build-interface',
    note: [
      'Sent over the old interface, which belongs to the client SDK 2.6.3 that the specification names.',
      '通过旧版接口发送，与规范所列的客户端 SDK 2.6.3 相对应。',
    ],
    certainty: 'inferred',
    sources: [specification('channels'), S.oldSend],
  },
  {
    id: 'huawei-build-ext',
    note: [
      'ext goes into hps.ext.customize as {"ext": …}, which reaches the app as an intent extra.',
      'ext 以 {"ext": …} 放入 hps.ext.customize，应用可作为 Intent 附加参数读取。',
    ],
    certainty: 'inferred',
    sources: [S.tencentHuawei, S.oldSend],
  },
  {
    id: 'huawei-build-life',
    note: ['The message lives 7 days, as long as IM keeps it.', '消息有效期 7 天，与 IM 保存离线消息的时长一致。'],
    certainty: 'inferred',
    sources: [S.tencentPush, S.oldSend],
  },
  {
    id: 'huawei-build-action',
    note: ['A tap opens the app: action type 3 with the package name.', '点击打开应用：action 类型为 3，并附包名。'],
    certainty: 'inferred',
    sources: [S.tencentHuawei, S.oldSend],
  },
  {
    id: 'huawei-build-badge',
    note: [
      "IM sends no badge over this channel; the icon's number is the app's own affair.",
      'IM 不通过此通道发送角标，图标数字由应用自行维护。',
    ],
    fix: [
      'Name the launcher activity as badgeClass in the console settings of Huawei; IM then adds 1 with every push.',
      '在华为的控制台设置中以 badgeClass 填写启动 Activity，IM 便会在每次推送时加 1。',
    ],
    certainty: 'unconfirmed',
    sources: [S.tencentHuawei, S.badge],
  },
  {
    id: 'huawei-build-badge-class',
    note: [
      "The certificate names the launcher activity {class}, so IM adds 1 to the icon's number.",
      '证书中填写了启动 Activity {class}，IM 使角标加 1。',
    ],
    certainty: 'inferred',
    sources: [S.tencentHuawei, S.badge],
  },
  {
    id: 'huawei-build-click',
    note: ['The certificate lets a tap open {target}.', '按证书设置，点击打开 {target}。'],
    certainty: 'inferred',
    sources: [S.tencentHuawei, S.oldSend],
  },
  {
    id: 'huawei-build-web-ext',
    note: ['A tap opens a web page, which gets no ext.', '点击打开网页，ext 不会送达应用。'],
    certainty: 'stated',
    sources: [S.tencentHuawei],
  },
  {
    id: 'huawei-build-token',
    note: [
      'IM fetches an access token with app id and secret first.',
      'IM 先用 App ID 和 App Secret 获取 access token。',
    ],
    certainty: 'inferred',
    sources: [S.oauthToken],
  },
  {
    id: 'huawei-build-no-app',
    note: [
      'No app of the credentials has the package {package}, so the request has no app id.',
      '凭据中没有包名为 {package} 的应用，请求中缺少 App ID。',
    ],
    fix: ['Add the app to the credentials.', '请在凭据中添加该应用。'],
    certainty: 'inferred',
    sources: [S.tencentHuawei],
  },
  {
    id: 'huawei-answer-refused',
    stop: ['Huawei refused the push: {code} {msg}', '华为拒绝了推送：{code} {msg}'],
    fix: ['Look the code up in the table of result codes.', '请在错误码表中查阅该码。'],
    certainty: 'stated',
    sources: [S.sendApi, S.oldCodes],
  },
  {
    id: 'huawei-answer-unreadable',
    stop: ['The answer (HTTP {status}) cannot be read: {received}', '应答（HTTP {status}）无法解析：{received}'],
    fix: [
      'Check that the request reached Huawei push and no other server.',
      '请确认请求到达的是华为推送而不是其他服务器。',
    ],
    certainty: 'inferred',
    sources: [S.sendApi],
  },
]);
