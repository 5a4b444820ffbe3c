import { encodeBase64, encodeBase64Url, hex } from '../channels/kit/bytes.ts';
import type { ChannelId } from '../channels/types.ts';
import type { Ids } from '../ports.ts';
import type { Device, PushTarget } from './types.ts';

/** A registration in the form that each vendor hands out, as far as forms are known from public samples. */
const FORMS: Readonly<Record<ChannelId, (ids: Ids) => string>> = {
  apns: (ids) => hex(ids.bytes(32)),
  xiaomi: (ids) => encodeBase64(ids.bytes(32)),
  huawei: (ids) => `IQAAAACy${encodeBase64Url(ids.bytes(90))}`,
  fcm: (ids) => `${encodeBase64Url(ids.bytes(16))}:APA91b${encodeBase64Url(ids.bytes(99)).slice(0, 134)}`,
  meizu: (ids) => `S${hex(ids.bytes(22))}`,
  oppo: (ids) => `OPPO_CN_${hex(ids.bytes(16))}`,
  vivo: (ids) => `v2-${encodeBase64Url(ids.bytes(41))}`,
};

/** A new registration of an app with a vendor. */
export const newToken = (channel: ChannelId, ids: Ids): string => FORMS[channel](ids);

/** The registration that the app on this phone uses now; undefined when it never uploaded one. */
export function activeTarget(device: Device): PushTarget | undefined {
  return device.targets.find((target) => target.state === 'active' && target.topic === device.app.name);
}
