import { isAlive } from '../../device/android.ts';
import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import { stoppedStep } from '../kit/stopped.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { CONTROL_RULES } from './control.ts';
import { isForeignProfile, isHandedOver } from './fate.ts';
import { payloadOf, type VivoPayload } from './payload.ts';
import { alertOf } from './present-alert.ts';
import { notificationMessage, tapOf } from './present-tap.ts';
import { deviceStep } from './steps.ts';

const REGISTERED = deviceStep('vivo-device-registered', 'pass');
const INSTALLED = deviceStep('vivo-device-installed', 'pass');
const PROFILE = deviceStep('vivo-device-profile', 'pass');

const drawn = (process: Device['app']['process']): TraceStep => deviceStep('vivo-device-drawn', 'pass', { process });
const DRAWN: Readonly<Record<Device['app']['process'], TraceStep>> = {
  foreground: drawn('foreground'),
  background: drawn('background'),
  killed: drawn('killed'),
};

/** What ends a push before anything is drawn; null = nothing does. `steps` gets what was passed. */
function stopOf(push: AcceptedPush, payload: VivoPayload, device: Device, steps: TraceStep[]): TraceStep | null {
  const { message, control } = payload;
  if (control !== null) return deviceStep(CONTROL_RULES[control], 'stop');
  const state = device.targets.find((item) => item.token === push.token)?.state;
  if (state !== 'active') return deviceStep('vivo-device-registered', 'stop', { state: state ?? '–' });
  steps.push(REGISTERED);
  if (!device.app.installed) return deviceStep('vivo-device-installed', 'stop');
  steps.push(INSTALLED);
  if (message.live) return deviceStep('vivo-device-live', 'stop', { received: message.notifyId });
  if (message.networkType === 1) steps.push(deviceStep('vivo-device-network', 'note'));
  if (message.profileId === null) return null;
  if (isForeignProfile(message, device)) {
    const { session } = device;
    const expected = session.state === 'loggedIn' ? (session.userId ?? '–') : '–';
    return deviceStep('vivo-device-profile', 'stop', { received: shorten(message.profileId), expected });
  }
  steps.push(PROFILE);
  return null;
}

/** `ext` is where Tencent IM's apps read it; other senders' own pairs are shown as they are. */
function extOf({ message: { custom } }: VivoPayload): string | null {
  if (Object.hasOwn(custom, 'ext')) return custom.ext ?? null;
  return Object.keys(custom).length === 0 ? null : JSON.stringify(custom);
}

/** What a vivo phone makes of a push; what is not vivo's own is decided as on every Android phone. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const payload = payloadOf(push);
  const { message } = payload;
  const steps: TraceStep[] = [];
  const stop = stopOf(push, payload, device, steps);
  if (stop) return suppressed(stop.rule, [...steps, stop]);
  const data = notificationMessage(payload);
  if (isHandedOver(message, device))
    return silent([...steps, deviceStep('vivo-device-foreground', 'note')], {
      callbacks: [{ name: 'onForegroundMessageArrived', data }],
    });
  steps.push(DRAWN[device.app.process]);
  const stopped = stoppedStep(deviceStep, 'vivo-device-stopped', device, context.profile.vivo);
  if (stopped !== null) steps.push(stopped);
  if (stopped?.verdict === 'stop') return suppressed(stopped.rule, steps);
  const alert = alertOf(message, device);
  const tap = tapOf(payload, push.app);
  const badge = message.addBadge ? [deviceStep('vivo-device-badge', 'note')] : [];
  return showNotification(push, device, context.now, [...steps, ...alert.steps, ...badge, ...tap.steps], {
    title: message.title,
    body: message.content,
    ext: extOf(payload),
    tap: tap.action,
    replaceKey: `${push.app}#${message.notifyId ?? payload.taskId}`,
    pushId: payload.taskId,
    channel: alert.channel,
    legacy: alert.legacy,
    quiet: alert.quiet,
    ...(message.addBadge ? { badge: device.badge + 1, badgeHow: 'increment' } : {}),
    callbacks: isAlive(device) ? [{ name: 'onNotificationMessageArrived', data }] : [],
  });
}
