import { androidVersion } from '../../device/android.ts';
import type { ChannelWish } from '../../device/android-channel.ts';
import type { SoundWish } from '../../device/android-sound.ts';
import type { Device } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { VivoMessage } from './payload.ts';
import { deviceStep } from './steps.ts';

/** The client SDK's own channel, through which every message comes. */
const CHANNEL: ChannelWish = {
  id: 'vivo_push_channel',
  name: '推送通知',
  importance: 4,
  sound: 'default',
  vibrate: true,
};

const RING = 2;
const VIBRATE = 3;
const BOTH = 4;
const SILENT: SoundWish = { sound: null, vibrate: false };

/** Android 8.0 still follows `notifyType`; a phone that says only "8" is taken for 8.0. */
const followsType = (device: Device): boolean => {
  const version = androidVersion(device);
  if (version !== 8) return version < 8;
  return !/^8\.[1-9]/.test(device.system.android ?? '');
};

/** What `notifyType` asks for, given how the ringer stands: 4 vibrates on vibrate, 2 and 3 need the normal ringer. */
function wishOf({ notifyType }: VivoMessage, ringer: Device['ringer']): SoundWish {
  if (ringer === 'normal')
    return {
      sound: notifyType === RING || notifyType === BOTH ? 'default' : null,
      vibrate: notifyType === VIBRATE || notifyType === BOTH,
    };
  return ringer === 'vibrate' && notifyType === BOTH ? { sound: null, vibrate: true } : SILENT;
}

export interface AlertWish {
  readonly channel: ChannelWish;
  readonly legacy: SoundWish;
  /** Operational, with message classes on: only listed. */
  readonly quiet: boolean;
  readonly steps: readonly TraceStep[];
}

/** Up to Android 8.0 `notifyType` decides, later the channel; with message classes the class has the last word. */
export function alertOf(message: VivoMessage, device: Device): AlertWish {
  const { notifyType } = message;
  const steps: TraceStep[] = [];
  const legacy = wishOf(message, device.ringer);
  const byType = followsType(device);
  if (byType) {
    const params = { received: notifyType, sound: legacy.sound, vibrate: legacy.vibrate };
    steps.push(deviceStep('vivo-device-notify-legacy', 'note', params));
    if (device.ringer !== 'normal')
      steps.push(deviceStep('vivo-device-notify-ringer', 'note', { received: notifyType }));
  } else if (notifyType !== BOTH) {
    steps.push(deviceStep('vivo-device-notify-type', 'note', { received: notifyType }));
  }
  const quiet = message.classed && message.classification === 0;
  if (quiet) steps.push(deviceStep('vivo-device-quiet', 'note'));
  if (quiet && device.app.process === 'killed') steps.push(deviceStep('vivo-device-box', 'note'));
  // Android 8.0 has channels, whose settings last: one for each notifyType, made as for the normal ringer.
  const channel =
    byType && androidVersion(device) === 8
      ? { ...CHANNEL, id: `${CHANNEL.id}_${notifyType}`, ...wishOf(message, 'normal') }
      : CHANNEL;
  return { channel, legacy, quiet, steps };
}
