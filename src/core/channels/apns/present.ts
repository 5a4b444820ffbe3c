import type { Device, Presentation } from '../../device/types.ts';
import type { TraceParams, TraceStep, Verdict } from '../../trace/types.ts';
import { isObject } from '../kit/json.ts';
import type { AcceptedPush } from '../types.ts';
import { isPushType, type PushType } from './definition.ts';
import { type ApnsPayload, type Aps, readAps, readExt } from './payload.ts';
import { audible, findSound, type Heard } from './sound.ts';
import { wake } from './wake.ts';

type Sketch = { -readonly [K in keyof Presentation]: Presentation[K] } & {
  trace: TraceStep[];
  callbacks: Presentation['callbacks'][number][];
};

/** One push on its way onto the screen. */
interface Scene {
  readonly push: AcceptedPush;
  readonly payload: ApnsPayload;
  readonly device: Device;
  readonly aps: Aps;
  readonly out: Sketch;
}

function say(scene: Pick<Scene, 'out'>, rule: string, verdict: Verdict, params?: TraceParams): void {
  scene.out.trace.push(
    params === undefined ? { stage: 'device', rule, verdict } : { stage: 'device', rule, verdict, params },
  );
}

/** Types that the system hands to a part of the app and never displays itself. */
const HANDED_OVER: Readonly<Partial<Record<PushType, string>>> = {
  voip: 'pushRegistry:didReceiveIncomingPush',
  pushtotalk: 'channelManager:incomingPushResult',
  complication: 'pushRegistry:didReceiveIncomingPush',
  fileprovider: 'pushRegistry:didReceiveIncomingPush',
  location: 'didReceiveLocationPushPayload',
};

/**
 * What an iPhone makes of an accepted push: whether it is shown, with which texts, sound and number on the icon, and
 * what the app's process is told.
 */
export function present(push: AcceptedPush, device: Device): Presentation {
  const payload = asPayload(push);
  const out: Sketch = { result: 'silent', cause: null, notification: null, sound: null, callbacks: [], trace: [] };
  const scene: Scene = { push, payload, device, aps: readAps(payload.userInfo), out };
  if (!device.app.installed) suppress(scene, 'apns-app-not-installed', { app: push.app });
  else if (handedOver(scene)) return out;
  else {
    wake(payload, scene.aps, device, out);
    display(scene);
  }
  return out;
}

/** Stored pushes come back from disk untyped. */
function asPayload(push: AcceptedPush): ApnsPayload {
  const value = push.payload;
  if (isObject(value) && isObject(value.userInfo)) return value as unknown as ApnsPayload;
  return { topic: push.app, pushType: null, priority: 10, collapseId: null, userInfo: {} };
}

function suppress(scene: Scene, rule: string, params?: TraceParams): void {
  say(scene, rule, 'stop', params);
  scene.out.result = 'suppressed';
  scene.out.cause = rule;
}

function handedOver({ payload, out }: Scene): boolean {
  const { pushType, userInfo } = payload;
  if (pushType === null || !isPushType(pushType)) return false;
  const receiver = HANDED_OVER[pushType];
  if (receiver !== undefined) {
    out.callbacks.push({ name: receiver, data: userInfo });
    say({ out }, 'apns-handed-to-app', 'note', { pushType, receiver });
    return true;
  }
  if (pushType === 'alert' || pushType === 'background') return false;
  say({ out }, 'apns-not-displayed', 'note', { pushType });
  return true;
}

function display(scene: Scene): void {
  const { aps, device } = scene;
  const sound = findSound(aps.sound, device);
  if (aps.alert === null && aps.badge === null && sound.played === null) {
    if (aps.sound !== undefined) scene.out.trace.push(...sound.steps);
    if (!aps.contentAvailable) say(scene, 'apns-nothing-to-show', 'note');
    return;
  }
  if (device.permission === 'denied' || device.permission === 'notDetermined') {
    suppress(scene, device.permission === 'denied' ? 'apns-permission-denied' : 'apns-permission-not-asked');
  } else if (device.app.process === 'foreground') {
    scene.out.callbacks.push({ name: 'willPresent', data: scene.payload.userInfo });
    suppress(scene, 'apns-foreground');
  } else if (device.permission === 'provisional') quietly(scene);
  else openly(scene, sound);
}

/** Provisional permission: history only, no sound and no number. */
function quietly(scene: Scene): void {
  say(scene, 'apns-permission-provisional', 'note');
  if (scene.aps.alert === null) {
    suppress(scene, 'apns-permission-provisional-hidden');
    return;
  }
  show(scene, null, true);
}

function openly(scene: Scene, sound: Heard): void {
  const { aps, device, out } = scene;
  say(scene, 'apns-permission', 'pass');
  say(scene, device.app.process === 'killed' ? 'apns-shown-when-killed' : 'apns-shown-in-background', 'pass');
  if (aps.badge !== null) {
    out.badge = aps.badge;
    say(scene, aps.badge === 0 ? 'apns-badge-removed' : 'apns-badge', 'pass', { from: device.badge, to: aps.badge });
  } else explainNoBadge(scene);
  const passive = aps.level === 'passive';
  if (passive) say(scene, 'apns-level-passive', 'note');
  else hear(scene, sound);
  if (aps.level === 'critical') say(scene, 'apns-level-critical', 'note');
  if (aps.alert === null) say(scene, out.sound === null ? 'apns-badge-only' : 'apns-sound-only', 'note');
  else show(scene, out.sound?.played ?? null, passive);
}

function explainNoBadge(scene: Scene): void {
  const aps = scene.payload.userInfo.aps;
  const received = isObject(aps) ? aps.badge : undefined;
  if (received === undefined) say(scene, 'apns-badge-absent', 'pass', { number: scene.device.badge });
  else say(scene, 'apns-badge-ignored', 'note', { received: JSON.stringify(received), number: scene.device.badge });
}

function hear(scene: Scene, sound: Heard): void {
  scene.out.trace.push(...sound.steps);
  scene.out.sound = audible(sound, scene.device);
  if (sound.played !== null && scene.device.ringer !== 'normal') {
    say(scene, scene.device.ringer === 'vibrate' ? 'apns-ringer-vibrate' : 'apns-ringer-silent', 'note');
  }
}

function show(scene: Scene, sound: string | null, quiet: boolean): void {
  const { push, payload, device, aps, out } = scene;
  const { alert } = aps;
  if (alert === null) return;
  const { userInfo, collapseId } = payload;
  if (alert.localized !== null) say(scene, 'apns-loc-key', 'note', { key: alert.localized });
  if (aps.mutableContent) say(scene, 'apns-service-extension', 'note');
  if (alert.title === null) say(scene, 'apns-title-absent', 'note', { label: device.app.label });
  const replaceKey = collapseId ?? push.id;
  if (collapseId === null) out.unique = true;
  else if (device.shade.some((one) => one.replaceKey === replaceKey && one.app === push.app)) {
    say(scene, 'apns-collapsed', 'pass', { key: replaceKey });
  }
  out.result = 'shown';
  out.notification = {
    channel: 'apns',
    app: push.app,
    title: alert.title,
    subtitle: alert.subtitle,
    body: alert.body,
    sound,
    vibrated: out.sound?.vibrated ?? false,
    badge: out.badge === undefined || out.badge === 'count' ? device.badge : out.badge,
    ext: readExt(userInfo),
    replaceKey,
    pushId: push.id,
    quiet,
    tap: { kind: 'open-app', target: push.app, data: userInfo },
  };
  say(scene, quiet ? 'apns-listed-quietly' : 'apns-shown', 'pass');
}
