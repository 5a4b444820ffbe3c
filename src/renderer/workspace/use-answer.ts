import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, ApiFailure } from '../api/client.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: ApiFailure };

/** Asks the API once, and again on demand. `ask` has to stay the same function. */
export function useAnswer<T>(ask: () => Promise<Answer<T>>): {
  readonly loaded: Loaded<T>;
  readonly again: () => void;
} {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const newest = useRef(0);
  const again = useCallback(() => {
    const round = ++newest.current;
    void ask().then((answer) => {
      // An answer that a later question or the page's end has overtaken counts no more.
      if (round !== newest.current) return;
      setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', error: answer.error });
    });
  }, [ask]);
  useEffect(() => {
    again();
    return () => {
      newest.current += 1;
    };
  }, [again]);
  return { loaded, again };
}
