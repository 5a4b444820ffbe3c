import type { i18n } from 'i18next';
import { LANGUAGE_TAGS } from '../i18n/setup.ts';
import type { PreferencesStore } from '../stores/preferences.ts';

/** Lets document and translator follow the preferences, and the theme follow the system where that is wanted. */
export function followPreferences(preferences: PreferencesStore, translator: i18n): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { language, theme } = preferences.getState();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset.theme = shown;
    document.documentElement.lang = LANGUAGE_TAGS[language];
    if (translator.language !== language) void translator.changeLanguage(language);
  };
  apply();
  preferences.subscribe(apply);
  dark.addEventListener('change', apply);
}
