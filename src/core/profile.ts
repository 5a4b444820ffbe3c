import { apnsSwitches } from './channels/apns/switches.ts';
import { fcmSwitches } from './channels/fcm/switches.ts';
import { huaweiSwitches } from './channels/huawei/switches.ts';
import { defaultsOf, type SwitchValues } from './channels/kit/switches.ts';
import { meizuSwitches } from './channels/meizu/switches.ts';
import { oppoSwitches } from './channels/oppo/switches.ts';
import { vivoSwitches } from './channels/vivo/switches.ts';
import { xiaomiSwitches } from './channels/xiaomi/switches.ts';
import { imSwitches } from './im/switches.ts';

/** The switches of each vendor, in the specification's order. */
export const CHANNEL_SWITCHES = {
  apns: apnsSwitches,
  xiaomi: xiaomiSwitches,
  huawei: huaweiSwitches,
  fcm: fcmSwitches,
  meizu: meizuSwitches,
  oppo: oppoSwitches,
  vivo: vivoSwitches,
} as const;

type ChannelProfiles = { readonly [K in keyof typeof CHANNEL_SWITCHES]: SwitchValues<(typeof CHANNEL_SWITCHES)[K]> };

/** How every switch of the workspace stands: those of the IM side, and each vendor's under its name. */
export type RuleProfile = SwitchValues<typeof imSwitches> & ChannelProfiles;

/** The readings that hold unless the user switches them: the specification first, then the references' recommendation. */
export const defaultProfile: RuleProfile = {
  ...defaultsOf(imSwitches),
  apns: defaultsOf(apnsSwitches),
  xiaomi: defaultsOf(xiaomiSwitches),
  huawei: defaultsOf(huaweiSwitches),
  fcm: defaultsOf(fcmSwitches),
  meizu: defaultsOf(meizuSwitches),
  oppo: defaultsOf(oppoSwitches),
  vivo: defaultsOf(vivoSwitches),
};
