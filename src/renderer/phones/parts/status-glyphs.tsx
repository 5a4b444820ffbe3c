import type { Ringer } from '../../../core/device/types.ts';
import type { DeviceView } from '../../../core/views.ts';

// The small signs at the top of a phone. Decoration: the same facts stand as words around the phone.

/** Bars of the mobile network; hollow without one. */
export function SignalGlyph({ on, round }: { readonly on: boolean; readonly round: boolean }) {
  return (
    <svg className="ph-glyph" viewBox="0 0 18 12" aria-hidden="true">
      {[0, 1, 2, 3].map((bar) => (
        <rect
          key={bar}
          x={bar * 4.8}
          y={8 - bar * 2.6}
          width="3.2"
          height={4 + bar * 2.6}
          rx={round ? 1.1 : 0.4}
          fill="currentColor"
          opacity={on ? 1 : 0.35}
        />
      ))}
    </svg>
  );
}

export function WifiGlyph() {
  return (
    <svg className="ph-glyph" viewBox="0 0 17 12" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="butt">
        <path d="M1.2 4.3a10.3 10.3 0 0 1 14.6 0" />
        <path d="M3.9 7.1a6.5 6.5 0 0 1 9.2 0" />
      </g>
      <path d="M8.5 11.8 6 9.3a3.5 3.5 0 0 1 5 0Z" fill="currentColor" />
    </svg>
  );
}

export function PlaneGlyph() {
  return (
    <svg className="ph-glyph" viewBox="0 0 14 14" aria-hidden="true">
      <path
        d="M7 .8c.7 0 1.1.8 1.1 1.7v2.7L13 8.3v1.3L8.1 8.2v2.7l1.6 1.2v1L7 12.4l-2.7.7v-1l1.6-1.2V8.2L1 9.6V8.3l4.9-3.1V2.5C5.9 1.6 6.3.8 7 .8Z"
        fill="currentColor"
      />
    </svg>
  );
}

export function BatteryGlyph({ text }: { readonly text: string | null }) {
  return (
    <svg className="ph-glyph" viewBox="0 0 27 13" aria-hidden="true">
      <rect
        x="0.6"
        y="0.6"
        width="23"
        height="11.8"
        rx="3.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
        opacity="0.5"
      />
      <rect x="2.2" y="2.2" width="17" height="8.6" rx="2.2" fill="currentColor" />
      {text === null && <path d="M25 4.4c1 .3 1.4 1.1 1.4 2.1s-.4 1.8-1.4 2.1Z" fill="currentColor" opacity="0.5" />}
    </svg>
  );
}

/** A moon while the phone keeps quiet: Do not disturb, or Focus. */
export function MoonGlyph({ conditions }: Pick<DeviceView, 'conditions'>) {
  if ((conditions.dnd ?? 'off') === 'off' && conditions.focus !== true) return null;
  return (
    <svg className="ph-glyph" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M5.2 1a6.1 6.1 0 1 0 7.8 8A5.6 5.6 0 0 1 5.2 1Z" fill="currentColor" />
    </svg>
  );
}

/** A bell with a line through it (silent) or a shaking phone (vibrate); nothing while it rings. */
export function RingerGlyph({ ringer }: { readonly ringer: Ringer }) {
  if (ringer === 'normal') return null;
  return (
    <svg
      className="ph-glyph"
      viewBox="0 0 14 14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {ringer === 'vibrate' ? (
        <path d="M4.5 2.5h5v9h-5ZM2.2 5v4M11.8 5v4M.7 6v2M13.3 6v2" />
      ) : (
        <path d="M3.2 10.2V6.6a3.8 3.8 0 0 1 7.6 0v3.6ZM2.2 10.2h9.6M6 12.4h2M1.5 1.5l11 11.2" />
      )}
    </svg>
  );
}
