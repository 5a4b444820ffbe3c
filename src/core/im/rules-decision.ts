import { ruleTable } from '../channels/kit/rule-table.ts';
import { specification, tencent, timSdkIssue } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

/** Rules about whether a push is sent, in the order in which they are asked. */
export const decisionRules: readonly Rule[] = [
  ...ruleTable('commit', null, [
    {
      id: 'message-committed',
      pass: [
        'The IM server took the message from {sender} to {receiver}.',
        'IM 服务端已接收 {sender} 发给 {receiver} 的消息。',
      ],
      sources: [specification('example')],
      certainty: 'stated',
    },
    {
      id: 'group-message-committed',
      pass: [
        'The IM server took the message from {sender} to the group {group}.',
        'IM 服务端已接收 {sender} 发到群组 {group} 的消息。',
      ],
      sources: [tencent.groups],
      certainty: 'stated',
    },
  ]),
  ...ruleTable('offline', null, [
    {
      id: 'system-message',
      pass: ['It is an ordinary chat message.', '这是一条普通聊天消息。'],
      stop: [
        'It is a system message; offline push exists for ordinary chat messages only.',
        '这是一条系统消息，而离线推送只针对普通聊天消息。',
      ],
      fix: [
        'Send the content as a chat message (kind “chat”) if it has to be pushed.',
        '如果内容必须推送，请改用普通聊天消息发送（kind 为“chat”）。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'not-a-member',
      pass: ['The receiver is a member of the group.', '接收方是该群成员。'],
      stop: [
        '{user} is not a member of the group {group}, so the message does not go to this account at all.',
        '{user} 不是群组 {group} 的成员，收不到这条消息。',
      ],
      fix: ['Add {user} to the group {group}.', '把 {user} 加入群组 {group}。'],
      sources: [tencent.groups],
      certainty: 'inferred',
    },
    {
      id: 'push-flag-off',
      pass: ['The message allows offline push.', '这条消息允许离线推送。'],
      stop: [
        'The sender switched offline push off for this message (setEnabled(false)).',
        '发送方关闭了这条消息的离线推送（setEnabled(false)）。',
      ],
      fix: [
        'Leave “enabled” out of the message settings or set it to true; that is the default.',
        '去掉消息配置里的“enabled”，或设为 true（默认值就是 true）。',
      ],
      sources: [specification('messageMembers')],
      certainty: 'stated',
    },
    {
      id: 'receive-opt',
      pass: ['The receiver wants to be notified of messages in this group.', '接收方对该群的消息设置为接收并提醒。'],
      stop: [
        '{user} has set the receive option of the group {group} to “{option}”, so nothing is pushed.',
        '{user} 对群组 {group} 的消息接收选项是“{option}”，因此不推送。',
      ],
      fix: [
        "Set {user}'s receive option for the group {group} to “receiveAndNotify”.",
        '把 {user} 对群组 {group} 的消息接收选项改为“receiveAndNotify”。',
      ],
      sources: [tencent.receiveOptions, tencent.questions],
      certainty: 'stated',
    },
    {
      id: 'global-switch-off',
      pass: ["The receiver's global settings allow offline push.", '接收方的全局设置允许离线推送。'],
      stop: [
        '{user} has switched offline push off in the global settings, and the message has no settings of its own.',
        '{user} 在全局设置里关闭了离线推送，而这条消息没有单独的离线推送配置。',
      ],
      fix: [
        "Set “enabled” to true in {user}'s offline-push settings.",
        '在 {user} 的离线推送设置里把“enabled”设为 true。',
      ],
      sources: [specification('globalMembers')],
      certainty: 'stated',
    },
    {
      id: 'message-over-global',
      pass: [
        'The receiver has switched offline push off globally, but the message has settings of its own, and those have the highest priority.',
        '接收方在全局设置里关闭了离线推送，但这条消息带有单独的离线推送配置，其优先级最高。',
      ],
      sources: [specification('message'), tencent.iosPush],
      certainty: 'stated',
    },
    {
      id: 'global-off-disputed',
      note: [
        "Other Tencent documents point the other way: they list the receiver's switch as a cause of its own, and call an enabled message the default, not an order. Every new settings object is enabled, so a sender who only sets a title overrides that switch too.",
        '腾讯的其他文档倾向于相反的理解：接收方的开关被单独列为收不到推送的原因，而消息的开启状态只称为“默认”，并非强制。新建的配置对象默认就是开启的，发送方哪怕只设了标题，也会盖过这个开关。',
      ],
      fix: [
        'To simulate the other reading, set the workspace switch “globalOffMessageOn” to “global”.',
        '要模拟另一种理解，请把工作区开关“globalOffMessageOn”设为“global”。',
      ],
      sources: [specification('message'), tencent.questions, tencent.sdk],
      certainty: 'unconfirmed',
    },
    {
      id: 'global-over-message',
      stop: [
        "{user} has switched offline push off in the global settings, and in this workspace the receiver's switch wins over the settings of a message.",
        '{user} 在全局设置里关闭了离线推送，而当前工作区规定接收方的开关优先于单条消息的配置。',
      ],
      fix: [
        'Set “enabled” to true for {user}, or set the workspace switch “globalOffMessageOn” to “message”, as the specification has it.',
        '把 {user} 的“enabled”设为 true，或按规范的说法把工作区开关“globalOffMessageOn”设为“message”。',
      ],
      sources: [tencent.questions, tencent.sdk],
      certainty: 'unconfirmed',
      reason: 'global-switch-off',
    },
    {
      id: 'no-text',
      pass: ['There is a text to show.', '有可以展示的文本。'],
      stop: [
        'There is no text to show: no setting gives one, and the elements have none (a custom element counts only by its desc).',
        '没有可展示的文本：配置里没有设置，消息元素也没有产生文本（自定义元素只看 desc）。',
      ],
      fix: [
        'Set “descr” on the message; for a custom element without message settings, its “desc” is enough.',
        '给消息设置“descr”；如果消息没有离线推送配置，给自定义元素填“desc”也可以。',
      ],
      sources: [tencent.messageFormat, tencent.questions],
      certainty: 'stated',
    },
    {
      id: 'logged-in',
      pass: [
        'The receiver logged in on this device and has not logged out since.',
        '接收方在这台设备上登录过，之后没有退出登录。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'logged-out',
      stop: [
        '{user} has logged out. Whoever has logged out gets no notification.',
        '{user} 已主动退出登录，退出登录的用户不会收到任何消息通知。',
      ],
      fix: ['Log {user} in on this device again.', '让 {user} 在这台设备上重新登录。'],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'kicked',
      stop: [
        '{user} was forced offline here, for example by a login elsewhere. Whoever was forced offline gets no notification.',
        '{user} 在这台设备上被踢下线（例如在别处登录），被踢下线的用户不会收到任何消息通知。',
      ],
      fix: [
        'Log {user} in on this device again; that ends the session on the other one.',
        '让 {user} 在这台设备上重新登录，另一台设备上的登录会随之失效。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'never-logged-in',
      stop: [
        '{user} has never logged in here, so the IM server knows of no device to push to.',
        '{user} 从未在这里登录，IM 服务端不知道可以推送到哪台设备。',
      ],
      fix: ['Log {user} in on a device.', '让 {user} 在一台设备上登录。'],
      sources: [tencent.onlineStatus],
      certainty: 'stated',
    },
    {
      id: 'expired',
      stop: [
        "{user}'s app was last connected {days} days ago. After 7 days without a connection the IM server counts the account as not logged in.",
        '{user} 的应用上次连接是 {days} 天前。超过 7 天没有连接，IM 服务端就视为未登录。',
      ],
      fix: ['Open the app on this device once, or log in again.', '在这台设备上打开一次应用，或重新登录。'],
      sources: [tencent.onlineStatus],
      certainty: 'stated',
    },
    {
      id: 'instance-foreground',
      stop: [
        'The app is running in the foreground and gets the message over its own connection.',
        '应用正在前台运行，消息通过它自己的连接送达。',
      ],
      fix: ['Close the app (action “kill”) to see an offline push.', '关闭应用（动作“kill”）后才会有离线推送。'],
      sources: [specification('overview'), tencent.onlineStatus],
      certainty: 'stated',
    },
    {
      id: 'instance-online',
      stop: [
        'The app is in the background with its process alive, so it gets the message over its own connection; only a closed app is pushed to.',
        '应用在后台且进程仍在，消息通过它自己的连接送达；应用被关闭后才会离线推送。',
      ],
      fix: [
        'Close the app (action “kill”), or set the workspace switch “pushInBackground”, which later SDKs behave like.',
        '关闭应用（动作“kill”），或打开工作区开关“pushInBackground”，模拟后来的 SDK 的行为。',
      ],
      sources: [specification('overview'), tencent.onlineStatus, tencent.iosPush],
      certainty: 'stated',
    },
    {
      id: 'background-unreported',
      reason: 'instance-online',
      stop: [
        'The app is in the background, but has not told the IM server so (doBackground): the server takes it for running in front and sends the message over its own connection.',
        '应用在后台，但没有通过 doBackground 上报：IM 服务端仍视为前台运行，消息通过它自己的连接送达。',
      ],
      fix: [
        'Let the Android app call doBackground with its unread count (action “background” with “unread”).',
        '让 Android 应用调用 doBackground 并上报未读数（动作“background”带上“unread”）。',
      ],
      sources: [tencent.androidPush, tencent.sdk],
      certainty: 'stated',
    },
    {
      id: 'push-in-background',
      pass: [
        'The app is in the background and the IM server knows; the workspace switch “pushInBackground” lets such apps be pushed to.',
        '应用在后台，且 IM 服务端已知；工作区开关“pushInBackground”已打开，这种情况也会推送。',
      ],
      sources: [tencent.iosPush, tencent.androidPush],
      certainty: 'stated',
    },
    {
      id: 'killed-by-user',
      pass: [
        'The app was closed by its user without a logout: that is what offline means here.',
        '用户关闭了应用但没有退出登录，这正是这里所说的离线。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'killed-by-system',
      pass: [
        'The app was closed by the system without a logout: that is what offline means here.',
        '系统关闭了应用但用户没有退出登录，这正是这里所说的离线。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
    {
      id: 'link-lost',
      pass: [
        'The phone has no network, so the app has lost its connection and counts as offline. A real server may need up to 400 seconds to notice; here it notices at once.',
        '手机没有网络，应用与服务端断开，视为离线。真实的服务端最多要 400 秒才能察觉，这里立即生效。',
      ],
      sources: [tencent.onlineStatus],
      certainty: 'stated',
    },
    {
      id: 'no-token',
      pass: ['The device has uploaded a push token.', '设备已上报推送 token。'],
      stop: [
        'The device has not uploaded a push token, so there is no address to push to.',
        '设备没有上报推送 token，没有可以推送的地址。',
      ],
      fix: [
        'Upload the token after every successful login (setOfflinePushToken, on iOS setToken).',
        '每次登录成功后上报 token（setOfflinePushToken，iOS 为 setToken）。',
      ],
      sources: [tencent.questions, tencent.iosPush, timSdkIssue(507)],
      certainty: 'stated',
    },
    {
      id: 'offline-push',
      pass: [
        'Nothing stands against a push: the message goes to the push channel.',
        '没有阻止推送的因素，消息交给推送通道。',
      ],
      sources: [specification('overview')],
      certainty: 'stated',
    },
  ]),
];
