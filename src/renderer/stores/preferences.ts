import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../core/trace/types.ts';
import { type KeyValue, recall, remember } from './storage.ts';

export type Theme = 'light' | 'dark' | 'system';
export type PhoneFilter = 'receivers' | 'all';

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly phones: PhoneFilter;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  setPhones(phones: PhoneFilter): void;
}
export type PreferencesStore = StoreApi<Preferences>;

/** The first of the browser's languages that the page speaks; English when it speaks none. */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    if (primary === 'zh' || primary === 'en') return primary;
  }
  return 'en';
}

export function createPreferencesStore(storage: KeyValue, languages: readonly string[]): PreferencesStore {
  const stored = readStored(recall(storage, 'preferences'));
  const store = createStore<Preferences>()((set) => ({
    language: stored.language ?? pickLanguage(languages),
    theme: stored.theme ?? 'system',
    phones: stored.phones ?? 'all',
    setLanguage: (language) => set({ language }),
    setTheme: (theme) => set({ theme }),
    setPhones: (phones) => set({ phones }),
  }));
  store.subscribe(({ language, theme, phones }) => remember(storage, 'preferences', { language, theme, phones }));
  return store;
}

function readStored(value: unknown): { language?: Language; theme?: Theme; phones?: PhoneFilter } {
  if (typeof value !== 'object' || value === null) return {};
  const { language, theme, phones } = value as Record<string, unknown>;
  return {
    ...(language === 'en' || language === 'zh' ? { language } : {}),
    ...(theme === 'light' || theme === 'dark' || theme === 'system' ? { theme } : {}),
    ...(phones === 'receivers' || phones === 'all' ? { phones } : {}),
  };
}
