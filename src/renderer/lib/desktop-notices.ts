import type { ApiEvent, NotificationView } from '../../core/views.ts';
import type { DesktopBridge } from './desktop.ts';

export interface DesktopNotices {
  /** Tells the desktop what phones showed while nobody could see the page. */
  arrive(events: readonly ApiEvent[]): void;
  /** The page can be seen again: what waits is not shown any more. */
  clear(): void;
}

interface Parts {
  readonly desktop: DesktopBridge | null;
  readonly hidden: () => boolean;
  readonly phoneName: (deviceId: string) => string;
  readonly later: (run: () => void, ms: number) => () => void;
}

/** No desktop shows more, characters. */
const TITLE_LENGTH = 120;
const BODY_LENGTH = 400;

/** The shortest time between two native notifications, ms. */
const GAP = 1000;

/**
 * One native notification for what arrived on a phone while the page was hidden. Those that come within a second of
 * the last are put together: the newest is shown, with the number of the others behind its title. What a phone puts
 * into its shade without a word stays quiet here, too. Does nothing where there is no desktop.
 */
export function createDesktopNotices({ desktop, hidden, phoneName, later }: Parts): DesktopNotices {
  let waiting: { readonly newest: NotificationView; readonly count: number } | null = null;
  let cancelGap: (() => void) | null = null;
  const show = () => {
    cancelGap = null;
    if (waiting === null) return;
    const { newest, count } = waiting;
    waiting = null;
    cancelGap = later(show, GAP);
    desktop?.showNotification?.(noticeOf(newest, phoneName(newest.deviceId), count - 1));
  };
  return {
    arrive: (events) => {
      if (desktop?.showNotification === undefined || !hidden()) return;
      const loud = events.flatMap((event) =>
        event.type === 'notification' && !event.notification.quiet ? [event.notification] : [],
      );
      const newest = loud.at(-1);
      if (newest === undefined) return;
      waiting = { newest, count: (waiting?.count ?? 0) + loud.length };
      if (cancelGap === null) show();
    },
    clear: () => {
      waiting = null;
    },
  };
}

function noticeOf(note: NotificationView, phone: string, others: number): { title: string; body: string } {
  const words = [phone, note.title].filter((part) => part !== null && part !== '');
  const title = cut(words.join(' · '), TITLE_LENGTH);
  return { title: others > 0 ? `${title} (+${others})` : title, body: cut(note.body ?? '', BODY_LENGTH) };
}

function cut(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
