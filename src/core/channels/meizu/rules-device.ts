import { ruleTable } from '../kit/rule-table.ts';
import { stoppedRule } from '../kit/stopped.ts';
import { SOURCES as S } from './sources.ts';

/** What a Flyme phone does with a push. */
export const deviceRules = ruleTable('device', 'device-suppressed', [
  {
    id: 'meizu-device-registered',
    pass: ['The app is registered on this phone.', '应用已在此手机上注册。'],
    stop: [
      'The registration is no longer valid ({state}); the phone drops the message.',
      '注册已失效（{state}），手机丢弃该消息。',
    ],
    fix: ['Let the app register again and use the new pushId.', '请让应用重新注册并使用新的 pushId。'],
    certainty: 'inferred',
    sources: [S.client],
  },
  {
    id: 'meizu-device-installed',
    pass: ['The app is installed.', '应用已安装。'],
    stop: ['The app is not installed; the phone drops the message.', '应用未安装，手机丢弃该消息。'],
    fix: ['Install the app; it will get a new pushId.', '请安装应用；安装后会得到新的 pushId。'],
    certainty: 'inferred',
    sources: [S.client],
  },
  {
    id: 'meizu-device-system',
    note: [
      "The phone runs {system}; Meizu's SDK is made for Flyme, and elsewhere probably does nothing.",
      '手机系统为 {system}；魅族 SDK 只面向 Flyme，在其他系统上很可能不起作用。',
    ],
    certainty: 'unconfirmed',
    sources: [S.client],
  },
  stoppedRule('meizu-device-stopped', [S.client]),
  {
    id: 'meizu-device-drawn',
    pass: [
      "Flyme's push service draws the notification; the app need not run (process: {process}).",
      '由 Flyme 的推送服务显示通知，应用无需运行（进程状态：{process}）。',
    ],
    certainty: 'stated',
    sources: [S.client],
  },
  {
    id: 'meizu-device-pass-through',
    note: [
      'A pass-through message: nothing is shown, the running app gets the text in onMessage.',
      '透传消息：不显示通知，运行中的应用在 onMessage 中收到内容。',
    ],
    certainty: 'stated',
    sources: [S.client],
  },
  {
    id: 'meizu-device-process',
    stop: [
      'The app does not run ({process}), so the pass-through message is lost.',
      '应用未运行（{process}），透传消息丢失。',
    ],
    fix: ['Send a notification, which needs no running app.', '请改发通知栏消息，它不要求应用运行。'],
    certainty: 'inferred',
    sources: [S.client],
  },
  {
    id: 'meizu-device-window',
    pass: ['The phone is inside the display span.', '手机时间在显示时段内。'],
    stop: [
      "The phone's clock is outside the display span {from} to {to} (China).",
      '手机时间不在显示时段 {from} 至 {to}（北京时间）内。',
    ],
    fix: [
      'Choose another fixStartDisplayTime and fixEndDisplayTime, or set the clock.',
      '请调整 fixStartDisplayTime 和 fixEndDisplayTime，或调整时钟。',
    ],
    certainty: 'stated',
    sources: [S.api, S.client],
  },
  {
    id: 'meizu-device-collected',
    note: [
      '{count} notifications of the app were left untapped, so Flyme puts this one into its collecting box, without sound.',
      '该应用已有 {count} 条通知未被点击，Flyme 将本条收纳，不响铃。',
    ],
    fix: [
      'Tap the notifications, or take the app out of the box (long press, "不再收纳").',
      '请点击通知，或长按选择“不再收纳”。',
    ],
    certainty: 'unconfirmed',
    sources: [S.client],
  },
  {
    id: 'meizu-device-not-floating',
    note: ['suspend is 0: listed in the shade, no floating banner.', 'suspend 为 0：只在通知栏列出，不悬浮显示。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-device-kept',
    note: ['clearNoticeBar is 0: the user cannot swipe it away.', 'clearNoticeBar 为 0：用户无法划掉。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-device-expanded',
    note: ['Pulled open, it shows the longer text “{text}”.', '展开后显示更长的内容“{text}”。'],
    certainty: 'stated',
    sources: [S.api],
  },
  {
    id: 'meizu-device-tap-app',
    note: [
      'A tap opens nothing by itself: the app reads getSelfDefineContentString() in onNotificationClicked.',
      '点击本身不打开页面：应用在 onNotificationClicked 中读取 getSelfDefineContentString()。',
    ],
    certainty: 'stated',
    sources: [S.client],
  },
  {
    id: 'meizu-device-tap-nothing',
    note: [
      'A tap on {received} opens nothing: no such page or address.',
      '点击 {received} 无法打开：没有此页面或地址。',
    ],
    certainty: 'stated',
    sources: [S.client],
  },
]);
