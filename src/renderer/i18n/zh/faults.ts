import type { faults as english } from '../en/faults.ts';
import type { Texts } from '../types.ts';

export const faults: Texts<typeof english> = {
  faults: {
    title: '故障脚本',
    text: '让厂商出错：错误码、网关故障、无应答。命中的请求不会送达。',
    none: '没有设置故障，厂商按规则应答。',
    used: '已命中 {{used}} 次',
    usedOf: '{{used}} / {{times}}',
    remove: '移除：{{what}}',
    everyRequest: '所有请求',
    vendor: '厂商',
    kind: '故障',
    code: '错误码',
    status: '状态码',
    body: '应答体',
    wait: '毫秒',
    target: '目标',
    targetHint: '所有目标',
    times: '次数',
    timesHint: '0 表示一直有效',
    add: '设置',
    kinds: {
      code: '返回错误码（厂商自己的格式）',
      status: '任意 HTTP 应答',
      delay: '延迟应答',
      reset: '重置连接',
      goaway: '发送 GOAWAY 或关闭',
    },
    says: {
      code: '返回 {{code}}',
      status: '返回 HTTP {{status}}',
      delay: '延迟 {{ms}} 毫秒应答',
      reset: '重置连接',
      goaway: '发送 GOAWAY 或关闭连接',
    },
  },
};
