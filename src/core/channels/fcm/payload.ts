import type { AcceptedPush, ReceiveContext } from '../types.ts';
import type { AndroidNotificationFields, FcmMessage } from './schema.ts';

type SenderTime = ReceiveContext['senderTime'];

/** What holds for an Android phone once the platform's part has been laid over the general one. */
export interface AndroidMessage {
  readonly data: Readonly<Record<string, string>>;
  /** null: a data message. */
  readonly notification: AndroidNotificationFields | null;
  readonly priority: 'NORMAL' | 'HIGH' | null;
  /** Whole seconds. */
  readonly ttl: number;
  readonly collapseKey: string | null;
  readonly restrictedPackage: string | null;
  readonly analyticsLabel: string | null;
  /** Opened on tap when the notification names no action. */
  readonly link: string | null;
}

/** Longest life of a message, and the default. */
export const LONGEST_TTL = 2_419_200;

const isSet = (value: unknown): boolean => value !== undefined && value !== '';

/** Texts that are empty count as unset, as everywhere in proto3. */
const stated = <T extends object>(fields: T | undefined): Partial<T> =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => isSet(value))) as Partial<T>;

function notificationOf(
  { notification, android, android_v2 }: FcmMessage,
  senderTime: SenderTime,
): AndroidNotificationFields | null {
  const remote = android_v2?.remote_notification;
  if (android_v2?.background_sync !== undefined || remote?.use_as_v1_data_message === true) return null;
  const layers = [notification, android?.notification, remote?.notification];
  if (remote === undefined && layers.every((layer) => layer === undefined)) return null;
  const fields: AndroidNotificationFields = { ...stated(layers[0]), ...stated(layers[1]), ...stated(layers[2]) };
  const { event_time: at } = fields;
  // Android takes 0 for "none".
  return at === undefined || at <= 0 ? fields : { ...fields, event_time: senderTime(at) };
}

const orNull = (text: string | undefined): string | null => (isSet(text) ? (text ?? null) : null);

const NO_DATA: Readonly<Record<string, string>> = {};

/** The preview form has no priority of its own: it follows from its kind. */
function priorityOf({ android, android_v2: v2 }: FcmMessage): AndroidMessage['priority'] {
  if (v2?.remote_notification !== undefined) return 'HIGH';
  if (v2?.background_sync !== undefined) return 'NORMAL';
  const priority = android?.priority;
  return priority === 'NORMAL' || priority === 'HIGH' ? priority : null;
}

/** Lays `android` (or its preview form) over the general part: `data` as a whole, the notification field by field. */
export function androidMessage(message: FcmMessage, senderTime: SenderTime): AndroidMessage {
  const part = message.android_v2 ?? message.android;
  return {
    data: part?.data ?? message.data ?? NO_DATA,
    notification: notificationOf(message, senderTime),
    priority: priorityOf(message),
    ttl: Math.floor(part?.ttl ?? LONGEST_TTL),
    collapseKey: orNull(part?.collapse_key),
    restrictedPackage: orNull(part?.restricted_package_name),
    analyticsLabel: orNull(part?.fcm_options?.analytics_label) ?? orNull(message.fcm_options?.analytics_label),
    link: null,
  };
}

/** One message on its way to one registration. */
export interface MessagePayload {
  readonly kind: 'message';
  /** The id part of the answer's name. */
  readonly messageId: string;
  /** Project number, or `/topics/name`. */
  readonly from: string;
  readonly senderId: string;
  /** FCM has lowered the priority, since urgent messages of the app kept showing nothing. */
  readonly lowered: boolean;
  readonly message: AndroidMessage;
}

/** Stands for all that was thrown away when too much waited for one phone. */
export interface DeletedPayload {
  readonly kind: 'deleted';
}

export type FcmPayload = MessagePayload | DeletedPayload;

/** The channel's own pushes carry nothing else; the simulator hands them back untouched. */
export const payloadOf = (push: AcceptedPush): FcmPayload => push.payload as FcmPayload;

/** Every message that shows a notification collapses under the package's name, whatever key it has. */
export const collapseKeyOf = ({ notification, collapseKey }: AndroidMessage, app: string): string | null =>
  notification === null ? collapseKey : app;
