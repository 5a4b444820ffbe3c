import { ruleTable } from '../channels/kit/rule-table.ts';
import { specification, tencent } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

/** Rules of the specification's table of channels. */
export const requirementRules: readonly Rule[] = ruleTable('offline', 'requirement-not-met', [
  {
    id: 'requirement-not-met',
    pass: ['The device meets what its channel requires.', '设备满足所用通道的要求。'],
    sources: [specification('channels')],
    certainty: 'stated',
  },
  {
    id: 'requirement-system',
    stop: [
      '{channel} works on {needed} only; the device runs {received}.',
      '{channel}只支持 {needed}，而设备的系统是 {received}。',
    ],
    fix: [
      'Use a device with {needed}, or the channel of the maker of this one.',
      '换用 {needed} 设备，或使用该设备厂商自己的通道。',
    ],
    sources: [specification('channels')],
    certainty: 'stated',
  },
  {
    id: 'requirement-android-version',
    stop: [
      '{channel} needs Android {needed} or later; the device has {received}.',
      '{channel}需要 Android {needed} 及更高版本，设备是 {received}。',
    ],
    fix: ['Use a device with Android {needed} or later.', '换用 Android {needed} 及更高版本的设备。'],
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
  },
  {
    id: 'requirement-hms',
    stop: [
      '{channel} needs Huawei Mobile Services {needed} or later; the device has {received}.',
      '{channel}需要华为移动服务 {needed} 及以上版本，设备是 {received}。',
    ],
    fix: [
      'Update Huawei Mobile Services on the device to {needed} or later.',
      '把设备上的华为移动服务升级到 {needed} 或更高版本。',
    ],
    sources: [specification('channels'), tencent.huawei],
    certainty: 'stated',
  },
  {
    id: 'requirement-play-services',
    stop: [
      '{channel} needs Google Play services, which the device does not have.',
      '{channel}需要 Google Play 服务，而设备没有安装。',
    ],
    fix: ['Install Google Play services on the device.', '在设备上安装 Google Play 服务。'],
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
  },
  {
    id: 'requirement-region',
    stop: [
      '{channel} is only for use outside mainland China; the device is inside.',
      '{channel}只能在中国大陆以外使用，而设备在中国大陆。',
    ],
    fix: ["In mainland China, use the channel of the phone's maker.", '在中国大陆请使用手机厂商自己的通道。'],
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
  },
  {
    id: 'requirement-model',
    stop: [
      '{channel} does not support every model and system version, and not this one.',
      '{channel}并不支持所有机型和系统版本，这台设备不在支持范围内。',
    ],
    fix: [
      "Look the model up in the maker's list of supported devices, or update its system.",
      '在厂商的支持列表里核对机型，或升级系统。',
    ],
    sources: [specification('channels')],
    certainty: 'stated',
  },
  {
    id: 'successor-system',
    note: [
      'The specification names {needed}; {received} came after it and is taken for the same ({channel}).',
      '规范写的是 {needed}；{received} 是它的后继系统，按同一系统处理（{channel}）。',
    ],
    sources: [specification('channels')],
    certainty: 'inferred',
  },
  {
    id: 'client-sdk-older',
    note: [
      "The app's {channel} SDK is {received}, older than the {needed} that the specification names. The push is sent all the same.",
      '应用内的{channel} SDK 版本是 {received}，低于规范写明的 {needed}，但推送照常发出。',
    ],
    fix: ['Build the app with {needed} or later.', '用 {needed} 或更高版本构建应用。'],
    sources: [specification('channels'), tencent.androidPush],
    certainty: 'unconfirmed',
  },
]);
