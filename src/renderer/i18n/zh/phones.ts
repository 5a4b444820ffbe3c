import type { phones as english } from '../en/phones.ts';
import type { Texts } from '../types.ts';

export const phones: Texts<typeof english> = {
  phones: {
    title: '手机',
    show: '显示哪些手机',
    receivers: '接收方',
    all: '全部',
    none: '还没有手机',
    noneText: '通过接口添加一台，就会立即出现在这里。',
    noReceiver: '没有手机会收到这条消息',
    noReceiverText: '接收方没有登录在任何设备上。可在手机上登录该账号，或查看全部手机。',
    showAll: '显示全部手机',
    wall: '手机墙 · {{count}}',
    vendor: '厂商',
  },
};
