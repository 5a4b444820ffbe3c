import { Monitor, Moon, Search, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../stores/preferences.ts';
import { useChrome, usePreferences } from '../stores/services.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Kbd } from '../ui/tooltip.tsx';
import { ClockMenu } from './clock-menu.tsx';
import { KEYS } from './keys.ts';
import { Listeners } from './listeners.tsx';

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;
const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

export function TopBar() {
  const { t } = useTranslation();
  const page = useChrome((chrome) => chrome.page);
  const language = usePreferences((state) => state.language);
  const setLanguage = usePreferences((state) => state.setLanguage);
  return (
    <header className="hairline-b flex h-10 shrink-0 items-center gap-1 bg-bg pr-2 pl-3">
      <h1 className="text-base font-semibold">{t(`pages.${page}`)}</h1>
      <div className="ml-auto flex items-center gap-1">
        <ClockMenu />
        <Divider />
        <span className="contents max-md:hidden">
          <Listeners />
          <Divider />
        </span>
        <Segmented
          label={t('top.language')}
          testId="language"
          value={language}
          onChange={setLanguage}
          choices={[
            { value: 'zh', label: '中', name: '中文' },
            { value: 'en', label: 'EN', name: 'English' },
          ]}
        />
        <ThemeMenu />
        <PaletteButton />
      </div>
    </header>
  );
}

function Divider() {
  return <span className="mx-1.5 h-4 w-px bg-line" aria-hidden />;
}

function ThemeMenu() {
  const { t } = useTranslation();
  const theme = usePreferences((state) => state.theme);
  const setTheme = usePreferences((state) => state.setTheme);
  return (
    <Menu
      trigger={<IconButton icon={THEME_ICONS[theme]} label={t('top.theme')} data-testid="theme" className="size-7" />}
      sections={[
        THEMES.map((value) => {
          const Icon = THEME_ICONS[value];
          return {
            id: `theme-${value}`,
            label: t(`top.${value}`),
            icon: <Icon size={14} className="text-ink-3" aria-hidden />,
            hint: value === theme ? '✓' : undefined,
            onSelect: () => setTheme(value),
          };
        }),
      ]}
    />
  );
}

function PaletteButton() {
  const { t } = useTranslation();
  const setPalette = useChrome((chrome) => chrome.setPalette);
  return (
    <Button look="quiet" className="px-1.5" data-testid="open-palette" onClick={() => setPalette(true)}>
      <Search size={14} strokeWidth={1.75} aria-hidden />
      <span className="sr-only">{t('top.palette')}</span>
      <span className="contents max-md:hidden">
        <Kbd>{KEYS.palette}</Kbd>
      </span>
    </Button>
  );
}
