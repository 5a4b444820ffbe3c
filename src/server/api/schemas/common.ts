import { z } from 'zod';
import { CHANNEL_IDS } from '../../../core/channels/types.ts';
import { STAGES } from '../../../core/trace/types.ts';
import { words } from '../words.ts';

// Shapes that requests and answers share. Objects are strict: an unknown field is an error.

export const channelId = z.enum(CHANNEL_IDS).meta({ description: 'One of the seven channels of the specification' });
export const platform = z.enum(['ios', 'android']);
export const permission = z.enum(['granted', 'denied', 'notDetermined', 'provisional']);
export const ringer = z.enum(['normal', 'vibrate', 'silent']);
export const sessionState = z.enum(['never', 'loggedIn', 'loggedOut', 'kicked']);
export const receiveOption = z.enum(['receiveAndNotify', 'receiveNotNotify', 'notReceive']);
export const environment = z.enum(['production', 'sandbox']);
export const stage = z.enum(STAGES);
export const verdict = z.enum(['pass', 'stop', 'note', 'skip']);
export const certainty = z.enum(['stated', 'measured', 'inferred', 'unconfirmed']);
export const layer = z.enum(['message.ios', 'message.android', 'message', 'global', 'default']);
export const fieldName = z.enum(['title', 'body', 'sound', 'badge', 'ext']);

/** Ids that people choose: they stand in paths and in files. */
export const name = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^[^\p{Cc}/]+$/u,
    words('Give a text without slashes and control characters', '请填写不含斜杠和控制字符的文本'),
  )
  .meta({ description: 'Text of 1 to 128 characters without slashes and control characters' });

/** A simulated or real moment, ms since 1970. */
export const moment = z.number().int().min(0).max(8_640_000_000_000_000);

export const localText = z.strictObject({ en: z.string(), zh: z.string() }).meta({ id: 'LocalText' });
export const paramValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const source = z
  .strictObject({
    title: z.string(),
    section: z.string().optional(),
    url: z.string().optional(),
    texts: z.strictObject({ title: localText, section: localText, label: localText }).optional(),
  })
  .meta({ id: 'RuleSource' });

export const errorBody = z
  .strictObject({
    error: z.strictObject({
      code: z.string().meta({ description: 'Stable snake_case code' }),
      message: z.string().meta({ description: 'What was received, why it was refused and what would fix it' }),
      messageZh: z.string().meta({ description: 'The same in Chinese' }),
      details: z.unknown().optional(),
    }),
  })
  .meta({ id: 'Error' });

export const systemFacts = z
  .strictObject({
    name: z.string().min(1).max(64),
    version: z.string().max(64).nullable(),
    android: z.string().max(64).nullable(),
    hmsVersion: z.number().nullable(),
    playServices: z.boolean().nullable(),
    mainlandChina: z.boolean().nullable(),
    modelSupported: z.boolean().nullable(),
    sdkVersion: z.string().max(64).nullable(),
  })
  .meta({ id: 'SystemFacts', description: 'What the requirement table asks for; null = the device does not say' });
