import { collapseKeyOf, type MessagePayload } from './payload.ts';

export interface Sent {
  readonly sentAt: number;
  /** As the sender wanted it. */
  readonly priority: string;
  /** As FCM delivered it. */
  readonly delivered: string;
}

type Data = Readonly<Record<string, unknown>>;

/** Extras of the intent that a tap starts the app with. */
export function extrasOf(
  { messageId, from, message }: MessagePayload,
  app: string,
  { sentAt, priority, delivered }: Sent,
): Data {
  return {
    ...message.data,
    from,
    'google.message_id': messageId,
    'google.sent_time': sentAt,
    'google.ttl': message.ttl,
    'google.original_priority': priority,
    'google.delivered_priority': delivered,
    ...(delivered === priority ? {} : { 'google.priority_reduced': '1' }),
    collapse_key: collapseKeyOf(message, app) ?? app,
  };
}

const isOwn = (key: string): boolean =>
  !key.startsWith('google.') && !key.startsWith('gcm.') && !['from', 'message_type', 'collapse_key'].includes(key);

/** The RemoteMessage that `onMessageReceived` gets, as its getters show it. */
export function remoteMessage(payload: MessagePayload, app: string, { sentAt, priority, delivered }: Sent): Data {
  const { messageId, from, message, senderId } = payload;
  const data = Object.fromEntries(Object.entries(message.data).filter(([key]) => isOwn(key)));
  return {
    messageId,
    from,
    senderId,
    collapseKey: collapseKeyOf(message, app),
    sentTime: sentAt,
    ttl: message.ttl,
    originalPriority: priority,
    priority: delivered,
    data,
    notification: message.notification,
  };
}
