import { useId } from 'react';
import type { ScreenView } from '../../../core/views.ts';

/** The icon of the app under test: our own mark, an arrow that lands between two waves, in warm orange. */
export function AppMark() {
  const id = useId();
  return (
    <svg className="ph-mark" viewBox="0 0 60 60" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0.7" y2="1">
          <stop offset="0" stopColor="#ffb057" />
          <stop offset="0.55" stopColor="#ff7a2f" />
          <stop offset="1" stopColor="#ec4f1d" />
        </linearGradient>
      </defs>
      <rect width="60" height="60" fill={`url(#${id})`} />
      <g fill="none" stroke="#fff" strokeWidth="4.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M14 24.5a22.6 22.6 0 0 1 32 0" opacity="0.5" />
        <path d="M20.5 31.5a13.4 13.4 0 0 1 19 0" opacity="0.8" />
        <path d="M30 35.5v12.5M24 42.5l6 6 6-6" />
      </g>
    </svg>
  );
}

/** What the system draws at the corner of the icon: its number, a dot, or nothing. */
export function IconBadge({ screen }: { readonly screen: Pick<ScreenView, 'badge' | 'badgeStyle' | 'badgeText'> }) {
  const { badge, badgeStyle, badgeText } = screen;
  if (badgeStyle === 'dot' && badge > 0) return <span className="ph-unread" aria-hidden="true" />;
  if (badgeText === null) return null;
  return (
    <span className="ph-badge" data-wide={badgeText.length > 1 || undefined} aria-hidden="true">
      {badgeText}
    </span>
  );
}

/** The app's mark in one colour, as a status bar shows it: an arrow cut out of a tile. */
export function AppGlyph() {
  return (
    <svg className="ph-glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M6 1h8a5 5 0 0 1 5 5v8a5 5 0 0 1-5 5H6a5 5 0 0 1-5-5V6a5 5 0 0 1 5-5Zm3 3.6v6.1L7 8.8a1.2 1.2 0 0 0-1.7 1.7l4 4a1 1 0 0 0 1.4 0l4-4A1.2 1.2 0 0 0 13 8.8l-2 1.9V4.6a1 1 0 0 0-2 0Z"
        fill="currentColor"
        fillRule="evenodd"
      />
    </svg>
  );
}
