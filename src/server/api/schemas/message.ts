import { z } from 'zod';
import { name } from './common.ts';

const text = z.string().max(200_000);
/** Absent, null and "" all mean "not set". */
const setting = text.nullish();

const element = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), text }),
    z.strictObject({ type: z.literal('voice'), seconds: z.number().min(0).optional() }),
    z.strictObject({ type: z.literal('image') }),
    z.strictObject({ type: z.literal('file'), fileName: text.optional() }),
    z.strictObject({ type: z.literal('face'), index: z.number().int().optional(), data: text.optional() }),
    z.strictObject({
      type: z.literal('location'),
      desc: text.optional(),
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
    }),
    z.strictObject({ type: z.literal('video'), seconds: z.number().min(0).optional() }),
    z.strictObject({
      type: z.literal('custom'),
      data: text.optional(),
      desc: text.optional(),
      ext: text.optional(),
      sound: text.optional(),
    }),
  ])
  .meta({ id: 'Element' });

const androidSettings = z.strictObject({
  title: setting,
  desc: setting,
  sound: setting,
  notifyMode: z
    .union([z.literal(0), z.literal(1)])
    .optional()
    .meta({ description: '0 normal, 1 custom (to be abandoned)' }),
});

const iosSettings = z.strictObject({
  title: setting,
  desc: setting,
  sound: setting.meta({ description: 'A sound file in the app; "push.no_sound" = no sound, no vibration' }),
  badgeEnabled: z.boolean().optional(),
});

const offlinePush = z
  .strictObject({
    enabled: z.boolean().optional(),
    title: setting,
    descr: setting,
    ext: setting,
    android: androidSettings.nullish(),
    ios: iosSettings.nullish(),
  })
  .meta({
    id: 'MessageOfflinePush',
    description: "The settings of this message; their absence lets the receiver's count",
  });

const target = z
  .union([z.strictObject({ c2c: name }), z.strictObject({ group: name })])
  .meta({ description: '{"c2c": userId} or {"group": groupId}' });

export const messageInput = z
  .strictObject({
    from: name,
    to: target,
    kind: z.enum(['chat', 'system']).default('chat'),
    elements: z.array(element).max(100),
    offlinePush: offlinePush.nullish(),
  })
  .meta({ id: 'MessageInput' });
