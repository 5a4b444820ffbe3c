import { isForceStopped } from '../../device/android.ts';
import type { Device } from '../../device/types.ts';
import { document } from '../../trace/sources.ts';
import type { RuleSource, TraceStep } from '../../trace/types.ts';
import type { RuleEntry } from './rule-table.ts';
import type { Flag } from './switches.ts';

/** Makers say that their push service needs no process of the app; none says what holds for an app that was force-stopped. */
export const shownWhileStopped = {
  kind: 'flag',
  default: true,
  text: {
    en: "The maker's push service shows notifications of an app that its user has force-stopped.",
    zh: '用户强行停止应用后，厂商推送服务仍显示其通知。',
  },
} as const satisfies Flag;

const STOPPED_STATE = document(
  'Android 15: changes to the stopped state of packages',
  'https://developer.android.com/about/versions/15/behavior-changes-all',
);

/** The rule of one vendor on notifications for an app that is force-stopped; `sources`: where it says who draws. */
export const stoppedRule = <const Id extends string>(id: Id, sources: readonly RuleSource[]): RuleEntry<Id> => ({
  id,
  note: [
    "The app is force-stopped, yet it is the system's push service that draws the notification; a tap starts the app, which ends the stop.",
    '应用已被强行停止，但通知由系统推送服务显示；点击会启动应用并解除停止状态。',
  ],
  stop: [
    'The app is force-stopped, and the workspace takes it that the phone then shows nothing of it.',
    '应用已被强行停止，按工作区的设定，手机此时不显示它的通知。',
  ],
  fix: ['Open the app: only its user can end the stop.', '请打开应用：只有用户才能解除停止状态。'],
  certainty: 'unconfirmed',
  sources: [...sources, STOPPED_STATE],
});

/** What to say of a notification for an app that is force-stopped: a note or, where it is not shown, a stop; null = it is not. */
export function stoppedStep<Id extends string>(
  step: (rule: Id, verdict: 'note' | 'stop') => TraceStep,
  rule: Id,
  device: Device,
  profile: { readonly shownWhileStopped: boolean },
): TraceStep | null {
  if (!isForceStopped(device)) return null;
  return step(rule, profile.shownWhileStopped ? 'note' : 'stop');
}
