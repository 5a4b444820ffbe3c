import { createStore, type StoreApi } from 'zustand/vanilla';

/** What lies over the page. */
export interface Chrome {
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** Rule whose explanation is open by the palette. */
  readonly ruleId: string | null;
  setPalette(open: boolean): void;
  setShortcuts(open: boolean): void;
  setRule(id: string | null): void;
}
export type ChromeStore = StoreApi<Chrome>;

export function createChromeStore(): ChromeStore {
  return createStore<Chrome>()((set) => ({
    palette: false,
    shortcuts: false,
    ruleId: null,
    setPalette: (palette) => set({ palette }),
    setShortcuts: (shortcuts) => set({ shortcuts }),
    setRule: (ruleId) => set({ ruleId }),
  }));
}
