import type { ChannelId } from '../../../core/channels/types.ts';
import { iosSkin } from './ios/ios-skin.tsx';
import { miuiSkin } from './miui/miui-skin.tsx';
import type { Skin } from './skin.ts';

/** One line for each system that can be drawn. A channel without a line has no phone on the page. */
const SKINS: Partial<Record<ChannelId, Skin>> = {
  apns: iosSkin,
  xiaomi: miuiSkin,
};

/** The look of a phone that is reached by `channel`. */
export function skinFor(channel: ChannelId): Skin | undefined {
  return SKINS[channel];
}
