import { z } from 'zod';
import { appSettings, phoneConditions } from '../../../core/device/phone-settings.ts';
import { switchShape } from '../../switch-schema.ts';
import { words } from '../words.ts';
import { channelId, environment, name, permission, platform, ringer, systemFacts } from './common.ts';

const label = z.string().min(1).max(200);
const labels = z.array(label).max(200);
const token = z
  .string()
  .min(1)
  .max(512)
  .regex(
    /^[\u0021-\u007e]+$/,
    words('Give a token of printable ASCII characters without spaces', '请填写由可打印 ASCII 字符组成、不含空格的令牌'),
  );

const patchShape = {
  name: label.optional(),
  model: label.optional(),
  online: z.boolean().optional(),
  locked: z.boolean().optional(),
  permission: permission.optional().meta({
    description:
      'Notifications of the app; a new phone has them granted unless given. The action "install" leaves it as the maker ships it: notDetermined on iOS, from Android 13 on and on ColorOS in mainland China, else granted',
  }),
  ringer: ringer.optional(),
  conditions: z
    .strictObject(switchShape(phoneConditions))
    .partial()
    .optional()
    .meta({ description: 'State of the phone as a whole' }),
  settings: z
    .strictObject(switchShape(appSettings))
    .partial()
    .optional()
    .meta({ description: 'Switches of the app in the phone’s settings; as the maker ships them until set' }),
  token: token.nullish().meta({ description: 'null takes the registration away' }),
  badge: z.number().int().min(0).max(99_999).optional(),
  system: systemFacts.partial().optional(),
  backgroundMode: z.boolean().optional().meta({ description: 'iOS: may content-available wake the app' }),
  aliases: labels.optional(),
  userAccounts: labels.optional(),
  topics: labels.optional(),
  environment: environment.optional(),
};

export const devicePatch = z.strictObject(patchShape).meta({ id: 'DevicePatch' });

export const newDevice = z
  .strictObject({
    id: name.optional(),
    channel: channelId,
    platform: platform.optional(),
    app: label.optional().meta({ description: 'Bundle id or package name; com.example.app when absent' }),
    onPhoneOf: name.optional().meta({ description: 'Puts the app onto the phone of this device' }),
    userId: name.optional().meta({ description: 'Logs this account in on it' }),
    ...patchShape,
  })
  .meta({ id: 'NewDevice' });

const importance = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .meta({ description: 'Android’s IMPORTANCE_…: 0 off, 1 min, 2 low, 3 default, 4 high' });

const plain = z.strictObject({
  action: z.enum([
    'logout',
    'kick',
    'launch',
    'foreground',
    'clear',
    'lock',
    'unlock',
    'online',
    'offline',
    'install',
    'uninstall',
    'unregister',
    'renewToken',
    'expireToken',
    'clearData',
    'hideBanner',
    'reboot',
    'wakeUp',
  ]),
});

export const deviceAction = z
  .discriminatedUnion('action', [
    plain,
    z.strictObject({ action: z.literal('login'), userId: name }),
    z.strictObject({ action: z.literal('background'), unread: z.number().int().min(0).max(99_999).optional() }),
    z.strictObject({ action: z.literal('kill'), by: z.enum(['user', 'system', 'forceStop']).default('user') }),
    z.strictObject({ action: z.enum(['tap', 'dismiss']), notificationId: z.string().min(1) }),
    z.strictObject({ action: z.literal('removeSound'), name: z.string().min(1) }),
    z.strictObject({
      action: z.literal('createChannel'),
      id: label,
      name: label.optional(),
      importance: importance.optional(),
      sound: label.nullish(),
      vibrate: z.boolean().optional(),
    }),
    z.strictObject({ action: z.literal('rankChannel'), id: label, importance }),
  ])
  .meta({ id: 'DeviceAction' });

export const newSound = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[^\p{Cc}/\\]+$/u, words('Give a file name, not a path', '请填写文件名，而不是路径'))
      .meta({ description: 'File name as a payload would give it' }),
    base64: z.base64().meta({ description: 'The audio file' }),
  })
  .meta({ id: 'NewSound' });
