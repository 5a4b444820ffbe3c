import { envelope, METER_BARS } from '../logic/meter.ts';

/** A sound that is being heard. */
export interface Playback {
  readonly analyser: AnalyserNode;
  /** Settles when it is over, also after `stop`. */
  readonly ended: Promise<void>;
  stop(): void;
}

export type PlayResult =
  | { readonly status: 'playing'; readonly playback: Playback }
  /** The browser wants a click or a key first. */
  | { readonly status: 'blocked' }
  | { readonly status: 'failed' };

export interface LoadedSound {
  readonly buffer: AudioBuffer;
  /** Its course in as many steps as the meter has bars, 0…1. */
  readonly shape: readonly number[];
}

const MAX_CACHED = 32;
const cache = new Map<string, Promise<LoadedSound | null>>();
let context: AudioContext | null = null;

/** Whether the browser lets a page make noise now: it wants one click or key first. */
export function audioAllowed(): boolean {
  return context?.state === 'running' || navigator.userActivation.hasBeenActive;
}

/** Calls `listener` at the user's first click or key, which is what unlocks audio. Returns how to stop listening. */
export function onFirstGesture(listener: () => void): () => void {
  const controller = new AbortController();
  const heard = () => {
    controller.abort();
    listener();
  };
  for (const type of ['pointerup', 'keydown', 'click']) {
    window.addEventListener(type, heard, { capture: true, signal: controller.signal });
  }
  return () => controller.abort();
}

/** Reads and decodes a sound of the API, once. Null: there is no such sound or nothing here can decode it. */
export function loadSound(soundId: string): Promise<LoadedSound | null> {
  const known = cache.get(soundId);
  if (known !== undefined) return known;
  const loading = readSound(soundId).catch(() => null);
  cache.set(soundId, loading);
  const oldest = cache.keys().next().value;
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  // A sound that failed may be there the next time.
  void loading.then((sound) => sound === null && cache.get(soundId) === loading && cache.delete(soundId));
  return loading;
}

async function readSound(soundId: string): Promise<LoadedSound | null> {
  const response = await fetch(`/api/v1/sounds/${encodeURIComponent(soundId)}`);
  if (!response.ok) return null;
  // An offline context decodes before the user's first gesture, too.
  const buffer = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await response.arrayBuffer());
  return { buffer, shape: envelope(buffer.getChannelData(0), METER_BARS) };
}

/** Plays a sound of the API through an analyser. Never throws. */
export async function playSound(soundId: string): Promise<PlayResult> {
  const sound = await loadSound(soundId);
  if (sound === null) return { status: 'failed' };
  if (!audioAllowed()) return { status: 'blocked' };
  try {
    context ??= new AudioContext();
    if (context.state !== 'running') await context.resume();
    return { status: 'playing', playback: start(context, sound.buffer) };
  } catch {
    return { status: 'failed' };
  }
}

function start(audio: AudioContext, buffer: AudioBuffer): Playback {
  const source = audio.createBufferSource();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 256;
  analyser.smoothingTimeConstant = 0.6;
  source.buffer = buffer;
  source.connect(analyser).connect(audio.destination);
  const { promise, resolve } = Promise.withResolvers<void>();
  source.onended = () => {
    analyser.disconnect();
    resolve();
  };
  source.start();
  return { analyser, ended: promise, stop: () => source.stop() };
}
