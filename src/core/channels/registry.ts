import { createApns } from './apns/channel.ts';
import { createFcm } from './fcm/channel.ts';
import { createHuawei } from './huawei/channel.ts';
import { createMeizu } from './meizu/channel.ts';
import { createOppo } from './oppo/channel.ts';
import type { Channel } from './types.ts';
import { createVivo } from './vivo/channel.ts';
import { createXiaomi } from './xiaomi/channel.ts';

/** Every channel that can be sent to, fresh; the order is the specification's. A vendor is one line here. */
export function createChannels(): readonly Channel[] {
  return [createApns(), createXiaomi(), createHuawei(), createFcm(), createMeizu(), createOppo(), createVivo()];
}
