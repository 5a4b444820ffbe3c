import type { LocalText } from '../trace/types.ts';
import type { MatrixSpec } from './types.ts';

export interface MatrixPreset {
  readonly id: string;
  readonly text: LocalText;
  readonly spec: MatrixSpec;
}

/** Matrices that are ready to be opened. */
export const MATRIX_PRESETS: readonly MatrixPreset[] = [
  {
    id: 'specification',
    text: {
      en: "The specification's own variables: channel, login, app, global switch, message settings, sound",
      zh: '规范中的全部变量：通道、登录状态、应用状态、全局开关、消息设置、提示音',
    },
    spec: {
      phones: 'builtIn',
      axes: [
        { axis: 'login', values: ['loggedIn', 'loggedOut', 'kicked', 'never'] },
        { axis: 'process', values: ['foreground', 'background', 'killedByUser', 'killedBySystem'] },
        { axis: 'global' },
        { axis: 'message' },
        { axis: 'sound' },
      ],
    },
  },
  {
    id: 'phone',
    text: {
      en: 'What the phone does: permission, ringer, lock and the switches of banners and sounds',
      zh: '手机端的影响：通知权限、铃声模式、锁屏，以及横幅和声音开关',
    },
    spec: {
      phones: 'builtIn',
      axes: [
        { axis: 'permission' },
        { axis: 'ringer' },
        { axis: 'locked' },
        { axis: 'settings.popUps' },
        { axis: 'settings.sounds' },
      ],
    },
  },
];
