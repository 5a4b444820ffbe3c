import { z } from 'zod';
import { moment, name, receiveOption, sessionState } from './common.ts';

const count = z.number().int().min(0).max(1_000_000);

export const apnsProfile = z.strictObject({
  strictStreams: z.boolean(),
  strictBackground: z.boolean(),
  environmentKeyReason: z.enum(['BadEnvironmentKeyInToken', 'BadEnvironmentKeyIdInToken']),
  strictTokenUpdates: z.boolean(),
  requestsPerSecond: count,
  addressEnvironment: z.enum(['either', 'production', 'sandbox']),
  idleTimeoutMs: z.number().int().min(0).max(86_400_000),
});

export const xiaomiProfile = z.strictObject({
  messageClasses: z.boolean(),
  requestsPerSecond: count,
  wrongPackageCode: z.union([z.literal(10017), z.literal(22022)]),
  scheduleDays: z.union([z.literal(7), z.literal(30)]),
});

export const profileShape = {
  globalOffMessageOn: z.enum(['message', 'global']),
  pushInBackground: z.boolean(),
  apns: apnsProfile,
  xiaomi: xiaomiProfile,
};

/** About 300 years either way: the clock stays a valid date. */
const offset = z.number().int().min(-10_000_000_000_000).max(10_000_000_000_000);
export const clockSetting = z.strictObject({ offsetMs: offset, stoppedAt: moment.nullable() });

export const workspacePatch = z
  .strictObject({
    globalOffMessageOn: profileShape.globalOffMessageOn.optional(),
    pushInBackground: profileShape.pushInBackground.optional(),
    apns: apnsProfile.partial().optional(),
    xiaomi: xiaomiProfile.partial().optional(),
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
      .refine((members) => new Set(members.map((one) => one.userId)).size === members.length, 'Name each member once'),
  })
  .meta({ id: 'GroupInput' });

export const resetInput = z.strictObject({ to: z.enum(['default', 'empty']).default('default') });
