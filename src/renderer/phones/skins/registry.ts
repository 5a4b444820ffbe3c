import type { ChannelId } from '../../../core/channels/types.ts';
import type { DeviceView } from '../../../core/views.ts';
import { aospSkin } from './aosp/aosp-skin.ts';
import { colorosSkin } from './coloros/coloros-skin.ts';
import { emuiSkin } from './emui/emui-skin.ts';
import { flymeSkin } from './flyme/flyme-skin.ts';
import { iosSkin } from './ios/ios-skin.tsx';
import { miuiSkin } from './miui/miui-skin.ts';
import { originosSkin } from './originos/originos-skin.ts';
import type { Skin } from './skin.ts';

interface Push {
  /** The push service's own name. */
  readonly service: string;
  /** Whose phones it reaches, unless the phone says otherwise. */
  readonly skin: Skin;
}

/** One line for each channel. */
const PUSHES: Readonly<Record<ChannelId, Push>> = {
  apns: { service: 'APNs', skin: iosSkin },
  xiaomi: { service: 'MiPush', skin: miuiSkin },
  huawei: { service: 'Push Kit', skin: emuiSkin },
  fcm: { service: 'FCM', skin: aospSkin },
  meizu: { service: 'Flyme push', skin: flymeSkin },
  oppo: { service: 'OPPO PUSH', skin: colorosSkin },
  vivo: { service: 'vivo push', skin: originosSkin },
};

/** By the system's name in lower case: FCM reaches phones of every maker. */
const SYSTEMS: Readonly<Record<string, Skin>> = {
  android: aospSkin,
  miui: miuiSkin,
  hyperos: miuiSkin,
  emui: emuiSkin,
  harmonyos: emuiSkin,
  'magic ui': emuiSkin,
  magicos: emuiSkin,
  coloros: colorosSkin,
  'realme ui': colorosSkin,
  oxygenos: colorosSkin,
  funtouchos: originosSkin,
  originos: originosSkin,
  flyme: flymeSkin,
};

/** The look of a phone: its system's, else the usual one of those that its channel reaches. */
export function skinFor({ channel, platform, system }: Pick<DeviceView, 'channel' | 'platform' | 'system'>): Skin {
  const usual = PUSHES[channel].skin;
  if (platform === 'ios') return usual;
  const name = system.name.toLowerCase();
  return (Object.hasOwn(SYSTEMS, name) ? SYSTEMS[name] : undefined) ?? usual;
}

/** The own name of the service behind a channel. */
export const serviceOf = (channel: ChannelId): string => PUSHES[channel].service;
