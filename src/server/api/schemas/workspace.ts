import { z } from 'zod';
import { apnsSwitches } from '../../../core/channels/apns/switches.ts';
import { fcmSwitches } from '../../../core/channels/fcm/switches.ts';
import { huaweiSwitches } from '../../../core/channels/huawei/switches.ts';
import { meizuSwitches } from '../../../core/channels/meizu/switches.ts';
import { oppoSwitches } from '../../../core/channels/oppo/switches.ts';
import { vivoSwitches } from '../../../core/channels/vivo/switches.ts';
import { xiaomiSwitches } from '../../../core/channels/xiaomi/switches.ts';
import { imSwitches } from '../../../core/im/switches.ts';
import { switchShape } from '../../switch-schema.ts';
import { words } from '../words.ts';
import { moment, name, receiveOption, sessionState } from './common.ts';

const vendors = {
  apns: z.strictObject(switchShape(apnsSwitches)),
  xiaomi: z.strictObject(switchShape(xiaomiSwitches)),
  huawei: z.strictObject(switchShape(huaweiSwitches)),
  fcm: z.strictObject(switchShape(fcmSwitches)),
  meizu: z.strictObject(switchShape(meizuSwitches)),
  oppo: z.strictObject(switchShape(oppoSwitches)),
  vivo: z.strictObject(switchShape(vivoSwitches)),
};

/** Every switch of the workspace, from the tables that say what each means. */
export const profileShape = { ...switchShape(imSwitches), ...vendors };

/** About 300 years either way: the clock stays a valid date. */
const offset = z.number().int().min(-10_000_000_000_000).max(10_000_000_000_000);
export const clockSetting = z.strictObject({ offsetMs: offset, stoppedAt: moment.nullable() });

export const workspacePatch = z
  .strictObject({
    globalOffMessageOn: profileShape.globalOffMessageOn.optional(),
    pushInBackground: profileShape.pushInBackground.optional(),
    loginPolicy: profileShape.loginPolicy.optional(),
    apns: vendors.apns.partial().optional(),
    xiaomi: vendors.xiaomi.partial().optional(),
    huawei: vendors.huawei.partial().optional(),
    fcm: vendors.fcm.partial().optional(),
    meizu: vendors.meizu.partial().optional(),
    oppo: vendors.oppo.partial().optional(),
    vivo: vendors.vivo.partial().optional(),
    clock: clockSetting.partial().optional(),
  })
  .meta({ id: 'WorkspacePatch', description: 'Any subset; what is absent stays' });

export const accountPatch = z
  .strictObject({
    nickName: z.string().max(500).nullish(),
    session: sessionState.optional(),
    receiveOptions: z.record(name, receiveOption).optional(),
  })
  .meta({ id: 'AccountPatch' });

export const offlinePushSettings = z
  .strictObject({
    enabled: z.boolean(),
    c2cSound: z.string().max(1000).nullable(),
    groupSound: z.string().max(1000).nullable(),
  })
  .meta({ id: 'OfflinePushSettings', description: 'null = the system default sound' });

export const groupInput = z
  .strictObject({
    name: z.string().min(1).max(500),
    members: z
      .array(z.strictObject({ userId: name, nameCard: z.string().max(500).nullable().default(null) }))
      .max(10_000)
      .refine(
        (members) => new Set(members.map((one) => one.userId)).size === members.length,
        words('Name each member once', '每个成员只能出现一次'),
      ),
  })
  .meta({ id: 'GroupInput' });

export const resetInput = z.strictObject({ to: z.enum(['default', 'empty']).default('default') });
