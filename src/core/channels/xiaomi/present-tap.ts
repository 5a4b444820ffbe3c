import type { TapAction } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import type { XiaomiPayload } from './payload.ts';
import { deviceStep } from './steps.ts';

/** `MiPushMessage` as the app's receiver gets it. */
export function miPushMessage(payload: XiaomiPayload): Readonly<Record<string, unknown>> {
  const { message, messageId, kind, addressed } = payload;
  return {
    messageId,
    title: message.title,
    description: message.description,
    content: message.content,
    passThrough: message.passThrough ? 1 : 0,
    notifyType: message.notifyType,
    notifyId: message.notifyId,
    alias: kind === 'alias' ? addressed : null,
    userAccount: kind === 'user_account' ? addressed : null,
    topic: kind === 'topic' ? addressed : null,
    extra: message.extra,
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
  for (const part of intent.split(';')) {
    if (part.startsWith('component=')) return part.slice('component='.length).split('/')[0] ?? null;
    if (part.startsWith('package=')) return part.slice('package='.length);
  }
  return null;
}

function openPage(payload: XiaomiPayload, app: string): Tap {
  const { extra } = payload.message;
  const intent = extra.intent_uri;
  const data = { key_message: miPushMessage(payload) };
  const owner = intent === undefined ? app : (intentPackage(intent) ?? app);
  if (owner !== app)
    return {
      action: { kind: 'open-page', target: null, data: { ...data, unresolved: intent } },
      steps: [deviceStep('xiaomi-device-tap-foreign', 'note', { received: owner })],
    };
  return { action: { kind: 'open-page', target: intent ?? extra.class_name ?? null, data }, steps: [] };
}

const withScheme = (uri: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : `http://${uri}`);

const CALLBACK_ONLY = [deviceStep('xiaomi-device-tap-callback', 'note')];

/** What a tap does: set by `extra.notify_effect`; without it the app only gets a callback. */
export function tapOf(payload: XiaomiPayload, app: string): Tap {
  const { extra } = payload.message;
  if (extra.notify_effect === '1')
    return {
      action: { kind: 'open-app', target: app, data: { key_message: miPushMessage(payload) } },
      steps: [],
    };
  if (extra.notify_effect === '2') return openPage(payload, app);
  if (extra.notify_effect === '3')
    return { action: { kind: 'open-web', target: withScheme(extra.web_uri ?? ''), data: {} }, steps: [] };
  return {
    action: {
      kind: 'callback-only',
      target: null,
      data: { callback: 'onNotificationMessageClicked', message: miPushMessage(payload) },
    },
    steps: CALLBACK_ONLY,
  };
}
