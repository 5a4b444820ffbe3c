import { Keyboard, Send } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useChrome, useWorld } from '../stores/services.ts';
import { IconButton } from '../ui/button.tsx';
import { Tip } from '../ui/tooltip.tsx';
import { Logo } from './logo.tsx';

/** The pages, from top to bottom, and help at the end. */
export function Rail() {
  const { t } = useTranslation();
  const setShortcuts = useChrome((chrome) => chrome.setShortcuts);
  const version = useWorld((world) => world.health?.version ?? '');
  return (
    <div className="flex w-11 shrink-0 flex-col items-center border-r border-line bg-bg">
      <Tip text={`${t('app.name')} ${version}`} side="right">
        <span className="flex h-10 items-center">
          <Logo size={20} />
        </span>
      </Tip>
      <nav aria-label={t('rail.pages')} className="mt-1">
        <Tip text={t('pages.simulate')} side="right">
          <a
            href="#simulate"
            aria-current="page"
            aria-label={t('pages.simulate')}
            className="relative flex size-8 items-center justify-center rounded-md bg-press text-ink"
          >
            <span className="absolute top-2 bottom-2 -left-1.5 w-0.5 rounded-full bg-accent" aria-hidden />
            <Send size={16} strokeWidth={1.75} aria-hidden />
          </a>
        </Tip>
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
