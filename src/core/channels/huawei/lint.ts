import type { RuleProfile } from '../../profile.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { JsonObject } from '../kit/json.ts';
import { classOf, isCategory } from './categories.ts';
import type { CheckedV1 } from './check-v1.ts';
import { flag, has, number, object, seen, text } from './fields.ts';
import { lintMembersV1 } from './lint-members.ts';
import { dataOf, flatObject } from './message-v1.ts';
import { channelStep } from './steps.ts';

/** What a category makes of a notification. */
export function lintCategory(category: string | undefined, profile: RuleProfile): readonly TraceStep[] {
  if (!profile.huawei.messageClasses) return [];
  const steps: TraceStep[] = [];
  if (category !== undefined && category !== '' && !isCategory(category))
    steps.push(channelStep('huawei-lint-category', 'note', { received: seen(category) }));
  if (classOf(category ?? null, profile) === 'marketing')
    steps.push(channelStep('huawei-lint-marketing', 'note', { received: category ? seen(category) : '–' }));
  return steps;
}

function lintBadge(own: JsonObject): readonly TraceStep[] {
  if (!has(own, 'badge')) return [];
  const badge = object(own, 'badge');
  const steps: TraceStep[] = [];
  if (!text(badge, 'class'))
    steps.push(channelStep(has(badge, 'clazz') ? 'huawei-lint-clazz' : 'huawei-lint-badge-class', 'note'));
  if (has(badge, 'add_num') && has(badge, 'set_num')) steps.push(channelStep('huawei-lint-badge-both', 'note'));
  if (!has(badge, 'add_num') && !has(badge, 'set_num')) steps.push(channelStep('huawei-lint-badge-empty', 'note'));
  return steps;
}

function lintAlert(own: JsonObject, profile: RuleProfile): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  const sound = text(own, 'sound');
  if (sound !== undefined && flag(own, 'default_sound') !== false)
    steps.push(channelStep('huawei-lint-default-sound', 'note', { received: seen(sound) }));
  if (sound !== undefined && /\.\w{2,4}$/.test(sound))
    steps.push(channelStep('huawei-lint-sound-extension', 'note', { received: seen(sound) }));
  if (text(own, 'channel_id') && profile.huawei.dataLocation === 'china')
    steps.push(channelStep('huawei-lint-channel', 'note', { received: seen(text(own, 'channel_id')) }));
  return steps;
}

function lintNotification(checked: CheckedV1, profile: RuleProfile): readonly TraceStep[] {
  const android = object(checked.message, 'android');
  const own = object(android, 'notification');
  const data = dataOf(checked.message);
  const steps: TraceStep[] = [
    ...lintCategory(text(android, 'category'), profile),
    ...lintBadge(own),
    ...lintAlert(own, profile),
  ];
  if (data !== undefined && flatObject(data) === null)
    steps.push(channelStep('huawei-lint-data', 'note', { received: seen(data) }));
  if (has(own, 'ticker')) steps.push(channelStep('huawei-lint-ticker', 'note'));
  const id = number(own, 'notify_id');
  if (id !== undefined && id >= 0 && has(own, 'group')) steps.push(channelStep('huawei-lint-id-and-group', 'note'));
  if (number(own, 'style') === 2) steps.push(channelStep('huawei-lint-style', 'note'));
  if (has(own, 'auto_clear')) steps.push(channelStep('huawei-lint-auto-clear', 'note'));
  return steps;
}

/** Things that v1 and v2 accept and that do not show on the phone as meant. */
export function lintV1(checked: CheckedV1, profile: RuleProfile): readonly TraceStep[] {
  const steps: TraceStep[] = [];
  if (checked.validateOnly) steps.push(channelStep('huawei-validate-only', 'note'));
  if (checked.isData && text(object(checked.message, 'android'), 'urgency') !== 'HIGH')
    steps.push(channelStep('huawei-lint-data-message', 'note'));
  if (!checked.isData) steps.push(...lintNotification(checked, profile));
  return [...steps, ...lintMembersV1(checked.body)];
}
