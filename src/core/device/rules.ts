import { specification } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

const APPLE = {
  title: 'Apple: Viewing the status of push notifications using metrics and APNs',
  url: 'https://developer.apple.com/documentation/usernotifications/viewing-the-status-of-push-notifications-using-metrics-and-apns',
};
const COLLAPSIBLE = {
  title: 'FCM: collapsible messages',
  url: 'https://firebase.google.com/docs/cloud-messaging/customize-messages/collapsible-message-types',
};
const DOZE = {
  title: 'Android: Doze and App Standby',
  url: 'https://developer.android.com/training/monitoring-device-state/doze-standby',
};
const BACKGROUND = {
  title: 'Apple: Pushing background updates to your App',
  url: 'https://developer.apple.com/documentation/usernotifications/pushing-background-updates-to-your-app',
};
const SPECIFICATION = specification('overview');

/** What happens between a vendor's acceptance and the phone, the same for every vendor. */
export const deviceRules: readonly Rule[] = [
  {
    id: 'device-reached',
    stage: 'device',
    text: { pass: { en: '{device} is online and gets the push.', zh: '{device} 在线，收到推送。' } },
    sources: [SPECIFICATION],
    certainty: 'inferred',
  },
  {
    id: 'device-held',
    stage: 'device',
    text: {
      note: {
        en: '{device} kept the message while the app did not run; the app has started since.',
        zh: '应用未运行期间，{device} 保留了该消息；应用现已启动。',
      },
    },
    sources: [SPECIFICATION],
    certainty: 'inferred',
  },
  {
    id: 'device-kept',
    stage: 'device',
    text: {
      note: {
        en: '{device} had kept the message for the app until now.',
        zh: '{device} 此前一直为应用保留该消息。',
      },
    },
    sources: [BACKGROUND],
    certainty: 'stated',
  },
  {
    id: 'device-kept-replaced',
    stage: 'device',
    reason: 'device-suppressed',
    text: {
      stop: {
        en: '{device} keeps one such message for an app, and a newer one has taken its place.',
        zh: '{device} 只为应用保留一条此类消息，该消息已被更新的一条取代。',
      },
    },
    fix: { en: 'Send fewer background messages, or open the app.', zh: '减少后台消息的发送，或打开应用。' },
    sources: [BACKGROUND],
    certainty: 'stated',
  },
  {
    id: 'device-kept-lost',
    stage: 'device',
    reason: 'device-suppressed',
    text: {
      stop: {
        en: '{device} kept the message for the app, whose process was ended before it got it; the message is discarded.',
        zh: '{device} 为应用保留了该消息，但应用进程在收到之前被终止，消息被丢弃。',
      },
    },
    fix: { en: 'Open the app instead of ending it.', zh: '打开应用，而不是结束它。' },
    sources: [BACKGROUND],
    certainty: 'stated',
  },
  {
    id: 'device-stored',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: '{device} is offline. The vendor keeps the push until {until} and delivers it when the phone is back.',
        zh: '{device} 不在线。厂商保留该推送至 {until}，手机恢复联网后下发。',
      },
    },
    fix: { en: 'Bring the phone online.', zh: '让手机恢复联网。' },
    sources: [APPLE],
    certainty: 'stated',
  },
  {
    id: 'device-offline-not-stored',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: '{device} is offline, and this push allows one attempt only, so it is lost.',
        zh: '{device} 不在线，而该推送只允许尝试一次，因此丢失。',
      },
    },
    fix: { en: 'Send with a time to live, or bring the phone online first.', zh: '设置离线保留时间，或先让手机联网。' },
    sources: [APPLE],
    certainty: 'stated',
  },
  {
    id: 'device-superseded',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: '{device} was offline and the vendor kept a newer push in place of this one.',
        zh: '{device} 不在线，厂商用更新的推送取代了这一条。',
      },
    },
    fix: { en: 'Bring the phone online before sending more.', zh: '先让手机联网再继续发送。' },
    sources: [APPLE],
    certainty: 'stated',
  },
  {
    id: 'device-expired',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: '{device} stayed offline until the push expired.',
        zh: '{device} 一直不在线，推送已过期。',
      },
    },
    fix: { en: 'Send with a longer time to live.', zh: '延长离线保留时间。' },
    sources: [APPLE],
    certainty: 'stated',
  },
  {
    id: 'device-replaced',
    stage: 'device',
    reason: 'device-waiting',
    text: {
      stop: {
        en: 'While it was kept from {device}, a newer push took its place.',
        zh: '该推送等待送达 {device} 期间，被更新的推送取代。',
      },
    },
    fix: { en: 'Let the phone take the first push before sending more.', zh: '待手机收到前一条推送后再继续发送。' },
    sources: [COLLAPSIBLE],
    certainty: 'stated',
  },
  {
    id: 'device-waited',
    stage: 'device',
    reason: 'device-waiting',
    text: {
      stop: {
        en: '{device} was online but could not take the push before it expired.',
        zh: '{device} 在线，但直到推送过期都未能接收。',
      },
    },
    fix: {
      en: 'Send with a longer time to live, or end what kept the push from the phone.',
      zh: '延长离线保留时间，或消除推送无法到达手机的原因。',
    },
    sources: [COLLAPSIBLE, DOZE],
    certainty: 'stated',
  },
  {
    id: 'device-removed',
    stage: 'device',
    reason: 'device-offline',
    text: {
      stop: {
        en: 'The phone {device} was removed before the push reached it.',
        zh: '推送到达之前，手机 {device} 已被移除。',
      },
    },
    fix: { en: 'Add the phone again.', zh: '重新添加该手机。' },
    sources: [SPECIFICATION],
    certainty: 'inferred',
  },
  {
    id: 'device-scheduled',
    stage: 'device',
    text: { note: { en: 'The vendor holds the push until {dueAt}.', zh: '厂商将该推送保留到 {dueAt} 再下发。' } },
    sources: [{ title: 'Xiaomi: server API', url: 'https://dev.mi.com/xiaomihyperos/documentation/detail?pId=1559' }],
    certainty: 'stated',
  },
  {
    id: 'device-revoked',
    stage: 'device',
    text: {
      stop: {
        en: 'The sender took the push back before it reached the phone.',
        zh: '推送到达手机之前，发送方已将其撤回。',
      },
    },
    fix: { en: 'Send the message again.', zh: '如需送达，请重新发送。' },
    sources: [{ title: 'Xiaomi: server API', url: 'https://dev.mi.com/xiaomihyperos/documentation/detail?pId=1559' }],
    certainty: 'stated',
  },
  {
    id: 'endpoint-failed',
    stage: 'channel',
    reason: 'vendor-rejected',
    text: {
      stop: {
        en: 'The emulated endpoint failed on this request: {error}. This is a fault of Pushpit, not of the sender.',
        zh: '模拟的厂商接口处理该请求时出错：{error}。这是 Pushpit 的缺陷，与发送方无关。',
      },
    },
    fix: { en: 'Report the request that led here.', zh: '请反馈触发问题的请求。' },
    sources: [{ title: 'Pushpit' }],
    certainty: 'stated',
  },
  {
    id: 'user-tap',
    stage: 'user',
    text: {
      pass: { en: 'The user tapped the notification.', zh: '用户点击了通知。' },
      skip: { en: 'The user has not tapped a notification of this message.', zh: '用户没有点击这条消息的通知。' },
    },
    sources: [specification('notifyMode')],
    certainty: 'stated',
  },
];
