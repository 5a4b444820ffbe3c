import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { NotificationView } from '../../core/views.ts';
import { arrived, effectOfArrival, type Face, keepBanner } from './logic/arrivals.ts';

/** How long a banner stays, ms: about what both systems take. */
const BANNER_MS = 6000;
const STILL = '(prefers-reduced-motion: reduce)';

export interface Banner {
  readonly note: NotificationView;
  /** Which appearance this is: a banner that is there already changes its content without sliding in again. */
  readonly appearance: number;
  /** Slides out; it is gone when that is over. */
  readonly leaving: boolean;
}

export interface Glass {
  readonly banner: Banner | null;
  readonly shadeOpen: boolean;
  setShadeOpen(open: boolean): void;
  /** To be called when the banner's animation is over. */
  bannerMoved(): void;
}

/** What moves on the glass by itself: banners, the notification shade, the lock screen's light. */
export function useGlass(
  notifications: readonly NotificationView[],
  face: Face,
  light: RefObject<HTMLElement | null>,
): Glass {
  const seen = useRef<readonly NotificationView[] | null>(null);
  const [banner, setBanner] = useState<Banner | null>(null);
  const [shadeWanted, setShadeOpen] = useState(false);
  const shadeOpen = shadeWanted && face !== 'lock';

  useEffect(() => {
    const fresh = arrived(seen.current, notifications);
    seen.current = notifications;
    const effect = effectOfArrival(fresh, face, shadeOpen);
    if (effect.lights) lightUp(light.current);
    setBanner((old) => {
      if (effect.banner !== null) return bannerFor(effect.banner, old);
      const kept = face === 'lock' || shadeOpen ? null : keepBanner(old?.note ?? null, notifications);
      return kept === null ? null : old;
    });
  }, [notifications, face, shadeOpen, light]);

  const shown = banner !== null && !banner.leaving ? banner.note.id : null;
  useEffect(() => {
    if (shown === null) return;
    const timer = window.setTimeout(() => setBanner((old) => old && { ...old, leaving: true }), BANNER_MS);
    return () => window.clearTimeout(timer);
  }, [shown]);

  useEffect(() => {
    if (face === 'lock') setShadeOpen(false);
  }, [face]);

  const bannerMoved = useCallback(() => setBanner((old) => (old?.leaving === true ? null : old)), []);
  return { banner, shadeOpen, setShadeOpen, bannerMoved };
}

function bannerFor(note: NotificationView, old: Banner | null): Banner {
  const stays = old !== null && !old.leaving;
  return { note, leaving: false, appearance: stays ? old.appearance : (old?.appearance ?? note.at) + 1 };
}

function lightUp(element: HTMLElement | null): void {
  if (element === null || window.matchMedia(STILL).matches) return;
  element.animate([{ opacity: 0.82 }, { opacity: 0.82, offset: 0.25 }, { opacity: 0 }], {
    duration: 900,
    easing: 'ease-out',
  });
}

/** A short shake for a vibration; nothing where less motion is wanted. */
export function shake(element: HTMLElement | null): void {
  if (element === null || window.matchMedia(STILL).matches) return;
  const steps = [0, -2.5, 2.5, -2.5, 2.5, -1.5, 1.5, 0];
  element.animate(
    steps.map((x) => ({ transform: `translateX(${x}px)` })),
    { duration: 340, iterations: 1 },
  );
}
