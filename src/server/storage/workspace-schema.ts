import { z } from 'zod';
import type { Switches } from '../../core/channels/kit/switches.ts';
import { CHANNEL_IDS } from '../../core/channels/types.ts';
import { appSettings, phoneConditions } from '../../core/device/phone-settings.ts';
import { BADGE_OCCASIONS, SOUND_LAYERS } from '../../core/device/types.ts';
import { imSwitches } from '../../core/im/switches.ts';
import { CHANNEL_SWITCHES, defaultProfile } from '../../core/profile.ts';
import type { Workspace } from '../../core/simulator-types.ts';
import { savedFault } from '../api/schemas/fault.ts';
import { switchShape } from '../switch-schema.ts';

// What a saved workspace must hold. Objects are loose: members that a later minor version added are kept.

const text = z.string();
const textOrNull = text.nullable();
const time = z.number();
const session = z.enum(['never', 'loggedIn', 'loggedOut', 'kicked']);
const channel = z.enum(CHANNEL_IDS);

const account = z.looseObject({
  userId: text,
  nickName: textOrNull,
  session,
  settings: z.looseObject({ enabled: z.boolean(), c2cSound: textOrNull, groupSound: textOrNull }),
  receiveOptions: z.record(text, z.enum(['receiveAndNotify', 'receiveNotNotify', 'notReceive'])),
});

const group = z.looseObject({
  groupId: text,
  name: text,
  members: z.array(z.looseObject({ userId: text, nameCard: textOrNull })),
});

const target = z.looseObject({
  token: text,
  app: text,
  topic: text,
  environment: z.enum(['production', 'sandbox']),
  state: z.enum(['active', 'unregistered', 'expired']),
  since: time,
  aliases: z.array(text),
  userAccounts: z.array(text),
  topics: z.array(text),
});

const sound = z.looseObject({
  name: text,
  soundId: text,
  container: z.enum(['wav', 'aiff', 'caf', 'mp3', 'ogg', 'm4a', 'unknown']),
  codec: text,
  duration: z.number(),
});

const notification = z.looseObject({
  id: text,
  deviceId: text,
  channel,
  app: text,
  title: textOrNull,
  subtitle: textOrNull,
  body: textOrNull,
  sound: textOrNull,
  vibrated: z.boolean(),
  badge: z.number().nullable(),
  ext: textOrNull,
  replaceKey: text,
  pushId: text,
  exchangeId: text,
  outcomeId: textOrNull,
  at: time,
  quiet: z.boolean(),
  headsUp: z.boolean().optional(),
  count: z.number().optional(),
  onLockScreen: z.enum(['full', 'hidden', 'none']).optional(),
  statusBar: z.boolean().optional(),
  heldBack: z.enum(['dnd', 'focus', 'summary']).optional(),
  listed: z.boolean().optional(),
  image: text.optional(),
  groupKey: text.optional(),
  channelName: text.optional(),
  leavesAt: time.optional(),
  tap: z.looseObject({
    kind: z.enum(['open-app', 'open-page', 'open-web', 'callback-only']),
    target: textOrNull,
    data: z.record(text, z.unknown()),
  }),
});

const soundEvent = z.looseObject({
  id: text,
  at: time,
  requested: textOrNull,
  played: textOrNull,
  soundId: textOrNull,
  vibrated: z.boolean(),
  notificationId: textOrNull,
  decidedBy: z.enum(SOUND_LAYERS).optional(),
  file: z.looseObject({ name: text, exists: z.boolean(), playable: z.boolean() }).nullish(),
});

const badgeChange = z.looseObject({
  at: time,
  from: z.number(),
  to: z.number(),
  by: z.enum(['push', 'launcher', 'app', 'user']),
  how: z.enum(['absolute', 'increment', 'count']).optional(),
  on: z.enum(BADGE_OCCASIONS).optional(),
  pushId: textOrNull.optional(),
});

const android = z.looseObject({
  seenKeys: z.array(text),
  lastAlertAt: time.nullable(),
  lastAudibleAt: time.optional(),
  snoozedAt: time.optional(),
  updates: z.array(time).optional(),
  channels: z.record(
    text,
    z.looseObject({
      name: text,
      sound: textOrNull,
      vibrate: z.boolean(),
      importance: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).default(3),
    }),
  ),
});

const system = z.looseObject({
  name: text,
  version: textOrNull,
  android: textOrNull,
  hmsVersion: z.number().nullable(),
  playServices: z.boolean().nullable(),
  mainlandChina: z.boolean().nullable(),
  modelSupported: z.boolean().nullable(),
  sdkVersion: textOrNull,
});

const device = z.looseObject({
  id: text,
  name: text,
  channel,
  platform: z.enum(['ios', 'android']),
  model: text,
  phone: text.optional(),
  system,
  online: z.boolean(),
  offlineSince: time.optional(),
  app: z.looseObject({
    name: text,
    label: text,
    installed: z.boolean(),
    process: z.enum(['foreground', 'background', 'killed']),
    killedBy: z.enum(['user', 'system', 'forceStop']).nullable(),
    backgroundReported: z.boolean().optional(),
    backgroundMode: z.boolean(),
  }),
  session: z.looseObject({ state: session, userId: textOrNull, since: time }),
  permission: z.enum(['granted', 'denied', 'notDetermined', 'provisional']),
  ringer: z.enum(['normal', 'vibrate', 'silent']),
  conditions: z.looseObject(switchShape(phoneConditions)).partial().optional(),
  dozeSince: time.optional(),
  settings: z.looseObject(switchShape(appSettings)).partial().optional(),
  wakes: z.array(time).optional(),
  locked: z.boolean(),
  badge: z.number(),
  badgeBase: z.number(),
  targets: z.array(target),
  sounds: z.array(sound),
  shade: z.array(notification),
  soundLog: z.array(soundEvent),
  badgeLog: z.array(badgeChange),
  android: android.nullable(),
});

const vendorSwitches = Object.fromEntries(
  CHANNEL_IDS.map((id) => [id, z.looseObject(switchShape<Switches>(CHANNEL_SWITCHES[id])).partial()]),
);

/** Switches that the file does not know yet have their default: a new switch needs no migration. */
const profile = z
  .looseObject({ ...switchShape<Switches>(imSwitches), ...vendorSwitches })
  .partial()
  .transform((stored) => ({
    ...defaultProfile,
    ...stored,
    ...Object.fromEntries(CHANNEL_IDS.map((id) => [id, { ...defaultProfile[id], ...Object(stored[id]) }])),
  }));

const workspace = z.looseObject({
  accounts: z.array(account),
  groups: z.array(group),
  devices: z.array(device),
  profile,
  clock: z.looseObject({ offsetMs: z.number(), stoppedAt: time.nullable() }),
  faults: z.array(savedFault).optional(),
});

/** Checks a parsed workspace; a failure names the place, e.g. `devices[0].platform`. */
export function parseWorkspace(
  value: unknown,
): { readonly ok: true; readonly workspace: Workspace } | { readonly ok: false; readonly why: string } {
  const result = workspace.safeParse(value);
  // JSON holds no undefined: what the schema calls optional is there or is not.
  if (result.success) return { ok: true, workspace: result.data as Workspace };
  const issue = result.error.issues[0];
  const place = issue?.path.map(String).join('.') ?? '';
  return { ok: false, why: `${place === '' ? 'the workspace' : place}: ${issue?.message ?? 'invalid'}` };
}
