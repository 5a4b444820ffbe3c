import { useEffect, useState } from 'react';
import type { MatrixSpec, MatrixView } from '../../core/matrix/types.ts';
import type { ApiFailure } from '../api/client.ts';
import { useServices } from '../stores/services.ts';

/** Pause after the last tick before the matrix is asked for, ms. */
const PAUSE = 120;

export interface MatrixAnswer {
  /** The last one that is done, with the request that led to it. */
  readonly done: { readonly view: MatrixView; readonly spec: MatrixSpec } | null;
  readonly failure: ApiFailure | null;
  readonly working: boolean;
  cancel(): void;
}

/** Asks for a matrix whenever the request is another; null asks nothing. */
export function useMatrix(spec: MatrixSpec | null): MatrixAnswer {
  const { api } = useServices();
  const [done, setDone] = useState<MatrixAnswer['done']>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  useEffect(() => {
    if (spec === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      setRunning(controller);
      void api.matrix(spec, controller.signal).then((answer) => {
        if (controller.signal.aborted) return;
        setRunning(null);
        setFailure(answer.ok ? null : answer.error);
        if (answer.ok) setDone({ view: answer.value, spec });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, spec]);
  const cancel = () => {
    running?.abort();
    setRunning(null);
  };
  return { done, failure, working: running !== null, cancel };
}
