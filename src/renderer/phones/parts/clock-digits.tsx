import { stretch } from '../logic/stretch.ts';

// Our own numerals, as strokes: a thin clock looks the same whether or not the machine has a thin font.
const GLYPHS: Readonly<Record<string, { readonly width: number; readonly path: string }>> = {
  '0': { width: 56, path: 'M28 2C44 2 54 21 54 50S44 98 28 98 2 79 2 50 12 2 28 2Z' },
  '1': { width: 30, path: 'M2 20 26 2V98' },
  '2': { width: 52, path: 'M3 28C4 12 14 2 27 2 41 2 50 12 50 26 50 38 44 47 34 58L3 97.5H51' },
  '3': {
    width: 54,
    path: 'M4 21C7 9 16 2 27 2 40 2 50 11 50 24.5S40 47 24 47C41 47 52 57 52 72S41 98 27 98C13 98 4 90 2 77',
  },
  '4': { width: 58, path: 'M43 98V2L2 70H57' },
  '5': { width: 54, path: 'M49 2.5H11L6 47C12 40 19 37 27 37 42 37 52 49 52 67S42 98 27 98C14 98 5 90 2 78' },
  '6': {
    width: 55,
    path: 'M47 12C42 5 36 2 29 2 12 2 2 22 2 55 2 83 12 98 28 98 43 98 53 85 53 67.5S43 38 28.5 38 3 49 2 63',
  },
  '7': { width: 52, path: 'M2 2.5H50L17 98' },
  '8': {
    width: 56,
    path: 'M28 47C15 47 6 38 6 25S15 2 28 2 50 11 50 25 41 47 28 47ZM28 47C12 47 2 57 2 72S12 98 28 98 54 88 54 72 44 47 28 47Z',
  },
  '9': {
    width: 55,
    path: 'M8 88C13 95 19 98 26 98 43 98 53 78 53 45 53 17 43 2 27 2 12 2 2 15 2 32.5S12 62 26.5 62 52 51 53 37',
  },
};

const GAP = 15;
const DOTS = [30, 72] as const;

interface Placed {
  readonly key: string;
  readonly letter: string;
  readonly x: number;
}

function place(text: string, breadth: number): { readonly placed: Placed[]; readonly width: number } {
  let x = 0;
  const placed = Array.from(text, (letter, index) => {
    const at = { key: `${index}${letter}`, letter, x };
    x += (GLYPHS[letter]?.width ?? 8 / breadth) * breadth + GAP;
    return at;
  });
  return { placed, width: Math.max(1, x - GAP) };
}

interface DigitsProps {
  readonly text: string;
  /** Hundredths of the height. */
  readonly stroke: number;
  /** How broad the digits are against their usual form. */
  readonly breadth?: number | undefined;
}

/** A clock of digits and colons, as high as its box. Hidden from screen readers. */
export function ClockDigits({ text, stroke, breadth = 1 }: DigitsProps) {
  const { placed, width } = place(text, breadth);
  const edge = stroke / 2;
  return (
    <svg
      className="ph-digits"
      viewBox={`${-edge} ${2 - edge} ${width + stroke} ${96 + stroke}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {placed.map(({ key, letter, x }) => (
        <g key={key} transform={`translate(${x} 0)`}>
          {letter === ':' ? (
            DOTS.map((y) => <circle key={y} cx={4} cy={y} r={stroke * 0.72} fill="currentColor" stroke="none" />)
          ) : (
            <path d={stretch(GLYPHS[letter]?.path ?? '', breadth)} />
          )}
        </g>
      ))}
    </svg>
  );
}
