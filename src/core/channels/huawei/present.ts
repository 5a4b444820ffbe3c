import { isAlive, isForceStopped, mayStart } from '../../device/android.ts';
import { memoryOf } from '../../device/android-channel.ts';
import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { AndroidMemory, Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { stoppedStep } from '../kit/stopped.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { emuiAtLeast } from './emui.ts';
import { type HuaweiMessage, type HuaweiNotification, payloadOf } from './payload.ts';
import { badgeOf, channelOf, replaceKeyOf } from './present-alert.ts';
import { tapOf } from './present-tap.ts';
import type { DeviceRuleId } from './rules.ts';
import { deviceStep } from './steps.ts';

const DAY_MS = 86_400_000;

const stop = (rule: DeviceRuleId, steps: readonly TraceStep[], params?: TraceStep['params']): Presentation =>
  suppressed(rule, [...steps, deviceStep(rule, 'stop', params)]);

const messageFor = (message: HuaweiMessage) => ({
  data: message.data ?? '',
  ...(message.notification === null
    ? {}
    : { title: message.notification.title, body: message.notification.body, extras: message.notification.extras }),
});

const CALLBACKS = { legacy: 'onPushMsg', v1: 'onMessageReceived', v3: 'receiveMessage' } as const;

const handedOver = (message: HuaweiMessage): Presentation['callbacks'] => [
  { name: CALLBACKS[message.generation], data: messageFor(message) },
];

/** A message for the app: needs its process, or the right to start it. */
function handOver(message: HuaweiMessage, device: Device, steps: TraceStep[]): Presentation {
  steps.push(deviceStep('huawei-device-data', 'note'));
  if (isAlive(device)) return silent(steps, { callbacks: handedOver(message) });
  if (isForceStopped(device)) return stop('huawei-device-data-stopped', steps);
  if (!message.startsProcess && !mayStart(device))
    return { ...stop('huawei-device-process', steps, { process: device.app.process }), held: true };
  const started = deviceStep(message.startsProcess ? 'huawei-device-started' : 'huawei-device-auto-start', 'note');
  return silent([...steps, started], { callbacks: handedOver(message) });
}

/** Messages of v3 that are neither alert nor data for the app. */
function update(message: HuaweiMessage, steps: readonly TraceStep[]): Presentation {
  return silent([...steps, deviceStep('huawei-device-update', 'note', { type: message.pushType })]);
}

/** Key of an `appMessageId` with the day on which it counts. */
const seenKey = (id: string): string => `huawei:${id}`;

/** Has the same `appMessageId` been here within 24 hours? The key carries the time of the first. */
function isRepeat(id: string, memory: AndroidMemory, now: number): boolean {
  return memory.seenKeys.some((key) => {
    const at = key.startsWith(`${seenKey(id)}@`) ? Number(key.slice(key.lastIndexOf('@') + 1)) : Number.NaN;
    return now - at < DAY_MS && now >= at;
  });
}

const SEEN_MAX = 50;

function remember(id: string, memory: AndroidMemory, now: number): AndroidMemory {
  const others = memory.seenKeys.filter((key) => !key.startsWith(`${seenKey(id)}@`));
  return { ...memory, seenKeys: [...others.slice(1 - SEEN_MAX), `${seenKey(id)}@${now}`] };
}

/** Quiet: news and marketing from EMUI 10 on, and low importance everywhere. */
function isQuiet(
  message: HuaweiMessage,
  notification: HuaweiNotification,
  device: Device,
  steps: TraceStep[],
): boolean {
  if (message.messageClass === 'marketing' && emuiAtLeast(device, 10)) {
    steps.push(deviceStep('huawei-device-marketing', 'note'));
    return true;
  }
  if (notification.importance !== 'LOW') return false;
  steps.push(deviceStep('huawei-device-importance', 'note'));
  return true;
}

/** Its picture, its group, what the lock screen may show of it, and how long it stands. */
const shownWith = ({ image, group, visibility, autoClear }: HuaweiNotification, now: number) => ({
  ...(image === null ? {} : { image }),
  ...(group === null ? {} : { groupKey: group }),
  ...(autoClear === null ? {} : { leavesAt: now + autoClear }),
  visibility,
});

function draw(
  push: AcceptedPush,
  notification: HuaweiNotification,
  device: Device,
  context: PresentContext,
  steps: TraceStep[],
): Presentation {
  const { message } = payloadOf(push);
  const quiet = isQuiet(message, notification, device, steps);
  const badge = badgeOf(notification, device, steps);
  const tap = tapOf(message, notification);
  const { appMessageId } = notification;
  const memory = appMessageId === null ? undefined : remember(appMessageId, memoryOf(device), context.now);
  return showNotification(push, device, context.now, steps, {
    title: notification.title,
    body: notification.body,
    ext: notification.ext,
    tap,
    replaceKey: replaceKeyOf(push, notification, device),
    pushId: message.requestId,
    channel: channelOf(notification, quiet, device, context.profile),
    legacy: { sound: notification.sound ?? 'default', vibrate: notification.vibrate },
    missingSound: 'default',
    quiet,
    ...badge,
    ...shownWith(notification, context.now),
    ...(notification.when === null ? {} : { when: notification.when }),
    ...(memory === undefined ? {} : { memory }),
  });
}

const REGISTERED = deviceStep('huawei-device-registered', 'pass');
const DRAWN: Readonly<Record<Device['app']['process'], TraceStep>> = {
  foreground: deviceStep('huawei-device-drawn', 'pass', { process: 'foreground' }),
  background: deviceStep('huawei-device-drawn', 'pass', { process: 'background' }),
  killed: deviceStep('huawei-device-drawn', 'pass', { process: 'killed' }),
};

/** Is the app in front and told to keep the notification to itself? EMUI 9.1 is the first that does. */
function isForApp({ foregroundShow }: HuaweiNotification, device: Device): boolean {
  return !foregroundShow && device.app.installed && device.app.process === 'foreground' && emuiAtLeast(device, 9, 1);
}

function presentNotification(
  push: AcceptedPush,
  notification: HuaweiNotification,
  device: Device,
  context: PresentContext,
  steps: TraceStep[],
): Presentation {
  const { message } = payloadOf(push);
  const { profileId, appMessageId } = notification;
  if (profileId !== null && !context.profile.huawei.profilesBound)
    return stop('huawei-device-profile', steps, { received: profileId });
  if (isForApp(notification, device)) {
    steps.push(deviceStep('huawei-device-foreground', 'note'));
    return silent(steps, { callbacks: handedOver(message) });
  }
  if (appMessageId !== null && isRepeat(appMessageId, memoryOf(device), context.now))
    return stop('huawei-device-repeat', steps, { received: appMessageId });
  steps.push(DRAWN[device.app.process]);
  const stopped = stoppedStep(deviceStep, 'huawei-device-stopped', device, context.profile.huawei);
  if (stopped !== null) steps.push(stopped);
  if (stopped?.verdict === 'stop') return suppressed(stopped.rule, steps);
  return draw(push, notification, device, context, steps);
}

/** What a Huawei phone makes of a push. Order of the decision table. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const { message, quota } = payloadOf(push);
  if (!device.app.installed) return stop('huawei-device-installed', []);
  const state = device.targets.find((item) => item.token === push.token)?.state;
  if (state !== 'active') return stop('huawei-device-registered', [], { state: state ?? 'unknown' });
  const steps: TraceStep[] = [REGISTERED];
  if (quota === 'absent') return stop('huawei-device-absent', steps);
  if (quota !== null) {
    const { marketingPerDay, messagesPerDay } = context.profile.huawei;
    return quota === 'marketing'
      ? stop('huawei-device-quota', steps, { limit: marketingPerDay })
      : stop('huawei-device-daily', steps, { limit: messagesPerDay });
  }
  if (message.pushType === 1 || message.pushType === 7) return update(message, steps);
  return message.notification === null
    ? handOver(message, device, steps)
    : presentNotification(push, message.notification, device, context, steps);
}
