import type { TapAction } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { shorten } from '../kit/steps.ts';
import { HAS_SCHEME, isClassName } from './lint-message.ts';
import type { MeizuPayload } from './message.ts';
import { deviceStep } from './steps.ts';

/** Number of the task; a send without one goes by its message id. */
const taskOf = ({ taskId, messageId }: MeizuPayload): string => (taskId === null ? messageId : String(taskId));

/** `MzPushMessage` as the app's receiver gets it. */
export function mzPushMessage(payload: MeizuPayload): Readonly<Record<string, unknown>> {
  const { message, notifyId } = payload;
  const { click } = message;
  return {
    title: message.title,
    content: message.content,
    pushType: message.passThrough ? 1 : 0,
    taskId: taskOf(payload),
    selfDefineContentString: click.type === 3 ? click.customAttribute : JSON.stringify(click.parameters),
    notifyId,
  };
}

/** String extras of the page that the SDK opens. */
const extrasOf = (payload: MeizuPayload): Readonly<Record<string, string>> => ({
  ...payload.message.click.parameters,
  platform_extra: JSON.stringify({ task_id: taskOf(payload) }),
});

export interface Tap {
  readonly action: TapAction;
  readonly steps: readonly TraceStep[];
}

const CALLBACK = 'onNotificationClicked';
const TAP_APP = [deviceStep('meizu-device-tap-app', 'note')];

/** What a tap does: the SDK inside the app opens the page itself, and calls the app's receiver for every type. */
export function tapOf(payload: MeizuPayload, app: string): Tap {
  const { click } = payload.message;
  const data = { extras: extrasOf(payload), callback: CALLBACK, message: mzPushMessage(payload) };
  if (click.type === 0) return { action: { kind: 'open-app', target: app, data }, steps: [] };
  if (click.type === 3)
    return {
      action: { kind: 'callback-only', target: null, data: { callback: CALLBACK, message: data.message } },
      steps: TAP_APP,
    };
  const page = click.type === 1;
  const target = page ? click.activity : click.url;
  const opens = page ? isClassName(target) : HAS_SCHEME.test(target);
  const web = !page && /^https?:/i.test(target);
  return {
    action: {
      kind: web ? 'open-web' : 'open-page',
      target: opens ? target : null,
      data: opens ? data : { ...data, unresolved: target },
    },
    steps: opens ? [] : [deviceStep('meizu-device-tap-nothing', 'note', { received: shorten(target) })],
  };
}

/** What Tencent IM's apps read as ext: the extra of that name, else the custom attribute. */
export function extOf({ message: { click } }: MeizuPayload): string | null {
  const ext = Object.hasOwn(click.parameters, 'ext') ? click.parameters.ext : undefined;
  return ext ?? (click.customAttribute === '' ? null : click.customAttribute);
}
