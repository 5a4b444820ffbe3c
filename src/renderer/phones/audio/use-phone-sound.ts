import { useCallback, useEffect, useRef, useState } from 'react';
import type { SoundEvent } from '../../../core/device/types.ts';
import { soundToPlay } from '../logic/arrivals.ts';
import { audioAllowed, loadSound, onFirstGesture, type Playback, playSound } from './player.ts';

export interface PhoneSound {
  /** The last audible event; null when there was none. */
  readonly last: SoundEvent | null;
  /** Counts arrivals since mount; a change means that something was just heard or felt. */
  readonly arrivals: number;
  readonly analyser: AnalyserNode | null;
  /** The course of the last sound, 0…1 per bar; null until it is known. */
  readonly shape: readonly number[] | null;
  readonly problem: 'blocked' | 'failed' | null;
  /** Plays any sound of the API on this phone. */
  play(soundId: string): void;
}

/** Sounds that follow each other faster than this, ms, are one noise: only the first is played. */
const ONE_NOISE = 250;

/** Plays what arrives in `sounds` after the first render, one at a time, and says what is heard. */
export function usePhoneSound(sounds: readonly SoundEvent[]): PhoneSound {
  const seen = useRef<readonly SoundEvent[] | null>(null);
  const lastNoise = useRef(Number.NEGATIVE_INFINITY);
  const [arrivals, setArrivals] = useState(0);
  const { analyser, problem, play } = usePlayer();
  const last = sounds[0] ?? null;
  const shape = useShape(last?.soundId ?? null);

  useEffect(() => {
    const event = soundToPlay(seen.current, sounds);
    seen.current = sounds;
    const started = performance.now();
    if (event === null || started - lastNoise.current < ONE_NOISE) return;
    lastNoise.current = started;
    setArrivals((count) => count + 1);
    if (event.soundId !== null) play(event.soundId);
  }, [sounds, play]);

  return { last, arrivals, analyser, shape, problem, play };
}

function usePlayer() {
  const current = useRef<Playback | null>(null);
  const order = useRef(0);
  const [analyser, setAnalyser] = useState<AnalyserNode | null>(null);
  const [problem, setProblem] = useState<'blocked' | 'failed' | null>(null);

  const play = useCallback((soundId: string) => {
    order.current += 1;
    const mine = order.current;
    void playSound(soundId).then((result) => {
      // A newer sound was asked for while this one was read: it replaces this one.
      if (mine !== order.current) return result.status === 'playing' && result.playback.stop();
      current.current?.stop();
      current.current = result.status === 'playing' ? result.playback : null;
      setProblem(result.status === 'playing' ? null : result.status);
      setAnalyser(result.status === 'playing' ? result.playback.analyser : null);
      if (result.status === 'playing')
        void result.playback.ended.then(() => mine === order.current && setAnalyser(null));
    });
  }, []);

  useEffect(() => {
    if (audioAllowed()) return;
    return onFirstGesture(() => setProblem((old) => (old === 'blocked' ? null : old)));
  }, []);

  useEffect(
    () => () => {
      order.current += 1;
      current.current?.stop();
    },
    [],
  );

  return { analyser, problem, play };
}

function useShape(soundId: string | null): readonly number[] | null {
  const [known, setKnown] = useState<{ id: string; shape: readonly number[] } | null>(null);
  useEffect(() => {
    if (soundId === null) return;
    let wanted = true;
    void loadSound(soundId).then((sound) => {
      if (wanted && sound !== null) setKnown({ id: soundId, shape: sound.shape });
    });
    return () => {
      wanted = false;
    };
  }, [soundId]);
  return known !== null && known.id === soundId ? known.shape : null;
}
