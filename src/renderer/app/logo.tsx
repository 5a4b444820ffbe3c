/** The mark: a signal that has come down. */
export function Logo({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden className="shrink-0">
      <g stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M3.5 9.2a12 12 0 0 1 17 0" opacity=".4" />
        <path d="M7 12.9a7 7 0 0 1 10 0" opacity=".75" />
        <path d="M12 14.5v6.5M8.800 18l3.200 3.200 3.200-3.200" />
      </g>
    </svg>
  );
}
