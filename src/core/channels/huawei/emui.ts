import type { Device } from '../../device/types.ts';

const versionOf = ({ system }: Device): readonly number[] =>
  (system.version ?? '')
    .replace(/^\D+/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10) || 0);

/** EMUI of at least this version; HarmonyOS came after EMUI 11, and a phone that states no version counts as a new one. */
export function emuiAtLeast(device: Device, major: number, minor = 0): boolean {
  if (device.system.name.toUpperCase() !== 'EMUI' || device.system.version === null) return true;
  const [own = 0, ownMinor = 0] = versionOf(device);
  return own > major || (own === major && ownMinor >= minor);
}
