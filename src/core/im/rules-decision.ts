import { specification, tencent, timSdkIssue } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

/** Rules about whether a push is sent, in the order in which they are asked. */
export const decisionRules: readonly Rule[] = [
  {
    id: 'message-committed',
    stage: 'commit',
    text: {
      pass: {
        en: 'The IM server took the message from {sender} to {receiver}.',
        zh: 'IM 服务端已接收 {sender} 发给 {receiver} 的消息。',
      },
    },
    sources: [specification('example')],
    certainty: 'stated',
  },
  {
    id: 'group-message-committed',
    stage: 'commit',
    text: {
      pass: {
        en: 'The IM server took the message from {sender} to the group {group}.',
        zh: 'IM 服务端已接收 {sender} 发到群组 {group} 的消息。',
      },
    },
    sources: [tencent.groups],
    certainty: 'stated',
  },
  {
    id: 'system-message',
    stage: 'offline',
    text: {
      pass: { en: 'It is an ordinary chat message.', zh: '这是一条普通聊天消息。' },
      stop: {
        en: 'It is a system message; offline push exists for ordinary chat messages only.',
        zh: '这是一条系统消息，而离线推送只针对普通聊天消息。',
      },
    },
    fix: {
      en: 'Send the content as a chat message (kind “chat”) if it has to be pushed.',
      zh: '如果内容必须推送，请改用普通聊天消息发送（kind 为“chat”）。',
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'not-a-member',
    stage: 'offline',
    text: {
      pass: { en: 'The receiver is a member of the group.', zh: '接收方是该群成员。' },
      stop: {
        en: '{user} is not a member of the group {group}, so the message does not go to this account at all.',
        zh: '{user} 不是群组 {group} 的成员，收不到这条消息。',
      },
    },
    fix: { en: 'Add {user} to the group {group}.', zh: '把 {user} 加入群组 {group}。' },
    sources: [tencent.groups],
    certainty: 'inferred',
  },
  {
    id: 'push-flag-off',
    stage: 'offline',
    text: {
      pass: { en: 'The message allows offline push.', zh: '这条消息允许离线推送。' },
      stop: {
        en: 'The sender switched offline push off for this message (setEnabled(false)).',
        zh: '发送方关闭了这条消息的离线推送（setEnabled(false)）。',
      },
    },
    fix: {
      en: 'Leave “enabled” out of the message settings or set it to true; that is the default.',
      zh: '去掉消息配置里的“enabled”，或设为 true（默认值就是 true）。',
    },
    sources: [specification('messageMembers')],
    certainty: 'stated',
  },
  {
    id: 'receive-opt',
    stage: 'offline',
    text: {
      pass: {
        en: 'The receiver wants to be notified of messages in this group.',
        zh: '接收方对该群的消息设置为接收并提醒。',
      },
      stop: {
        en: '{user} has set the receive option of the group {group} to “{option}”, so nothing is pushed.',
        zh: '{user} 对群组 {group} 的消息接收选项是“{option}”，因此不推送。',
      },
    },
    fix: {
      en: "Set {user}'s receive option for the group {group} to “receiveAndNotify”.",
      zh: '把 {user} 对群组 {group} 的消息接收选项改为“receiveAndNotify”。',
    },
    sources: [tencent.receiveOptions, tencent.questions],
    certainty: 'stated',
  },
  {
    id: 'global-switch-off',
    stage: 'offline',
    text: {
      pass: { en: "The receiver's global settings allow offline push.", zh: '接收方的全局设置允许离线推送。' },
      stop: {
        en: '{user} has switched offline push off in the global settings, and the message has no settings of its own.',
        zh: '{user} 在全局设置里关闭了离线推送，而这条消息没有单独的离线推送配置。',
      },
    },
    fix: {
      en: "Set “enabled” to true in {user}'s offline-push settings.",
      zh: '在 {user} 的离线推送设置里把“enabled”设为 true。',
    },
    sources: [specification('globalMembers')],
    certainty: 'stated',
  },
  {
    id: 'message-over-global',
    stage: 'offline',
    text: {
      pass: {
        en: 'The receiver has switched offline push off globally, but the message has settings of its own, and those have the highest priority.',
        zh: '接收方在全局设置里关闭了离线推送，但这条消息带有单独的离线推送配置，其优先级最高。',
      },
    },
    sources: [specification('message'), tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'global-off-disputed',
    stage: 'offline',
    text: {
      note: {
        en: "Other Tencent documents point the other way: they list the receiver's switch as a cause of its own, and call an enabled message the default, not an order. Every new settings object is enabled, so a sender who only sets a title overrides that switch too.",
        zh: '腾讯的其他文档倾向于相反的理解：接收方的开关被单独列为收不到推送的原因，而消息的开启状态只称为“默认”，并非强制。新建的配置对象默认就是开启的，发送方哪怕只设了标题，也会盖过这个开关。',
      },
    },
    fix: {
      en: 'To simulate the other reading, set the workspace switch “globalOffMessageOn” to “global”.',
      zh: '要模拟另一种理解，请把工作区开关“globalOffMessageOn”设为“global”。',
    },
    sources: [specification('message'), tencent.questions, tencent.sdk],
    certainty: 'unconfirmed',
  },
  {
    id: 'global-over-message',
    stage: 'offline',
    text: {
      stop: {
        en: "{user} has switched offline push off in the global settings, and in this workspace the receiver's switch wins over the settings of a message.",
        zh: '{user} 在全局设置里关闭了离线推送，而当前工作区规定接收方的开关优先于单条消息的配置。',
      },
    },
    fix: {
      en: 'Set “enabled” to true for {user}, or set the workspace switch “globalOffMessageOn” to “message”, as the specification has it.',
      zh: '把 {user} 的“enabled”设为 true，或按规范的说法把工作区开关“globalOffMessageOn”设为“message”。',
    },
    sources: [tencent.questions, tencent.sdk],
    certainty: 'unconfirmed',
    reason: 'global-switch-off',
  },
  {
    id: 'no-text',
    stage: 'offline',
    text: {
      pass: { en: 'There is a text to show.', zh: '有可以展示的文本。' },
      stop: {
        en: 'There is no text to show: no setting gives one, and the elements have none (a custom element counts only by its desc).',
        zh: '没有可展示的文本：配置里没有设置，消息元素也没有产生文本（自定义元素只看 desc）。',
      },
    },
    fix: {
      en: 'Set “descr” on the message; for a custom element without message settings, its “desc” is enough.',
      zh: '给消息设置“descr”；如果消息没有离线推送配置，给自定义元素填“desc”也可以。',
    },
    sources: [tencent.messageFormat, tencent.questions],
    certainty: 'stated',
  },
  {
    id: 'logged-in',
    stage: 'offline',
    text: {
      pass: {
        en: 'The receiver logged in on this device and has not logged out since.',
        zh: '接收方在这台设备上登录过，之后没有退出登录。',
      },
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'logged-out',
    stage: 'offline',
    text: {
      stop: {
        en: '{user} has logged out. Whoever has logged out gets no notification.',
        zh: '{user} 已主动退出登录，退出登录的用户不会收到任何消息通知。',
      },
    },
    fix: { en: 'Log {user} in on this device again.', zh: '让 {user} 在这台设备上重新登录。' },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'kicked',
    stage: 'offline',
    text: {
      stop: {
        en: '{user} was forced offline here, for example by a login elsewhere. Whoever was forced offline gets no notification.',
        zh: '{user} 在这台设备上被踢下线（例如在别处登录），被踢下线的用户不会收到任何消息通知。',
      },
    },
    fix: {
      en: 'Log {user} in on this device again; that ends the session on the other one.',
      zh: '让 {user} 在这台设备上重新登录，另一台设备上的登录会随之失效。',
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'never-logged-in',
    stage: 'offline',
    text: {
      stop: {
        en: '{user} has never logged in here, so the IM server knows of no device to push to.',
        zh: '{user} 从未在这里登录，IM 服务端不知道可以推送到哪台设备。',
      },
    },
    fix: { en: 'Log {user} in on a device.', zh: '让 {user} 在一台设备上登录。' },
    sources: [tencent.onlineStatus],
    certainty: 'stated',
  },
  {
    id: 'expired',
    stage: 'offline',
    text: {
      stop: {
        en: "{user}'s app was last connected {days} days ago. After 7 days without a connection the IM server counts the account as not logged in.",
        zh: '{user} 的应用上次连接是 {days} 天前。超过 7 天没有连接，IM 服务端就视为未登录。',
      },
    },
    fix: { en: 'Open the app on this device once, or log in again.', zh: '在这台设备上打开一次应用，或重新登录。' },
    sources: [tencent.onlineStatus],
    certainty: 'stated',
  },
  {
    id: 'instance-foreground',
    stage: 'offline',
    text: {
      stop: {
        en: 'The app is running in the foreground and gets the message over its own connection.',
        zh: '应用正在前台运行，消息通过它自己的连接送达。',
      },
    },
    fix: {
      en: 'Close the app (action “kill”) to see an offline push.',
      zh: '关闭应用（动作“kill”）后才会有离线推送。',
    },
    sources: [specification('overview'), tencent.onlineStatus],
    certainty: 'stated',
  },
  {
    id: 'instance-online',
    stage: 'offline',
    text: {
      stop: {
        en: 'The app is in the background with its process alive, so it gets the message over its own connection; only a closed app is pushed to.',
        zh: '应用在后台且进程仍在，消息通过它自己的连接送达；应用被关闭后才会离线推送。',
      },
    },
    fix: {
      en: 'Close the app (action “kill”), or set the workspace switch “pushInBackground”, which later SDKs behave like.',
      zh: '关闭应用（动作“kill”），或打开工作区开关“pushInBackground”，模拟后来的 SDK 的行为。',
    },
    sources: [specification('overview'), tencent.onlineStatus, tencent.iosPush],
    certainty: 'stated',
  },
  {
    id: 'background-unreported',
    stage: 'offline',
    reason: 'instance-online',
    text: {
      stop: {
        en: 'The app is in the background, but has not told the IM server so (doBackground): the server takes it for running in front and sends the message over its own connection.',
        zh: '应用在后台，但没有通过 doBackground 上报：IM 服务端仍视为前台运行，消息通过它自己的连接送达。',
      },
    },
    fix: {
      en: 'Let the Android app call doBackground with its unread count (action “background” with “unread”).',
      zh: '让 Android 应用调用 doBackground 并上报未读数（动作“background”带上“unread”）。',
    },
    sources: [tencent.androidPush, tencent.sdk],
    certainty: 'stated',
  },
  {
    id: 'push-in-background',
    stage: 'offline',
    text: {
      pass: {
        en: 'The app is in the background and the IM server knows; the workspace switch “pushInBackground” lets such apps be pushed to.',
        zh: '应用在后台，且 IM 服务端已知；工作区开关“pushInBackground”已打开，这种情况也会推送。',
      },
    },
    sources: [tencent.iosPush, tencent.androidPush],
    certainty: 'stated',
  },
  {
    id: 'killed-by-user',
    stage: 'offline',
    text: {
      pass: {
        en: 'The app was closed by its user without a logout: that is what offline means here.',
        zh: '用户关闭了应用但没有退出登录，这正是这里所说的离线。',
      },
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'killed-by-system',
    stage: 'offline',
    text: {
      pass: {
        en: 'The app was closed by the system without a logout: that is what offline means here.',
        zh: '系统关闭了应用但用户没有退出登录，这正是这里所说的离线。',
      },
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
  {
    id: 'link-lost',
    stage: 'offline',
    text: {
      pass: {
        en: 'The phone has no network, so the app has lost its connection and counts as offline. A real server may need up to 400 seconds to notice; here it notices at once.',
        zh: '手机没有网络，应用与服务端断开，视为离线。真实的服务端最多要 400 秒才能察觉，这里立即生效。',
      },
    },
    sources: [tencent.onlineStatus],
    certainty: 'stated',
  },
  {
    id: 'no-token',
    stage: 'offline',
    text: {
      pass: { en: 'The device has uploaded a push token.', zh: '设备已上报推送 token。' },
      stop: {
        en: 'The device has not uploaded a push token, so there is no address to push to.',
        zh: '设备没有上报推送 token，没有可以推送的地址。',
      },
    },
    fix: {
      en: 'Upload the token after every successful login (setOfflinePushToken, on iOS setToken).',
      zh: '每次登录成功后上报 token（setOfflinePushToken，iOS 为 setToken）。',
    },
    sources: [tencent.questions, tencent.iosPush, timSdkIssue(507)],
    certainty: 'stated',
  },
  {
    id: 'offline-push',
    stage: 'offline',
    text: {
      pass: {
        en: 'Nothing stands against a push: the message goes to the push channel.',
        zh: '没有阻止推送的因素，消息交给推送通道。',
      },
    },
    sources: [specification('overview')],
    certainty: 'stated',
  },
];
