import { Grid3x3, Keyboard, type LucideIcon, Plug, Send, SlidersHorizontal, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '../lib/cx.ts';
import { useChrome, useWorld } from '../stores/services.ts';
import { IconButton } from '../ui/button.tsx';
import { Tip } from '../ui/tooltip.tsx';
import { Logo } from './logo.tsx';
import { PAGES, type Page } from './pages.ts';

const ICONS: Readonly<Record<Page, LucideIcon>> = {
  simulate: Send,
  phones: Smartphone,
  matrix: Grid3x3,
  connect: Plug,
  workspace: SlidersHorizontal,
};

/** The pages, from top to bottom, and help at the end. */
export function Rail() {
  const { t } = useTranslation();
  const setShortcuts = useChrome((chrome) => chrome.setShortcuts);
  const current = useChrome((chrome) => chrome.page);
  const version = useWorld((world) => world.health?.version ?? '');
  return (
    <div className="flex w-11 shrink-0 flex-col items-center border-r border-line bg-bg">
      <Tip text={`${t('app.name')} ${version}`} side="right">
        <span className="flex h-10 items-center">
          <Logo size={20} />
        </span>
      </Tip>
      <nav aria-label={t('rail.pages')} className="mt-1 flex flex-col gap-1">
        {PAGES.map((page) => (
          <PageLink key={page} page={page} current={page === current} />
        ))}
      </nav>
      <div className="mt-auto pb-2">
        <IconButton
          icon={Keyboard}
          label={t('rail.shortcuts')}
          keys="?"
          side="right"
          size={16}
          className="size-8"
          data-testid="open-shortcuts"
          onClick={() => setShortcuts(true)}
        />
      </div>
    </div>
  );
}

function PageLink({ page, current }: { readonly page: Page; readonly current: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[page];
  return (
    <Tip text={t(`pages.${page}`)} side="right">
      <a
        href={`#${page}`}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        aria-label={t(`pages.${page}`)}
        data-testid={`page-${page}`}
        className={cx(
          'relative flex size-8 items-center justify-center rounded-md',
          current ? 'bg-press text-ink' : 'text-ink-3 hover:bg-hover hover:text-ink',
        )}
      >
        {current && <span className="absolute top-2 bottom-2 -left-1.5 w-0.5 rounded-full bg-accent" aria-hidden />}
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </a>
    </Tip>
  );
}
