import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Page, Place } from '../app/pages.ts';

/** What lies over the page. */
export interface Chrome {
  readonly page: Page;
  /** The phone whose page is open; null = none. */
  readonly phone: string | null;
  readonly palette: boolean;
  readonly shortcuts: boolean;
  /** The phones fill the screen, for an audience. */
  readonly presenting: boolean;
  /** Rule whose explanation is open by the palette. */
  readonly ruleId: string | null;
  setPlace(place: Place): void;
  setPalette(open: boolean): void;
  setShortcuts(open: boolean): void;
  setPresenting(presenting: boolean): void;
  setRule(id: string | null): void;
}
export type ChromeStore = StoreApi<Chrome>;

export function createChromeStore(): ChromeStore {
  return createStore<Chrome>()((set) => ({
    page: 'simulate',
    phone: null,
    palette: false,
    shortcuts: false,
    presenting: false,
    ruleId: null,
    setPlace: (place) => set(place),
    setPalette: (palette) => set({ palette }),
    setShortcuts: (shortcuts) => set({ shortcuts }),
    setPresenting: (presenting) => set({ presenting }),
    setRule: (ruleId) => set({ ruleId }),
  }));
}
