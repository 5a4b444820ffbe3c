import type { ApiEvent } from '../../core/views.ts';
import type { DesktopBridge } from './desktop.ts';

export interface UnseenBadge {
  /** Counts what was shown on a phone while nobody could see the page. */
  count(events: readonly ApiEvent[]): void;
  /** The page can be seen again. */
  clear(): void;
}

/** Keeps the number on the desktop program's icon; does nothing where there is none. */
export function createUnseenBadge(desktop: DesktopBridge | null, hidden: () => boolean): UnseenBadge {
  let unseen = 0;
  return {
    count: (events) => {
      if (!hidden()) return;
      const arrived = events.filter(({ type }) => type === 'notification').length;
      if (arrived === 0) return;
      unseen += arrived;
      desktop?.setBadge?.(unseen);
    },
    clear: () => {
      if (unseen === 0) return;
      unseen = 0;
      desktop?.setBadge?.(0);
    },
  };
}
