import type { matrix as english } from '../en/matrix.ts';
import type { Texts } from '../types.ts';

export const matrix: Texts<typeof english> = {
  matrix: {
    intro: '一条消息，多台手机，勾选项的所有组合。不会真的发送。',
    presets: '现成的矩阵',
    axes: '变量',
    phones: '手机',
    builtIn: '每个厂商一台新手机',
    workspace: '工作区里的手机',
    takeMessage: '使用“模拟”页的消息',
    group: {
      account: '账号',
      app: '应用',
      phone: '手机',
      settings: '系统里的应用设置',
      message: '消息',
      workspace: '工作区',
    },
    only: { ios: 'iOS', android: 'Android' },
    cells: '{{count}} 格',
    tooMany: '{{count}} 格超过了一个矩阵的上限 {{limit}}。请去掉一些取值或变量。',
    working: '正在推演…',
    cancel: '取消',
    grid: '结果',
    state: {
      delivered: '已送达',
      silent: '静默送达',
      waiting: '等待下发',
      'not-delivered': '未送达',
      impossible: '不可能',
    },
    csv: 'CSV',
    png: 'PNG',
    saveCsv: '存为 CSV',
    savePng: '存为图片',
    pngTooLarge: '{{count}} 格的图片对浏览器来说太大。请存为 CSV，或去掉一些取值。',
    trace: '单元格',
    values: '{{axis}}的取值',
  },
};
