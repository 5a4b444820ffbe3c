import type { AppSettings, PhoneConditions } from '../../../device/phone-settings.ts';
import type { AppSound } from '../../../device/types.ts';
import type { Push, Step } from './phone-bench.ts';

/** What a row says of the phone after its steps; what it leaves out is of no interest to it. */
export interface Seen {
  /** Results of the pushes, first to last. */
  readonly results?: readonly string[];
  /** Rule that keeps the last push from being shown; null = none. */
  readonly cause?: string | null;
  /** Texts in the shade, newest first. */
  readonly shade?: readonly string[];
  readonly title?: string | null;
  /** What plays, and who decided: `name/layer`, `-/layer` for silence, null where no sound was asked for. */
  readonly sound?: string | null;
  readonly vibrated?: boolean;
  /** `exists`, `playable`. */
  readonly file?: readonly [exists: boolean, playable: boolean] | null;
  readonly badge?: number;
  readonly quiet?: boolean;
  readonly headsUp?: boolean;
  readonly lockScreen?: 'full' | 'hidden' | 'none';
  readonly heldBack?: 'focus' | 'summary' | null;
  readonly listed?: boolean;
  readonly group?: string | null;
  /** What the app's process was told. */
  readonly told?: readonly string[];
}

/** What happens, and where the expectation comes from. */
export interface DeviceVector {
  readonly name: string;
  readonly source: string;
  readonly steps: readonly Step[];
  readonly seen: Seen;
}

export const PAYLOAD = 'Apple: Generating a remote notification';
export const SOUND = 'Apple: UNNotificationSound';
export const METRICS = 'Apple: Viewing the status of push notifications using metrics and APNs';
export const IDENTIFIER = 'Apple: UNNotificationRequest.identifier';
export const BACKGROUND = 'Apple: Pushing background updates to your App';
export const PERMISSION = 'Apple: Asking permission to use notifications';
export const SETTINGS = 'Apple: UNNotificationSettings';
export const LEVEL = 'Apple: UNNotificationInterruptionLevel';
export const PREVIEWS = 'Apple: UNShowPreviewsSetting';
export const HANDLING = 'Apple: Handling notifications and notification-related actions';
export const DID_RECEIVE = 'Apple: application(_:didReceiveRemoteNotification:fetchCompletionHandler:)';
export const BADGE_STRING = 'RMSPushNotificationsBundle pull request 62: badge as a string';
export const SENDING = 'Apple: Sending notification requests to APNs';
export const CHOICE = 'No public text; Pushpit’s choice';

/** One vector. */
export const row = (name: string, source: string, steps: readonly Step[], seen: Seen): DeviceVector => ({
  name,
  source,
  steps,
  seen,
});

/** A push that shows “hi”, changed by what is given. */
export const alert = (aps: Push['aps'] = {}, more: Omit<Push, 'aps'> = {}): Step => ({
  push: { aps: { alert: 'hi', ...aps }, ...more },
});
export const RINGS = alert({ sound: 'default', badge: 3 });
/** One that rings, at an interruption level. */
export const at = (level: string, aps: Push['aps'] = {}): Step =>
  alert({ sound: 'default', 'interruption-level': level, ...aps });
export const SILENT: Step = { push: { aps: { 'content-available': 1 }, type: 'background' } };
export const conditions = (values: Partial<PhoneConditions>): Step => ({ patch: { conditions: values } });
export const settings = (values: Partial<AppSettings>): Step => ({ patch: { settings: values } });
export const ringer = (value: 'silent' | 'vibrate'): Step => ({ patch: { ringer: value } });
export const LOCKED: Step = { act: { action: 'lock' } };
export const OFFLINE: Step = { act: { action: 'offline' } };
export const ONLINE: Step = { act: { action: 'online' } };
export const OPEN: Step = { act: { action: 'launch' } };
const TO_BACK: Step = { act: { action: 'background' } };
export const RUNNING: readonly Step[] = [OPEN, TO_BACK];
export const KILLED: Step = { act: { action: 'kill', by: 'system' } };
export const SWIPED: Step = { act: { action: 'kill', by: 'user' } };
export const CRITICAL_SOUND = { critical: 1, name: 'hualala.caf', volume: 0.8 };

/** A sound file in the app: a wav of 2 s, changed by what is given. */
export const file = (name: string, patch: Partial<AppSound>): Step => ({
  sound: { name, soundId: name, container: 'wav', codec: 'pcm', duration: 2, ...patch },
});
