import { isAlive, notificationsAllowed } from '../../device/android.ts';
import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import { stoppedStep } from '../kit/stopped.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { inSpan } from './fate.ts';
import type { MeizuMessage, MeizuPayload } from './message.ts';
import { payloadOf } from './payload.ts';
import { deviceStep } from './steps.ts';
import { extOf, mzPushMessage, tapOf } from './tap.ts';
import { timeText } from './time.ts';

const REGISTERED = deviceStep('meizu-device-registered', 'pass');
const INSTALLED = deviceStep('meizu-device-installed', 'pass');
const IN_SPAN = deviceStep('meizu-device-window', 'pass');
const NOT_FLOATING = deviceStep('meizu-device-not-floating', 'note');
const NOT_CLEARABLE = deviceStep('meizu-device-kept', 'note');
const PASS_THROUGH = deviceStep('meizu-device-pass-through', 'note');

const callback = (name: string, payload: MeizuPayload): Presentation['callbacks'][number] => ({
  name,
  data: mzPushMessage(payload),
});

/** A pass-through message goes to the running app only. */
function handOver(payload: MeizuPayload, device: Device, steps: readonly TraceStep[]): Presentation {
  if (isAlive(device)) return silent([...steps, PASS_THROUGH], { callbacks: [callback('onMessage', payload)] });
  const step = deviceStep('meizu-device-process', 'stop', { process: device.app.process });
  return suppressed('meizu-device-process', [...steps, PASS_THROUGH, step]);
}

/** Same key = same place; without one every message stands by itself. */
const replaceKeyOf = (app: string, { notifyKey }: MeizuMessage, id: string): string =>
  notifyKey === '' ? `${app}#${id}` : `${app}#key:${notifyKey}`;

/** Switches of a message cannot differ within a channel of Android, so each set of them has its own. */
function alertOf({ floating, sound, vibrate }: MeizuMessage) {
  const wish = { sound: sound ? 'default' : null, vibrate };
  const id = `mz_push_${floating ? 'h' : '-'}${sound ? 's' : '-'}${vibrate ? 'v' : '-'}`;
  const channel = { id, name: 'Push', importance: floating ? (4 as const) : (3 as const), ...wish };
  return { channel, legacy: wish };
}

/** Untapped notifications of the app that would stand beside this one. */
const untapped = (device: Device, app: string, replaceKey: string): number =>
  device.shade.filter((one) => one.app === app && one.replaceKey !== replaceKey).length;

function draw(push: AcceptedPush, device: Device, context: PresentContext, steps: TraceStep[]): Presentation {
  const payload = payloadOf(push);
  const { message, messageId } = payload;
  const replaceKey = replaceKeyOf(push.app, message, messageId);
  const limit = context.profile.meizu.collectAfter;
  const count = untapped(device, push.app, replaceKey);
  const collected = limit > 0 && count >= limit && notificationsAllowed(device);
  const tap = tapOf(payload, push.app);
  if (collected) steps.push(deviceStep('meizu-device-collected', 'note', { count }));
  if (!message.floating) steps.push(NOT_FLOATING);
  if (!message.clearable) steps.push(NOT_CLEARABLE);
  if (message.expanded !== '')
    steps.push(deviceStep('meizu-device-expanded', 'note', { text: shorten(message.expanded) }));
  const presentation = showNotification(push, device, context.now, [...steps, ...tap.steps], {
    title: message.title,
    body: message.content,
    ext: extOf(payload),
    tap: tap.action,
    replaceKey,
    pushId: messageId,
    ...alertOf(message),
    quiet: collected,
    ...(message.display === null ? {} : { leavesAt: message.display.to }),
    callbacks: isAlive(device) ? [callback('onNotificationArrived', payload)] : [],
  });
  const { notification } = presentation;
  return notification === null || message.subtitle === ''
    ? presentation
    : { ...presentation, notification: { ...notification, subtitle: message.subtitle } };
}

/** What a Flyme phone makes of a push: its push service draws it, whether or not the app runs or is in front. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const payload = payloadOf(push);
  const { message } = payload;
  const state = device.targets.find((one) => one.token === push.token)?.state;
  if (state !== 'active') {
    const step = deviceStep('meizu-device-registered', 'stop', { state: state ?? 'unknown' });
    return suppressed('meizu-device-registered', [step]);
  }
  if (!device.app.installed)
    return suppressed('meizu-device-installed', [REGISTERED, deviceStep('meizu-device-installed', 'stop')]);
  const steps: TraceStep[] = [REGISTERED, INSTALLED];
  if (device.system.name !== 'Flyme')
    steps.push(deviceStep('meizu-device-system', 'note', { system: device.system.name }));
  if (message.passThrough) return handOver(payload, device, steps);
  steps.push(deviceStep('meizu-device-drawn', 'pass', { process: device.app.process }));
  const stopped = stoppedStep(deviceStep, 'meizu-device-stopped', device, context.profile.meizu);
  if (stopped !== null) steps.push(stopped);
  if (stopped?.verdict === 'stop') return suppressed(stopped.rule, steps);
  if (message.display !== null) {
    if (!inSpan(message, context.now)) {
      const params = { from: timeText(message.display.from), to: timeText(message.display.to) };
      return suppressed('meizu-device-window', [...steps, deviceStep('meizu-device-window', 'stop', params)]);
    }
    steps.push(IN_SPAN);
  }
  return draw(push, device, context, steps);
}
