import type { Platform } from '../../../core/device/types.ts';
import type { World } from '../../stores/world.ts';

/** Names of the sounds inside the app on phones of one platform, each once, as one comparable text. */
export const appSoundNames =
  (platform: Platform) =>
  (world: World): string => {
    const names = world.devices
      .filter((device) => device.platform === platform)
      .flatMap((device) => device.sounds.map(({ name }) => name));
    return [...new Set(names)].join('\n');
  };

/** What `appSoundNames` joined. */
export const splitNames = (joined: string): readonly string[] => (joined === '' ? [] : joined.split('\n'));
