import type { RuleProfile } from '../../profile.ts';
import type { MessageClass } from './payload.ts';

/** Values of `category` that stand for service and communication. */
const SERVICE: ReadonlySet<string> = new Set([
  'IM',
  'VOIP',
  'SUBSCRIPTION',
  'TRAVEL',
  'HEALTH',
  'WORK',
  'ACCOUNT',
  'EXPRESS',
  'FINANCE',
  'DEVICE_REMINDER',
  'SYSTEM_REMINDER',
  'MAIL',
  'PLAY_VOICE',
  'MISS_CALL',
]);

export const isCategory = (category: string): boolean => category === 'MARKETING' || SERVICE.has(category);

/** How a message is ranked; without the right, or with an unknown category, it is news and marketing. */
export function classOf(category: string | null, { huawei }: RuleProfile): MessageClass {
  if (!huawei.messageClasses) return 'unclassified';
  return huawei.categoryRight && category !== null && SERVICE.has(category) ? 'service' : 'marketing';
}
