import { androidVersion } from '../../device/android.ts';
import { findChannel, memoryOf } from '../../device/android-channel.ts';
import { type AndroidNotification, showNotification } from '../../device/android-show.ts';
import { suppressed } from '../../device/presentations.ts';
import type { Device, Presentation } from '../../device/types.ts';
import type { TraceStep } from '../../trace/types.ts';
import { codePoints } from '../kit/bytes.ts';
import { shorten } from '../kit/steps.ts';
import { stoppedStep } from '../kit/stopped.ts';
import type { AcceptedPush, PresentContext } from '../types.ts';
import { isContentCategory, levelOf } from './message-class.ts';
import { SHOWN_CONTENT, shownContent } from './notification.ts';
import { messageOf, type OppoMessage } from './payload.ts';
import { tapOf } from './present-tap.ts';
import type { DeviceRuleId } from './rules.ts';
import { deviceStep } from './steps.ts';

/** The channel that the client SDK makes for messages that name none. */
export const SDK_CHANNEL = { id: 'Heytap PUSH', name: 'System Default Channel' } as const;
const SERVICE_CHANNEL = 'push_oplus_category_service';
const CONTENT_CHANNEL = 'push_oplus_category_content';
const STRONG = 16;
const BADGE_MAX = 99;

const REGISTERED = deviceStep('oppo-device-registered', 'pass');
const INSTALLED = deviceStep('oppo-device-installed', 'pass');
const VERIFIED = deviceStep('oppo-device-verify', 'pass');
const IN_WINDOW = deviceStep('oppo-device-window', 'pass');
const DRAWN = deviceStep('oppo-device-drawn', 'pass');
const SOUND_BY_CHANNEL = deviceStep('oppo-device-sound-channel', 'note');

/** Whether the phone takes the message at all: registration, app, id, time window, permission. */
function checkArrival(
  push: AcceptedPush,
  message: OppoMessage,
  device: Device,
  { now, profile }: PresentContext,
  steps: TraceStep[],
) {
  const stop = (rule: DeviceRuleId, params = {}): Presentation =>
    suppressed(rule, [...steps, deviceStep(rule, 'stop', params)]);
  const mine = device.targets.filter(({ app }) => app === push.app);
  const state = mine.find(({ token }) => token === push.token)?.state;
  if (state !== 'active') return stop('oppo-device-registered', { state: state ?? 'unknown' });
  steps.push(REGISTERED);
  if (!device.app.installed) return stop('oppo-device-installed');
  steps.push(INSTALLED);
  if (message.isPublic && !profile.oppo.storeInstall) return stop('oppo-device-foreign-install');
  if (message.verify) {
    if (mine.findLast((one) => one.state === 'active')?.token !== push.token) return stop('oppo-device-verify');
    steps.push(VERIFIED);
  }
  const { showUntil } = message.notification;
  if (showUntil !== null) {
    if (now >= showUntil)
      return stop('oppo-device-window', { until: new Date(Math.min(showUntil, 8.64e15)).toISOString() });
    steps.push(IN_WINDOW);
  }
  if (device.permission === 'notDetermined' && device.system.mainlandChina !== false)
    return stop('oppo-device-off-by-default');
  return null;
}

interface Placed {
  readonly channel: AndroidNotification['channel'];
  readonly quiet: boolean;
}

const LEVELS = { 1: 'oppo-device-level-shade', 2: 'oppo-device-level-lock', 16: 'oppo-device-level-strong' } as const;

/** New scheme: the category's system channel; the level decides how loud it is. */
function placeByClass({ notification }: OppoMessage, steps: TraceStep[]): Placed {
  const content = isContentCategory(notification.category);
  const id = content ? CONTENT_CHANNEL : SERVICE_CHANNEL;
  steps.push(deviceStep('oppo-device-class-channel', 'note', { channel: id }));
  const level = levelOf(notification);
  if (content) steps.push(deviceStep('oppo-device-content-class', 'note'));
  else if (level === 1 || level === 2 || level === STRONG) steps.push(deviceStep(LEVELS[level], 'note'));
  const channel = { id, name: id, importance: content ? 3 : 4, sound: 'default', vibrate: !content } as const;
  return { channel, quiet: content || level !== STRONG };
}

/** Old scheme: the app's own channel, which must exist, or the SDK's. null = there is no such channel. */
function placeByChannel(
  { notification, channelKnown }: OppoMessage,
  device: Device,
  steps: TraceStep[],
): Placed | null {
  const { channelId } = notification;
  steps.push(SOUND_BY_CHANNEL);
  if (channelId === null)
    return { channel: { ...SDK_CHANNEL, importance: 3, sound: 'default', vibrate: false }, quiet: false };
  const exists = channelKnown || findChannel(memoryOf(device), channelId) !== undefined;
  if (!exists && androidVersion(device) >= 8) return null;
  steps.push(deviceStep('oppo-device-channel', 'pass', { channel: shorten(channelId) }));
  return { channel: { id: channelId, name: channelId, importance: 3, sound: 'default', vibrate: false }, quiet: false };
}

/** New scheme without a category: content and marketing, as was seen on a phone. */
function placeOf(message: OppoMessage, device: Device, { profile }: PresentContext, steps: TraceStep[]): Placed | null {
  const { category, channelId } = message.notification;
  if (category !== null) return placeByClass(message, steps);
  if (profile.oppo.messageClasses === 'new' && channelId === null) {
    const unclassed = { ...message.notification, category: 'CONTENT' };
    return placeByClass({ ...message, notification: unclassed }, steps);
  }
  return placeByChannel(message, device, steps);
}

/** The number that the push writes onto the icon; undefined = the launcher shows its dot. */
function badgeOf({ notification }: OppoMessage, device: Device, { profile }: PresentContext, steps: TraceStep[]) {
  const { badgeOperation, badgeCount } = notification;
  if (badgeOperation === null || !profile.oppo.badgeNumbers) return undefined;
  if (badgeOperation === 1 && androidVersion(device) < 11) {
    steps.push(deviceStep('oppo-device-badge-old', 'note'));
    return undefined;
  }
  const total = badgeOperation === 1 ? device.badge + 1 : (badgeCount ?? 0);
  const shown = total > BADGE_MAX ? '99+' : String(total);
  steps.push(deviceStep('oppo-device-badge', 'note', { total: shown, operation: badgeOperation }));
  return total;
}

function styleNotes({ notification }: OppoMessage, steps: TraceStep[]): void {
  const { style, content } = notification;
  if (shownContent(notification) !== content) {
    const received = codePoints(content);
    steps.push(deviceStep('oppo-device-content-cut', 'note', { received, limit: SHOWN_CONTENT }));
  }
  if (style !== 1) steps.push(deviceStep('oppo-device-style', 'note', { style }));
}

/** Level 16 brings the banner with it where only the maker's default stands against it, not the user. */
function withBanner(shown: Presentation, device: Device): Presentation {
  const trace = shown.trace.filter(({ rule }) => rule !== 'android-heads-up-skin');
  if (shown.notification === null || device.locked || trace.length === shown.trace.length) return shown;
  return {
    ...shown,
    notification: { ...shown.notification, headsUp: true },
    trace: [...trace, deviceStep('oppo-device-banner', 'note')],
  };
}

const replaceKeyOf = (push: AcceptedPush, { notification, taskId }: OppoMessage): string =>
  `${push.app}#${notification.notifyId ?? taskId}`;

/** What an OPPO phone makes of a push: its system service draws it, in front or not, through a channel. */
export function present(push: AcceptedPush, device: Device, context: PresentContext): Presentation {
  const message = messageOf(push);
  const { notification, messageId } = message;
  const steps: TraceStep[] = [];
  const kept = checkArrival(push, message, device, context, steps);
  if (kept) return kept;
  steps.push(DRAWN);
  const stopped = stoppedStep(deviceStep, 'oppo-device-stopped', device, context.profile.oppo);
  if (stopped !== null) steps.push(stopped);
  if (stopped?.verdict === 'stop') return suppressed(stopped.rule, steps);
  const placed = placeOf(message, device, context, steps);
  if (placed === null) {
    const step = deviceStep('oppo-device-channel', 'stop', { channel: shorten(notification.channelId ?? '') });
    return suppressed('oppo-device-channel', [...steps, step]);
  }
  styleNotes(message, steps);
  const badge = badgeOf(message, device, context, steps);
  const shown = showNotification(push, device, context.now, steps, {
    title: notification.title,
    subtitle: notification.subTitle,
    body: shownContent(notification),
    ext: notification.parameters,
    tap: tapOf(notification, push.app),
    replaceKey: replaceKeyOf(push, message),
    pushId: messageId,
    channel: placed.channel,
    legacy: { sound: placed.channel.sound, vibrate: placed.channel.vibrate },
    quiet: placed.quiet,
    ...(notification.showTtl ? { leavesAt: context.now + notification.showTtl * 1000 } : {}),
    ...(badge === undefined ? {} : { badge, badgeHow: notification.badgeOperation === 1 ? 'increment' : 'absolute' }),
  });
  return levelOf(notification) === STRONG && !placed.quiet ? withBanner(shown, device) : shown;
}
