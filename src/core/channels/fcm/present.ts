import { showNotification } from '../../device/android-show.ts';
import { silent, suppressed } from '../../device/presentations.ts';
import type { Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { type AndroidMessage, type MessagePayload, payloadOf } from './payload.ts';
import { sdkNotification } from './present-notification.ts';
import { hindrance, priorityOf, wokenBy } from './reach.ts';
import { remoteMessage, type Sent } from './remote-message.ts';
import { deviceStep } from './steps.ts';

const SERVICES = deviceStep('fcm-device-services', 'pass');
const REGISTERED = deviceStep('fcm-device-registered', 'pass');
const INSTALLED = deviceStep('fcm-device-installed', 'pass');
const REACHED = [SERVICES, REGISTERED, INSTALLED];

function handOver(payload: MessagePayload, push: AcceptedPush, sent: Sent, steps: readonly TraceStep[]): Presentation {
  const data = remoteMessage(payload, push.app, sent);
  return silent(steps, { callbacks: [{ name: 'onMessageReceived', data }] });
}

const hasNoUi = ({ data }: AndroidMessage): boolean =>
  Object.hasOwn(data, 'gcm.n.noui') && ['1', 'true'].includes(data['gcm.n.noui'] ?? '');

const LOWERED = deviceStep('fcm-device-lowered', 'note');

/** What its priority did for the message on its way. */
function reachedHow(device: Device, lowered: boolean, { delivered }: Sent): readonly TraceStep[] {
  const woken = wokenBy(device, delivered);
  return [...(lowered ? [LOWERED] : []), ...(woken === null ? [] : [woken])];
}

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
  const priority = priorityOf(message, profile.fcm);
  const sent: Sent = { sentAt: push.acceptedAt, priority, delivered: payload.lowered ? 'normal' : priority };
  const before = [...REACHED, ...reachedHow(device, payload.lowered, sent)];
  const { notification } = message;
  if (notification === null)
    return handOver(payload, push, sent, [...before, deviceStep('fcm-device-data', 'note', { process })]);
  if (process === 'foreground' && !device.locked)
    return handOver(payload, push, sent, [...before, deviceStep('fcm-device-foreground', 'note')]);
  if (hasNoUi(message)) return silent([...before, deviceStep('fcm-device-no-ui', 'note')]);
  const steps = [...before];
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
