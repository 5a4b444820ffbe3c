import type { ChannelId } from '../../../core/channels/types.ts';
import { aospSkin } from './aosp/aosp-skin.ts';
import { colorosSkin } from './coloros/coloros-skin.ts';
import { emuiSkin } from './emui/emui-skin.ts';
import { flymeSkin } from './flyme/flyme-skin.ts';
import { iosSkin } from './ios/ios-skin.tsx';
import { miuiSkin } from './miui/miui-skin.tsx';
import { originosSkin } from './originos/originos-skin.ts';
import type { Skin } from './skin.ts';

/** One line for each system. */
const SKINS: Readonly<Record<ChannelId, Skin>> = {
  apns: iosSkin,
  xiaomi: miuiSkin,
  huawei: emuiSkin,
  fcm: aospSkin,
  meizu: flymeSkin,
  oppo: colorosSkin,
  vivo: originosSkin,
};

/** The look of a phone that is reached by `channel`. */
export function skinFor(channel: ChannelId): Skin {
  return SKINS[channel];
}
