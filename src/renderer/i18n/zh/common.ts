import type { common as english } from '../en/common.ts';
import type { Texts } from '../types.ts';

export const common: Texts<typeof english> = {
  copy: { done: '已复制', failed: '浏览器不允许复制', curl: '复制为 cURL', text: '复制' },
  common: {
    close: '关闭',
    notSet: '未设置',
    setEmpty: '设为空文本',
    unset: '取消设置',
    defaultOn: '默认（开）',
    on: '开',
    off: '关',
    bytes: '{{count}} 字节',
    suggestions: '可选值',
  },
  channel: {
    apns: 'APNs',
    xiaomi: '小米',
    huawei: '华为',
    fcm: 'FCM',
    meizu: '魅族',
    oppo: 'OPPO',
    vivo: 'vivo',
  },
};
