import { STORED, WAKING } from './device-delivery-vectors.ts';
import { BADGE, SOUNDS, TEXTS } from './device-payload-vectors.ts';
import { LEVELS, PERMISSIONS } from './device-switches-vectors.ts';
import type { DeviceVector } from './device-vector-kit.ts';

/** Rows by what they are about. */
export const DEVICE_VECTORS: Readonly<Record<string, readonly DeviceVector[]>> = {
  badge: BADGE,
  sound: SOUNDS,
  'texts and places': TEXTS,
  'stored and waiting': STORED,
  'waking the app': WAKING,
  'permission and switches': PERMISSIONS,
  'levels, Focus, summary': LEVELS,
};
