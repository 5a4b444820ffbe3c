import { fail, ok, type Result } from '../result.ts';
import type { DeviceAction } from '../simulator-types.ts';
import { DEFAULT_IMPORTANCE, findChannel } from './android-channel.ts';
import type { AndroidChannel, Device } from './types.ts';

type ChannelAction = Extract<DeviceAction, { action: 'createChannel' | 'rankChannel' }>;

/**
 * The app creates a notification channel, or its user ranks one. A channel that exists keeps sound and vibration; the
 * app may rename it and rank it lower, never higher (Android: create and manage notification channels). Failures:
 * `not_on_this_system`, `channel_not_found`.
 */
export function changeChannel(device: Device, action: ChannelAction): Result<{ readonly device: Device }> {
  const { android, system, id } = device;
  if (android === null) {
    return fail('not_on_this_system', {
      en: `"${id}" runs ${system.name}, which has no notification channels.`,
      zh: `“${id}”的系统是 ${system.name}，没有通知渠道。`,
    });
  }
  const known = findChannel(android, action.id);
  if (action.action === 'rankChannel' && known === undefined) {
    const ids = Object.keys(android.channels);
    return fail('channel_not_found', {
      en: `The app on "${id}" has no notification channel "${action.id}". Its channels: ${ids.join(', ') || 'none'}.`,
      zh: `“${id}”上的应用没有通知渠道“${action.id}”。现有渠道：${ids.join('、') || '无'}。`,
    });
  }
  const channel = changed(known, action);
  return ok({
    device: { ...device, android: { ...android, channels: { ...android.channels, [action.id]: channel } } },
  });
}

function changed(known: AndroidChannel | undefined, action: ChannelAction): AndroidChannel {
  if (action.action === 'rankChannel') {
    return { name: action.id, sound: 'default', vibrate: false, ...known, importance: action.importance };
  }
  const { id, name, importance, sound = 'default', vibrate = false } = action;
  if (known === undefined) return { name: name ?? id, importance: importance ?? DEFAULT_IMPORTANCE, sound, vibrate };
  const { importance: rank = DEFAULT_IMPORTANCE } = known;
  const isLower = importance !== undefined && importance < rank;
  return { ...known, name: name ?? known.name, importance: isLower ? importance : rank };
}
