/** The part of `Storage` that the page uses; tests give a Map. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

const PREFIX = 'pushpit.';

/** Reads a remembered JSON value; null when there is none or it is damaged. Storage may be forbidden: then nothing is remembered. */
export function recall(storage: KeyValue, key: string): unknown {
  try {
    const text = storage.getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function remember(storage: KeyValue, key: string, value: unknown): void {
  try {
    storage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs the memory, not the page.
  }
}
