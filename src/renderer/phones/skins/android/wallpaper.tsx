import { useId } from 'react';
import type { Skin } from '../skin.ts';
import { lookOf } from './look.ts';

/** A sky and the waves before it, in the skin's colours. */
export function AndroidWallpaper({ skin }: { readonly skin: Skin }) {
  const id = useId();
  const { sky, waves } = lookOf(skin).wallpaper;
  return (
    <svg className="ph-wallpaper" viewBox="0 0 360 790" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <linearGradient id={id} x1="0" y1="0" x2="0.25" y2="1">
          {sky.map((colour, index) => (
            <stop key={colour} offset={index / Math.max(1, sky.length - 1)} stopColor={colour} />
          ))}
        </linearGradient>
      </defs>
      <rect width="360" height="790" fill={`url(#${id})`} />
      {waves.map(([path, colour, opacity]) => (
        <path key={path} d={path} fill={colour} opacity={opacity} />
      ))}
    </svg>
  );
}
