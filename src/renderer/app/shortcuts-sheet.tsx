import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { useChrome } from '../stores/services.ts';
import { CloseButton } from '../ui/button.tsx';
import { Kbd } from '../ui/tooltip.tsx';
import { KEYS } from './keys.ts';

export function ShortcutsSheet() {
  const { t } = useTranslation();
  const open = useChrome((chrome) => chrome.shortcuts);
  const setOpen = useChrome((chrome) => chrome.setShortcuts);
  const rows = [
    [KEYS.palette, t('shortcuts.palette')],
    [KEYS.send, t('shortcuts.send')],
    [KEYS.json, t('shortcuts.json')],
    ['/', t('shortcuts.search')],
    ['↑ ↓ ← →', t('shortcuts.arrows')],
    ['⏎', t('shortcuts.enter')],
    ['Esc', t('shortcuts.escape')],
    ['?', t('shortcuts.help')],
  ] as const;
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          data-testid="shortcuts"
          className="popup fixed top-1/2 left-1/2 z-50 w-96 -translate-x-1/2 -translate-y-1/2 p-4"
        >
          <div className="flex items-center">
            <Dialog.Title className="text-base font-semibold">{t('shortcuts.title')}</Dialog.Title>
            <Dialog.Close render={<CloseButton label={t('common.close')} className="ml-auto" />} />
          </div>
          <dl className="mt-2">
            {rows.map(([keys, what]) => (
              <div key={keys} className="hairline-t flex h-8 items-center first:border-t-0">
                <dt className="text-ink-2">{what}</dt>
                <dd className="ml-auto flex gap-1">
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
