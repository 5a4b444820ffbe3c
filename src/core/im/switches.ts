import type { Switches } from '../channels/kit/switches.ts';

/** Readings of the IM side. */
export const imSwitches = {
  globalOffMessageOn: {
    kind: 'choice',
    default: 'message',
    text: {
      en: 'The receiver switched pushes off, the message asks for one: who wins?',
      zh: '接收者全局关闭了推送，而消息要求推送：以谁为准？',
    },
    options: [
      { value: 'message', text: { en: 'The message', zh: '消息' } },
      { value: 'global', text: { en: "The receiver's global setting", zh: '接收者的全局设置' } },
    ],
  },
  pushInBackground: {
    kind: 'flag',
    default: false,
    text: {
      en: 'Push to an app that is in the background with a living process: on iOS always, on Android once it reported doBackground.',
      zh: '应用在后台且进程存活时也推送：iOS 始终如此，Android 需已上报 doBackground。',
    },
  },
  loginPolicy: {
    kind: 'choice',
    default: 'one',
    text: {
      en: 'Phones on which one account may be logged in; a login too many kicks the earlier one.',
      zh: '同一账号可同时登录的手机；超出时较早的登录被踢下线。',
    },
    options: [
      {
        value: 'one',
        text: {
          en: 'One: the last login (2020; today’s default too)',
          zh: '一部：最后登录的（2020 年；今天的默认也是如此）',
        },
      },
      { value: 'perPlatform', text: { en: 'One of each system (multi-platform)', zh: '每种系统一部（多平台登录）' } },
      { value: 'several', text: { en: 'Any number (highest plan)', zh: '不限（最高版本套餐）' } },
    ],
  },
} as const satisfies Switches;
