import { Tooltip } from '@base-ui/react/tooltip';
import type { i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { ConnectPage } from '../connect/connect-page.tsx';
import { DevicePage } from '../device-page/device-page.tsx';
import { MatrixPage } from '../matrix-page/matrix-page.tsx';
import { PhonesPage } from '../phones-page/phones-page.tsx';
import { SimulatePage } from '../simulate/simulate-page.tsx';
import { RuleDialog } from '../simulate/why/rule-dialog.tsx';
import { type Services, ServicesProvider, useChrome, useWorld } from '../stores/services.ts';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { LinkLine } from './link-line.tsx';
import { Notices } from './notices.tsx';
import type { Page } from './pages.ts';
import { CommandPalette } from './palette/command-palette.tsx';
import { Rail } from './rail.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { StartScreen } from './start-screen.tsx';
import { TopBar } from './top-bar.tsx';
import { usePageFromAddress } from './use-page.ts';
import { useShortcuts } from './use-shortcuts.ts';

export function App({ services, i18n }: { readonly services: Services; readonly i18n: i18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <ServicesProvider value={services}>
        <Tooltip.Provider delay={450} closeDelay={0}>
          <Frame />
        </Tooltip.Provider>
      </ServicesProvider>
    </I18nextProvider>
  );
}

function Frame() {
  const status = useWorld((world) => world.status);
  const { t } = useTranslation();
  const page = useChrome((chrome) => chrome.page);
  useShortcuts();
  usePageFromAddress();
  useEffect(() => {
    document.body.dataset.appState = status === 'ready' ? 'loaded' : status;
  }, [status]);
  useEffect(() => {
    document.body.dataset.page = page;
  }, [page]);
  if (status !== 'ready') return <StartScreen />;
  return (
    <div className="flex h-full">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-raised px-3 py-1.5 shadow-pop focus:not-sr-only focus:fixed focus:top-1.5 focus:left-1.5"
      >
        {t('app.skip')}
      </a>
      <Rail />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar />
        <LinkLine />
        <main id="main" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <PageContent page={page} />
        </main>
      </div>
      <CommandPalette />
      <ShortcutsSheet />
      <RuleDialog />
      <Notices />
    </div>
  );
}

function PageContent({ page }: { readonly page: Page }) {
  const phone = useChrome((chrome) => chrome.phone);
  if (page === 'phones') return phone === null ? <PhonesPage /> : <DevicePage key={phone} id={phone} />;
  if (page === 'matrix') return <MatrixPage />;
  if (page === 'connect') return <ConnectPage />;
  if (page === 'workspace') return <WorkspacePage />;
  return <SimulatePage />;
}
