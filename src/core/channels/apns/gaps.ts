import type { Gap } from '../types.ts';

/** Where this differs from the vendor and its phones, as far as we know. */
export const apnsGaps: readonly Gap[] = [
  {
    kind: 'simplified',
    text: {
      en: 'A broadcast is recorded and reaches no shade: Live Activities are not drawn.',
      zh: '广播会被记录，但不出现在通知栏：实时活动没有绘制。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'An address that names no environment sees the broadcast channels of both, and creates them in production.',
      zh: '未指明环境的地址能看到两个环境的广播频道，新建的归生产环境。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'The summary’s times of day (its switch releases what it holds), Focus filters with filter-criteria, several Focus modes, and a Focus that hides badges: here it does not.',
      zh: '定时摘要的送达时刻（由开关释放其中的通知）、配合 filter-criteria 的专注模式过滤条件、多种专注模式，以及隐藏角标的专注模式：这里不隐藏。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Previews that are never shown, announcements, CarPlay, and grouping chosen by the user.',
      zh: '“从不显示预览”、语音播报、CarPlay，以及由用户选择的分组方式。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Buttons of a category, since no categories are registered: a tap is always the default action. Strings tables: keys are shown as they are.',
      zh: '类别的按钮：没有注册任何类别，点击总是默认操作。字符串表：键名按原样展示。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'Background pushes come out of a bucket of three an hour for each app (a switch); Apple’s budget is dynamic. One that also shows something is outside of it.',
      zh: '后台推送按每个应用每小时三次的额度计算（可设置），Apple 的实际额度是动态的；同时显示内容的推送不计入。',
    },
  },
  {
    kind: 'simplified',
    text: {
      en: 'Pushes with priority 5 or 1 wait while the phone saves power with its screen off (a switch); Apple names no conditions.',
      zh: '手机省电且屏幕关闭时，优先级为 5 或 1 的推送会等待（可设置）；Apple 未说明具体条件。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'Whether banner and sound repeat when a collapse id replaces a notification (here they do), and what critical alerts do where the app’s banners are off.',
      zh: '相同 collapse id 的通知被取代时横幅和声音是否重复（这里会重复），以及应用横幅关闭时重要警告的表现。',
    },
  },
  {
    kind: 'missing',
    text: {
      en: 'Notification service extensions do not run: a mutable payload is shown as it was sent, without pictures, which only an extension can attach.',
      zh: '不运行通知服务扩展：可变内容按原样展示，也没有图片，因为只有扩展才能附加图片。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'How many pushes a second Apple takes for one device token; off unless the workspace sets a number.',
      zh: 'Apple 每秒对一个设备令牌接受多少推送；除非工作区设定，否则不限。',
    },
  },
  {
    kind: 'unknown',
    text: {
      en: 'What leads to 403 Forbidden: given as a scripted fault only.',
      zh: '何种情况返回 403 Forbidden：只能由故障脚本产生。',
    },
  },
];
