import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../api/client.ts';
import type { Loaded } from '../workspace/use-answer.ts';

/** Between two questions while something changes all the time, ms. */
const PAUSE = 500;

/**
 * Asks the API at once and again soon after each change of `on`; the last answer stays until the next is there. `ask` has
 * to stay the same function.
 */
export function useFollowing<T>(ask: () => Promise<Answer<T>>, on: unknown): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const newest = useRef(0);
  const asked = useRef<unknown>(null);
  useEffect(() => {
    const question = () => {
      timer.current = null;
      const round = ++newest.current;
      void ask().then((answer) => {
        if (round !== newest.current) return;
        setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', error: answer.error });
      });
    };
    const isFirst = asked.current !== ask;
    asked.current = ask;
    if (isFirst && on !== undefined) question();
    else timer.current ??= setTimeout(question, PAUSE);
  }, [ask, on]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      newest.current += 1;
      asked.current = null;
    },
    [],
  );
  return loaded;
}
