import type { ShadeNotification } from '../device/types.ts';
import type { NotificationView } from '../views.ts';

/** A notification of the shade as the API answers it. */
export function presentNotification(notification: ShadeNotification): NotificationView {
  return {
    id: notification.id,
    deviceId: notification.deviceId,
    channel: notification.channel,
    app: notification.app,
    title: notification.title,
    subtitle: notification.subtitle,
    body: notification.body,
    sound: notification.sound,
    vibrated: notification.vibrated,
    badge: notification.badge,
    ext: notification.ext,
    at: notification.at,
    quiet: notification.quiet,
    headsUp: notification.headsUp ?? !notification.quiet,
    replaceKey: notification.replaceKey,
    pushId: notification.pushId,
    exchangeId: notification.exchangeId,
    outcomeId: notification.outcomeId,
    tap: notification.tap,
    onLockScreen: notification.onLockScreen ?? 'full',
    statusBar: notification.statusBar ?? true,
    heldBack: notification.heldBack ?? null,
    image: notification.image ?? null,
    groupKey: notification.groupKey ?? null,
    channelName: notification.channelName ?? null,
  };
}
