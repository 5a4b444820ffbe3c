import type { AndroidNotification } from '../../device/android-show.ts';
import type { Device } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { AcceptedPush } from '../types.ts';
import type { HuaweiNotification } from './payload.ts';
import { deviceStep } from './steps.ts';

type Channel = AndroidNotification['channel'];

const IMPORTANCE = { LOW: 2, NORMAL: 3, HIGH: 4 } as const;

/**
 * The Android channel through which Huawei's push service posts: the app's own outside mainland China, else one of
 * the service's. A sound of the sender's own lies in a channel of its own, which the first such message fixes.
 */
export function channelOf(
  notification: HuaweiNotification,
  quiet: boolean,
  device: Device,
  { huawei }: RuleProfile,
): Channel {
  const { channelId, sound, vibrate, importance } = notification;
  const wish = {
    importance: quiet ? IMPORTANCE.LOW : IMPORTANCE[importance],
    sound: quiet ? null : (sound ?? 'default'),
  };
  const shake = !quiet && vibrate;
  if (channelId !== null && huawei.dataLocation === 'elsewhere')
    return { ...wish, id: channelId, name: channelId, vibrate: shake };
  const kind = quiet ? 'low' : `${importance.toLowerCase()}${sound === null ? '' : '-sound'}`;
  return { ...wish, id: `hwpush_${device.app.name}_${kind}`, name: device.app.label, vibrate: shake };
}

interface Identity {
  readonly id: string;
  readonly tag: string;
}

const PLACE = /#id=(-?\d*)#tag=(.*)$/s;

function identityOf(replaceKey: string): Identity {
  const [, id = '', tag = ''] = PLACE.exec(replaceKey) ?? [];
  return { id, tag };
}

/** Same id or same tag = same place; both absent = a new one each time. */
export function replaceKeyOf(push: AcceptedPush, { notifyId, tag }: HuaweiNotification, device: Device): string {
  if (notifyId === null && tag === null) return `${push.app}#${push.id}`;
  const own: Identity = { id: notifyId === null ? '' : String(notifyId), tag: tag ?? '' };
  const same = device.shade.find((one) => {
    if (one.app !== push.app) return false;
    const other = identityOf(one.replaceKey);
    return (own.id !== '' && own.id === other.id) || (own.tag !== '' && own.tag === other.tag);
  });
  return same?.replaceKey ?? `${push.app}#id=${own.id}#tag=${own.tag}`;
}

/** Has a notification been shown under this id of the sender's? */
export const hasNotifyId = (replaceKey: string, id: number): boolean => identityOf(replaceKey).id === String(id);

/** The number that the push writes onto the icon, and how; empty = it stays as it is. Source: Huawei's badge guide. */
export function badgeOf(
  { badge }: HuaweiNotification,
  device: Device,
  steps: TraceStep[],
): Pick<AndroidNotification, 'badge' | 'badgeHow'> {
  if (badge === null) return {};
  if (badge.needsClass && badge.className === null) {
    steps.push(deviceStep('huawei-device-badge-class', 'note'));
    return {};
  }
  const add = badge.add ?? badge.whenEmpty;
  if (badge.set === null && add === 0) return {};
  const total = badge.set ?? device.badge + add;
  steps.push(
    badge.set === null
      ? deviceStep('huawei-device-badge-add', 'note', { add, total })
      : deviceStep('huawei-device-badge-set', 'note', { total }),
  );
  return { badge: total, badgeHow: badge.set === null ? 'increment' : 'absolute' };
}
