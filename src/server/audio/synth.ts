import type { Pcm } from './types.ts';

const SAMPLE_RATE = 22_050;

interface Note {
  /** Seconds. */
  readonly at: number;
  readonly hertz: number;
  /** Time constant of the decay, seconds. */
  readonly decay: number;
  readonly level: number;
  /** Strength of the second and third partial. */
  readonly partials: readonly [number, number];
  /** Slide to this pitch while sounding. */
  readonly toHertz?: number;
}

const bell = (at: number, hertz: number, level = 0.5): Note => ({
  at,
  hertz,
  decay: 0.16,
  level,
  partials: [0.35, 0.12],
});
const call = (at: number, hertz: number, toHertz: number): Note => ({
  at,
  hertz,
  toHertz,
  decay: 0.09,
  level: 0.55,
  partials: [0.5, 0.2],
});

/** Pushpit's own sounds: names, notes and lengths in seconds. */
export const SOUNDS: Readonly<Record<string, { readonly seconds: number; readonly notes: readonly Note[] }>> = {
  // Three short calls, falling: du-du-lu.
  dudulu: {
    seconds: 1.2,
    notes: [call(0, 620, 600), call(0.18, 620, 600), call(0.4, 830, 700), bell(0.42, 1660, 0.12)],
  },
  // A quick run up and back that rings out: hua-la-la.
  hualala: {
    seconds: 2,
    notes: [523, 659, 784, 1047, 1319, 1047, 784, 1047].map((hertz, i) => bell(i * 0.11, hertz, 0.42)),
  },
  'default-ios': { seconds: 0.9, notes: [bell(0, 1175, 0.45), bell(0.11, 1568, 0.4), bell(0.22, 2093, 0.35)] },
  'default-android': { seconds: 0.8, notes: [bell(0, 880, 0.5), bell(0.16, 1175, 0.45)] },
};

/** Renders one of `SOUNDS`, mono. */
export function synthesize(name: keyof typeof SOUNDS): Pcm {
  const sound = SOUNDS[name];
  if (sound === undefined) throw new Error(`There is no built-in sound "${name}".`);
  const samples = new Int16Array(Math.round(sound.seconds * SAMPLE_RATE));
  for (let i = 0; i < samples.length; i++) {
    const t = i / SAMPLE_RATE;
    const sum = sound.notes.reduce((total, note) => total + voice(note, t - note.at), 0);
    // A short fade keeps the end from clicking.
    const fade = Math.min(1, (sound.seconds - t) / 0.03);
    samples[i] = Math.round(Math.tanh(sum) * fade * 30_000);
  }
  return { sampleRate: SAMPLE_RATE, channels: 1, samples };
}

function voice(note: Note, t: number): number {
  if (t < 0) return 0;
  const attack = Math.min(1, t / 0.006);
  const slide = note.toHertz === undefined ? 0 : ((note.toHertz - note.hertz) * Math.min(t, 0.2)) / 0.4;
  const phase = 2 * Math.PI * (note.hertz + slide) * t;
  const [second, third] = note.partials;
  return (
    attack *
    note.level *
    Math.exp(-t / note.decay) *
    (Math.sin(phase) + second * Math.sin(2 * phase) + third * Math.sin(3 * phase))
  );
}
