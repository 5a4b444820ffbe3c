import { useId } from 'react';

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

/** The red number at an icon's corner, above 99 as 99+; on systems that show no number a dot. */
export function IconBadge({ count, style }: { readonly count: number; readonly style: 'number' | 'dot' }) {
  if (count <= 0) return null;
  if (style === 'dot') return <span className="ph-unread" aria-hidden="true" />;
  return (
    <span className="ph-badge" data-wide={count > 9 || undefined} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}
