import { specification, tencent } from '../trace/sources.ts';
import type { Rule } from '../trace/types.ts';

/** Rules of the specification's table of channels. */
export const requirementRules: readonly Rule[] = [
  {
    id: 'requirement-not-met',
    stage: 'offline',
    text: {
      pass: { en: 'The device meets what its channel requires.', zh: '设备满足所用通道的要求。' },
    },
    sources: [specification('channels')],
    certainty: 'stated',
  },
  {
    id: 'requirement-system',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} works on {needed} only; the device runs {received}.',
        zh: '{channel}只支持 {needed}，而设备的系统是 {received}。',
      },
    },
    fix: {
      en: 'Use a device with {needed}, or the channel of the maker of this one.',
      zh: '换用 {needed} 设备，或使用该设备厂商自己的通道。',
    },
    sources: [specification('channels')],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'requirement-android-version',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} needs Android {needed} or later; the device has {received}.',
        zh: '{channel}需要 Android {needed} 及更高版本，设备是 {received}。',
      },
    },
    fix: { en: 'Use a device with Android {needed} or later.', zh: '换用 Android {needed} 及更高版本的设备。' },
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'requirement-hms',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} needs Huawei Mobile Services {needed} or later; the device has {received}.',
        zh: '{channel}需要华为移动服务 {needed} 及以上版本，设备是 {received}。',
      },
    },
    fix: {
      en: 'Update Huawei Mobile Services on the device to {needed} or later.',
      zh: '把设备上的华为移动服务升级到 {needed} 或更高版本。',
    },
    sources: [specification('channels'), tencent.huawei],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'requirement-play-services',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} needs Google Play services, which the device does not have.',
        zh: '{channel}需要 Google Play 服务，而设备没有安装。',
      },
    },
    fix: { en: 'Install Google Play services on the device.', zh: '在设备上安装 Google Play 服务。' },
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'requirement-region',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} is only for use outside mainland China; the device is inside.',
        zh: '{channel}只能在中国大陆以外使用，而设备在中国大陆。',
      },
    },
    fix: {
      en: "In mainland China, use the channel of the phone's maker.",
      zh: '在中国大陆请使用手机厂商自己的通道。',
    },
    sources: [specification('channels'), tencent.fcm],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'requirement-model',
    stage: 'offline',
    text: {
      stop: {
        en: '{channel} does not support every model and system version, and not this one.',
        zh: '{channel}并不支持所有机型和系统版本，这台设备不在支持范围内。',
      },
    },
    fix: {
      en: "Look the model up in the maker's list of supported devices, or update its system.",
      zh: '在厂商的支持列表里核对机型，或升级系统。',
    },
    sources: [specification('channels')],
    certainty: 'stated',
    reason: 'requirement-not-met',
  },
  {
    id: 'successor-system',
    stage: 'offline',
    text: {
      note: {
        en: 'The specification names {needed}; {received} came after it and is taken for the same ({channel}).',
        zh: '规范写的是 {needed}；{received} 是它的后继系统，按同一系统处理（{channel}）。',
      },
    },
    sources: [specification('channels')],
    certainty: 'inferred',
  },
  {
    id: 'client-sdk-older',
    stage: 'offline',
    text: {
      note: {
        en: "The app's {channel} SDK is {received}, older than the {needed} that the specification names. The push is sent all the same.",
        zh: '应用内的{channel} SDK 版本是 {received}，低于规范写明的 {needed}，但推送照常发出。',
      },
    },
    fix: { en: 'Build the app with {needed} or later.', zh: '用 {needed} 或更高版本构建应用。' },
    sources: [specification('channels'), tencent.androidPush],
    certainty: 'unconfirmed',
  },
];
