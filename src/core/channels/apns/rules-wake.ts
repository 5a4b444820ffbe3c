import type { Rule } from '../../trace/types.ts';
import { fact, from, type Pair, remark, suppression } from './rule-kit.ts';
import { SOURCES as S } from './sources.ts';

type Basis = ReturnType<typeof from>;

const pass = (id: string, basis: Basis, text: Pair): Rule => fact('device', id, basis, text);
const note = (id: string, basis: Basis, text: Pair, fix?: Pair): Rule => remark('device', id, basis, text, fix);

const waiting = (id: string, basis: Basis, stop: Pair, fix: Pair): Rule => ({
  ...suppression(id, basis, stop, fix),
  reason: 'device-waiting',
});

/** When a push may start the app's process, and when it waits for a phone that saves power. */
export const wakeRules: readonly Rule[] = [
  pass('wake', from('stated', S.background, S.didReceive), [
    'content-available lets the app run for up to 30 s: didReceiveRemoteNotification is called.',
    'content-available 让应用获得最多 30 秒运行时间：调用 didReceiveRemoteNotification。',
  ]),
  pass('wake-launched', from('stated', S.background, S.didReceive), [
    'The system had ended the app; content-available launches it in the background, and didReceiveRemoteNotification is called.',
    '应用此前被系统终止，content-available 将其在后台启动，并调用 didReceiveRemoteNotification。',
  ]),
  note(
    'wake-priority',
    from('unconfirmed', S.pushRelay, S.guide),
    [
      'A silent push with priority 10 is dropped by newer systems, so the app is not woken.',
      '优先级为 10 的静默推送会被较新的系统丢弃，应用不会被唤醒。',
    ],
    ['Send apns-priority: 5.', '发送 apns-priority: 5。'],
  ),
  note(
    'wake-no-mode',
    from('stated', S.background),
    [
      'The app lacks the background mode “Remote notifications”, so content-available does not wake it.',
      '应用没有开启“Remote notifications”后台模式，content-available 不会唤醒它。',
    ],
    ['Turn the background mode on.', '开启该后台模式。'],
  ),
  note(
    'wake-force-quit',
    from('stated', S.didReceive),
    [
      'The user has force-quit the app, so content-available does not launch it until it is opened again.',
      '用户强制退出了应用，在其重新打开之前 content-available 不会启动它。',
    ],
    ['Open the app once.', '打开一次应用。'],
  ),
  note(
    'wake-refresh-off',
    from('unconfirmed', S.background),
    [
      'Background App Refresh is off for the app, so content-available does not wake it.',
      '该应用的“后台 App 刷新”已关闭，content-available 不会唤醒它。',
    ],
    ['Turn Background App Refresh on.', '打开“后台 App 刷新”。'],
  ),
  note(
    'wake-low-power',
    from('unconfirmed', S.background),
    [
      'The phone is in Low Power Mode, so content-available does not wake the app.',
      '手机处于低电量模式，content-available 不会唤醒应用。',
    ],
    ['Leave Low Power Mode.', '退出低电量模式。'],
  ),
  note(
    'wake-budget',
    from('unconfirmed', S.background),
    [
      'Background pushes have woken the app as often as they may, {perHour} times an hour. The phone holds this one until {until}: a newer one replaces it, opening the app delivers it at once, and ending the app discards it.',
      '后台推送唤醒应用的次数已达上限（每小时 {perHour} 次）。手机将本条保留到 {until}：更新的一条会取代它，打开应用会立即送达，结束应用则将其丢弃。',
    ],
    [
      'Open the app, send fewer background pushes, or set the switch for background pushes per hour.',
      '打开应用、减少后台推送，或调整“每小时后台推送数”开关。',
    ],
  ),
  waiting(
    'power-screen-off',
    from('inferred', S.sending, S.metrics),
    [
      'The phone saves power and its screen is off, so a push of priority {priority} waits with APNs, unless it may be tried only once.',
      '手机正在省电且屏幕关闭，优先级为 {priority} 的推送留在 APNs 等待；只允许尝试一次的推送则丢失。',
    ],
    [
      'Wake the phone, end power saving, or send apns-priority: 10.',
      '唤醒手机、退出省电模式，或发送 apns-priority: 10。',
    ],
  ),
  waiting(
    'power-saving',
    from('unconfirmed', S.sending, S.metrics),
    [
      'The phone saves power, so a push of priority {priority} waits with APNs, unless it may be tried only once.',
      '手机正在省电，优先级为 {priority} 的推送留在 APNs 等待；只允许尝试一次的推送则丢失。',
    ],
    [
      'End power saving, open the app, or send apns-priority: 10.',
      '退出省电模式、打开应用，或发送 apns-priority: 10。',
    ],
  ),
];
