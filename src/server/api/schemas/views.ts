import { z } from 'zod';
import { appSettings, phoneConditions } from '../../../core/device/phone-settings.ts';
import { BADGE_OCCASIONS, SOUND_LAYERS } from '../../../core/device/types.ts';
import { WAIT_KINDS } from '../../../core/simulator/waiting-types.ts';
import { REASON_CODES } from '../../../core/trace/types.ts';
import { switchShape } from '../../switch-schema.ts';
import {
  certainty,
  channelId,
  environment,
  fieldName,
  layer,
  localText,
  paramValue,
  permission,
  platform,
  receiveOption,
  ringer,
  sessionState,
  source,
  stage,
  systemFacts,
  verdict,
} from './common.ts';
import { messageInput } from './message.ts';
import { clockSetting, profileShape } from './workspace.ts';

// What the API answers, as `core/views.ts` has it; the API's tests hold every answer against these.

const headers = z.record(z.string(), z.string());
const at = z.number().meta({ description: 'ms since 1970 on the simulated clock' });
const overridden = z.array(z.strictObject({ from: layer, value: paramValue }));

export const traceStep = z
  .strictObject({
    stage,
    rule: z.string(),
    verdict,
    text: z.string(),
    texts: localText,
    fix: localText.nullable(),
    sources: z.array(source),
    certainty,
    field: fieldName.optional(),
    value: paramValue.optional(),
    from: layer.optional(),
    overridden: overridden.optional(),
    params: z.record(z.string(), paramValue).optional(),
  })
  .meta({ id: 'TraceStep' });

const field = z
  .strictObject({ value: z.union([z.string(), z.number(), z.null()]), from: layer, overridden })
  .meta({ id: 'Field' });

const httpRequest = z
  .strictObject({
    method: z.string(),
    url: z.string(),
    headers,
    body: z.unknown(),
    raw: z.string(),
    bytes: z.number(),
    limit: z.number().nullable(),
  })
  .meta({ id: 'HttpRequest' });

const httpResponse = z
  .strictObject({ status: z.number(), headers, body: z.unknown(), raw: z.string() })
  .meta({ id: 'HttpResponse' });

export const notification = z
  .strictObject({
    id: z.string(),
    deviceId: z.string(),
    channel: channelId,
    app: z.string(),
    title: z.string().nullable(),
    subtitle: z.string().nullable(),
    body: z.string().nullable(),
    sound: z.string().nullable(),
    vibrated: z.boolean(),
    badge: z.number().nullable(),
    ext: z.string().nullable(),
    at,
    quiet: z.boolean(),
    headsUp: z.boolean().meta({ description: 'Whether it popped up over what was on the screen.' }),
    replaceKey: z.string(),
    pushId: z.string(),
    exchangeId: z.string(),
    outcomeId: z.string().nullable(),
    tap: z.strictObject({
      kind: z.enum(['open-app', 'open-page', 'open-web', 'callback-only']),
      target: z.string().nullable(),
      data: z.record(z.string(), z.unknown()),
      method: z.string().optional().meta({ description: 'Method of the app that gets the data' }),
      action: z.string().optional().meta({ description: 'iOS: identifier of the action' }),
    }),
    onLockScreen: z.enum(['full', 'hidden', 'none']).meta({ description: 'How it stands on the lock screen' }),
    statusBar: z.boolean().meta({ description: 'Whether it has an icon in the status bar' }),
    heldBack: z.enum(['dnd', 'focus', 'summary']).nullable().meta({ description: 'What keeps it quiet until it ends' }),
    image: z
      .string()
      .nullable()
      .meta({ description: 'Address of a picture in the payload; never fetched by the server' }),
    groupKey: z.string().nullable().meta({ description: 'What it is grouped by besides its app' }),
    channelName: z.string().nullable().meta({ description: 'Android: name of the notification channel' }),
  })
  .meta({ id: 'Notification' });

export const outcome = z
  .strictObject({
    id: z.string(),
    at,
    userId: z.string(),
    deviceId: z.string().nullable(),
    channel: channelId.nullable(),
    delivered: z.boolean(),
    via: z.enum(['push', 'online', 'none']),
    reason: z.enum(REASON_CODES),
    cause: z.string(),
    summary: localText,
    fields: z.strictObject({ title: field, body: field, sound: field, badge: field, ext: field }),
    trace: z.array(traceStep),
    request: httpRequest.nullable(),
    response: httpResponse.nullable(),
    notification: notification.nullable(),
    exchangeId: z.string().nullable(),
    messageId: z.string(),
    message: messageInput,
    durationMs: z.number(),
    dryRun: z.boolean(),
    curl: z.string().nullable(),
  })
  .meta({ id: 'Outcome' });

const lineShape = {
  id: z.string(),
  at,
  channel: channelId.nullable(),
  outcomeId: z.string().nullable(),
  selfTest: z.literal(true).optional().meta({ description: 'Present on the requests of the self-test' }),
  remote: z.string(),
  protocol: z.string().nullable(),
  target: z.string().nullable(),
  title: z.string().nullable(),
  status: z.number().nullable(),
  summary: localText,
  delivered: z.boolean(),
  refused: z.boolean().meta({ description: 'Whatever the status: some vendors refuse with 200' }),
  failure: z
    .strictObject({
      code: z.string(),
      message: z.string(),
      received: z.string(),
      fix: z.string(),
      texts: z.strictObject({ message: localText, received: localText, fix: localText }),
    })
    .nullable(),
};

export const exchangeLine = z.strictObject(lineShape).meta({ id: 'ExchangeLine' });

const delivery = z
  .strictObject({
    deviceId: z.string(),
    pushId: z.string(),
    result: z.enum(['shown', 'silent', 'suppressed', 'stored', 'waiting', 'dropped', 'scheduled', 'revoked']),
    cause: z.string().nullable(),
    notificationId: z.string().nullable(),
    trace: z.array(traceStep),
  })
  .meta({ id: 'Delivery' });

export const exchange = z
  .strictObject({
    ...lineShape,
    request: httpRequest.nullable(),
    response: httpResponse.nullable(),
    checks: z.array(traceStep),
    deliveries: z.array(delivery),
    curl: z.string().nullable(),
  })
  .meta({ id: 'Exchange' });

export const appSound = z
  .strictObject({
    name: z.string(),
    soundId: z.string(),
    container: z.enum(['wav', 'aiff', 'caf', 'mp3', 'ogg', 'm4a', 'unknown']),
    codec: z.string(),
    duration: z.number(),
  })
  .meta({ id: 'AppSound' });

export const device = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    channel: channelId,
    platform,
    model: z.string(),
    phone: z.string().nullable().meta({ description: 'The device whose phone this app lies on too' }),
    system: systemFacts,
    online: z.boolean(),
    locked: z.boolean(),
    token: z.string().nullable(),
    app: z.strictObject({
      name: z.string(),
      label: z.string(),
      installed: z.boolean(),
      process: z.enum(['foreground', 'background', 'killed']),
      backgroundReported: z.boolean().optional().meta({ description: 'Whether the app reported doBackground' }),
      killedBy: z.enum(['user', 'system', 'forceStop']).nullable(),
      backgroundMode: z.boolean(),
    }),
    session: z.strictObject({ state: sessionState, userId: z.string().nullable() }),
    permission,
    ringer,
    conditions: z
      .strictObject(switchShape(phoneConditions))
      .partial()
      .meta({ description: 'State of the phone as a whole' }),
    settings: z
      .strictObject(switchShape(appSettings))
      .partial()
      .meta({ description: 'Switches of the app in the settings' }),
    badge: z.number(),
    environment: environment.nullable(),
    aliases: z.array(z.string()),
    userAccounts: z.array(z.string()),
    topics: z.array(z.string()),
    sounds: z.array(appSound),
    notificationChannels: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        importance: z.number(),
        sound: z.string().nullable(),
        vibrate: z.boolean(),
      }),
    ),
    stored: z.number().meta({ description: 'Pushes that the vendor keeps while it is offline' }),
  })
  .meta({ id: 'Device' });

const soundLayer = z.enum(SOUND_LAYERS).meta({ description: 'Who had the last word on what is heard' });
const soundFile = z.strictObject({ name: z.string(), exists: z.boolean(), playable: z.boolean() });

const soundEvent = z
  .strictObject({
    id: z.string(),
    at,
    requested: z.string().nullable(),
    played: z.string().nullable(),
    soundId: z.string().nullable(),
    vibrated: z.boolean(),
    notificationId: z.string().nullable(),
    decidedBy: soundLayer.optional(),
    file: soundFile.nullish(),
  })
  .meta({ id: 'SoundEvent' });

const notificationGroup = z
  .strictObject({
    key: z.string(),
    by: z.enum(['alone', 'sender', 'app']).meta({ description: 'Why they stand together' }),
    section: z.enum(['alerting', 'silent', 'focus', 'summary']),
    notifications: z.array(z.string()).meta({ description: 'Ids, newest first' }),
  })
  .meta({ id: 'NotificationGroup' });

export const screen = z
  .strictObject({
    badge: z.number(),
    badgeStyle: z.enum(['number', 'dot', 'none']),
    badgeText: z
      .string()
      .nullable()
      .meta({ description: 'The number as the icon writes it; null where it writes none' }),
    notifications: z.array(notification),
    groups: z.array(notificationGroup).meta({ description: 'How they stand together in the shade, top to bottom' }),
    lockScreen: z.array(notificationGroup).meta({ description: 'The same for the lock screen' }),
    apps: z
      .array(z.strictObject({ name: z.string(), label: z.string() }))
      .meta({ description: 'Apps whose notifications stand there, this one first' }),
    statusIcon: z.boolean().meta({ description: 'Android: the app has its icon in the status bar' }),
    sounds: z.array(soundEvent),
    badgeLog: z.array(
      z.strictObject({
        at,
        from: z.number(),
        to: z.number(),
        by: z.enum(['push', 'launcher', 'app', 'user']),
        how: z.enum(['absolute', 'increment', 'count']).optional(),
        on: z.enum(BADGE_OCCASIONS).optional(),
        pushId: z.string().nullish(),
      }),
    ),
  })
  .meta({ id: 'Screen' });

const switchValue = z.union([z.boolean(), z.string(), z.number()]);
const deviceSwitch = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['flag', 'choice', 'amount']),
    on: platform.nullable().meta({ description: 'The systems that know it; null = all' }),
    text: localText,
    default: switchValue,
    options: z.array(z.strictObject({ value: z.union([z.string(), z.number()]), text: localText })).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'DeviceSwitch' });

export const deviceSettings = z
  .strictObject({ conditions: z.array(deviceSwitch), settings: z.array(deviceSwitch) })
  .meta({ id: 'DeviceSettings' });

export const registration = z
  .strictObject({
    token: z.string(),
    app: z.string(),
    topic: z.string(),
    environment,
    state: z.enum(['active', 'unregistered', 'expired']),
    since: z.number().meta({ description: 'When the state last changed, ms' }),
    aliases: z.array(z.string()),
    userAccounts: z.array(z.string()),
    topics: z.array(z.string()),
  })
  .meta({ id: 'Registration' });

export const waitingPush = z
  .strictObject({
    kind: z.enum(WAIT_KINDS),
    pushId: z.string(),
    title: z.string().nullable(),
    body: z.string().nullable(),
    acceptedAt: at,
    expiresAt: at.nullable(),
    nextAt: at.nullable().meta({ description: 'When it may go on by itself; null = something has to change first' }),
    exchangeId: z.string(),
    outcomeId: z.string().nullable(),
    step: traceStep.nullable().meta({ description: 'What keeps it' }),
  })
  .meta({ id: 'WaitingPush' });

export const account = z
  .strictObject({
    userId: z.string(),
    nickName: z.string().nullable(),
    session: sessionState,
    devices: z.array(z.string()),
    receiveOptions: z.record(z.string(), receiveOption),
  })
  .meta({ id: 'Account' });

export const group = z
  .strictObject({
    groupId: z.string(),
    name: z.string(),
    members: z.array(z.strictObject({ userId: z.string(), nameCard: z.string().nullable() })),
  })
  .meta({ id: 'Group' });

export const workspace = z
  .strictObject({
    ...profileShape,
    clock: clockSetting.extend({ now: z.number() }),
    groups: z.array(group),
  })
  .meta({ id: 'Workspace' });

export const sentMessage = z
  .strictObject({
    message: messageInput.extend({
      id: z.string(),
      at,
      sizes: z
        .strictObject({ title: z.number(), descr: z.number(), ext: z.number() })
        .meta({ description: 'UTF-8 bytes' }),
    }),
    outcomes: z.array(outcome),
  })
  .meta({ id: 'SentMessage' });
