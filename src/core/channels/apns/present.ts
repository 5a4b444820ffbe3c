import { setting } from '../../device/phone-settings.ts';
import type { Device, Presentation } from '../../device/types.ts';
import { isObject } from '../kit/json.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { isPushType, type PushType } from './definition.ts';
import { FOREGROUND_RULES, foregroundAnswer } from './foreground.ts';
import { type HeldBack, heldBack, type Level, levelOf } from './level.ts';
import { type ApnsPayload, asPayload, readAps } from './payload.ts';
import { createScene, type Scene, type Sketch, say, suppress } from './scene.ts';
import { show } from './show.ts';
import { asksForSound, audible, findSound, muted } from './sound.ts';
import { wake } from './wake.ts';

/** Types that the system hands to a part of the app and never displays itself. */
const HANDED_OVER: Readonly<Partial<Record<PushType, string>>> = {
  voip: 'pushRegistry:didReceiveIncomingPush',
  pushtotalk: 'channelManager:incomingPushResult',
  complication: 'pushRegistry:didReceiveIncomingPush',
  fileprovider: 'pushRegistry:didReceiveIncomingPush',
  location: 'didReceiveLocationPushPayload',
};

/**
 * What an iPhone makes of an accepted push: whether and where it is shown, with which texts, sound and number on the
 * icon, and what the app's process is told. Never throws, whatever the payload holds.
 */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const payload = asPayload(push);
  const out: Sketch = { result: 'silent', cause: null, notification: null, sound: null, callbacks: [], trace: [] };
  const aps = readAps(payload.userInfo);
  const scene = createScene(push, payload, device, aps, out);
  if (!device.app.installed) suppress(scene, 'apns-app-not-installed', { app: push.app });
  else if (!handedOver(payload, scene)) {
    wake(payload, aps, device, context, out);
    display(scene, context);
  }
  return out;
}

function handedOver({ pushType, userInfo }: ApnsPayload, scene: Scene): boolean {
  if (pushType === null || !isPushType(pushType)) return false;
  const receiver = HANDED_OVER[pushType];
  if (receiver !== undefined) {
    scene.out.callbacks.push({ name: receiver, data: userInfo });
    say(scene, 'apns-handed-to-app', 'note', { pushType, receiver });
    return true;
  }
  if (pushType === 'alert' || pushType === 'background') return false;
  say(scene, 'apns-not-displayed', 'note', { pushType });
  return true;
}

function display(scene: Scene, context: PresentContext): void {
  const { aps, device, out } = scene;
  if (aps.alert === null && aps.badge === null && !asksForSound(aps.sound)) {
    if (aps.sound !== undefined) out.trace.push(...findSound(aps.sound, device, 'active').steps);
    if (!aps.contentAvailable) say(scene, 'apns-nothing-to-show', 'note');
    return;
  }
  if (device.permission === 'denied' || device.permission === 'notDetermined') {
    suppress(scene, device.permission === 'denied' ? 'apns-permission-denied' : 'apns-permission-not-asked');
    return;
  }
  if (device.app.process === 'foreground' && !ask(scene, context)) return;
  if (device.permission === 'provisional') quietly(scene);
  else openly(scene);
}

/** Asks the app in front, which decides what the system may do; false = nothing. */
function ask(scene: Scene, { profile }: PresentContext): boolean {
  scene.out.callbacks.push({ name: 'willPresent', data: scene.payload.userInfo });
  const answer = foregroundAnswer(profile);
  if (answer === null) {
    suppress(scene, 'apns-foreground');
    return false;
  }
  scene.answer = answer;
  say(scene, FOREGROUND_RULES[profile.apns.foregroundAnswer], 'note');
  return true;
}

/** Provisional permission: history only, no sound and no number. */
function quietly(scene: Scene): void {
  const { aps, device, out } = scene;
  say(scene, 'apns-permission-provisional', 'note');
  if (asksForSound(aps.sound)) out.sound = muted(findSound(aps.sound, device, 'active'), 'settings', false);
  if (aps.alert === null) suppress(scene, 'apns-permission-provisional-hidden');
  else show(scene, aps.alert, { quiet: true, heldBack: null, provisional: true });
}

function openly(scene: Scene): void {
  const { aps, device } = scene;
  say(scene, 'apns-permission', 'pass');
  if (device.app.process !== 'foreground') {
    say(scene, device.app.process === 'killed' ? 'apns-shown-when-killed' : 'apns-shown-in-background', 'pass');
  }
  count(scene);
  const level = levelOf(scene);
  const held = heldBack(scene, level);
  hear(scene, level, held);
  if (aps.alert === null) {
    say(scene, asksForSound(aps.sound) ? 'apns-sound-only' : 'apns-badge-only', 'note');
    return;
  }
  show(scene, aps.alert, { quiet: level === 'passive' || held !== null, heldBack: held, provisional: false });
}

/** The number on the icon. */
function count(scene: Scene): void {
  const { aps, device, out, answer } = scene;
  if (aps.badge === null) explainNoBadge(scene);
  else if (!setting(device, 'badges')) say(scene, 'apns-setting-badge', 'note', { badge: aps.badge });
  else if (answer.badge) {
    out.badge = aps.badge;
    say(scene, aps.badge === 0 ? 'apns-badge-removed' : 'apns-badge', 'pass', { from: device.badge, to: aps.badge });
  }
}

function explainNoBadge(scene: Scene): void {
  const aps = scene.payload.userInfo.aps;
  const received = isObject(aps) ? aps.badge : undefined;
  if (received === undefined) say(scene, 'apns-badge-absent', 'pass', { number: scene.device.badge });
  else say(scene, 'apns-badge-ignored', 'note', { received: JSON.stringify(received), number: scene.device.badge });
}

function hear(scene: Scene, level: Level, held: HeldBack): void {
  const { aps, device, out, answer } = scene;
  if (!answer.sound) return;
  const heard = findSound(aps.sound, device, level);
  if (held === null && level !== 'passive') {
    out.sound = audible(heard, aps.sound, level, device, out.trace);
  } else if (heard.played !== null) {
    // What keeps it quiet has said so.
    const by = held === 'focus' ? 'dnd' : held === 'summary' ? 'settings' : 'payload';
    out.sound = muted(heard, by, false);
  }
}
