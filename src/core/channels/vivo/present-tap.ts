import type { TapAction } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import { isWeb } from './message.ts';
import type { VivoPayload } from './payload.ts';
import { deviceStep } from './steps.ts';

/** `UPSNotificationMessage` as the app's receiver gets it; apps read `params`. */
export function notificationMessage({ taskId, message }: VivoPayload): Readonly<Record<string, unknown>> {
  return {
    msgId: taskId,
    title: message.title,
    content: message.content,
    skipType: message.skipType,
    skipContent: message.skipContent,
    params: message.custom,
  };
}

export interface Tap {
  readonly action: TapAction;
  readonly steps: readonly TraceStep[];
}

/** Package that an intent uri names as its component or package; null when it names none. */
function intentPackage(uri: string): string | null {
  const intent = /#Intent;(.*)$/s.exec(uri)?.[1];
  if (intent === undefined) return null;
  const parts = intent.split(';');
  const component = parts.find((part) => part.startsWith('component='));
  if (component !== undefined) return component.slice('component='.length).split('/')[0] ?? null;
  return parts.find((part) => part.startsWith('package='))?.slice('package='.length) ?? null;
}

/** After every tap the receiver is called too, with the whole message. */
const dataOf = (payload: VivoPayload): TapAction['data'] => ({
  ...payload.message.custom,
  onNotificationMessageClicked: notificationMessage(payload),
});

function openPage(payload: VivoPayload, app: string): Tap {
  const uri = payload.message.skipContent;
  const owner = intentPackage(uri) ?? app;
  if (owner !== app)
    return {
      action: { kind: 'callback-only', target: null, data: { ...dataOf(payload), unresolved: uri } },
      steps: [deviceStep('vivo-device-tap-foreign', 'note', { received: shorten(owner) })],
    };
  return {
    action: { kind: 'open-page', target: uri, data: dataOf(payload) },
    steps: [deviceStep('vivo-device-tap-exported', 'note')],
  };
}

/** What a tap does: set by `skipType`. */
export function tapOf(payload: VivoPayload, app: string): Tap {
  const { skipType, skipContent } = payload.message;
  const callback: TapAction = { kind: 'callback-only', target: null, data: dataOf(payload) };
  if (skipType === 2) {
    if (isWeb(skipContent))
      return { action: { kind: 'open-web', target: skipContent, data: dataOf(payload) }, steps: [] };
    return {
      action: callback,
      steps: [deviceStep('vivo-device-tap-link', 'note', { received: shorten(skipContent) })],
    };
  }
  if (skipType === 3) return { action: callback, steps: [deviceStep('vivo-device-tap-custom', 'note')] };
  if (skipType === 4) return openPage(payload, app);
  return { action: { kind: 'open-app', target: app, data: dataOf(payload) }, steps: [] };
}
