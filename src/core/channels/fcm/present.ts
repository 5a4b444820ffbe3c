import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { Device, Presentation } from '../../device/types.ts';
import type { RuleProfile } from '../../profile.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { type AndroidMessage, type MessagePayload, payloadOf } from './payload.ts';
import { sdkNotification } from './present-notification.ts';
import { remoteMessage } from './remote-message.ts';
import { deviceStep } from './steps.ts';

/** `high` or `normal`; what holds when the message says nothing is disputed. */
function priorityOf({ priority, notification }: AndroidMessage, { defaultPriority }: RuleProfile['fcm']): string {
  if (priority !== null) return priority.toLowerCase();
  return notification !== null && defaultPriority === 'high' ? 'high' : 'normal';
}

const SERVICES = deviceStep('fcm-device-services', 'pass');
const REGISTERED = deviceStep('fcm-device-registered', 'pass');
const INSTALLED = deviceStep('fcm-device-installed', 'pass');
const REACHED = [SERVICES, REGISTERED, INSTALLED];

/** What keeps a message from the app altogether; null when nothing does. */
function hindrance(push: AcceptedPush, device: Device, profile: RuleProfile['fcm']): TraceStep | null {
  const { system, app } = device;
  if (system.playServices === false) return deviceStep('fcm-device-services', 'stop');
  if (system.mainlandChina === true && !profile.deliversInMainlandChina) return deviceStep('fcm-device-region', 'stop');
  const state = device.targets.find(({ token }) => token === push.token)?.state;
  if (state !== 'active') return deviceStep('fcm-device-registered', 'stop', { state: state ?? 'unknown' });
  if (!app.installed && app.name === push.app) return deviceStep('fcm-device-installed', 'stop');
  return null;
}

function handOver(
  payload: MessagePayload,
  push: AcceptedPush,
  sent: { readonly sentAt: number; readonly priority: string },
  steps: readonly TraceStep[],
): Presentation {
  const data = remoteMessage(payload, push.app, sent);
  return silent(steps, { callbacks: [{ name: 'onMessageReceived', data }] });
}

const hasNoUi = ({ data }: AndroidMessage): boolean =>
  Object.hasOwn(data, 'gcm.n.noui') && ['1', 'true'].includes(data['gcm.n.noui'] ?? '');

function receiveMessage(
  payload: MessagePayload,
  push: AcceptedPush,
  device: Device,
  { now, profile }: PresentContext,
): Presentation {
  const { message } = payload;
  const { process } = device.app;
  const wanted = message.restrictedPackage;
  if (wanted !== null && wanted !== push.app) {
    const step = deviceStep('fcm-device-package', 'stop', { received: shorten(wanted) });
    return suppressed('fcm-device-package', [...REACHED, step]);
  }
  const sent = { sentAt: push.acceptedAt, priority: priorityOf(message, profile.fcm) };
  const { notification } = message;
  if (notification === null)
    return handOver(payload, push, sent, [...REACHED, deviceStep('fcm-device-data', 'note', { process })]);
  if (process === 'foreground' && !device.locked)
    return handOver(payload, push, sent, [...REACHED, deviceStep('fcm-device-foreground', 'note')]);
  if (hasNoUi(message)) return silent([...REACHED, deviceStep('fcm-device-no-ui', 'note')]);
  const steps = [...REACHED];
  if (process === 'foreground') steps.push(deviceStep('fcm-device-locked', 'note'));
  steps.push(deviceStep('fcm-device-drawn', 'pass', { process }));
  const drawn = sdkNotification(payload, notification, push.app, device, sent, steps);
  return showNotification(push, device, now, steps, drawn);
}

/** What a phone with Play services makes of a push: the SDK shows a notification, or the app's process gets a message. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const step = hindrance(push, device, context.profile.fcm);
  if (step !== null) return suppressed(step.rule, [step]);
  const payload = payloadOf(push);
  if (payload.kind === 'deleted')
    return silent([...REACHED, deviceStep('fcm-device-deleted', 'note')], {
      callbacks: [{ name: 'onDeletedMessages', data: {} }],
    });
  return receiveMessage(payload, push, device, context);
}
