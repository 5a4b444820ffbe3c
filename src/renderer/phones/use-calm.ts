import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DeviceAction, DevicePatch } from '../../core/simulator-types.ts';

/**
 * `value`, but at most one change every `ms`: the first at once, then the latest. Keeps a phone calm while a thousand
 * pushes a second arrive; nobody could read more.
 */
export function useCalm<Value>(value: Value, ms: number): Value {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (Object.is(value, shown)) return;
    const change = () => {
      changedAt.current = performance.now();
      setShown(value);
    };
    const wait = changedAt.current + ms - performance.now();
    if (wait <= 0) return change();
    const timer = window.setTimeout(change, wait);
    return () => window.clearTimeout(timer);
  }, [value, shown, ms]);
  return shown;
}

interface Handlers {
  onAction(action: DeviceAction): void;
  onPatch(patch: DevicePatch): void;
  readonly onImportSound?: ((file: File) => void) | undefined;
}

/** The same handlers for as long as the phone lives, whatever the page passes at each render. */
export function useSteadyHandlers(handlers: Handlers): Handlers {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const imports = handlers.onImportSound !== undefined;
  return useMemo(
    () => ({
      onAction: (action: DeviceAction) => latest.current.onAction(action),
      onPatch: (patch: DevicePatch) => latest.current.onPatch(patch),
      onImportSound: imports ? (file: File) => latest.current.onImportSound?.(file) : undefined,
    }),
    [imports],
  );
}
