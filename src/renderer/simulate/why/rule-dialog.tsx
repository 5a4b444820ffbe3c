import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { useChrome } from '../../stores/services.ts';
import { CloseButton } from '../../ui/button.tsx';
import { RuleText } from './rule-popover.tsx';

/** A rule's explanation when it was looked up by name. */
export function RuleDialog() {
  const { t } = useTranslation();
  const rule = useChrome((chrome) => chrome.ruleId);
  const setRule = useChrome((chrome) => chrome.setRule);
  return (
    <Dialog.Root open={rule !== null} onOpenChange={(open) => !open && setRule(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup className="popup fixed top-1/2 left-1/2 z-50 max-h-[80vh] w-[30rem] -translate-x-1/2 -translate-y-1/2 overflow-y-auto p-4">
          <div className="mb-2 flex items-center">
            <Dialog.Title className="text-base font-semibold">{t('rule.says')}</Dialog.Title>
            <Dialog.Close render={<CloseButton label={t('common.close')} className="ml-auto" />} />
          </div>
          {rule !== null && <RuleText rule={rule} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
