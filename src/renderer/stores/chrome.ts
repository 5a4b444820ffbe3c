import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Page } from '../app/pages.ts';

/** What lies over the page. */
export interface Chrome {
  readonly page: Page;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** Rule whose explanation is open by the palette. */
  readonly ruleId: string | null;
  setPage(page: Page): void;
  setPalette(open: boolean): void;
  setShortcuts(open: boolean): void;
  setRule(id: string | null): void;
}
export type ChromeStore = StoreApi<Chrome>;

export function createChromeStore(): ChromeStore {
  return createStore<Chrome>()((set) => ({
    page: 'simulate',
    palette: false,
    shortcuts: false,
    ruleId: null,
    setPage: (page) => set({ page }),
    setPalette: (palette) => set({ palette }),
    setShortcuts: (shortcuts) => set({ shortcuts }),
    setRule: (ruleId) => set({ ruleId }),
  }));
}
