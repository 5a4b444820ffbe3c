import { condition, setting } from '../../device/phone-settings.ts';
import type { Device } from '../../device/types.ts';
import type { HeldBack } from './level.ts';
import { type Alert, readExt } from './payload.ts';
import { type Draft, type Scene, say, suppress } from './scene.ts';

/** How loudly the notification may come. */
export interface Manner {
  /** Listed only: no banner, no lit screen. */
  readonly quiet: boolean;
  readonly heldBack: HeldBack;
  /** The user has not chosen yet: the history of Notification Centre and nowhere else. */
  readonly provisional: boolean;
}

type OnLockScreen = 'full' | 'hidden' | 'none';

/** Where the notification may be seen. */
interface Places {
  /** The phone shows its lock screen or nothing at all. */
  readonly locked: boolean;
  readonly banner: boolean;
  readonly lockScreen: OnLockScreen;
  readonly list: boolean;
}

/** An unlocked phone on which nothing was ever set. */
const EVERYWHERE: Places = { locked: false, banner: true, lockScreen: 'full', list: true };

function placesOf({ device, answer }: Scene): Places {
  if (device.settings === undefined && device.conditions === undefined && !device.locked && answer.banner) {
    return EVERYWHERE;
  }
  const locked = device.locked || !condition(device, 'screenOn');
  return {
    locked,
    banner: !locked && setting(device, 'popUps') && answer.banner,
    lockScreen: onLockScreen(device),
    list: setting(device, 'list') && answer.list,
  };
}

function onLockScreen(device: Device): OnLockScreen {
  if (!setting(device, 'lockScreen')) return 'none';
  const shown = condition(device, 'lockScreen');
  return shown === 'all' ? 'full' : shown;
}

/** Is there any place left where the user can see it? */
const isSeen = ({ locked, banner, lockScreen, list }: Places, { quiet, heldBack, provisional }: Manner): boolean => {
  if (list) return true;
  if (locked) return lockScreen !== 'none' && heldBack === null && !provisional;
  return banner && !quiet;
};

/** Puts a notification where the user's switches let it be; it is suppressed where they leave no place. */
export function show(scene: Scene, alert: Alert, manner: Manner): void {
  const { aps, device, push, payload } = scene;
  const places = placesOf(scene);
  if (!isSeen(places, manner)) {
    suppress(scene, unseen(scene, places, manner));
    return;
  }
  explainPlaces(scene, places, manner);
  if (alert.localized !== null) say(scene, 'apns-loc-key', 'note', { key: alert.localized });
  if (aps.mutableContent) say(scene, 'apns-service-extension', 'note');
  if (alert.title === null) say(scene, 'apns-title-absent', 'note', { label: device.app.label });
  if (aps.threadId !== null) say(scene, 'apns-thread', 'pass', { thread: aps.threadId });
  if (aps.category !== null) say(scene, 'apns-category', 'note', { category: aps.category });
  const { collapseId } = payload;
  const replaceKey = collapseId ?? push.id;
  if (collapseId === null) scene.out.unique = true;
  else if (device.shade.some((one) => one.replaceKey === replaceKey && one.app === push.app)) {
    say(scene, 'apns-collapsed', 'pass', { key: replaceKey });
  }
  const draft = draftOf(scene, alert, replaceKey);
  place(draft, places, manner);
  if (aps.threadId !== null) draft.groupKey = aps.threadId;
  scene.out.result = 'shown';
  scene.out.notification = draft;
  say(scene, draft.quiet ? 'apns-listed-quietly' : 'apns-shown', 'pass');
}

function unseen({ answer }: Scene, { locked }: Places, { quiet }: Manner): string {
  if (!answer.list) return 'apns-foreground-unseen';
  if (quiet) return 'apns-nowhere-quiet';
  return locked ? 'apns-nowhere-locked' : 'apns-nowhere-unlocked';
}

/** Which of the user's switches takes a place away, as far as it matters now. */
function explainPlaces(scene: Scene, places: Places, { quiet, provisional }: Manner): void {
  if (places === EVERYWHERE) return;
  const { device } = scene;
  if (!places.locked && !quiet && !setting(device, 'popUps')) say(scene, 'apns-setting-banner', 'note');
  if (places.locked && !provisional) {
    if (!setting(device, 'lockScreen')) say(scene, 'apns-setting-lock-screen', 'note');
    else if (places.lockScreen === 'none') say(scene, 'apns-lock-screen-none', 'note');
    else if (places.lockScreen === 'hidden') {
      say(scene, 'apns-lock-screen-hidden', 'note', { label: device.app.label });
    }
  }
  if (!setting(device, 'list')) say(scene, 'apns-setting-list', 'note');
}

/** A tap gives the app's delegate the response, and a completion handler that it must call. */
const DID_RECEIVE = 'userNotificationCenter(_:didReceive:withCompletionHandler:)';
/** `UNNotificationDefaultActionIdentifier`: the notification itself was tapped, no button. */
const DEFAULT_ACTION = 'com.apple.UNNotificationDefaultActionIdentifier';

type NewNotification = Omit<Draft, 'id' | 'deviceId' | 'exchangeId' | 'outcomeId' | 'at'>;

function draftOf({ push, payload, device, out }: Scene, alert: Alert, replaceKey: string): NewNotification {
  const { userInfo } = payload;
  return {
    channel: 'apns',
    app: push.app,
    title: alert.title,
    subtitle: alert.subtitle,
    body: alert.body,
    sound: out.sound?.played ?? null,
    vibrated: out.sound?.vibrated ?? false,
    badge: typeof out.badge === 'number' ? out.badge : device.badge,
    ext: readExt(userInfo),
    replaceKey,
    pushId: push.id,
    quiet: false,
    tap: { kind: 'open-app', target: push.app, data: userInfo, method: DID_RECEIVE, action: DEFAULT_ACTION },
  };
}

/** What is usual stays unsaid: loud, with a banner, in full on the lock screen, in the list. */
function place(draft: NewNotification, { locked, banner, lockScreen, list }: Places, manner: Manner): void {
  draft.quiet = manner.quiet || (locked && lockScreen === 'none');
  if (!draft.quiet && !banner) draft.headsUp = false;
  const onLock = manner.provisional ? 'none' : lockScreen;
  if (onLock !== 'full') draft.onLockScreen = onLock;
  if (manner.heldBack !== null) draft.heldBack = manner.heldBack;
  if (!list) draft.listed = false;
}
