import { isAlive } from '../../device/android.ts';
import { memoryOf } from '../../device/android-channel.ts';
import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { AndroidMemory, Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { stoppedStep } from '../kit/stopped.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { isHidden, reachesApp } from './fate.ts';
import { replaceKeyOf } from './identity.ts';
import { payloadOf, type XiaomiPayload } from './payload.ts';
import { alertOf } from './present-alert.ts';
import { messageCount, roomOf } from './present-place.ts';
import { miPushMessage, tapOf } from './present-tap.ts';
import { deviceStep } from './steps.ts';

/** Keys that the phone remembers per app. */
const SEEN_MAX = 25;
/** The SDK inside the app keeps a list of its own; neither message ids nor job keys contain a colon. */
const IN_APP = 'app:';

const keyOf = ({ message, messageId }: XiaomiPayload): string => message.jobkey ?? messageId;

/** The key is the newest of its list, which forgets the oldest beyond its length; the other list comes first. */
function remember(memory: AndroidMemory, key: string): AndroidMemory {
  const inApp = key.startsWith(IN_APP);
  const others = memory.seenKeys.filter((item) => item.startsWith(IN_APP) !== inApp);
  // Most apps only ever have one of the two lists.
  const mine =
    others.length === 0 ? memory.seenKeys : memory.seenKeys.filter((item) => item.startsWith(IN_APP) === inApp);
  return { ...memory, seenKeys: others.concat(mine.slice(1 - SEEN_MAX), [key]) };
}

const callback = (name: string, payload: XiaomiPayload): Presentation['callbacks'][number] => ({
  name,
  data: miPushMessage(payload),
});

const repeatStep = (payload: XiaomiPayload): TraceStep =>
  deviceStep('xiaomi-device-repeat', 'stop', { received: keyOf(payload) });

/** Goes to the app instead of the shade: pass-through, or a notification while the app is in front. */
function handOver(payload: XiaomiPayload, device: Device, steps: TraceStep[]): Presentation {
  const passThrough = payload.message.passThrough;
  steps.push(deviceStep(passThrough ? 'xiaomi-device-pass-through' : 'xiaomi-device-foreground', 'note'));
  if (!reachesApp(device)) {
    steps.push(deviceStep('xiaomi-device-process', 'stop', { process: device.app.process }));
    return suppressed('xiaomi-device-process', steps);
  }
  if (!isAlive(device)) steps.push(STARTED);
  const key = `${IN_APP}${keyOf(payload)}`;
  if (memoryOf(device).seenKeys.includes(key))
    return suppressed('xiaomi-device-repeat', [...steps, repeatStep(payload)]);
  const name = passThrough ? 'onReceivePassThroughMessage' : 'onNotificationMessageArrived';
  return silent(steps, { callbacks: [callback(name, payload)], android: remember(memoryOf(device), key) });
}

/** `extra.ext` is where Tencent IM's apps read it; other senders use the payload. */
function extOf({ message }: XiaomiPayload): string | null {
  const ext = Object.hasOwn(message.extra, 'ext') ? message.extra.ext : undefined;
  return ext ?? (message.content === '' ? null : message.content);
}

/** MIUI 10 and later let what nobody taps go by its class, while there are classes. */
function standing(
  { messageClass }: XiaomiPayload['message'],
  now: number,
  steps: TraceStep[],
): { readonly leavesAt?: number } {
  if (messageClass === null) return {};
  const hours = messageClass === 'private' ? 48 : 24;
  steps.push(deviceStep('xiaomi-device-leaves', 'note', { class: messageClass, hours }));
  return { leavesAt: now + hours * HOUR_MS };
}

/** The picture and the group that the sender names in `extra`; a large icon stands in for a picture. */
function drawnWith({ extra }: XiaomiPayload['message']): { readonly image?: string; readonly groupKey?: string } {
  const named = (name: string): string => (Object.hasOwn(extra, name) ? (extra[name] ?? '') : '');
  const picture = named('notification_style_type') === '2' ? named('notification_bigPic_uri') : '';
  const image = picture || named('notification_large_icon_uri');
  const group = named('notification_group');
  return {
    ...(/^https?:/i.test(image) ? { image } : {}),
    ...(group === '' ? {} : { groupKey: group }),
  };
}

function draw(push: AcceptedPush, device: Device, now: number, steps: TraceStep[]): Presentation {
  const payload = payloadOf(push);
  const { message } = payload;
  const replaceKey = replaceKeyOf(push.app, message.notifyId);
  const alert = alertOf(message, device, now);
  const tap = tapOf(payload, push.app);
  const { shadeLimit, full } = roomOf(device, replaceKey);
  const count = messageCount(payload);
  if (full) steps.push(deviceStep('xiaomi-device-shade-limit', 'note', { limit: shadeLimit ?? 0 }));
  if (count !== undefined) steps.push(deviceStep('xiaomi-device-message-count', 'note', { received: count }));
  const stands = standing(message, now, steps);
  const callbacks = reachesApp(device) ? [callback('onNotificationMessageArrived', payload)] : [];
  const presentation = showNotification(push, device, now, [...steps, ...alert.steps, ...tap.steps], {
    title: message.title,
    body: message.description,
    ext: extOf(payload),
    tap: tap.action,
    replaceKey,
    pushId: payload.messageId,
    channel: alert.channel,
    legacy: alert.legacy,
    missingSound: 'silent',
    quiet: alert.quiet,
    ...drawnWith(message),
    ...stands,
    ...(count === undefined ? {} : { count }),
    ...(shadeLimit === undefined ? {} : { shadeLimit }),
    callbacks,
    memory: remember(alert.memory, keyOf(payload)),
  });
  // What the phone may not show it remembers all the same, and tells the app.
  return presentation.result === 'shown' ? presentation : { ...presentation, callbacks };
}

/** Does the system service draw it, or does the message go to the app? */
function isDrawn({ message }: XiaomiPayload, device: Device): boolean {
  const foreground = Object.hasOwn(message.extra, 'notify_foreground') ? message.extra.notify_foreground : undefined;
  const allowed = foreground === undefined || foreground === '1' || device.app.process !== 'foreground';
  return message.title !== '' && message.description !== '' && !message.passThrough && allowed;
}

const drawn = (process: Device['app']['process']): TraceStep => deviceStep('xiaomi-device-drawn', 'pass', { process });

const REGISTERED = deviceStep('xiaomi-device-registered', 'pass');
const INSTALLED = deviceStep('xiaomi-device-installed', 'pass');
const DRAWN: Readonly<Record<Device['app']['process'], TraceStep>> = {
  foreground: drawn('foreground'),
  background: drawn('background'),
  killed: drawn('killed'),
};
const HOUR_MS = 3_600_000;
const STARTED = deviceStep('xiaomi-device-started', 'note');
const NOT_SEEN = deviceStep('xiaomi-device-repeat', 'pass');

/** What a Xiaomi phone makes of a push, decided in the order of MIUI's push service. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const payload = payloadOf(push);
  const state = device.targets.find((item) => item.token === push.token)?.state;
  if (state !== 'active') {
    const step = deviceStep('xiaomi-device-registered', 'stop', { state: state ?? 'unknown' });
    return suppressed('xiaomi-device-registered', [step]);
  }
  const steps: TraceStep[] = [REGISTERED];
  if (isHidden(payload.message.extra)) return silent([...steps, deviceStep('xiaomi-device-hidden', 'note')]);
  if (!device.app.installed)
    return suppressed('xiaomi-device-installed', [...steps, deviceStep('xiaomi-device-installed', 'stop')]);
  steps.push(INSTALLED);
  if (!isDrawn(payload, device)) return handOver(payload, device, steps);
  steps.push(DRAWN[device.app.process]);
  const stopped = stoppedStep(deviceStep, 'xiaomi-device-stopped', device, context.profile.xiaomi);
  if (stopped !== null) steps.push(stopped);
  if (stopped?.verdict === 'stop') return suppressed(stopped.rule, steps);
  const memory = memoryOf(device);
  if (memory.seenKeys.includes(keyOf(payload)))
    return suppressed('xiaomi-device-repeat', [...steps, repeatStep(payload)]);
  steps.push(NOT_SEEN);
  return draw(push, device, context.now, steps);
}
